package dev.plumbline.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.yaml.Json;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The contract of [SandboxContractTest], for defined kinds: their scale, their duplicates, their
/// change and their end.
class SandboxDefinitionsContractTest {

  private static final String JSON = "application/json";
  private static final String MERGE = "application/merge-patch+json";
  private static final String DEFINITIONS =
      "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";

  private static Both both;
  private static String definition;
  private static String racks;

  @BeforeAll
  static void define() {
    both = Both.connected("defined");
    definition = DEFINITIONS + "/racks." + both.namespace() + ".example.com";
    racks =
        "/apis/" + both.namespace() + ".example.com/v1/namespaces/" + both.namespace() + "/racks";
    both.same("POST", DEFINITIONS, JSON, both.text("racks.json"));
    for (var server : both.servers()) {
      Waiting.until(() -> server.send("GET", racks, "", "").code() == 200);
    }
  }

  @AfterAll
  static void disconnect() {
    if (both != null) {
      both.real().send("DELETE", definition, "", "");
      both.close();
    }
  }

  private static String rack(String name, String rest) {
    return "{\"apiVersion\":\""
        + both.namespace()
        + ".example.com/v1\",\"kind\":\"Rack\",\"metadata\":{\"name\":\""
        + name
        + "\"}"
        + rest
        + "}";
  }

  @Test
  void whereTheDefinitionSaysReplicasAreTheyAreScaledAlike() {
    both.same("POST", racks, JSON, rack("a", ",\"spec\":{\"count\":2,\"num\":2.5}"));
    both.same("POST", racks, JSON, rack("b", ""));
    both.same("GET", racks + "/a/scale", "", "");
    both.same("GET", racks + "/b/scale", "", "");
    both.same("GET", racks + "/none/scale", "", "");
    both.same("PATCH", racks + "/b/scale", MERGE, "{\"spec\":{\"replicas\":4}}");
    both.same("GET", racks + "/b", "", "");
    both.same("PATCH", racks + "/a/status", MERGE, "{\"status\":{\"have\":1,\"pick\":\"a=b\"}}");
    both.same("PATCH", racks + "/a/scale", MERGE, "{\"spec\":{\"replicas\":-4}}");
    both.same("PATCH", racks + "/a/scale?dryRun=All", MERGE, "{\"spec\":{\"replicas\":9}}");
    both.same("PATCH", racks + "/a/scale", MERGE, "{\"spec\":{\"replicas\":7}}");
    both.same("GET", racks + "/a", "", "");
    both.same("GET", racks + "/a/scale", "", "");
    both.same(
        "PUT",
        racks + "/a/scale",
        JSON,
        "{\"apiVersion\":\"autoscaling/v1\",\"kind\":\"Scale\",\"metadata\":{\"name\":\"x\",\"namespace\":\""
            + both.namespace()
            + "\"},\"spec\":{\"replicas\":3}}");
    both.same(
        "PATCH",
        racks + "/a/scale",
        MERGE,
        "{\"metadata\":{\"resourceVersion\":\"1\"},\"spec\":{\"replicas\":7}}");
  }

  @Test
  void keysThatStandTwiceAreSaidOrRefusedAlike() {
    var twice =
        rack(
            "t\",\"name\":\"u",
            ",\"spec\":{\"count\":2,\"count\":3},\"foo\":{\"a\":1,\"a\":2},\"foo\":1");
    both.same("POST", racks + "?dryRun=All", JSON, twice);
    both.same("POST", racks + "?dryRun=All&fieldValidation=Strict", JSON, twice);
    both.same("POST", racks + "?dryRun=All&fieldValidation=Ignore", JSON, twice);
  }

  @Test
  void aDefinitionThatChangesServesAnotherVersionAndGoesWithItsObjects() {
    var text = both.text("racks.json").replace("racks", "shelves").replace("Rack", "Shelf");
    var one = DEFINITIONS + "/shelves." + both.namespace() + ".example.com";
    var group = "/apis/" + both.namespace() + ".example.com/";
    var rest = "/namespaces/" + both.namespace() + "/shelves";
    var shelf = rack("s", ",\"spec\":{\"count\":1}").replace("Rack", "Shelf");
    for (var server : both.servers()) {
      server.send("POST", DEFINITIONS, JSON, text);
      Waiting.until(() -> server.send("GET", group + "v1" + rest, "", "").code() == 200);
      var made = server.send("POST", group + "v1" + rest, JSON, shelf);
      assertThat(made.code()).as(server + " " + made).isEqualTo(201);
      var added =
          "[{\"op\":\"copy\",\"from\":\"/spec/versions/0\",\"path\":\"/spec/versions/1\"},"
              + "{\"op\":\"replace\",\"path\":\"/spec/versions/1/name\",\"value\":\"v2\"},"
              + "{\"op\":\"replace\",\"path\":\"/spec/versions/1/storage\",\"value\":false}]";
      var changed = server.send("PATCH", one, "application/json-patch+json", added);
      assertThat(changed.code()).as(server + " " + changed).isEqualTo(200);
      Waiting.until(() -> server.send("GET", group + "v2" + rest + "/s", "", "").code() == 200);
    }
    both.same("GET", group + "v2" + rest + "/s", "", "");
    for (var server : both.servers()) {
      var version =
          server
              .send("GET", group + "v1" + rest, "", "")
              .body()
              .text("metadata", "resourceVersion")
              .orElseThrow();
      // Its head is here when the watch has begun.
      var watched =
          server.raw(
              "GET",
              group + "v1" + rest + "?watch=1&timeoutSeconds=3&resourceVersion=" + version,
              "",
              "",
              java.net.http.HttpResponse.BodyHandlers.ofLines());
      server.send("DELETE", one, "", "");
      assertThat(watched.body())
          .as(server.toString())
          .anyMatch(line -> line.startsWith("{\"type\":\"DELETED\""));
      Waiting.until(() -> server.send("GET", one, "", "").code() == 404);
      Waiting.until(() -> server.send("GET", group + "v1" + rest, "", "").code() == 404);
    }
  }

  @Test
  void aDefinitionThatCannotBePlayedIsRefusedAndSaysSo() {
    var sandbox = both.sandbox();
    var webhook =
        both.text("racks.json")
            .replace("racks", "hooked")
            .replace(
                "\"versions\"",
                "\"conversion\":{\"strategy\":\"Webhook\",\"webhook\":{\"conversionReviewVersions\":[\"v1\"],\"clientConfig\":{\"url\":\"https://localhost:1/\"}}},\"versions\"");
    assertThat(sandbox.send("POST", DEFINITIONS, JSON, webhook).code()).isEqualTo(501);
    var ruled =
        both.text("racks.json")
            .replace("racks", "ruled")
            .replace(
                "\"count\":{",
                "\"count\":{\"x-kubernetes-validations\":[{\"rule\":\"self > 1\"}],");
    assertThat(sandbox.send("POST", DEFINITIONS, JSON, ruled).code()).isEqualTo(501);
    assertThat(
            sandbox
                .send("PATCH", definition, MERGE, "{\"spec\":" + conversion(webhook) + "}")
                .code())
        .isEqualTo(501);
    for (var path :
        new String[] {
          "/apis/admissionregistration.k8s.io/v1/validatingwebhookconfigurations",
          "/apis/admissionregistration.k8s.io/v1/mutatingwebhookconfigurations",
          "/apis/admissionregistration.k8s.io/v1/validatingadmissionpolicies",
          "/apis/apiregistration.k8s.io/v1/apiservices"
        }) {
      assertThat(sandbox.send("POST", path, JSON, "{}").code()).as(path).isEqualTo(501);
    }
  }

  private static String conversion(String definition) {
    return Json.compact(
        dev.plumbline.model.Tree.obj(
            "conversion", Json.parse(definition, "").at("spec", "conversion").orElseThrow()));
  }
}
