package dev.plumbline.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.yaml.Yaml;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import org.junit.jupiter.api.Test;

/// The door of the sandbox.
class SandboxTest {

  @Test
  void itsKubeconfigLeadsToItWithTheFirstContextCurrent() {
    try (var sandbox = Sandbox.start(Sandbox.Options.usual())) {
      assertThat(sandbox.server().getHost()).isEqualTo("127.0.0.1");
      var contexts = new LinkedHashMap<String, String>();
      contexts.put("demo-prod", "shop");
      contexts.put("demo-dev", "dev");
      var config =
          Yaml.read(sandbox.kubeconfig(contexts).getBytes(StandardCharsets.UTF_8), "k")
              .documents()
              .getFirst()
              .body();
      assertThat(config.text("current-context")).contains("demo-prod");
      assertThat(config.items("contexts")).hasSize(2);
      assertThat(config.items("clusters").getFirst().text("cluster", "server").map(URI::create))
          .contains(sandbox.server());
    }
  }
}
