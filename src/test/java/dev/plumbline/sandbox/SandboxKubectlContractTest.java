package dev.plumbline.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.testing.ControlPlane;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The same kubectl commands on the sandbox and on a real server: what they print and how they end
/// is the same but for times, ids and addresses.
class SandboxKubectlContractTest {

  private static final String SHOP =
      """
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: shop, labels: {app: shop}}
      data: {a: "1"}
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: shop, labels: {app: shop}}
      spec: {selector: {app: shop}, ports: [{port: 80, targetPort: 8080}]}
      """;

  private static final String CHANGED = SHOP.replace("\"1\"", "\"2\"");

  @TempDir Path folder;

  private record Said(int exit, String out, String err) {}

  @Test
  void commandsPrintAndEndAlike() throws IOException {
    var plane = ControlPlane.shared();
    var namespace = plane.namespace("kubectl");
    var file = folder.resolve("kubeconfig");
    try (var sandbox = Sandbox.start(new Sandbox.Options(0, InstantSource.system(), false))) {
      Files.writeString(file, sandbox.kubeconfig(Map.of("demo", "default")));
      run(plane, file, "", "create", "namespace", namespace);
      var differ = new ArrayList<String>();
      for (var command : commands()) {
        var argv = new ArrayList<>(List.of("-n", namespace));
        argv.addAll(List.of(command.line().split(" ", -1)));
        var words = argv.toArray(String[]::new);
        var real = run(plane, plane.kubeconfig(), command.in(), words);
        var here = run(plane, file, command.in(), words);
        if (!real.equals(here)) {
          differ.add(command.line() + "\nreal    " + real + "\nsandbox " + here);
        }
      }
      assertThat(differ).isEmpty();
      run(plane, file, SHOP, "-n", namespace, "apply", "--server-side", "-f-");
      var strategic = run(plane, file, "", "-n", namespace, "patch", "svc", "shop", "-p", "{}");
      assertThat(strategic.exit()).isEqualTo(1);
      assertThat(strategic.err()).contains("strategic-merge-patch+json is not supported");
    }
  }

  private record Command(String in, String line) {}

  private static List<Command> commands() {
    return List.of(
        new Command(SHOP, "diff --server-side -f -"),
        new Command(SHOP, "apply --server-side --dry-run=server -f -"),
        new Command(SHOP, "apply --server-side -f -"),
        new Command(SHOP, "apply --server-side -f -"),
        new Command(SHOP, "diff --server-side -f -"),
        new Command(CHANGED, "diff --server-side -f -"),
        new Command("", "get configmaps,services -l app=shop"),
        new Command("", "get services shop -o wide"),
        new Command("", "get configmap shop -o yaml --show-managed-fields"),
        new Command("", "get service shop -o jsonpath={.spec.ports[0].targetPort}"),
        new Command("", "get configmap nope"),
        new Command("", "get nopes"),
        new Command("", "label configmap shop tier=front"),
        new Command("", "label configmap shop tier=back"),
        new Command("", "label configmap shop tier=back --overwrite"),
        new Command("", "label configmap shop tier-"),
        new Command("", "label configmap shop bad=a@b"),
        new Command("", "annotate service shop note=b"),
        new Command("", "patch configmap shop --type=merge -p {\"data\":{\"a\":\"3\"}}"),
        new Command(
            "",
            "patch configmap shop --type=json -p"
                + " [{\"op\":\"add\",\"path\":\"/data/b\",\"value\":\"4\"}]"),
        new Command(
            "", "patch configmap shop --type=json -p [{\"op\":\"remove\",\"path\":\"/x\"}]"),
        new Command("", "patch service shop --type=merge -p {\"spec\":{\"ports\":[{\"port\":0}]}}"),
        new Command(CHANGED, "apply --server-side -f -"),
        new Command(CHANGED, "diff --server-side -f -"),
        new Command(CHANGED, "apply --server-side --force-conflicts -f -"),
        new Command("", "create configmap made --from-literal=a=b"),
        new Command("", "create configmap made --from-literal=a=b"),
        new Command("", "create deployment made --image=a:1 --dry-run=server -o yaml"),
        new Command("", "create secret generic made --from-literal=a=b"),
        new Command("", "create role made --verb=get --resource=pods"),
        new Command("", "auth can-i get pods"),
        new Command("", "delete configmap made --dry-run=server"),
        new Command("", "delete configmap,secret made"),
        new Command("", "delete configmap made"),
        new Command("", "delete configmap made --ignore-not-found"),
        new Command(SHOP, "delete -f -"));
  }

  private Said run(ControlPlane plane, Path kubeconfig, String in, String... arguments) {
    var argv = new ArrayList<>(List.of(plane.kubectl().toString(), "--kubeconfig=" + kubeconfig));
    argv.addAll(List.of(arguments));
    try {
      var err = folder.resolve("err");
      var process = new ProcessBuilder(argv).redirectError(err.toFile()).start();
      try (var stdin = process.getOutputStream()) {
        stdin.write(in.getBytes(StandardCharsets.UTF_8));
      }
      var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Said(process.waitFor(), plain(out), plain(Files.readString(err)));
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static String plain(String text) {
    return text.replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "UID")
        .replaceAll("resourceVersion: \"\\d+\"", "resourceVersion: N")
        .replaceAll("\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d[^\\s\",]*( [+-]\\d{4})?", "TIME")
        .replaceAll("/\\S*/(LIVE|MERGED)-\\d+", "/$1")
        .replaceAll("W\\d{4} \\S+ +\\d+ ", "WARNED ")
        .replaceAll("10\\.\\d+\\.\\d+\\.\\d+", "ADDRESS")
        .replaceAll("\\b\\d+s\\b", "AGE")
        .replaceAll(" +", " ");
  }
}
