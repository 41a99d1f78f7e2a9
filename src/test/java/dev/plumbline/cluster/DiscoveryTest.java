package dev.plumbline.cluster;

import static dev.plumbline.cluster.Real.problem;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import dev.plumbline.model.Cancel;
import dev.plumbline.model.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Both forms of discovery, with an API that is down.
class DiscoveryTest {

  private static final String RESOURCES =
      """
      {"kind":"APIResourceList","resources":[
       {"name":"things","kind":"Thing","namespaced":true,"verbs":["get","list"]},
       {"name":"things/status","kind":"Thing","namespaced":true,"verbs":["get"]}]}\
      """;

  private static final Map<String, String> CLASSIC =
      Map.of(
          "/api",
          "{\"kind\":\"APIVersions\",\"versions\":[\"v1\"]}",
          "/api/v1",
          """
          {"kind":"APIResourceList","resources":[
           {"name":"nodes","kind":"Node","namespaced":false,"verbs":["get"]}]}\
          """,
          "/apis",
          """
          {"kind":"APIGroupList","groups":[
           {"name":"a.example","versions":[{"version":"v1beta1"},{"version":"v1"}],
            "preferredVersion":{"version":"v1"}},
           {"name":"down.example","versions":[{"version":"v1"}],
            "preferredVersion":{"version":"v1"}}]}\
          """,
          "/apis/a.example/v1",
          RESOURCES,
          "/apis/a.example/v1beta1",
          RESOURCES);

  private static final Map<String, String> AGGREGATED =
      Map.of(
          "/api",
          """
          {"kind":"APIGroupDiscoveryList","items":[{"metadata":{},"versions":[{"version":"v1",
           "freshness":"Current","resources":[{"resource":"nodes","scope":"Cluster",
           "responseKind":{"group":"","version":"v1","kind":"Node"},"verbs":["get"]}]}]}]}\
          """,
          "/apis",
          """
          {"kind":"APIGroupDiscoveryList","items":[
           {"metadata":{"name":"a.example"},"versions":[
            {"version":"v1","freshness":"Current","resources":[{"resource":"things",
             "scope":"Namespaced","responseKind":{"kind":"Thing"},"verbs":["get","list"]}]},
            {"version":"v1beta1","freshness":"Current","resources":[{"resource":"things",
             "scope":"Namespaced","responseKind":{"kind":"Thing"},"verbs":["get","list"]}]}]},
           {"metadata":{"name":"down.example"},"versions":[
            {"version":"v1","freshness":"Stale"}]}]}\
          """);

  @TempDir Path folder;

  private final Cancel cancel = Cancel.never();

  private static ApiDouble serving(Map<String, String> answers) {
    return new ApiDouble(exchange -> answer(exchange, answers));
  }

  private static void answer(HttpExchange exchange, Map<String, String> answers)
      throws IOException {
    var found = answers.get(exchange.getRequestURI().getPath());
    if (found == null) {
      ApiDouble.status(exchange, 503, "ServiceUnavailable", "no endpoints");
    } else {
      ApiDouble.json(exchange, 200, found);
    }
  }

  private void check(Cluster cluster) {
    assertThat(cluster.kind("a.example", "v1", "Thing", cancel))
        .contains(new Kind("a.example", "v1", "Thing", "things", true, Set.of("get", "list")));
    assertThat(cluster.kind("", "v1", "Node", cancel))
        .contains(new Kind("", "v1", "Node", "nodes", false, Set.of("get")));
    assertThat(cluster.servedVersions("a.example", "Thing", cancel))
        .containsExactly("v1", "v1beta1");
    assertThat(cluster.kind("a.example", "v1", "Other", cancel)).isEmpty();
    assertThat(cluster.kind("none.example", "v1", "Thing", cancel)).isEmpty();
    assertThat(problem(() -> cluster.kind("down.example", "v1", "Thing", cancel)))
        .isInstanceOf(Problem.Network.class)
        .extracting(Problem::what)
        .isEqualTo("The API down.example/v1 does not answer, so its kinds are not known");
    assertThat(problem(() -> cluster.servedVersions("down.example", "Thing", cancel)))
        .isInstanceOf(Problem.Network.class);
  }

  @Test
  void classicDiscoveryIsReadOnceAndAnApiThatIsDownIsRemembered() {
    try (var server = serving(CLASSIC)) {
      var cluster = server.open(folder, "{}", new NoPrograms());
      check(cluster);
      assertThat(server.requests).hasSize(6);
    }
  }

  @Test
  void aggregatedDiscoveryTakesTwoRequestsUntilItIsForgotten() {
    try (var server = serving(AGGREGATED)) {
      var cluster = server.open(folder, "{}", new NoPrograms());
      check(cluster);
      assertThat(server.requests).containsExactly("GET /api", "GET /apis");
      cluster.refreshDiscovery();
      check(cluster);
      assertThat(server.requests).hasSize(4);
    }
  }

  @Test
  void discoveryThatFailsIsAskedForAgain() {
    try (var server = serving(Map.of())) {
      var cluster = server.open(folder, "{}", new NoPrograms());
      assertThat(problem(() -> cluster.kind("", "v1", "Node", cancel)))
          .isInstanceOf(Problem.Network.class);
      assertThat(problem(() -> cluster.kind("", "v1", "Node", cancel)))
          .isInstanceOf(Problem.Network.class);
      assertThat(server.requests).hasSize(2);
    }
  }
}
