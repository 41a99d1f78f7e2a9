package dev.plumbline.cli;

import dev.plumbline.engine.MakePlan;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.plan.PlanFile;
import dev.plumbline.yaml.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `plan`: what a sync would do.
@Command(name = "plan", description = "Shows what a sync would do.")
final class PlanVerb implements Callable<Integer> {

  private final Plumbline root;

  @Mixin private final Subject subject = new Subject();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Writes the plan to a file, for sync --plan.")
  private @Nullable Path file;

  PlanVerb(Plumbline root) {
    this.root = root;
  }

  @Override
  public Integer call() {
    try (var repository = root.open()) {
      var env = repository.environment(subject.environment());
      var place = root.at(repository, env, subject.at());
      var plan = MakePlan.now(place, root.reading(env), root.work("Plan", subject.environment()));
      var written = PlanFile.toTree(plan);
      if (file != null) {
        write(file, Json.pretty(written) + "\n");
      }
      if (root.output() == Output.TEXT) {
        root.console().text(PlanText.of(plan));
        repository
            .unreviewed(env, place.revision())
            .ifPresent(p -> root.console().remark(p.sentence()));
      } else {
        root.console().tree(written, root.output());
      }
      return Exit.DONE;
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new ProblemException(
          new Problem.Unexpected(
              "The plan cannot be written", file.toString(), "Choose another file", e.toString()),
          e);
    }
  }
}
