package dev.plumbline.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.git.Git;
import dev.plumbline.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The main job on the command line, against the sandbox: that the demo can show it. It proves
/// nothing about real clusters; [MainJobTest] does.
class SandboxJobTest {

  @TempDir Path folder;

  @Test
  void fromOnlyInGitThroughSyncAndAManualEditToInSync() throws IOException {
    try (var sandbox = Sandbox.start(Sandbox.Options.usual())) {
      var kubeconfig = folder.resolve("kubeconfig");
      Files.writeString(kubeconfig, sandbox.kubeconfig(Map.of("demo-prod", "default")));
      var git = Git.init(folder.resolve("config"));
      Files.createDirectories(git.folder().resolve("envs/prod"));
      Files.writeString(
          git.folder().resolve("plumbline.yaml"),
          """
          apiVersion: plumbline.dev/v1
          environments:
            - name: shop/prod
              source: {path: envs/prod}
              render: plain
              cluster: prod-eu
              namespace: default
          """);
      Files.writeString(
          git.folder().resolve("envs/prod/web.yaml"),
          """
          apiVersion: apps/v1
          kind: Deployment
          metadata: {name: web}
          spec:
            replicas: 2
            selector: {matchLabels: {app: web}}
            template:
              metadata: {labels: {app: web}}
              spec:
                containers:
                  - name: web
                    image: example.org/web:1.0
                    resources: {limits: {cpu: 1000m, memory: 1024Mi}}
          ---
          apiVersion: v1
          kind: ConfigMap
          metadata: {name: settings}
          data: {mode: fast}
          ---
          apiVersion: v1
          kind: Secret
          metadata: {name: login}
          stringData: {password: hunter2hunter2}
          """);
      git.run("add", "-A");
      git.run("commit", "-qm", "Begin");
      var terminal =
          new Terminal(
              folder.resolve("home"),
              "--repo",
              git.folder().toString(),
              "--kubeconfig",
              kubeconfig.toString(),
              "--context",
              "demo-prod");

      var before = terminal.run("drift", "shop/prod", "-o", "json");
      assertThat(before.exit()).as(before.out() + before.err()).isEqualTo(1);
      assertThat(before.json().items("resources"))
          .hasSize(3)
          .allSatisfy(r -> assertThat(r.text("verdict")).contains("only-in-git"));

      sync(terminal);
      var after = terminal.run("drift", "shop/prod", "-o", "json");
      assertThat(after.exit()).as(after.out() + after.err()).isZero();

      Files.writeString(
          git.folder().resolve("envs/prod/web.yaml"),
          Files.readString(git.folder().resolve("envs/prod/web.yaml")).replace("fast", "slow"));
      git.run("commit", "-qam", "Slow");
      var drift = terminal.run("drift", "shop/prod", "-o", "json");
      assertThat(drift.verdict("ConfigMap", "settings")).isEqualTo("changed");
      assertThat(drift.verdict("Deployment", "web")).isEqualTo("in-sync");
      assertThat(terminal.run("plan", "shop/prod").exit()).isLessThan(2);
      sync(terminal);
      assertThat(terminal.run("drift", "shop/prod").exit()).isZero();
    }
  }

  private static void sync(Terminal terminal) {
    var said = terminal.run("sync", "shop/prod", "--yes");
    assertThat(said.exit()).as(said.out() + said.err()).isZero();
  }
}
