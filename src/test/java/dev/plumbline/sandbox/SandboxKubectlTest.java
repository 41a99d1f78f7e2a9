package dev.plumbline.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.testing.ControlPlane;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The real kubectl against the sandbox with its controllers.
class SandboxKubectlTest {

  private static final String WEB =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web}
      spec:
        replicas: 2
        selector: {matchLabels: {app: web}}
        template:
          metadata: {labels: {app: web}}
          spec: {containers: [{name: web, image: "example.org/web:1.0"}]}
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: web}
      spec: {selector: {app: web}, ports: [{port: 80, targetPort: 8080}]}
      """;

  @TempDir Path folder;

  private Path kubectl;
  private Sandbox sandbox;

  private record Said(int exit, String out, String err) {}

  @BeforeEach
  void begin() throws IOException {
    kubectl = ControlPlane.shared().kubectl();
    sandbox = Sandbox.start(Sandbox.Options.usual());
    Files.writeString(folder.resolve("kubeconfig"), sandbox.kubeconfig(Map.of("demo", "default")));
  }

  @AfterEach
  void end() {
    if (sandbox != null) {
      sandbox.close();
    }
  }

  private Said run(String stdin, String... arguments) {
    var argv =
        new ArrayList<>(
            List.of(kubectl.toString(), "--kubeconfig=" + folder.resolve("kubeconfig")));
    argv.addAll(List.of(arguments));
    try {
      var err = folder.resolve("err");
      var process = new ProcessBuilder(argv).redirectError(err.toFile()).start();
      try (var in = process.getOutputStream()) {
        in.write(stdin.getBytes(StandardCharsets.UTF_8));
      }
      var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Said(process.waitFor(), out, Files.readString(err));
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private String ok(String stdin, String... arguments) {
    var said = run(stdin, arguments);
    assertThat(said.exit()).as(said.toString()).isZero();
    return said.out();
  }

  @Test
  void itsDailyWordsWork() {
    ok(WEB, "apply", "--server-side", "-f-");
    assertThat(run(WEB, "diff", "--server-side", "-f-").exit()).isZero();
    assertThat(ok("", "rollout", "status", "deployment/web", "--timeout=20s"))
        .contains("successfully");
    assertThat(ok("", "get", "deployments")).contains("NAME", "web");
    assertThat(ok("", "get", "pods", "-o", "name").lines()).hasSize(2);
    assertThat(ok("", "logs", "deployment/web")).contains("simulated");
    assertThat(ok("", "get", "events", "-o", "yaml")).contains("ScalingReplicaSet");
    assertThat(ok("", "get", "endpoints", "web", "-o", "jsonpath={.subsets[0].addresses[*].ip}"))
        .isNotEmpty();

    ok("", "scale", "deployment/web", "--replicas=3");
    ok("", "label", "deployment/web", "team=a");
    ok("", "annotate", "deployment/web", "note=b");
    ok("", "patch", "deployment/web", "--type=merge", "-p", "{\"spec\":{\"paused\":true}}");
    ok(
        "",
        "patch",
        "deployment/web",
        "--type=json",
        "-p",
        "[{\"op\":\"remove\",\"path\":\"/spec/paused\"}]");
    var strategic = run("", "patch", "deployment/web", "-p", "{\"spec\":{\"paused\":true}}");
    assertThat(strategic.exit()).isEqualTo(1);
    assertThat(strategic.err()).contains("strategic-merge-patch+json is not supported");
    var diff = run(WEB, "diff", "--server-side", "-f-");
    assertThat(diff.exit()).as(diff.toString()).isEqualTo(2);
    assertThat(diff.err()).contains("conflict");
    ok(WEB, "apply", "--server-side", "--force-conflicts", "-f-");
    assertThat(run(WEB, "diff", "--server-side", "-f-").exit()).isZero();

    ok(WEB, "delete", "-f-");
    Waiting.until(() -> ok("", "get", "pods,replicasets,endpointslices", "-o", "name").isEmpty());
    assertThat(run("", "exec", "web", "--", "ls").exit()).isNotZero();
  }

  @Test
  void whatItShowsIsWhatAClusterShows() {
    ok(WEB, "apply", "--server-side", "-f-");
    ok("", "rollout", "status", "deployment/web", "--timeout=20s");
    assertThat(ok("", "get", "deployments").replaceAll(" +", " ").lines())
        .first()
        .isEqualTo("NAME READY UP-TO-DATE AVAILABLE AGE");
    assertThat(ok("", "get", "deployments").replaceAll(" +", " ")).contains("web 2/2 2 2 ");
    assertThat(ok("", "get", "pods").replaceAll(" +", " "))
        .startsWith("NAME READY STATUS RESTARTS AGE")
        .contains(" 1/1 Running 0 ");
    assertThat(ok("", "get", "services").replaceAll(" +", " "))
        .startsWith("NAME TYPE CLUSTER-IP EXTERNAL-IP PORT(S) AGE")
        .contains(" <none> 80/TCP ");
  }

  @Test
  void namespacesComeFurnishedAndGoWithWhatIsInThem() {
    ok(
        "{\"apiVersion\":\"v1\",\"kind\":\"Namespace\",\"metadata\":{\"name\":\"shop\"}}",
        "apply",
        "--server-side",
        "-f-");
    Waiting.until(() ->
        ok("", "-n", "shop", "get", "serviceaccounts,configmaps", "-o", "name").lines().count()
            == 2);
    ok(WEB, "-n", "shop", "apply", "--server-side", "-f-");
    ok("", "delete", "namespace", "shop", "--timeout=20s");
    assertThat(run("", "get", "namespace", "shop").err()).contains("not found");
  }

  @Test
  void cascadesForegroundAndOrphan() {
    ok(WEB, "apply", "--server-side", "-f-");
    ok("", "rollout", "status", "deployment/web", "--timeout=20s");
    ok("", "delete", "deployment", "web", "--dry-run=server");
    assertThat(ok("", "get", "deployments", "-o", "name").lines()).hasSize(1);
    ok("", "delete", "deployment", "web", "--cascade=orphan");
    assertThat(ok("", "get", "replicasets", "-o", "name").lines()).hasSize(1);
    ok(WEB, "apply", "--server-side", "-f-");
    ok("", "delete", "deployment", "web", "--cascade=foreground", "--timeout=20s");
    assertThat(run("", "get", "deployment", "web").err()).contains("not found");
  }
}
