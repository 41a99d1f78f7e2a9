package dev.plumbline.plan;

import dev.plumbline.model.Revision;
import dev.plumbline.model.Tree;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A plan as a document: refs, hashes, UIDs and fingerprints, the revision and the cluster. No body
/// and no value of a field stands in it; whoever runs it renders again at its revision.
public final class PlanFile {

  private static final String FORMAT = "plumbline.dev/plan/v1";
  private static final String AWAIT_CRD = "await-crd";
  private static final Map<String, Step.Action> ACTIONS =
      Map.of("create", Step.Action.CREATE, "change", Step.Action.CHANGE);

  private PlanFile() {}

  /// The document. The fields that change are left out: they are computed when it is shown.
  public static Tree.Obj toTree(SyncPlan plan) {
    return Tree.obj(
        "format", Tree.str(FORMAT),
        "id", Tree.str(plan.id()),
        "environment", Tree.str(plan.environment()),
        "revision", Tree.obj("id", Tree.str(plan.at().id()), "name", Tree.str(plan.at().name())),
        "cluster", Shared.cluster(plan.cluster()),
        "clusterUid", Tree.str(plan.clusterUid()),
        "computed", Tree.str(plan.computed().toString()),
        "stages", new Tree.Arr(plan.stages().stream().map(PlanFile::stage).toList()),
        "leftOut", new Tree.Arr(plan.leftOut().stream().map(PlanFile::leftOut).toList()),
        "untouched", Tree.Num.of(plan.untouched()));
  }

  private static Tree stage(Stage stage) {
    return Tree.obj(
        "name",
        Tree.str(stage.name()),
        "steps",
        new Tree.Arr(stage.steps().stream().map(PlanFile::step).toList()));
  }

  private static Tree step(Step step) {
    return switch (step) {
      case Step.Apply apply ->
          Shared.present(
              "action",
              apply.action() == Step.Action.CREATE ? "create" : "change",
              "ref",
              Shared.ref(apply.ref()),
              "desiredHash",
              apply.desiredHash(),
              "uid",
              apply.uid(),
              "fingerprint",
              apply.fingerprint());
      case Step.AwaitCrd await ->
          Tree.obj("action", Tree.str(AWAIT_CRD), "ref", Shared.ref(await.ref()));
    };
  }

  private static Tree leftOut(SyncPlan.LeftOut out) {
    return Tree.obj(
        "ref", Shared.ref(out.ref()), "problem", Shared.problem(out.ref(), out.problem()));
  }

  /// Reads a document; its applies come back without fields. Throws
  /// [dev.plumbline.model.ProblemException] `Invalid` when something is missing, has another form,
  /// or the version is not known.
  public static SyncPlan fromTree(Tree tree) {
    var plan = Reading.of("plan", tree);
    if (!plan.text("format").equals(FORMAT)) {
      throw plan.invalid("format", "is not " + FORMAT);
    }
    var revision = plan.object("revision");
    return new SyncPlan(
        plan.text("id"),
        plan.text("environment"),
        new Revision(revision.text("id"), revision.text("name")),
        Shared.cluster(plan.object("cluster")),
        plan.text("clusterUid"),
        plan.time("computed"),
        plan.objects("stages").stream()
            .map(s ->
                new Stage(s.text("name"), s.objects("steps").stream().map(PlanFile::step).toList()))
            .toList(),
        plan.objects("leftOut").stream()
            .map(o ->
                new SyncPlan.LeftOut(
                    Shared.ref(o.object("ref")), Shared.problem(o.object("problem"))))
            .toList(),
        plan.number("untouched"));
  }

  private static Step step(Reading at) {
    var ref = Shared.ref(at.object("ref"));
    if (at.text("action").equals(AWAIT_CRD)) {
      return new Step.AwaitCrd(ref);
    }
    var action = at.word("action", ACTIONS);
    var hash = at.text("desiredHash");
    if (action == Step.Action.CREATE) {
      return new Step.Apply(ref, action, hash, Optional.empty(), Optional.empty(), List.of());
    }
    return new Step.Apply(
        ref,
        action,
        hash,
        Optional.of(at.text("uid")),
        Optional.of(at.text("fingerprint")),
        List.of());
  }
}
