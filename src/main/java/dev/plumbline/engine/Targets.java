package dev.plumbline.engine;

import dev.plumbline.driver.Driver;
import dev.plumbline.driver.Drivers;
import dev.plumbline.model.Cancel;
import dev.plumbline.model.ClusterRef;
import dev.plumbline.model.Environment;
import dev.plumbline.model.KubeContext;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.store.Settings;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Which cluster an environment is compared with and applied to: the context that a person mapped
/// to its cluster name, or named now. The current context is good enough to look, never to write.
public final class Targets {

  private final Drivers drivers;
  private final Supplier<Settings> settings;
  private final Optional<Problem> unread;

  /// @param unread why the settings are the defaults although there are others
  public Targets(Drivers drivers, Supplier<Settings> settings, Optional<Problem> unread) {
    this.drivers = drivers;
    this.settings = settings;
    this.unread = unread;
  }

  /// What could not be read: a mapping or a context may be missing for it. A kubeconfig file that
  /// is not there is none of it, as for kubectl.
  public List<Problem> problems() {
    return Stream.concat(
            unread.stream(),
            drivers.problems().stream().filter(p -> !(p instanceof Problem.NotFound)))
        .toList();
  }

  /// How a context came to be chosen.
  public enum Choice {
    /// A person mapped the cluster name to it.
    MAPPED,
    /// It was named for this call.
    NAMED,
    /// Nobody chose: it is the current context.
    CURRENT
  }

  /// An environment's cluster and who drives it.
  public record Target(
      ClusterRef cluster, Choice choice, Optional<String> mappedUid, Driver driver) {

    /// Refuses a cluster that is not the one that was mapped. Connects.
    ///
    /// @return the cluster's UID; empty when this person may not read it
    public String verify(Cancel cancel) {
      var uid = driver.uid(cancel);
      if (mappedUid.isPresent() && !mappedUid.get().equals(uid)) {
        throw new ProblemException(
            new Problem.Refused(
                uid.isEmpty()
                    ? "You may no longer read Namespace kube-system, so nobody can tell whether context "
                        + cluster.context()
                        + " still leads to the cluster mapped as "
                        + cluster.name()
                    : "Context "
                        + cluster.context()
                        + " leads to another cluster than the one mapped as "
                        + cluster.name(),
                cluster.server(),
                "Map " + cluster.name() + " again if that is meant",
                "kube-system is "
                    + (uid.isEmpty() ? "not known" : uid)
                    + ", mapped was "
                    + mappedUid.get()));
      }
      return uid;
    }
  }

  /// The target for looking.
  ///
  /// @param context named for this call; else the mapping, else the current context
  public Target forReading(Environment environment, Optional<String> context) {
    var mapped = Optional.ofNullable(settings.get().clusters().get(environment.cluster()));
    if (context.isPresent()) {
      return target(environment, context.get(), Choice.NAMED, Optional.empty());
    }
    if (mapped.isPresent()) {
      return target(
          environment,
          mapped.get().context(),
          Choice.MAPPED,
          Optional.of(mapped.get().uid()).filter(u -> !u.isEmpty()));
    }
    var current = drivers.contexts().stream().filter(KubeContext::current).findFirst();
    return target(
        environment,
        current.map(KubeContext::name).orElseThrow(() -> noContext(environment)),
        Choice.CURRENT,
        Optional.empty());
  }

  /// The context that a person mapped to an environment's cluster; nothing is connected to know it.
  public Optional<String> mapped(Environment environment) {
    return Optional.ofNullable(settings.get().clusters().get(environment.cluster()))
        .map(Settings.Mapping::context);
  }

  /// The target for writing: a context that was mapped or named; the current one is refused.
  public Target forWriting(Environment environment, Optional<String> context) {
    var target = forReading(environment, context);
    if (target.choice() == Choice.CURRENT) {
      throw new ProblemException(
          new Problem.Refused(
              "No context stands for cluster " + environment.cluster(),
              environment.name(),
              "Name it with --context, or map it in the window",
              "the current context is " + target.cluster().context()));
    }
    return target;
  }

  private Target target(
      Environment environment, String context, Choice choice, Optional<String> uid) {
    var driver = drivers.open(environment, context);
    return new Target(
        new ClusterRef(environment.cluster(), context, driver.server()), choice, uid, driver);
  }

  private ProblemException noContext(Environment environment) {
    var problems = drivers.problems();
    return new ProblemException(
        problems.isEmpty()
            ? new Problem.NotFound(
                "There is no kubeconfig context for cluster " + environment.cluster(),
                environment.name(),
                "Name one with --context, or set KUBECONFIG",
                "")
            : problems.getFirst());
  }
}
