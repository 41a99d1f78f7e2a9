package dev.plumbline.git;

import dev.plumbline.model.Cancel;
import dev.plumbline.process.Programs;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Runs `git` so that it asks nobody, runs no program for a URL, speaks English and leaves the
/// upkeep of the repository to its owner.
final class GitProgram {

  private static final String ASKS_NOBODY =
      " -o BatchMode=yes -o ConnectTimeout=30 -o ServerAliveInterval=30 -o ServerAliveCountMax=4";

  private static final List<String> SETTINGS =
      List.of(
          "gc.auto=0",
          "maintenance.auto=false",
          "fetch.pruneTags=false",
          "fetch.recurseSubmodules=false",
          // A server that says nothing at all for two minutes is gone.
          "http.lowSpeedLimit=1",
          "http.lowSpeedTime=120");

  /// `GIT_ASKPASS` that is empty turns off every program that asks, `SSH_ASKPASS` too.
  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "LC_ALL", "C",
          "GIT_TERMINAL_PROMPT", "0",
          "GIT_ASKPASS", "",
          "SSH_ASKPASS", "",
          "SSH_ASKPASS_REQUIRE", "force",
          "GIT_ALLOW_PROTOCOL", "https:http:ssh:git:file",
          "GIT_DEFAULT_REF_FORMAT", "files");

  private static final Duration LONGEST = Duration.ofHours(12);
  private static final long MOST_OUTPUT = 64L << 20;

  private final Programs programs;

  GitProgram(Programs programs) {
    this.programs = programs;
  }

  /// Runs it to its end.
  ///
  /// @param gitDir the repository
  /// @param login of the URL, if it had one
  Programs.Result run(
      Path gitDir,
      List<String> args,
      Optional<Login> login,
      Consumer<String> errors,
      Cancel cancel) {
    var argv = new ArrayList<String>();
    argv.add("git");
    argv.add("--git-dir=" + gitDir);
    for (var setting : SETTINGS) {
      argv.addAll(List.of("-c", setting));
    }
    ssh(gitDir, cancel).ifPresent(ssh -> argv.addAll(List.of("-c", "core.sshCommand=" + ssh)));
    argv.addAll(args);
    var environment = new HashMap<>(ENVIRONMENT);
    login.ifPresent(l -> environment.putAll(l.environment()));
    return programs.run(command(argv, gitDir, environment, "", LONGEST), errors, cancel);
  }

  /// The answer of a command that asks nobody else; empty when it fails.
  Optional<String> ask(Path gitDir, Cancel cancel, String... args) {
    var argv = new ArrayList<>(List.of("git", "--git-dir=" + gitDir));
    argv.addAll(List.of(args));
    var result =
        programs.run(command(argv, gitDir, ENVIRONMENT, "", Duration.ofSeconds(30)), cancel);
    return result.exit() == 0 ? Optional.of(result.out().strip()) : Optional.empty();
  }

  /// Gives a login that worked to the person's credential helpers.
  void approve(Path gitDir, String description, Cancel cancel) {
    var argv = List.of("git", "--git-dir=" + gitDir, "credential", "approve");
    programs.run(command(argv, gitDir, ENVIRONMENT, description, Duration.ofMinutes(2)), cancel);
  }

  private static Programs.Command command(
      List<String> argv,
      Path folder,
      Map<String, String> environment,
      String stdin,
      Duration limit) {
    return new Programs.Command(argv, folder, environment, true, stdin, limit, MOST_OUTPUT);
  }

  /// The ssh command of the configuration, or plain `ssh`, with options by which OpenSSH asks
  /// nobody. Other programs (`plink`), and what the environment names, stay as they are.
  private Optional<String> ssh(Path gitDir, Cancel cancel) {
    var own = ask(gitDir, cancel, "config", "--get", "core.sshCommand").filter(s -> !s.isEmpty());
    if (own.isEmpty()) {
      return System.getenv("GIT_SSH") == null ? Optional.of("ssh" + ASKS_NOBODY) : Optional.empty();
    }
    var program = own.get().split(" ", 2)[0];
    return program.equals("ssh") || program.endsWith("/ssh")
        ? Optional.of(own.get() + ASKS_NOBODY)
        : Optional.empty();
  }
}
