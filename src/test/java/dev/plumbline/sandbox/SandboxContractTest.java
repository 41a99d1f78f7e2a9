package dev.plumbline.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.Tree;
import dev.plumbline.yaml.Json;
import dev.plumbline.yaml.Yaml;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The contract between the sandbox and a real API server: the same requests, in the same order, to
/// both; the answers are the same but for what is random. Where they differ, the sandbox is wrong.
class SandboxContractTest {

  private static final String JSON = "application/json";
  private static final String MERGE = "application/merge-patch+json";
  private static final String PATCH = "application/json-patch+json";
  private static final String APPLY = "application/apply-patch+yaml";

  private static final Map<String, String> PLURALS =
      Map.of("Endpoints", "endpoints", "Ingress", "ingresses", "NetworkPolicy", "networkpolicies");

  private static Both both;
  private static Server real;
  private static Server sandbox;
  private static String namespace;

  @BeforeAll
  static void connect() {
    both = Both.connected("contract");
    real = both.real();
    sandbox = both.sandbox();
    namespace = both.namespace();
  }

  @AfterAll
  static void disconnect() {
    if (both != null) {
      both.close();
    }
  }

  private static String text(String resource) {
    return both.text(resource);
  }

  private static List<Tree.Obj> objects() {
    var read = Yaml.read(text("objects.yaml").getBytes(StandardCharsets.UTF_8), "objects.yaml");
    assertThat(read.problems()).isEmpty();
    return read.documents().stream().map(d -> (Tree.Obj) d.body()).toList();
  }

  private static String collection(Tree.Obj object) {
    var ref = ResourceRef.of(object);
    var plural = PLURALS.getOrDefault(ref.kind(), ref.kind().toLowerCase(Locale.ROOT) + "s");
    return (ref.group().isEmpty() ? "/api/" : "/apis/")
        + ref.apiVersion()
        + "/namespaces/"
        + namespace
        + "/"
        + plural;
  }

  private static Server.Answer same(String method, String path, String type, String body) {
    return both.same(method, path, type, body);
  }

  @TestFactory
  Stream<DynamicTest> anObjectIsCreatedWithTheSameDefaultsAndOwners() {
    return objects().stream()
        .map(o ->
            DynamicTest.dynamicTest(
                ResourceRef.of(o).toString(),
                () -> same("POST", collection(o), JSON, Json.compact(o))));
  }

  @TestFactory
  Stream<DynamicTest> anObjectIsAppliedWithTheSameDefaultsAndOwners() {
    return objects().stream()
        .map(o ->
            DynamicTest.dynamicTest(
                ResourceRef.of(o).toString(),
                () -> {
                  var name = ResourceRef.of(o).name() + "-applied";
                  var metadata =
                      ((Tree.Obj) o.get("metadata").orElseThrow()).with("name", Tree.str(name));
                  same(
                      "PATCH",
                      collection(o) + "/" + name + "?fieldManager=me&dryRun=All",
                      APPLY,
                      Json.compact(o.with("metadata", metadata)));
                }));
  }

  private static String maps() {
    return "/api/v1/namespaces/" + namespace + "/configmaps";
  }

  private static String map(String name, String rest) {
    return "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\""
        + name
        + "\"}"
        + rest
        + "}";
  }

  @Test
  void patchesChangeAndRefuseAlike() {
    var one = maps() + "/patched";
    same("POST", maps(), JSON, map("patched", ",\"data\":{\"a\":\"1\"}"));
    same("POST", maps(), JSON, map("patched", ""));
    same("PATCH", one, MERGE, "{\"data\":{\"b\":\"2\"}}");
    same("PATCH", one + "?fieldManager=other", MERGE, "{\"data\":{\"a\":null,\"b\":\"3\"}}");
    same(
        "PATCH",
        one,
        PATCH,
        "[{\"op\":\"test\",\"path\":\"/data/b\",\"value\":\"3\"},"
            + "{\"op\":\"add\",\"path\":\"/data/c\",\"value\":\"4\"}]");
    same("PATCH", one, PATCH, "[{\"op\":\"test\",\"path\":\"/data/b\",\"value\":\"9\"}]");
    same("PATCH", one, PATCH, "[{\"op\":\"remove\",\"path\":\"/data/nope\"}]");
    same("PATCH", one, PATCH, "{\"op\":\"add\"}");
    same("PATCH", one, MERGE, "[1]");
    same("PATCH", one, MERGE, "{\"metadata\":{\"name\":\"b\"}}");
    same("PATCH", one, MERGE, "{\"metadata\":{\"resourceVersion\":\"1\"}}");
    same("PATCH", one, MERGE, "{\"metadata\":{\"uid\":\"1\"}}");
    same("PATCH", one + "?dryRun=All", MERGE, "{\"data\":{\"z\":\"9\"}}");
    same("PATCH", one + "?force=true", MERGE, "{}");
    same("PATCH", one, "application/foo", "{}");
    same("PATCH", one + "?fieldValidation=Warn", MERGE, "{\"foo\":1}");
    same("GET", one, "", "");
    same("PUT", one, JSON, map("patched", ",\"data\":{\"p\":\"1\"}"));
    same("PUT", one, JSON, map("other", ""));
    same("PUT", maps(), JSON, map("other", ""));
    same("PUT", maps() + "/none", JSON, map("none", ""));
    same("DELETE", one + "?dryRun=All", "", "");
    same("DELETE", one + "?dryRun=foo", "", "");
    same("DELETE", one, JSON, "{\"preconditions\":{\"uid\":\"x\"}}");
    same("DELETE", one, JSON, "{\"preconditions\":{\"resourceVersion\":\"1\"}}");
    same("DELETE", one, "", "");
    same("DELETE", one, "", "");
  }

  @Test
  void applyMergesPrunesAndConflictsAlike() {
    var one = maps() + "/applied?fieldManager=";
    same("PATCH", maps() + "/applied", APPLY, map("applied", ""));
    same("PATCH", one + "me", APPLY, map("applied", ",\"data\":{\"a\":\"1\",\"b\":\"1\"}"));
    same("PATCH", one + "me", APPLY, map("applied", ",\"data\":{\"a\":\"1\",\"b\":\"1\"}"));
    same("PATCH", one + "you", APPLY, map("applied", ",\"data\":{\"a\":\"2\"}"));
    same("PATCH", one + "you&force=true", APPLY, map("applied", ",\"data\":{\"a\":\"2\"}"));
    same("PATCH", one + "me", APPLY, map("applied", ",\"data\":{\"c\":\"1\"}"));
    same("PATCH", maps() + "/applied", MERGE, "{\"data\":{\"c\":\"5\"}}");
    same("PATCH", one + "me", APPLY, map("applied", ",\"data\":{\"c\":\"1\"}"));
    same("PATCH", one + "me&dryRun=All&force=1", APPLY, map("applied", ",\"data\":{\"c\":\"1\"}"));
    same("PATCH", one + "me", APPLY, map("other", ""));
    same("PATCH", one + "me", APPLY, map("applied", ",\"foo\":1"));
    same("PATCH", one + "me", APPLY, map("applied", ",\"data\":{\"c\":1}"));
    same(
        "PATCH",
        one + "me",
        APPLY,
        "{\"apiVersion\":\"v1\",\"kind\":\"Secret\",\"metadata\":{\"name\":\"applied\"}}");
    same(
        "PATCH",
        one + "me",
        APPLY,
        "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: applied}\ndata: {y: 'yes'}\n");
    same("GET", maps() + "/applied", "", "");
  }

  @Test
  void whatIsWrongIsRefusedAlike() {
    same("GET", maps() + "/nope", "", "");
    same("GET", "/api/v1/namespaces/" + namespace + "/nopes", "", "");
    same("GET", "/apis/nope.io/v1/foos", "", "");
    same("GET", "/nope", "", "");
    same("GET", maps() + "?continue=abc&limit=0", "", "");
    same("GET", maps() + "?resourceVersionMatch=Exact", "", "");
    same("GET", maps() + "?labelSelector=a%20in", "", "");
    same("GET", maps() + "?fieldSelector=foo%3Dbar", "", "");
    same("GET", "/api/v1/pods?fieldSelector=foo%3Dbar", "", "");
    same("GET", maps() + "?resourceVersion=foo", "", "");
    same("POST", "/api/v1/namespaces/nowhere/configmaps", JSON, map("a", ""));
    same("POST", maps(), JSON, map("A_b", ""));
    same("POST", maps(), JSON, "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{}}");
    same(
        "POST",
        maps(),
        JSON,
        "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"a\",\"namespace\":\"foo\"}}");
    same("POST", maps(), "text/plain", "x");
    same("POST", maps() + "?fieldValidation=Strict", JSON, map("strict", ",\"foo\":1"));
    same("POST", maps() + "?fieldValidation=Warn&dryRun=All", JSON, map("strict", ",\"foo\":1"));
    same("DELETE", "/api/v1/namespaces/default", "", "");
    same("DELETE", maps() + "/nope", "", "");
    var deployments = "/apis/apps/v1/namespaces/" + namespace + "/deployments";
    same(
        "POST",
        deployments,
        JSON,
        "{\"apiVersion\":\"apps/v1\",\"kind\":\"Deployment\",\"metadata\":{\"name\":\"a\"},\"spec\":{}}");
    same("POST", deployments, JSON, text("mismatch.json"));
  }

  @Test
  void whatMayNotChangeIsRefusedAlike() {
    var sets = "/apis/apps/v1/namespaces/" + namespace + "/deployments";
    same("POST", sets, JSON, text("frozen.json"));
    same("PATCH", sets + "/frozen", MERGE, text("frozen-selector.json"));
    same("POST", maps(), JSON, map("frozen", ",\"immutable\":true,\"data\":{\"a\":\"1\"}"));
    same("PATCH", maps() + "/frozen", MERGE, "{\"data\":{\"a\":\"2\"}}");
    same("PATCH", maps() + "/frozen", MERGE, "{\"immutable\":false}");
    var services = "/api/v1/namespaces/" + namespace + "/services";
    same(
        "POST",
        services,
        JSON,
        "{\"apiVersion\":\"v1\",\"kind\":\"Service\",\"metadata\":{\"name\":\"fixed\"},\"spec\":{\"selector\":{\"a\":\"b\"},\"ports\":[{\"port\":1}]}}");
    same(
        "PATCH",
        services + "/fixed",
        MERGE,
        "{\"spec\":{\"clusterIP\":\"10.0.0.77\",\"clusterIPs\":[\"10.0.0.77\"]}}");
  }

  @Test
  void listsGoPageByPageAndSelect() {
    for (var name : List.of("l1", "l2", "l3")) {
      same(
          "POST",
          maps(),
          JSON,
          "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\""
              + name
              + "\",\"labels\":{\"page\":\""
              + name
              + "\",\"all\":\"y\"}}}");
    }
    for (var server : List.of(real, sandbox)) {
      var first = server.send("GET", maps() + "?labelSelector=all&limit=2", "", "");
      assertThat(first.body().items("items")).as(server.toString()).hasSize(2);
      var token = first.body().text("metadata", "continue").orElseThrow();
      server.send("DELETE", maps() + "/l3", "", "");
      var rest =
          server.send("GET", maps() + "?labelSelector=all&limit=2&continue=" + token, "", "");
      assertThat(rest.body().items("items")).as(server.toString()).hasSize(1);
      assertThat(rest.body().text("metadata", "continue")).isEmpty();
      assertThat(
              server
                  .send("GET", maps() + "?labelSelector=page+in+(l1,l3)", "", "")
                  .body()
                  .items("items"))
          .hasSize(1);
      assertThat(
              server
                  .send("GET", maps() + "?labelSelector=all,page!%3Dl1", "", "")
                  .body()
                  .items("items"))
          .hasSize(1);
      assertThat(
              server
                  .send(
                      "GET",
                      maps() + "?labelSelector=page&fieldSelector=metadata.name%3Dl1",
                      "",
                      "")
                  .body()
                  .items("items"))
          .hasSize(1);
      assertThat(server.send("DELETE", maps() + "?labelSelector=all", "", "").code())
          .isEqualTo(200);
      assertThat(server.send("GET", maps() + "?labelSelector=all", "", "").body().items("items"))
          .isEmpty();
    }
  }

  @Test
  void aDefinitionMakesAKindThatBehavesAlike() {
    var group = namespace + ".example.org";
    same(
        "POST",
        "/apis/apiextensions.k8s.io/v1/customresourcedefinitions",
        JSON,
        text("lamps.json"));
    var lamps = "/apis/" + group + "/v1/namespaces/" + namespace + "/lamps";
    for (var server : List.of(real, sandbox)) {
      Waiting.until(() -> server.send("GET", lamps, "", "").code() == 200);
    }
    var head =
        "{\"apiVersion\":\"" + group + "/v1\",\"kind\":\"Lamp\",\"metadata\":{\"name\":\"a\"}";
    same(
        "POST",
        lamps,
        JSON,
        head + ",\"spec\":{\"watts\":5,\"odd\":1,\"free\":{\"x\":[1]}},\"status\":{\"lit\":true}}");
    same("GET", lamps + "/a", "", "");
    same("PATCH", lamps + "/a", MERGE, "{\"spec\":{\"watts\":\"five\"}}");
    same("PATCH", lamps + "/a", MERGE, "{\"spec\":{\"watts\":-5}}");
    same("PATCH", lamps + "/a", MERGE, "{\"spec\":{\"watts\":6}}");
    same("PATCH", lamps + "/a/status", MERGE, "{\"spec\":{\"watts\":7},\"status\":{\"lit\":true}}");
    same("PATCH", lamps + "/a", MERGE, "{\"metadata\":{\"finalizers\":[\"example.org/hold\"]}}");
    same("PATCH", lamps + "/a?fieldManager=me", APPLY, head + ",\"spec\":{\"watts\":8}}");
    same(
        "PATCH", lamps + "/a?fieldManager=me&force=true", APPLY, head + ",\"spec\":{\"watts\":8}}");
    same("PATCH", lamps + "/a", "application/strategic-merge-patch+json", "{}");
    same("DELETE", lamps + "/a", "", "");
    same("PATCH", lamps + "/a", MERGE, "{\"metadata\":{\"finalizers\":null}}");
    same("GET", lamps + "/a", "", "");
    same("POST", lamps, JSON, head.replace("\"a\"", "\"b\"") + "}");
  }

  @Test
  void aWatchTellsWhatChangesAndWhatIsForgotten() {
    for (var server : List.of(real, sandbox)) {
      var path =
          maps()
              + "?watch=1&timeoutSeconds=1&labelSelector=w&allowWatchBookmarks=1&resourceVersion=";
      var named =
          "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"w\",\"labels\":{\"w\":\"1\"}}}";
      var before =
          server
              .send("GET", maps(), "", "")
              .body()
              .text("metadata", "resourceVersion")
              .orElseThrow();
      server.send("POST", maps(), JSON, named);
      server.send("PATCH", maps() + "/w", MERGE, "{\"data\":{\"a\":\"1\"}}");
      server.send("PATCH", maps() + "/w", MERGE, "{\"metadata\":{\"labels\":{\"w\":null}}}");
      server.send("PATCH", maps() + "/w", MERGE, "{\"metadata\":{\"labels\":{\"w\":\"2\"}}}");
      server.send("DELETE", maps() + "/w", "", "");
      assertThat(types(server, path + before))
          .as(server.toString())
          .startsWith("ADDED", "MODIFIED", "DELETED", "ADDED", "DELETED");
      server.send("POST", maps(), JSON, named);
      assertThat(types(server, path)).as(server.toString()).startsWith("ADDED");
      assertThat(types(server, path + "&sendInitialEvents=true&resourceVersionMatch=NotOlderThan"))
          .as(server.toString())
          .startsWith("ADDED", "BOOKMARK");
      server.send("DELETE", maps() + "/w", "", "");
    }
  }

  private static List<String> types(Server server, String path) {
    var body =
        server.raw("GET", path, "", "", java.net.http.HttpResponse.BodyHandlers.ofString()).body();
    return body.lines().map(l -> Json.parse(l, path).text("type").orElse("")).toList();
  }
}
