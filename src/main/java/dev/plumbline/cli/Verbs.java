package dev.plumbline.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/// The verbs. One that a command line does not name is not made: reading the annotations of its
/// options takes longer than most of what a short command line has to do.
final class Verbs {

  private static final List<String> NAMES =
      List.of(
          "envs",
          "render",
          "drift",
          "plan",
          "sync",
          "history",
          "activity",
          "clone",
          "fetch",
          "sandbox",
          "demo",
          "tour");

  private Verbs() {}

  static void add(CommandLine line, Plumbline root, String[] args) {
    var words = List.of(args);
    boolean help = words.stream().anyMatch(Verbs::mayAskForHelp);
    for (var name : NAMES) {
      if (words.contains(name)) {
        line.addSubcommand(made(name, root));
      } else if (help) {
        line.addSubcommand(name, described(made(name, root)));
      }
    }
  }

  /// What the list of verbs says of it, and nothing else of it.
  private static CommandSpec described(Object verb) {
    var spec = CommandSpec.create();
    spec.usageMessage().description(verb.getClass().getAnnotation(Command.class).description());
    return spec;
  }

  private static boolean mayAskForHelp(String word) {
    return word.startsWith("-h")
        || word.equals("--help")
        || (word.startsWith("-V") && word.contains("h"));
  }

  private static Object made(String name, Plumbline root) {
    return switch (name) {
      case "envs" -> new EnvsVerb(root);
      case "render" -> new RenderVerb(root);
      case "drift" -> new DriftVerb(root);
      case "plan" -> new PlanVerb(root);
      case "sync" -> new SyncVerb(root);
      case "history" -> new HistoryVerb(root);
      case "activity" -> new ActivityVerb(root);
      case "clone" -> new CloneVerb(root);
      case "fetch" -> new FetchVerb(root);
      case "sandbox" -> new SandboxVerb(root);
      case "demo" -> new DemoVerb(root);
      case "tour" -> new TourVerb(root);
      default -> throw new IllegalArgumentException(name);
    };
  }
}
