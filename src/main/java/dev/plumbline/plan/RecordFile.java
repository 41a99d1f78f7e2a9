package dev.plumbline.plan;

import dev.plumbline.model.Tree;
import java.util.Map;
import java.util.Optional;

/// A record of the activity log as a document. It names objects and outcomes and holds no value of
/// any field.
public final class RecordFile {

  private static final String FORMAT = "plumbline.dev/record/v1";
  private static final Map<String, StepResult.Outcome> OUTCOMES =
      Map.of(
          "done", StepResult.Outcome.DONE,
          "failed", StepResult.Outcome.FAILED,
          "not-run", StepResult.Outcome.NOT_RUN);

  private RecordFile() {}

  /// The document.
  public static Tree.Obj toTree(SyncRecord record) {
    return Shared.present(
        "format",
        FORMAT,
        "id",
        record.id(),
        "verb",
        record.verb(),
        "environment",
        record.environment(),
        "cluster",
        Shared.cluster(record.cluster()),
        "revision",
        record.revision(),
        "started",
        record.started().toString(),
        "ended",
        record.ended().toString(),
        "osUser",
        record.osUser(),
        "gitIdentity",
        record.gitIdentity(),
        "clusterUser",
        record.clusterUser(),
        "reason",
        record.reason(),
        "planId",
        record.planId(),
        "outcome",
        record.outcome(),
        "steps",
        new Tree.Arr(record.steps().stream().map(RecordFile::step).toList()),
        "message",
        record.message());
  }

  private static Tree step(StepResult step) {
    var outcome =
        switch (step.outcome()) {
          case DONE -> "done";
          case FAILED -> "failed";
          case NOT_RUN -> "not-run";
        };
    var tree =
        Tree.obj(
            "ref", Shared.ref(step.ref()),
            "action", Tree.str(step.action()),
            "outcome", Tree.str(outcome),
            "took", Tree.str(step.took().toString()));
    var told =
        step.problem().map(p -> tree.with("problem", Shared.problem(step.ref(), p))).orElse(tree);
    if (step.warnings().isEmpty() || Shared.isSecret(step.ref())) {
      return told;
    }
    var warnings = step.warnings().stream().<Tree>map(Tree::str).toList();
    return told.with("warnings", new Tree.Arr(warnings));
  }

  /// Reads a document. Throws [dev.plumbline.model.ProblemException] `Invalid` when something is
  /// missing, has another form, or the version is not known.
  public static SyncRecord fromTree(Tree tree) {
    var record = Reading.of("record", tree);
    if (!record.text("format").equals(FORMAT)) {
      throw record.invalid("format", "is not " + FORMAT);
    }
    return new SyncRecord(
        record.text("id"),
        record.text("verb"),
        record.text("environment"),
        Shared.cluster(record.object("cluster")),
        record.text("revision"),
        record.time("started"),
        record.time("ended"),
        record.text("osUser"),
        record.maybe("gitIdentity"),
        record.maybe("clusterUser"),
        record.maybe("reason"),
        record.text("planId"),
        record.text("outcome"),
        record.objects("steps").stream().map(RecordFile::step).toList(),
        record.maybe("message"));
  }

  private static StepResult step(Reading at) {
    return new StepResult(
        Shared.ref(at.object("ref")),
        at.text("action"),
        at.word("outcome", OUTCOMES),
        at.has("problem") ? Optional.of(Shared.problem(at.object("problem"))) : Optional.empty(),
        at.duration("took"),
        at.texts("warnings"));
  }
}
