package dev.plumbline.process;

import dev.plumbline.model.Cancel;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Programs of the operating system.
final class SystemPrograms implements Programs {

  /// What a program needs to find its user, its temporary files, its language and the network;
  /// everything else of our environment stays here.
  private static final Pattern CLEAN =
      Pattern.compile(
          "HOME|USER|LOGNAME|LANG|LC_[A-Z]+|TMPDIR|(?i:(http|https|all|no)_proxy|SystemRoot|windir"
              + "|ComSpec|PATHEXT|TEMP|TMP|USERPROFILE|APPDATA|LOCALAPPDATA|ProgramData)");

  /// By these Git says which repository it is in (`git rev-parse --local-env-vars`); a program that
  /// is started here is in another. And those that make it tell every step: nobody reads that here.
  private static final Pattern REPOSITORY =
      Pattern.compile(
          "GIT_(ALTERNATE_OBJECT_DIRECTORIES|OBJECT_DIRECTORY|DIR|WORK_TREE|IMPLICIT_WORK_TREE"
              + "|GRAFT_FILE|INDEX_FILE|NO_REPLACE_OBJECTS|REPLACE_REF_BASE|PREFIX|SHALLOW_FILE"
              + "|COMMON_DIR|NAMESPACE|TRACE\\w*|CURL_VERBOSE)");

  private final Map<String, String> own;
  private @Nullable String path;

  /// @param own the environment of this process
  SystemPrograms(Map<String, String> own) {
    this.own = Map.copyOf(own);
  }

  @Override
  public synchronized String path() {
    var known = path;
    if (known == null) {
      known = fromTerminal() ? own.getOrDefault("PATH", "") : LoginShell.path(own);
      path = known;
    }
    return known;
  }

  /// A terminal's shell has made the PATH already, and may have put a project's tools in front;
  /// asking a login shell would cost time and lose them.
  private boolean fromTerminal() {
    var terminal = own.getOrDefault("TERM", "");
    return !terminal.isEmpty() && !terminal.equals("dumb");
  }

  @Override
  public Optional<Path> find(String program) {
    if (program.contains("/") || program.contains(File.separator)) {
      return executable(Path.of(program));
    }
    for (var entry : path().split(File.pathSeparator, -1)) {
      var found = folder(entry).flatMap(f -> executable(f.resolve(program)));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  @Override
  public Result run(Command command, Consumer<String> errors, Cancel cancel) {
    cancel.check();
    var name = command.argv().getFirst();
    var program = find(name).orElseThrow(() -> new ProblemException(missing(name)));
    var argv = new ArrayList<>(command.argv());
    argv.set(0, program.toString());
    return Running.start(name, argv, command, environment(command)).toItsEnd(errors, cancel);
  }

  private Map<String, String> environment(Command command) {
    var environment = new java.util.HashMap<String, String>();
    own.forEach((key, value) -> {
      if ((command.inherit() && !REPOSITORY.matcher(key).matches())
          || CLEAN.matcher(key).matches()) {
        environment.put(key, value);
      }
    });
    environment.keySet().removeIf(key -> key.equalsIgnoreCase("PATH"));
    environment.put("PATH", path());
    environment.putAll(command.environment());
    return environment;
  }

  private Problem missing(String name) {
    return name.contains("/")
        ? new Problem.NotFound(name + " is not an executable file", "", "Check the path.", "")
        : new Problem.NotFound(name + " is not on the PATH", path(), "Install " + name + ".", "");
  }

  private static Optional<Path> folder(String entry) {
    try {
      return Optional.of(Path.of(entry)).filter(Path::isAbsolute);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static Optional<Path> executable(Path file) {
    var names = new ArrayList<>(List.of(file));
    if (File.separatorChar == '\\') {
      for (var suffix : List.of(".exe", ".cmd", ".bat")) {
        names.add(file.resolveSibling(name(file) + suffix));
      }
    }
    return names.stream().filter(f -> Files.isRegularFile(f) && Files.isExecutable(f)).findFirst();
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
  }

  /// The problem of a program that the system would not start.
  static ProblemException notStarted(String name, IOException e) {
    return new ProblemException(
        new Problem.NotFound(
            name + " could not be started",
            "",
            "Check the program.",
            String.valueOf(e.getMessage())),
        e);
  }
}
