package dev.plumbline.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.model.Tree;
import dev.plumbline.yaml.Yaml;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.concurrent.CompletionException;
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

  @Test
  void aStrangerIsNotAdmittedAndWhatIsNotPlayedSaysSo() {
    try (var server =
        Server.of(Sandbox.start(new Sandbox.Options(0, InstantSource.system(), false)))) {
      assertThat(server.stranger().send("GET", "/version", "", "").code()).isEqualTo(401);
      assertThat(server.send("GET", "/version", "", "").body().text("gitVersion").orElse(""))
          .contains("sandbox");
      var refused = server.send("GET", "/api/v1/componentstatuses", "", "");
      assertThat(refused.code()).isEqualTo(501);
      assertThat(refused.body().text("message").orElse("")).contains("sandbox does not do this");
      assertThat(server.send("GET", "/api/v1/namespaces/default/pods/a/exec", "", "").code())
          .isEqualTo(501);
    }
  }

  @Test
  void aWebSocketIsTurnedAwayAtOnce() {
    try (var server = Server.of(Sandbox.start(Sandbox.Options.usual()))) {
      var begin = System.nanoTime();
      assertThatThrownBy(() -> server.upgrade("/api/v1/pods?watch=true"))
          .isInstanceOf(CompletionException.class);
      assertThat(System.nanoTime() - begin).isLessThan(5_000_000_000L);
    }
  }

  @Test
  void aForgottenMomentIsGone() {
    try (var server = Server.of(Sandbox.start(Sandbox.Options.usual()))) {
      var watched = server.send("GET", "/api/v1/pods?watch=true&resourceVersion=1", "", "").body();
      assertThat(watched.text("type")).contains("ERROR");
      assertThat(watched.at("object", "code")).contains(Tree.Num.of(410));
    }
  }
}
