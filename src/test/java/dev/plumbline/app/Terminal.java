package dev.plumbline.app;

import dev.plumbline.cli.Cli;
import dev.plumbline.model.Tree;
import dev.plumbline.store.Folders;
import dev.plumbline.yaml.Json;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The command line as a person uses it, in this process, with a home of its own.
final class Terminal {

  private final Path home;
  private final List<String> always;

  /// @param always options that stand on every line
  Terminal(Path home, String... always) {
    this.home = home;
    this.always = List.of(always);
  }

  /// The same home with other options.
  Terminal with(String... options) {
    var all = new ArrayList<>(always);
    all.addAll(List.of(options));
    return new Terminal(home, all.toArray(String[]::new));
  }

  Folders folders() {
    return Folders.of(Map.of("PLUMBLINE_HOME", home.toString()), "Linux", home);
  }

  Said run(String... words) {
    var argv = new ArrayList<>(always);
    argv.addAll(List.of(words));
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var variables = Map.of("PLUMBLINE_HOME", home.toString(), "HOME", home.toString());
    int exit =
        Cli.run(
            argv.toArray(String[]::new),
            new Wiring(folders(), variables),
            "test",
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    return new Said(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /// What a run answered.
  record Said(int exit, String out, String err) {
    Tree json() {
      return Json.parse(out, "standard output");
    }

    /// The resource of a kind and name in the answer of `drift -o json`.
    Tree resource(String kind, String name) {
      return json().items("resources").stream()
          .filter(r ->
              r.text("ref", "kind").orElse("").equals(kind)
                  && r.text("ref", "name").orElse("").equals(name))
          .findFirst()
          .orElseThrow(() -> new AssertionError("no " + kind + " " + name + " in " + out + err));
    }

    String verdict(String kind, String name) {
      return resource(kind, name).text("verdict").orElse("");
    }
  }
}
