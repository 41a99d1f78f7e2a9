package dev.plumbline.workspace;

import dev.plumbline.model.Environment;
import dev.plumbline.model.ManifestSet.Warning;
import dev.plumbline.model.Origin;
import dev.plumbline.model.Problem;
import dev.plumbline.workspace.Workspace.Remark;
import java.util.ArrayList;
import java.util.LinkedHashSet;

/// Where an environment's files are comes from the revision, what may be done with it from the tip.
record TwoRevisions(Workspace atTip, Workspace atRevision) {

  Workspace merge() {
    var environments = new ArrayList<Environment>();
    var problems = new LinkedHashSet<>(atTip.problems());
    var remarks = new LinkedHashSet<>(atTip.remarks());
    problems.addAll(atRevision.problems());
    for (var tip : atTip.environments()) {
      var then = atRevision.environment(tip.name());
      if (then.isPresent()) {
        environments.add(merge(tip, then.get()));
      } else if (atTip.declared() && atRevision.declared()) {
        problems.add(notThere(tip));
      } else {
        environments.add(tip);
        remarks.add(new Remark(tip.name(), assumed(tip)));
      }
    }
    return new Workspace(
        environments,
        new ArrayList<>(problems),
        new ArrayList<>(remarks),
        atTip.declared(),
        atTip.rules());
  }

  private static Environment merge(Environment tip, Environment then) {
    return new Environment(
        tip.name(),
        then.path(),
        tip.branch(),
        tip.driver(),
        then.renderer(),
        tip.cluster(),
        tip.namespace(),
        tip.reviewed(),
        tip.promotesFrom(),
        tip.declared(),
        then.helm());
  }

  private static Problem notThere(Environment tip) {
    return new Problem.NotFound(
        "The environment " + tip.name() + " is not usable at this revision",
        Workspaces.FILE,
        "Choose a revision whose " + Workspaces.FILE + " declares it",
        "");
  }

  private static Warning assumed(Environment tip) {
    return new Warning(
        Origin.file(Workspaces.FILE),
        "This revision does not say where "
            + tip.name()
            + " is: "
            + (tip.path().isEmpty() ? "the root" : tip.path())
            + " is used, as at the tip");
  }
}
