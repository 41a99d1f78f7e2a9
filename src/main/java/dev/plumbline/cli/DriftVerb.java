package dev.plumbline.cli;

import dev.plumbline.drift.Drift;
import dev.plumbline.drift.ResourceDrift;
import dev.plumbline.drift.Rules;
import dev.plumbline.engine.Compare;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `drift`: each resource with its verdict and its fields.
@Command(
    name = "drift",
    description = "Compares an environment with its cluster.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:in sync", "1:drift", "2:something could not be compared", "64:bad usage"})
final class DriftVerb implements Callable<Integer> {

  private final Plumbline root;

  @Mixin private final Subject subject = new Subject();

  DriftVerb(Plumbline root) {
    this.root = root;
  }

  @Override
  public Integer call() {
    try (var repository = root.open()) {
      var env = repository.environment(subject.environment());
      var place = root.at(repository, env, subject.at());
      var target = root.reading(env);
      var drift = Compare.orUnknown(place, target, root.work("Compare", subject.environment()));
      if (root.output() == Output.TEXT) {
        print(drift);
      } else {
        root.console().tree(Shapes.drift(drift), root.output());
      }
      drift.problems().forEach(root.console()::problem);
      return switch (drift.verdict()) {
        case IN_SYNC -> Exit.DONE;
        case DRIFTED -> Exit.DRIFT;
        case UNKNOWN -> Exit.FAILED;
      };
    }
  }

  private void print(Drift drift) {
    var console = root.console();
    console.line(
        drift.environment()
            + " at "
            + drift.revision().shortId()
            + " on "
            + drift.cluster().context()
            + ": "
            + Said.verdict(drift));
    for (var r : drift.resources()) {
      if (r instanceof ResourceDrift.InSync(var ref, var origin, var notCounted)
          && notCounted.isEmpty()
          && drift.warnings(r).isEmpty()) {
        continue;
      }
      console.line(
          "  "
              + r.word().toUpperCase(Locale.ROOT).replace('-', ' ')
              + "  "
              + r.ref()
              + Said.note(r));
      drift.warnings(r).forEach(w -> console.line("      warning: " + w));
      for (var f : r.fields()) {
        console.line("      " + f.path() + "  " + f.cause().word());
        console.line("        git   " + f.desired().map(Said::value).orElse("absent"));
        console.line(
            "        live  " + f.live().map(Said::value).orElse("absent") + Said.owner(f.owner()));
        f.exemption().ifPresent(e -> console.line("        does not count: " + Said.exemption(e)));
      }
    }
    long same = drift.resources().stream().filter(r -> r instanceof ResourceDrift.InSync).count();
    console.line("  " + same + " in sync");
    drift.rules().stream()
        .filter(n -> n.standing() != Rules.Standing.APPLIED)
        .forEach(n -> console.remark(Said.rule(n)));
  }
}
