package dev.plumbline.engine;

import dev.plumbline.driver.Ability;
import dev.plumbline.driver.Driver;
import dev.plumbline.driver.LogWish;
import dev.plumbline.engine.Session.LogRequest;
import dev.plumbline.model.Cancel;
import dev.plumbline.model.ClusterEvent;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.Tree;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Looks at single objects of an environment's cluster, which is made sure of first: a log of the
/// wrong cluster misleads as much as a comparison with it.
final class Inspect {

  private Inspect() {}

  static Optional<Tree.Obj> live(Targets.Target target, ResourceRef ref, Cancel cancel) {
    return driver(target, cancel).live(ref, cancel);
  }

  static List<ClusterEvent> events(Targets.Target target, ResourceRef ref, Cancel cancel) {
    return able(target, Ability.EVENTS, "tells no events", cancel).events(ref, cancel);
  }

  static void logs(
      Targets.Target target, LogRequest request, Consumer<String> line, Cancel cancel) {
    var wish =
        new LogWish(
            request.pod(),
            request.container(),
            request.tail(),
            request.follow(),
            request.previous());
    try {
      able(target, Ability.LOGS, "reads no logs", cancel).logs(wish, line, cancel);
    } catch (ProblemException e) {
      if (!(e.problem() instanceof Problem.Cancelled)) {
        throw e;
      }
    }
  }

  private static Driver able(
      Targets.Target target, Ability ability, String lacking, Cancel cancel) {
    var driver = driver(target, cancel);
    if (!driver.abilities().contains(ability)) {
      throw new ProblemException(
          new Problem.Refused(
              "What drives " + target.cluster().name() + " " + lacking,
              target.cluster().server(),
              "",
              ""));
    }
    return driver;
  }

  private static Driver driver(Targets.Target target, Cancel cancel) {
    if (target.choice() == Targets.Choice.CURRENT) {
      throw new ProblemException(
          new Problem.Refused(
              "No context stands for cluster " + target.cluster().name(),
              target.cluster().name(),
              "Map it to a context",
              "the current context is " + target.cluster().context()));
    }
    target.verify(cancel);
    return target.driver();
  }
}
