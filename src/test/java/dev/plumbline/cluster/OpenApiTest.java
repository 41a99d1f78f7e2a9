package dev.plumbline.cluster;

import static dev.plumbline.cluster.Real.problem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.Cancel;
import dev.plumbline.model.Problem;
import dev.plumbline.testing.ControlPlane;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The server's descriptions of its types.
class OpenApiTest {

  @TempDir Path folder;

  private final Cancel cancel = Cancel.never();

  @Test
  void aRealServerDescribesItsTypesUnderAHash() {
    try (var cluster = Real.as(ControlPlane.shared(), "admin")) {
      var addresses = cluster.openApi(cancel);
      assertThat(addresses).containsKeys("api/v1", "apis/apps/v1");
      var document = cluster.openApi(addresses.get("apis/apps/v1"), cancel);
      assertThat(document.fields("components", "schemas"))
          .containsKey("io.k8s.api.apps.v1.Deployment");
    }
  }

  @Test
  void onlyHashedAddressesOfThisServerCount() {
    var index =
        """
        {"paths": {
          "api/v1": {"serverRelativeURL": "/openapi/v3/api/v1?hash=0A1B"},
          "apis/a/v1": {"serverRelativeURL": "/openapi/v3/apis/a/v1"},
          "apis/b/v1": {"serverRelativeURL": "https://elsewhere/openapi/v3/apis/b/v1?hash=1"},
          "apis/c/v1": {"serverRelativeURL": 7},
          "apis/d/v1": 7}}
        """;
    try (var server = new ApiDouble(exchange -> ApiDouble.json(exchange, 200, index));
        var cluster = server.open(folder, "{}", new NoPrograms())) {
      assertThat(cluster.openApi(cancel)).containsOnlyKeys("api/v1");
      assertThat(problem(() -> cluster.openApi("https://elsewhere/x", cancel)))
          .isInstanceOf(Problem.Unexpected.class);
    }
  }

  @Test
  void aServerWithoutItSaysNothing() {
    try (var server = new ApiDouble(exchange -> ApiDouble.status(exchange, 404, "NotFound", "no"));
        var cluster = server.open(folder, "{}", new NoPrograms())) {
      assertThat(cluster.openApi(cancel)).isEmpty();
    }
  }

  @Test
  void anAnswerWithoutEndIsCut() {
    try (var server =
            new ApiDouble(exchange -> {
              exchange.sendResponseHeaders(200, 0);
              var block = " ".repeat(1 << 20).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
              for (int i = 0; i < 64; i++) {
                exchange.getResponseBody().write(block);
              }
            });
        var cluster = server.open(folder, "{}", new NoPrograms())) {
      assertThat(problem(() -> cluster.openApi(cancel))).isInstanceOf(Problem.Network.class);
    }
  }
}
