package dev.plumbline.driver.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.ClusterEvent;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.Tree;
import dev.plumbline.yaml.Json;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Both shapes of an Event, with all the places in which times and counts may stand.
class EventTextTest {

  private static final ResourceRef POD = new ResourceRef("", "v1", "Pod", "shop", "web-1");

  private static Tree event(String json) {
    return Json.parse(json, "test");
  }

  @Test
  void aSeriesCountsAndTellsWhenItWasLastSeen() {
    var read =
        EventText.read(
            event(
                """
                {"apiVersion":"events.k8s.io/v1","type":"Warning","reason":"FailedScheduling",
                 "note":"0/3 nodes are available\\n","eventTime":"2026-11-24T10:00:00.123456Z",
                 "series":{"count":12,"lastObservedTime":"2026-11-24T10:30:00.000000Z"},
                 "deprecatedFirstTimestamp":null,"deprecatedLastTimestamp":null,
                 "reportingController":"default-scheduler","deprecatedSource":{},
                 "metadata":{"creationTimestamp":"2026-11-24T10:00:00Z"},
                 "regarding":{"apiVersion":"v1","kind":"Pod","namespace":"shop","name":"web-1","uid":"u1"}}
                """));
    assertThat(read)
        .isEqualTo(
            new ClusterEvent(
                Optional.of(Instant.parse("2026-11-24T10:30:00Z")),
                12,
                "Warning",
                "FailedScheduling",
                "0/3 nodes are available",
                POD,
                "default-scheduler"));
  }

  @Test
  void anOldEventReadThroughTheNewApiKeepsItsTimesInDeprecatedFields() {
    var read =
        EventText.read(
            event(
                """
                {"apiVersion":"events.k8s.io/v1","type":"Normal","reason":"Pulled","note":"pulled",
                 "eventTime":null,"deprecatedCount":3,
                 "deprecatedLastTimestamp":"2026-11-24T10:05:00Z","reportingController":"",
                 "deprecatedSource":{"component":"kubelet","host":"n1"},
                 "regarding":{"apiVersion":"v1","kind":"Pod","namespace":"shop","name":"web-1"}}
                """));
    assertThat(read.last()).hasValue(Instant.parse("2026-11-24T10:05:00Z"));
    assertThat(read.count()).isEqualTo(3);
    assertThat(read.from()).isEqualTo("kubelet");
  }

  @Test
  void theCoreShape() {
    var event =
        event(
            """
            {"apiVersion":"v1","kind":"Event","type":"Normal","reason":"ScalingReplicaSet",
             "message":"Scaled up","count":1,"lastTimestamp":"2026-11-24T10:05:00Z","eventTime":null,
             "source":{"component":"deployment-controller"},"reportingComponent":"",
             "involvedObject":{"apiVersion":"apps/v1","kind":"Deployment","namespace":"shop",
                               "name":"web","uid":"u2"}}
            """);
    assertThat(EventText.uid(event)).isEqualTo("u2");
    assertThat(EventText.read(event))
        .isEqualTo(
            new ClusterEvent(
                Optional.of(Instant.parse("2026-11-24T10:05:00Z")),
                1,
                "Normal",
                "ScalingReplicaSet",
                "Scaled up",
                new ResourceRef("apps", "v1", "Deployment", "shop", "web"),
                "deployment-controller"));
  }

  @Test
  void withoutAnyTimeItIsAsOldAsItsRecordAndWithoutThatItDoesNotSay() {
    assertThat(
            EventText.read(event("{\"metadata\":{\"creationTimestamp\":\"2026-11-24T10:00:00Z\"}}"))
                .last())
        .hasValue(Instant.parse("2026-11-24T10:00:00Z"));
    assertThat(EventText.read(event("{\"lastTimestamp\":\"yesterday\"}")).last()).isEmpty();
  }
}
