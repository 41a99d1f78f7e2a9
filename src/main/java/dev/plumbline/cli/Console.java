package dev.plumbline.cli;

import dev.plumbline.model.Problem;
import dev.plumbline.model.Tree;
import dev.plumbline.yaml.Json;
import dev.plumbline.yaml.Yaml;
import java.io.PrintStream;

/// Results to one stream, remarks to the other.
final class Console {

  private final PrintStream out;
  private final PrintStream err;

  Console(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  void line(String text) {
    out.println(text);
  }

  void text(String text) {
    out.print(text);
  }

  void flush() {
    out.flush();
    err.flush();
  }

  void remark(String text) {
    err.println(text);
  }

  /// What, where, what to do; below it the other program's own words.
  void problem(Problem problem) {
    err.println("plumbline: " + problem.sentence());
    problem.detail().lines().forEach(l -> err.println("  " + l));
  }

  /// A result in a machine's format.
  void tree(Tree tree, Output format) {
    switch (format) {
      case JSON -> out.println(Json.pretty(tree));
      case YAML -> out.print(Yaml.write(tree));
      case TEXT -> throw new IllegalArgumentException("text has no tree");
    }
  }
}
