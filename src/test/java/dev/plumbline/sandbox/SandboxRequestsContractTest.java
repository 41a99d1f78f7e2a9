package dev.plumbline.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.Tree;
import dev.plumbline.yaml.Json;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The contract of [SandboxContractTest], for requests that go wrong or only ask what would be: dry
/// runs of each verb, bodies and parameters that cannot be read, conflicts, what a Service loses
/// with its type, what may not change of a Job.
class SandboxRequestsContractTest {

  private static final String JSON = "application/json";
  private static final String MERGE = "application/merge-patch+json";
  private static final String PATCH = "application/json-patch+json";
  private static final String APPLY = "application/apply-patch+yaml";

  private static Both both;

  @BeforeAll
  static void connect() {
    both = Both.connected("requests");
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

  private static String map(String name, String rest) {
    return "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\""
        + name
        + "\"}"
        + rest
        + "}";
  }

  @Test
  void eachVerbCanBeTriedWithoutAnEffect() {
    var maps = in("", "configmaps");
    both.same("POST", maps, JSON, map("dry", ",\"data\":{\"a\":\"1\"}"));
    var one = maps + "/dry";
    both.same("POST", maps + "?dryRun=All", JSON, map("none", ""));
    both.same("POST", maps + "?dryRun=All", JSON, map("dry", ""));
    both.same("PUT", one + "?dryRun=All", JSON, map("dry", ",\"data\":{\"b\":\"1\"}"));
    both.same("PATCH", one + "?dryRun=All", MERGE, "{\"data\":{\"q\":\"r\"}}");
    both.same("PATCH", one + "?dryRun=All", PATCH, "[{\"op\":\"remove\",\"path\":\"/data/a\"}]");
    both.same(
        "PATCH", one + "?dryRun=All&fieldManager=q", APPLY, map("dry", ",\"data\":{\"a\":\"2\"}"));
    both.same("PATCH", maps + "/new?dryRun=All&fieldManager=q", APPLY, map("new", ""));
    both.same("DELETE", one + "?dryRun=All", "", "");
    both.same("DELETE", one, JSON, "{\"dryRun\":[\"All\"]}");
    both.same("DELETE", maps + "?dryRun=All&labelSelector=nope", "", "");
    both.same("GET", one, "", "");
    both.same("GET", maps + "/new", "", "");
  }

  @Test
  void whatCannotBeReadIsRefusedAlike() {
    var maps = in("", "configmaps");
    both.same("POST", maps, JSON, map("read", ""));
    var one = maps + "/read";
    for (var body : List.of("{", "[]", "null", "{\"kind\":\"Foo\"}", "{\"kind\":\"Secret\"}")) {
      both.same("POST", maps, JSON, body);
    }
    for (var body : List.of("{", "null", "\"a\"", "[1]")) {
      both.same("PATCH", one, MERGE, body);
    }
    for (var body : List.of("[{}]", "[{\"op\":\"foo\",\"path\":\"/a\"}]", "{\"op\":\"add\"}")) {
      both.same("PATCH", one, PATCH, body);
    }
    both.same(
        "PUT",
        one,
        JSON,
        map("read", "").replace("\"name\"", "\"resourceVersion\":\"x\",\"name\""));
    both.same(
        "POST", maps, JSON, map("v", "").replace("\"name\"", "\"resourceVersion\":\"5\",\"name\""));
    both.same("DELETE", one, JSON, "{\"propagationPolicy\":\"Foo\"}");
    both.same("DELETE", maps + "?gracePeriodSeconds=x", "", "");
    for (var query :
        List.of(
            "?limit=x",
            "?labelSelector=a+in+(",
            "?labelSelector=a%3D%3D%3Db",
            "?sendInitialEvents=true",
            "?resourceVersion=0&resourceVersionMatch=Exact")) {
      both.same("GET", maps + query, "", "");
    }
    both.same("GET", maps + "?fieldSelector=metadata.name%3Dread", "", "");
    both.same("POST", one, JSON, "{}");
    both.same("PUT", maps, JSON, "{}");
    both.same("DELETE", "/api/v1/namespaces", "", "");
  }

  @Test
  void whatMayNotBeWrittenIntoMetadataIsNot() {
    var maps = in("", "configmaps");
    both.same("POST", maps, JSON, map("meta", ",\"data\":{\"a\":\"1\"}"));
    for (var change :
        List.of(
            "{\"labels\":{\"a b\":\"c\"}}",
            "{\"namespace\":\"q\"}",
            "{\"creationTimestamp\":\"2020-01-01T00:00:00Z\"}",
            "{\"deletionTimestamp\":\"2020-01-01T00:00:00Z\"}",
            "{\"generation\":5}",
            "{\"selfLink\":\"x\"}",
            "{\"generateName\":\"q-\"}",
            "{\"managedFields\":[]}")) {
      both.same("PATCH", maps + "/meta", MERGE, "{\"metadata\":" + change + "}");
    }
  }

  @Test
  void servicesLoseWithTheirTypeWhatOnlyItHas() {
    var services = in("", "services");
    var service =
        "{\"apiVersion\":\"v1\",\"kind\":\"Service\",\"metadata\":{\"name\":\"s\"},\"spec\":{"
            + "\"selector\":{\"a\":\"b\"},\"ports\":[{\"port\":80,\"targetPort\":8080}]}}";
    both.same("POST", services, JSON, service);
    for (var spec :
        List.of(
            "{\"ports\":[{\"port\":99999}]}",
            "{\"type\":\"NodePort\"}",
            "{\"type\":\"ClusterIP\"}",
            "{\"type\":\"LoadBalancer\"}",
            "{\"selector\":{\"c\":\"d\",\"a\":null}}",
            "{\"type\":\"ExternalName\",\"externalName\":\"a.b\"}",
            "{\"ports\":null}")) {
      both.same("PATCH", services + "/s", MERGE, "{\"spec\":" + spec + "}");
    }
  }

  @Test
  void whatMayNotChangeOfAJobIsRefusedAlike() {
    var jobs = in("batch/v1", "jobs");
    var job =
        "{\"metadata\":{\"name\":\"j\"},\"spec\":{\"template\":{\"spec\":{"
            + "\"restartPolicy\":\"Never\",\"containers\":[{\"name\":\"c\",\"image\":\"i\"}]}}}}";
    for (var server : both.servers()) {
      assertThat(server.send("POST", jobs, JSON, job).code()).as(server.toString()).isEqualTo(201);
    }
    for (var spec :
        List.of(
            "{\"parallelism\":-1}",
            "{\"completions\":3}",
            "{\"completionMode\":\"Indexed\"}",
            "{\"selector\":{\"matchLabels\":{\"q\":\"z\"}}}")) {
      both.same("PATCH", jobs + "/j?dryRun=All", MERGE, "{\"spec\":" + spec + "}");
    }
    // The real server shows the template as its Go code holds it.
    var template = "{\"spec\":{\"template\":{\"spec\":{\"terminationGracePeriodSeconds\":5}}}}";
    for (var server : both.servers()) {
      var message = server.send("PATCH", jobs + "/j", MERGE, template).body().text("message");
      assertThat(message.orElse(""))
          .as(server.toString())
          .startsWith("Job.batch \"j\" is invalid: spec.template: Invalid value: {")
          .endsWith(": field is immutable");
    }
  }

  @Test
  void aBodyWithoutItsKindIsNoCustomResource() {
    var group = both.namespace() + ".example.com";
    var racks = "/apis/" + group + "/v1/namespaces/" + both.namespace() + "/racks";
    var definitions = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";
    both.same("POST", definitions, JSON, both.text("racks.json"));
    for (var server : both.servers()) {
      Waiting.until(() -> server.send("GET", racks, "", "").code() == 200);
    }
    for (var head :
        List.of(
            "",
            "\"kind\":\"Rack\",",
            "\"apiVersion\":\"" + group + "/v1\",",
            "\"apiVersion\":\"" + group + "/v1\",\"kind\":\"Foo\",",
            "\"apiVersion\":\"" + group + "/v2\",\"kind\":\"Rack\",")) {
      both.same("POST", racks, JSON, "{" + head + "\"metadata\":{\"name\":\"a\"}}");
    }
    both.same(
        "POST",
        racks,
        JSON,
        "{\"apiVersion\":\""
            + group
            + "/v1\",\"kind\":\"Rack\",\"metadata\":{\"name\":\"A_\",\"labels\":{\"a b\":\"c\"}}}");
    both.real().send("DELETE", definitions + "/racks." + group, "", "");
  }

  @Test
  void metadataAloneIsShownAlikeAndTheWrongTokenIsRefused() {
    var maps = in("", "configmaps");
    both.same("POST", maps, JSON, map("partial", ",\"data\":{\"a\":\"1\"}"));
    for (var path : List.of("/partial", "?fieldSelector=metadata.name%3Dpartial")) {
      var as =
          "application/json;as=PartialObjectMetadata"
              + (path.startsWith("?") ? "List" : "")
              + ";v=v1;g=meta.k8s.io";
      var shown =
          both.servers().stream()
              .map(s -> Json.pretty(Alike.of(s.accepting(maps + path, as))))
              .toList();
      assertThat(shown.getLast()).isEqualTo(shown.getFirst()).contains("PartialObjectMetadata");
    }
    var refused = both.sandbox().stranger().send("GET", maps, "", "");
    assertThat(refused.body().text("reason")).contains("Unauthorized");
    assertThat(refused.body().at("code")).contains(Tree.Num.of(401));
  }

  @Test
  void objectsThatWaitToBeDeletedAreShownAlike() {
    var maps = in("", "configmaps");
    for (var policy : List.of("Foreground", "Orphan", "Background")) {
      var name = policy.toLowerCase(java.util.Locale.ROOT);
      var held =
          map(name, "").replace("\"name\"", "\"finalizers\":[\"example.org/hold\"],\"name\"");
      both.same("POST", maps, JSON, held);
      both.same("DELETE", maps + "/" + name + "?propagationPolicy=" + policy, "", "");
      both.same("PATCH", maps + "/" + name, MERGE, "{\"metadata\":{\"finalizers\":null}}");
    }
  }

  @Test
  void nothingIsMadeInANamespaceThatGoes() {
    var namespace = both.namespace() + "-goes";
    var head = "{\"apiVersion\":\"v1\",\"kind\":\"Namespace\",\"metadata\":{\"name\":\"";
    both.same("POST", "/api/v1/namespaces", JSON, head + namespace + "\"}}");
    var maps = "/api/v1/namespaces/" + namespace + "/configmaps";
    both.same(
        "POST",
        maps,
        JSON,
        map("held", "").replace("\"name\"", "\"finalizers\":[\"example.org/hold\"],\"name\""));
    for (var server : both.servers()) {
      assertThat(server.send("DELETE", "/api/v1/namespaces/" + namespace, "", "").code())
          .as(server.toString())
          .isEqualTo(200);
    }
    both.same("POST", maps, JSON, map("late", ""));
    both.same("PATCH", maps + "/late?fieldManager=me", APPLY, map("late", ""));
    both.real().send("PATCH", maps + "/held", MERGE, "{\"metadata\":{\"finalizers\":null}}");
  }

  @Test
  void quotasThatNobodyEnforcesAreNotTaken() {
    for (var kind : List.of("ResourceQuota", "LimitRange")) {
      var refused =
          both.sandbox()
              .send(
                  "POST",
                  in("", kind.toLowerCase(java.util.Locale.ROOT) + "s"),
                  JSON,
                  "{\"apiVersion\":\"v1\",\"kind\":\""
                      + kind
                      + "\",\"metadata\":{\"name\":\"q\"},"
                      + "\"spec\":{\"limits\":[]}}");
      assertThat(refused.code()).as(kind).isEqualTo(501);
    }
  }
}
