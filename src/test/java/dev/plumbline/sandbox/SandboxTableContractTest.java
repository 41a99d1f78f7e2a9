package dev.plumbline.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.Tree;
import dev.plumbline.yaml.Json;
import dev.plumbline.yaml.Yaml;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The contract of [SandboxContractTest], for the tables of `kubectl get`: the same columns and
/// cells, but for ages and addresses. Workloads have no replicas here: controllers run only on the
/// real server.
class SandboxTableContractTest {

  private static final String JSON = "application/json";
  private static final Map<String, String> PLURALS =
      Map.ofEntries(
          Map.entry("ConfigMap", "/api/v1 configmaps"),
          Map.entry("Secret", "/api/v1 secrets"),
          Map.entry("Service", "/api/v1 services"),
          Map.entry("ServiceAccount", "/api/v1 serviceaccounts"),
          Map.entry("Pod", "/api/v1 pods"),
          Map.entry("Event", "/api/v1 events"),
          Map.entry("Deployment", "/apis/apps/v1 deployments"),
          Map.entry("ReplicaSet", "/apis/apps/v1 replicasets"),
          Map.entry("StatefulSet", "/apis/apps/v1 statefulsets"),
          Map.entry("DaemonSet", "/apis/apps/v1 daemonsets"),
          Map.entry("Ingress", "/apis/networking.k8s.io/v1 ingresses"),
          Map.entry("CronJob", "/apis/batch/v1 cronjobs"),
          Map.entry("PersistentVolumeClaim", "/api/v1 persistentvolumeclaims"),
          Map.entry("HorizontalPodAutoscaler", "/apis/autoscaling/v2 horizontalpodautoscalers"),
          Map.entry("PodDisruptionBudget", "/apis/policy/v1 poddisruptionbudgets"),
          Map.entry("NetworkPolicy", "/apis/networking.k8s.io/v1 networkpolicies"),
          Map.entry("RoleBinding", "/apis/rbac.authorization.k8s.io/v1 rolebindings"),
          Map.entry("EndpointSlice", "/apis/discovery.k8s.io/v1 endpointslices"),
          Map.entry("Lease", "/apis/coordination.k8s.io/v1 leases"));

  private static Both both;

  @BeforeAll
  static void connect() {
    both = Both.connected("tables");
  }

  @AfterAll
  static void disconnect() {
    if (both != null) {
      both.close();
    }
  }

  private static String collection(String kind) {
    var words = PLURALS.get(kind).split(" ", -1);
    return words[0] + "/namespaces/" + both.namespace() + "/" + words[1];
  }

  @Test
  void builtInKindsHaveTheSameColumnsAndCells() {
    var read = Yaml.read(both.text("tables.yaml").getBytes(StandardCharsets.UTF_8), "tables.yaml");
    assertThat(read.problems()).isEmpty();
    var differ = new ArrayList<String>();
    for (var document : read.documents()) {
      var object = document.body();
      var path = collection(object.text("kind").orElseThrow());
      for (var server : both.servers()) {
        var answer = server.send("POST", path, JSON, Json.compact(object));
        assertThat(answer.code()).as(server + " " + answer).isEqualTo(201);
      }
      compare(path + "/" + object.text("metadata", "name").orElseThrow(), differ);
    }
    compare("/api/v1/namespaces/default", differ);
    assertThat(differ).isEmpty();
  }

  private static void compare(String path, List<String> differ) {
    var real = told(both.real().tables(path).getFirst());
    var sandbox = told(both.sandbox().tables(path).getFirst());
    if (!real.equals(sandbox)) {
      differ.add(path + "\nreal    " + real + "\nsandbox " + sandbox);
    }
  }

  private static List<String> told(Tree table) {
    var told = new ArrayList<String>();
    for (var column : table.items("columnDefinitions")) {
      told.add(
          column.text("name").orElse("")
              + ":"
              + column.text("type").orElse("")
              + ":"
              + column.text("format").orElse("")
              + ":"
              + column.at("priority").orElse(Tree.Null.VALUE));
    }
    for (var row : table.items("rows")) {
      told.add(row.text("object", "kind").orElse("no object"));
      for (var cell : row.items("cells")) {
        told.add(
            Json.compact(cell)
                .replaceAll("\"\\d+s\"", "AGE")
                .replaceAll("10\\.\\d+\\.\\d+\\.\\d+", "ADDRESS")
                .replaceAll(":3\\d{4}/", ":NODE/"));
      }
    }
    return told;
  }

  @Test
  void theColumnsOfADefinitionAreFilledAlike() {
    var definitions = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";
    var group = both.namespace() + ".example.com";
    var racks = "/apis/" + group + "/v1/namespaces/" + both.namespace() + "/racks";
    both.same("POST", definitions, JSON, both.text("racks.json"));
    var differ = new ArrayList<String>();
    for (var server : both.servers()) {
      Waiting.until(() -> server.send("GET", racks, "", "").code() == 200);
      var head = "{\"apiVersion\":\"" + group + "/v1\",\"kind\":\"Rack\",\"metadata\":{\"name\":";
      server.send(
          "POST",
          racks,
          JSON,
          head
              + "\"a\"},\"spec\":{\"count\":2,\"num\":2.5,\"s\":\"t\",\"o\":{\"k\":\"v\",\"a\":\"b\"},\"tags\":[\"x\",\"y\"]}}");
      server.send("POST", racks, JSON, head + "\"b\"}}");
      server.send(
          "PATCH",
          racks + "/a/status",
          "application/merge-patch+json",
          "{\"status\":{\"lit\":true,\"conditions\":[{\"type\":\"Foo\",\"status\":\"False\"},{\"type\":\"Ready\",\"status\":\"True\"}]}}");
    }
    compare(racks, differ);
    compare(racks + "?includeObject=None", differ);
    assertThat(differ).isEmpty();
    both.real().send("DELETE", definitions + "/racks." + group, "", "");
  }

  @Test
  void aWatchTellsItsColumnsOnce() {
    var maps = collection("ConfigMap");
    for (var server : both.servers()) {
      for (var name : List.of("w1", "w2")) {
        server.send(
            "POST",
            maps,
            JSON,
            "{\"metadata\":{\"name\":\"" + name + "\",\"labels\":{\"w\":\"1\"}}}");
      }
      var told = server.tables(maps + "?watch=1&timeoutSeconds=1&labelSelector=w");
      assertThat(told).as(server.toString()).hasSize(2);
      assertThat(told.getFirst().items("object", "columnDefinitions")).hasSize(3);
      assertThat(told.getLast().at("object", "columnDefinitions")).contains(Tree.Null.VALUE);
      assertThat(told.getLast().items("object", "rows")).hasSize(1);
    }
  }
}
