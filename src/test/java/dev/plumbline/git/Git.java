package dev.plumbline.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The real `git`, without the machine's own configuration.
public final class Git {

  private final Path folder;

  private Git(Path folder) {
    this.folder = folder;
  }

  public static Git at(Path folder) {
    return new Git(folder);
  }

  /// A new repository with the branch `main`.
  public static Git init(Path folder, String... options) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var git = new Git(folder);
    var argv = new ArrayList<>(List.of("init", "-q", "-b", "main"));
    argv.addAll(List.of(options));
    git.run(argv.toArray(String[]::new));
    return git;
  }

  public Path folder() {
    return folder;
  }

  /// Runs `git ARGS` and gives its output without the last line end; fails when git fails.
  public String run(String... args) {
    return feed(new byte[0], args);
  }

  public String feed(byte[] stdin, String... args) {
    var argv = new ArrayList<String>();
    argv.add("git");
    argv.addAll(Arrays.asList(args));
    try {
      var builder = new ProcessBuilder(argv).directory(folder.toFile());
      var environment = builder.environment();
      environment.keySet().removeIf(k -> k.startsWith("GIT_"));
      environment.put("GIT_CONFIG_GLOBAL", "/dev/null");
      environment.put("GIT_CONFIG_NOSYSTEM", "1");
      environment.put("GIT_AUTHOR_NAME", "Ada");
      environment.put("GIT_AUTHOR_EMAIL", "ada@example.org");
      environment.put("GIT_COMMITTER_NAME", "Bob");
      environment.put("GIT_COMMITTER_EMAIL", "bob@example.org");
      var errors = Files.createTempFile("git", ".err");
      var process = builder.redirectError(errors.toFile()).start();
      try (var in = process.getOutputStream()) {
        in.write(stdin);
      }
      var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int exit = process.waitFor();
      var words = Files.readString(errors);
      Files.delete(errors);
      if (exit != 0) {
        throw new AssertionError(argv + " gave " + exit + ": " + words);
      }
      return out.endsWith("\n") ? out.substring(0, out.length() - 1) : out;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  List<String> lines(String... args) {
    var out = run(args);
    return out.isEmpty() ? List.of() : out.lines().toList();
  }

  /// Writes a file into the work tree and commits it.
  String commit(String path, String content) {
    try {
      var file = folder.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    run("add", "-A");
    run("commit", "-q", "-m", "Set " + path);
    return run("rev-parse", "HEAD");
  }
}
