package dev.plumbline.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;

/// A real API server with etcd and controllers, started once for all tests of a JVM, on loopback.
/// It ends when this JVM does, however that ends. Where it was never built, the tests that ask for
/// it are skipped and one line on stderr says so; with `CI=true` they fail.
public final class ControlPlane {

  private static final String BUILD = "src/test/control-plane/parts.sh build";
  private static final AtomicInteger NAMESPACES = new AtomicInteger();

  private final Path parts;
  private final Path folder;
  private final String server;

  private ControlPlane(Path parts, Path folder, String server) {
    this.parts = parts;
    this.folder = folder;
    this.server = server;
  }

  /// The shared one; starts it when it is the first call.
  public static ControlPlane shared() {
    return there(Holder.RUNNING);
  }

  /// Another one, also shared, in which no controller changes anything: objects stay as the tests
  /// wrote them. Starts it when it is the first call.
  public static ControlPlane quiet() {
    return there(Quiet.RUNNING);
  }

  private static ControlPlane there(ControlPlane plane) {
    if (plane == null) {
      Assumptions.abort("no API server: " + BUILD);
    }
    return plane;
  }

  private static final class Holder {
    static final ControlPlane RUNNING = start(List.of("--controllers"));
  }

  private static final class Quiet {
    static final ControlPlane RUNNING = start(List.of());
  }

  /// The kubeconfig of a user: `admin`, `admin-ec` (an EC key), `viewer`, `token`.
  public Path kubeconfig(String user) {
    return folder.resolve(user + ".kubeconfig");
  }

  /// The kubeconfig of a user who may do everything.
  public Path kubeconfig() {
    return kubeconfig("admin");
  }

  /// The URL of the API server.
  public String server() {
    return server;
  }

  /// kubectl of the server's own version.
  public Path kubectl() {
    return parts.resolve("kubectl");
  }

  /// The kustomize program.
  public Path kustomize() {
    return parts.resolve("kustomize");
  }

  /// A program of the built parts (`helm`), without starting anything; empty when it is not built.
  public static Optional<Path> part(String name) {
    return Optional.ofNullable(parts()).map(p -> p.resolve(name)).filter(Files::isExecutable);
  }

  /// Makes a namespace that no other test has.
  ///
  /// @param prefix the beginning of its name
  public String namespace(String prefix) {
    var name =
        prefix.toLowerCase(Locale.ROOT)
            + "-"
            + NAMESPACES.incrementAndGet()
            + "-"
            + Long.toString(ProcessHandle.current().pid(), 36);
    kubectl("", "create", "namespace", name);
    return name;
  }

  /// Runs kubectl as admin and returns its standard output; fails when it does.
  ///
  /// @param stdin what it reads
  public String kubectl(String stdin, String... arguments) {
    var argv = new java.util.ArrayList<>(List.of(kubectl().toString()));
    argv.add("--kubeconfig=" + kubeconfig());
    argv.addAll(List.of(arguments));
    try {
      var err = Files.createTempFile("kubectl", ".err");
      var process = new ProcessBuilder(argv).redirectError(err.toFile()).start();
      try (var in = process.getOutputStream()) {
        in.write(stdin.getBytes(StandardCharsets.UTF_8));
      }
      var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      var words = process.waitFor() == 0 ? "" : Files.readString(err);
      Files.delete(err);
      if (process.exitValue() != 0) {
        throw new AssertionError(String.join(" ", argv) + "\n" + words);
      }
      return out;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /// The folder of the built parts; null when they were not built.
  private static Path parts() {
    try {
      var process =
          new ProcessBuilder("src/test/control-plane/parts.sh", "path")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor() == 0 ? Path.of(out.strip()) : null;
    } catch (IOException e) {
      return null;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static ControlPlane start(List<String> flags) {
    var parts = parts();
    if (parts == null) {
      if ("true".equals(System.getenv("CI"))) {
        throw new AssertionError("The API server for the tests is not built: run " + BUILD);
      }
      System.err.println(
          "SKIPPED: every test that needs a real API server, because it is not built. Run "
              + BUILD);
      return null;
    }
    try {
      return start(parts, Files.createTempDirectory("plumbline-control-plane"), flags);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ControlPlane start(Path parts, Path folder, List<String> flags)
      throws IOException {
    var log = folder.resolve("control-plane.err");
    var argv = new ArrayList<>(List.of(parts.resolve("control-plane").toString()));
    argv.addAll(List.of("--dir", folder.toString()));
    argv.addAll(flags);
    var process = new ProcessBuilder(argv).redirectError(log.toFile()).start();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(process, folder)));
    // Kept open: when this JVM dies, its standard input ends and so does the control plane.
    var line = new BufferedReader(process.inputReader()).readLine();
    var server = line == null ? null : Pattern.compile("\"server\":\"([^\"]+)\"").matcher(line);
    if (server == null || !server.find()) {
      throw new AssertionError("The API server did not start: " + Files.readString(log));
    }
    return new ControlPlane(parts, folder, server.group(1));
  }

  private static void stop(Process process, Path folder) {
    try {
      process.getOutputStream().close();
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
      try (var files = Files.walk(folder)) {
        files.sorted(java.util.Comparator.reverseOrder()).forEach(f -> f.toFile().delete());
      }
    } catch (IOException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      process.destroyForcibly();
    }
  }
}
