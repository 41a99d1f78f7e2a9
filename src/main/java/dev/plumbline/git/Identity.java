package dev.plumbline.git;

import dev.plumbline.model.Cancel;
import dev.plumbline.model.ProblemException;
import dev.plumbline.process.Programs;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.Config;

/// Who commits. JGit does not follow `includeIf`, so that it may give another address than Git
/// would write; where there is a `git`, it is asked.
final class Identity {

  private static final List<String> KEYS =
      List.of("author.name", "author.email", "user.name", "user.email");

  private final Optional<Programs> programs;

  Identity(Optional<Programs> programs) {
    this.programs = programs;
  }

  Optional<String> of(Config config, Path folder) {
    var values = programs.flatMap(p -> ask(p, folder)).orElseGet(() -> read(config));
    var name = first(values, "author.name", "user.name");
    var email = first(values, "author.email", "user.email");
    return name.flatMap(n -> email.map(e -> n + " <" + e + ">"));
  }

  private static Optional<String> first(Map<String, String> values, String key, String otherwise) {
    return Optional.ofNullable(values.get(key))
        .or(() -> Optional.ofNullable(values.get(otherwise)))
        .map(String::strip)
        .filter(v -> !v.isEmpty());
  }

  private static Map<String, String> read(Config config) {
    var values = new HashMap<String, String>();
    for (var key : KEYS) {
      int dot = key.indexOf('.');
      var value = config.getString(key.substring(0, dot), null, key.substring(dot + 1));
      if (value != null) {
        values.put(key, value);
      }
    }
    return values;
  }

  /// Empty when there is no `git`, or it does not answer (it refuses folders of other owners).
  private static Optional<Map<String, String>> ask(Programs programs, Path folder) {
    if (programs.find("git").isEmpty()) {
      return Optional.empty();
    }
    var command =
        new Programs.Command(
            List.of("git", "config", "--null", "--get-regexp", "^(author|user)\\.(name|email)$"),
            folder,
            Map.of(),
            true,
            "",
            Duration.ofSeconds(5),
            1 << 20);
    Programs.Result result;
    try {
      result = programs.run(command, Cancel.never());
    } catch (ProblemException e) {
      return Optional.empty();
    }
    if (result.exit() != 0 && result.exit() != 1) {
      return Optional.empty();
    }
    var values = new HashMap<String, String>();
    for (var line : result.out().split("\0", -1)) {
      int lf = line.indexOf('\n');
      if (lf > 0) {
        values.put(line.substring(0, lf).toLowerCase(Locale.ROOT), line.substring(lf + 1));
      }
    }
    return Optional.of(values);
  }
}
