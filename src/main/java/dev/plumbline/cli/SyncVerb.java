package dev.plumbline.cli;

import dev.plumbline.engine.ConfigRepository;
import dev.plumbline.engine.MakePlan;
import dev.plumbline.engine.Sync;
import dev.plumbline.engine.Targets;
import dev.plumbline.model.Environment;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.plan.PlanFile;
import dev.plumbline.plan.SyncPlan;
import dev.plumbline.plan.SyncRecord;
import dev.plumbline.yaml.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `sync`: shows the plan, and runs it when told to.
@Command(
    name = "sync",
    description = "Brings an environment to its revision.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:done", "2:failed, partial or cancelled", "3:refused", "64:bad usage"})
final class SyncVerb implements Callable<Integer> {

  private final Plumbline root;

  @Mixin private final Subject subject = new Subject();

  @Option(
      names = "--plan",
      paramLabel = "FILE",
      description = "Runs exactly this plan, and refuses it when it is stale.")
  private @Nullable Path planFile;

  @Option(
      names = "--dry-run",
      description = "The same plan with the server's dry-run: nothing is written.")
  private boolean dryRun;

  @Option(
      names = "--unreviewed",
      paramLabel = "REASON",
      description = "Applies a commit that is not on the declared remote branch, and records why.")
  private @Nullable String reason;

  @Option(
      names = "--yes",
      description = "Applies. Without it the plan is shown and nothing is done.")
  private boolean yes;

  @Spec private CommandSpec spec = CommandSpec.create();

  SyncVerb(Plumbline root) {
    this.root = root;
  }

  @Override
  public Integer call() {
    if (planFile != null && subject.at().isPresent()) {
      throw new ParameterException(
          spec.commandLine(), "--plan has its own revision: --at cannot be given with it");
    }
    try (var repository = root.open()) {
      var env = repository.environment(subject.environment());
      repository
          .workspace()
          .warnings(subject.environment())
          .forEach(w -> root.console().remark(w.origin() + ": " + w.text()));
      if (repository.nothingReviewed()) {
        root.console().remark("No remote, nothing reviewed");
      }
      var target = root.targets().forWriting(env, root.context());
      var work = root.work(dryRun ? "Dry-run" : "Sync", subject.environment());
      var given = planFile == null ? Optional.<SyncPlan>empty() : Optional.of(read(planFile, env));
      var place = root.at(repository, env, given.map(p -> p.at().id()).or(subject::at));
      var plan = given.isPresent() ? given.get() : MakePlan.now(place, target, work);
      if (root.output() == Output.TEXT) {
        root.console().text(PlanText.of(plan));
      }
      if (!dryRun && !yes) {
        throw new ProblemException(
            new Problem.Refused(
                "Nothing was applied", subject.environment(), "Add --yes to apply the plan", ""));
      }
      return run(repository, env, place, target, plan, work);
    }
  }

  private int run(
      ConfigRepository repository,
      Environment env,
      ConfigRepository.At place,
      Targets.Target target,
      SyncPlan plan,
      dev.plumbline.engine.Work work) {
    if (repository.unreviewed(env, place.revision()).isEmpty() && reason != null) {
      root.console().remark("The commit is reviewed; the reason is recorded all the same");
    }
    if (root.output() == Output.TEXT) {
      var printed = new java.util.concurrent.atomic.AtomicInteger();
      work.results()
          .subscribe(all -> {
            synchronized (printed) {
              for (int i = printed.get(); i < all.size(); i++) {
                root.console().line("  " + StepText.of(all.get(i)));
              }
              printed.set(Math.max(printed.get(), all.size()));
            }
          });
    }
    var record =
        root.house()
            .sync()
            .run(
                repository,
                place,
                target,
                plan,
                new Sync.Wish(dryRun, Optional.ofNullable(reason)),
                work);
    work.end(Optional.empty());
    tell(record);
    return switch (record.outcome()) {
      case "done" -> Exit.DONE;
      case "refused" -> Exit.REFUSED;
      default -> Exit.FAILED;
    };
  }

  private void tell(SyncRecord record) {
    if (root.output() == Output.TEXT) {
      root.console()
          .line(
              record.environment()
                  + ": "
                  + record.verb()
                  + " "
                  + record.outcome()
                  + record.message().map(m -> ". " + m).orElse(""));
    } else {
      root.console().tree(Shapes.record(record), root.output());
    }
  }

  private static SyncPlan read(Path file, Environment env) {
    try {
      var plan = PlanFile.fromTree(Json.parse(Files.readAllBytes(file), file.toString()));
      if (!plan.environment().equals(env.name())) {
        throw new ProblemException(
            new Problem.Refused(
                "The plan is for " + plan.environment() + ", not for " + env.name(),
                file.toString(),
                "Name the environment of the plan",
                ""));
      }
      return plan;
    } catch (IOException e) {
      throw new ProblemException(
          new Problem.NotFound("The plan cannot be read", file.toString(), "", e.toString()), e);
    }
  }
}
