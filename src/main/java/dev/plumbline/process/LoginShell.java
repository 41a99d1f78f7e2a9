package dev.plumbline.process;

import dev.plumbline.model.Cancel;
import dev.plumbline.model.ProblemException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks the login shell for its PATH. A desktop gives its programs a short PATH, without the
/// folders where kubectl, kustomize and the credential plugins of clouds usually are (STYLE.md,
/// section 10).
final class LoginShell {

  private static final Logger LOG = LoggerFactory.getLogger(LoginShell.class);

  /// Profiles print greetings: only what stands between two marks counts.
  private static final String MARK = "@plumbline-path@";

  private static final Duration LIMIT = Duration.ofSeconds(3);

  private LoginShell() {}

  /// The login shell's entries, then those of our own PATH that it does not have; our own PATH
  /// alone when the shell fails or takes longer than three seconds.
  static String path(Map<String, String> own) {
    var entries = new LinkedHashSet<String>();
    entries.addAll(List.of(ask(own).split(File.pathSeparator, -1)));
    entries.addAll(List.of(own.getOrDefault("PATH", "").split(File.pathSeparator, -1)));
    entries.remove("");
    return String.join(File.pathSeparator, entries);
  }

  private static String ask(Map<String, String> own) {
    var shell = Path.of(own.getOrDefault("SHELL", "/bin/sh"));
    if (!shell.isAbsolute() || !Files.isExecutable(shell)) {
      return "";
    }
    var script = "printf '%s%s%s' '" + MARK + "' \"$PATH\" '" + MARK + "'";
    var argv = List.of(shell.toString(), "-l", "-c", script);
    var command = new Programs.Command(argv, Path.of("/"), Map.of(), true, "", LIMIT, 1024L * 1024);
    try {
      var out =
          Running.start("the login shell", argv, command, own)
              .toItsEnd(line -> {}, Cancel.never())
              .out();
      int from = out.indexOf(MARK);
      int to = out.lastIndexOf(MARK);
      return from < to ? out.substring(from + MARK.length(), to) : "";
    } catch (ProblemException e) {
      LOG.warn("The PATH of this process is used: {}", e.getMessage());
      return "";
    }
  }
}
