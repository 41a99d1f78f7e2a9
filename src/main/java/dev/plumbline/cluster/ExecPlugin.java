package dev.plumbline.cluster;

import dev.plumbline.model.Cancel;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Tree;
import dev.plumbline.process.Programs;
import dev.plumbline.yaml.Json;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// A credential plugin of a kubeconfig (`exec`), run as client-go runs it: the login shell's PATH,
/// the whole environment, `KUBERNETES_EXEC_INFO`, no terminal. Its answer is kept until it expires
/// or the server refuses it; one run at a time.
final class ExecPlugin {

  private static final Set<String> VERSIONS =
      Set.of("client.authentication.k8s.io/v1", "client.authentication.k8s.io/v1beta1");
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final long MAX_OUTPUT = 1 << 20;

  private final Access access;
  private final Tree exec;
  private final Programs programs;
  private final ReentrantLock running = new ReentrantLock();
  private volatile @Nullable Given given;

  ExecPlugin(Access access, Tree exec, Programs programs) {
    this.access = access;
    this.exec = exec;
    this.programs = programs;
  }

  /// What a plugin answered.
  record Given(
      Optional<String> token,
      Optional<String> certificate,
      Optional<String> key,
      Optional<Instant> expires) {
    boolean valid() {
      return expires.isEmpty() || Instant.now().isBefore(expires.get());
    }

    @Override
    public String toString() {
      return "credential, expires " + expires;
    }
  }

  /// The credential, from the last run when that is still valid.
  Given current(Cancel cancel) {
    var known = given;
    if (known != null && known.valid()) {
      return known;
    }
    Waits.lock(running, cancel);
    try {
      known = given;
      if (known == null || !known.valid()) {
        known = run(cancel);
        given = known;
      }
      return known;
    } finally {
      running.unlock();
    }
  }

  /// Forgets the credential: the next request runs the plugin again.
  void forget() {
    given = null;
  }

  private Given run(Cancel cancel) {
    var version = exec.text("apiVersion").orElse("");
    if (!VERSIONS.contains(version)) {
      throw problem("speaks " + version + ", which is not known here", "Use v1 or v1beta1.", "");
    }
    if (exec.text("interactiveMode").filter("Always"::equals).isPresent()) {
      throw problem("wants a terminal, and there is none here", "Log in from a terminal.", "");
    }
    var command = command();
    var argv = new ArrayList<>(List.of(command));
    for (var arg : exec.items("args")) {
      argv.add(arg instanceof Tree.Str(String text) ? text : arg.toString());
    }
    var result =
        programs.run(
            new Programs.Command(
                argv,
                Path.of(System.getProperty("user.home")),
                environment(version),
                true,
                "",
                LIMIT,
                MAX_OUTPUT),
            cancel);
    if (result.exit() != 0) {
      throw problem("ended with exit code " + result.exit(), "Log in again.", result.err().strip());
    }
    return parse(result.out(), version);
  }

  /// The program: found on PATH, or beside the kubeconfig when it has a slash (as client-go does).
  private String command() {
    var name = exec.text("command").orElse("");
    if (name.contains("/")) {
      name = access.user().file().toAbsolutePath().resolveSibling(name).normalize().toString();
    }
    if (programs.find(name).isEmpty()) {
      throw new ProblemException(
          new Problem.Auth(
              "The kubeconfig context "
                  + access.context()
                  + " needs `"
                  + name
                  + "`, which is not on the PATH ("
                  + programs.path()
                  + ")",
              access.user().file().toString(),
              exec.text("installHint").map(String::strip).orElse("Install it."),
              ""));
    }
    return name;
  }

  private Map<String, String> environment(String version) {
    var environment = new LinkedHashMap<String, String>();
    for (var entry : exec.items("env")) {
      entry.text("name").ifPresent(name -> environment.put(name, entry.text("value").orElse("")));
    }
    environment.put("KUBERNETES_EXEC_INFO", Json.compact(info(version)));
    return environment;
  }

  private Tree info(String version) {
    var spec = Tree.obj("interactive", Tree.bool(false));
    if (exec.at("provideClusterInfo").filter(Tree.bool(true)::equals).isPresent()) {
      var cluster = Tree.obj("server", Tree.str(access.server()));
      for (var key : List.of("tls-server-name", "insecure-skip-tls-verify", "proxy-url")) {
        var value = access.cluster().body().get(key);
        cluster = value.isPresent() ? cluster.with(key, value.get()) : cluster;
      }
      var authority = access.content(access.cluster(), "certificate-authority");
      if (authority.isPresent()) {
        cluster = cluster.with("certificate-authority-data", Tree.str(Pem.base64(authority.get())));
      }
      for (var extension : access.cluster().body().items("extensions")) {
        if (extension
            .text("name")
            .filter("client.authentication.k8s.io/exec"::equals)
            .isPresent()) {
          cluster = cluster.with("config", extension.at("extension").orElse(Tree.Null.VALUE));
        }
      }
      spec = spec.with("cluster", cluster);
    }
    return Tree.obj(
        "apiVersion", Tree.str(version), "kind", Tree.str("ExecCredential"), "spec", spec);
  }

  private Given parse(String out, String version) {
    Tree answer;
    try {
      answer = Json.parse(out, "the answer of " + exec.text("command").orElse(""));
    } catch (ProblemException e) {
      throw problem("did not answer with JSON", "Run it by hand to see.", e.problem().sentence());
    }
    if (answer.text("kind").filter("ExecCredential"::equals).isEmpty()
        || answer.text("apiVersion").filter(version::equals).isEmpty()) {
      throw problem("did not answer with an ExecCredential of " + version, "Update it.", "");
    }
    var token = answer.text("status", "token").filter(s -> !s.isEmpty());
    var certificate = answer.text("status", "clientCertificateData").filter(s -> !s.isEmpty());
    if (token.isEmpty() && certificate.isEmpty()) {
      throw problem("gave neither a token nor a certificate", "Log in again.", "");
    }
    try {
      return new Given(
          token,
          certificate,
          answer.text("status", "clientKeyData").filter(s -> !s.isEmpty()),
          answer.text("status", "expirationTimestamp").map(Instant::parse));
    } catch (DateTimeParseException e) {
      throw problem("gave an expirationTimestamp that is no time", "Update it.", Access.words(e));
    }
  }

  private ProblemException problem(String what, String whatToDo, String detail) {
    return new ProblemException(
        access.auth(
            "The credential plugin " + exec.text("command").orElse("") + " " + what,
            access.user(),
            whatToDo,
            detail));
  }
}
