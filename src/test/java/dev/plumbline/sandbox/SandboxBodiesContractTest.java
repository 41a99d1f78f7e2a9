package dev.plumbline.sandbox;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The contract of [SandboxContractTest], for what stands in bodies and may not change.
class SandboxBodiesContractTest {

  private static final String JSON = "application/json";
  private static final String YAML = "application/yaml";
  private static final String MERGE = "application/merge-patch+json";
  private static final String PATCH = "application/json-patch+json";
  private static final String APPLY = "application/apply-patch+yaml";

  private static Both both;

  @BeforeAll
  static void connect() {
    both = Both.connected("bodies");
  }

  @AfterAll
  static void disconnect() {
    if (both != null) {
      both.close();
    }
  }

  private static String in(String group, String plural) {
    return (group.isEmpty() ? "/api/v1" : "/apis/" + group)
        + "/namespaces/"
        + both.namespace()
        + "/"
        + plural;
  }

  @Test
  void keysThatStandTwiceAreSaidOrRefusedAlike() {
    var maps = in("", "configmaps");
    var twice =
        "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"d\",\"name\":\"twice\","
            + "\"labels\":{\"a\":\"1\",\"a\":\"2\"}},\"data\":{\"x\":\"1\",\"x\":\"2\",\"x\":\"3\"},"
            + "\"foo\":{\"a\":1,\"a\":2},\"foo\":2}";
    var yaml =
        "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: twice\ndata:\n  x: '1'\n  x: '2'\n"
            + "  y: '2'\n  y: '2'\nfoo: 1\n";
    var map = maps + "/twice";
    for (var validation : List.of("", "&fieldValidation=Strict", "&fieldValidation=Ignore")) {
      both.same("POST", maps + "?dryRun=All" + validation, JSON, twice);
      both.same("POST", maps + "?dryRun=All" + validation, YAML, yaml);
      both.same(
          "PATCH",
          map + "?dryRun=All&fieldManager=me" + validation,
          APPLY,
          yaml.replace("foo: 1\n", ""));
    }
    both.same("POST", maps, JSON, twice);
    for (var validation : List.of("", "&fieldValidation=Strict", "&fieldValidation=Ignore")) {
      both.same("PUT", map + "?dryRun=All" + validation, JSON, twice);
    }
    // In the refusal of a patch stands the whole object, in the order of Go's fields.
    for (var validation : List.of("", "&fieldValidation=Ignore")) {
      both.same(
          "PATCH",
          map + "?dryRun=All" + validation,
          MERGE,
          "{\"data\":{\"a\":\"1\",\"a\":\"2\"},\"foo\":{\"b\":1,\"b\":2}}");
      both.same(
          "PATCH",
          map + "?dryRun=All" + validation,
          PATCH,
          "[{\"op\":\"add\",\"path\":\"/data/a\",\"value\":\"1\",\"value\":\"2\"}]");
    }
    both.same(
        "PUT", map, JSON, twice.replace("\"labels\"", "\"resourceVersion\":\"1\",\"labels\""));
  }

  @Test
  void aNameIsMadeFromItsBeginning() {
    for (var server : both.servers()) {
      var made =
          server.send(
              "POST",
              in("", "configmaps"),
              JSON,
              "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"generateName\":\"made-\"}}");
      org.assertj.core.api.Assertions.assertThat(made.body().text("metadata", "name").orElse(""))
          .as(server.toString())
          .matches("made-[bcdfghjklmnpqrstvwxz2456789]{5}");
    }
  }

  @Test
  void whatMayNotChangeOfWorkloadsIsRefusedAlike() {
    var template =
        "\"template\":{\"metadata\":{\"labels\":{\"a\":\"b\"}},\"spec\":{\"containers\":[{\"name\":\"c\",\"image\":\"i\"}]";
    var selector = "\"selector\":{\"matchLabels\":{\"a\":\"b\"}},";
    var other =
        "{\"spec\":{\"selector\":{\"matchLabels\":{\"a\":\"c\"}},\"template\":{\"metadata\":{\"labels\":{\"a\":\"c\"}}}}}";
    var sets = in("apps/v1", "statefulsets");
    both.same(
        "POST",
        sets,
        JSON,
        "{\"metadata\":{\"name\":\"s\"},\"spec\":{\"serviceName\":\"x\","
            + selector
            + template
            + "}}}}");
    both.same("PATCH", sets + "/s", MERGE, other);
    both.same("PATCH", sets + "/s", MERGE, "{\"spec\":{\"serviceName\":\"y\"}}");
    both.same("PATCH", sets + "/s", MERGE, "{\"spec\":{\"podManagementPolicy\":\"Parallel\"}}");
    var daemons = in("apps/v1", "daemonsets");
    both.same(
        "POST",
        daemons,
        JSON,
        "{\"metadata\":{\"name\":\"d\"},\"spec\":{" + selector + template + "}}}}");
    both.same("PATCH", daemons + "/d", MERGE, other);
    var jobs = in("batch/v1", "jobs");
    both.same(
        "POST",
        jobs + "?dryRun=All",
        JSON,
        "{\"metadata\":{\"name\":\"j\"},\"spec\":{" + template + "}}}}");
    var claims = in("", "persistentvolumeclaims");
    both.same(
        "POST",
        claims,
        JSON,
        "{\"metadata\":{\"name\":\"p\"},\"spec\":{\"accessModes\":[\"ReadWriteOnce\"],\"resources\":{\"requests\":{\"storage\":\"1Gi\"}}}}");
    // The real server adds a difference of Go structs to its words.
    for (var server : both.servers()) {
      for (var spec :
          List.of(
              "{\"accessModes\":[\"ReadOnlyMany\"]}",
              "{\"resources\":{\"requests\":{\"storage\":\"2Gi\"}}}")) {
        var answer = server.send("PATCH", claims + "/p", MERGE, "{\"spec\":" + spec + "}");
        org.assertj.core.api.Assertions.assertThat(answer.body().text("message").orElse(""))
            .as(server.toString())
            .startsWith(
                "PersistentVolumeClaim \"p\" is invalid: spec: Forbidden: spec is immutable after"
                    + " creation except resources.requests and volumeAttributesClassName");
      }
    }
  }

  @Test
  void replicasAreScaledAlike() {
    both.same("POST", in("apps/v1", "deployments"), JSON, both.text("frozen.json"));
    var name = dev.plumbline.yaml.Json.parse(both.text("frozen.json"), "").text("metadata", "name");
    var one = in("apps/v1", "deployments") + "/" + name.orElseThrow();
    both.same("PATCH", one + "/scale", MERGE, "{\"spec\":{\"replicas\":-1}}");
    both.same("GET", in("apps/v1", "daemonsets") + "/x/scale", "", "");
    both.same("GET", in("apps/v1", "deployments") + "/nope/scale", "", "");
  }
}
