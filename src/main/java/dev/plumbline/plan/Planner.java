package dev.plumbline.plan;

import dev.plumbline.drift.FieldChange;
import dev.plumbline.drift.ResourceDrift;
import dev.plumbline.model.ClusterRef;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.Revision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Makes a plan out of verdicts: what is to be applied, in stages, and what is left out and why.
/// Nothing that differs is dropped in silence.
public final class Planner {

  private static final String CRDS = "CustomResourceDefinitions";
  private static final String NAMESPACES = "Namespaces";
  private static final String RESOURCES = "Resources";

  private final List<Step.Apply> crds = new ArrayList<>();
  private final List<Step.Apply> namespaces = new ArrayList<>();
  private final List<Step.Apply> resources = new ArrayList<>();
  private final List<SyncPlan.LeftOut> leftOut = new ArrayList<>();
  private final Set<String> available = new HashSet<>();
  private int untouched;

  private Planner() {}

  /// The plan for an environment. A resource that waits for a definition or a namespace is planned
  /// when this plan makes what it waits for; otherwise it is left out.
  ///
  /// @param id names the plan in the activity log
  /// @param clusterUid UID of the kube-system namespace
  /// @param computed when live state was read
  /// @throws IllegalArgumentException when a candidate that is to be applied has no desired hash,
  ///   or one that is to be changed has no UID or fingerprint
  public static SyncPlan plan(
      String id,
      String environment,
      Revision at,
      ClusterRef cluster,
      String clusterUid,
      Instant computed,
      List<Candidate> candidates) {
    var planner = new Planner();
    candidates.forEach(planner::noteAvailable);
    candidates.forEach(planner::sort);
    return new SyncPlan(
        id,
        environment,
        at,
        cluster,
        clusterUid,
        computed,
        planner.stages(),
        planner.leftOut,
        planner.untouched,
        warnings(candidates));
  }

  private static Map<ResourceRef, List<String>> warnings(List<Candidate> candidates) {
    var said = new HashMap<ResourceRef, List<String>>();
    candidates.stream()
        .filter(c -> !c.warnings().isEmpty())
        .forEach(c -> said.put(c.drift().ref(), c.warnings()));
    return said;
  }

  /// What others may wait for: it is there, or this plan makes it.
  private void noteAvailable(Candidate candidate) {
    var ref = candidate.drift().ref();
    boolean there =
        switch (candidate.drift()) {
          // Of what is not there and need not be, the whole is listed as not counted.
          case ResourceDrift.InSync in ->
              in.notCounted().stream().noneMatch(f -> f.path().steps().isEmpty());
          case ResourceDrift.Changed changed -> true;
          case ResourceDrift.OnlyInGit missing -> missing.waitingFor().isEmpty();
          case ResourceDrift.OnlyInCluster orphan -> false;
          case ResourceDrift.Unknown unknown -> false;
        };
    if (there && (isCrd(ref) || isNamespace(ref))) {
      available.add(ref.kind() + " " + ref.name());
    }
  }

  private void sort(Candidate candidate) {
    switch (candidate.drift()) {
      case ResourceDrift.InSync in -> untouched++;
      case ResourceDrift.Changed changed ->
          apply(change(changed.ref(), candidate, countingFirst(changed.fields())));
      case ResourceDrift.OnlyInGit missing -> {
        var lacking = missing.waitingFor().filter(w -> !available.contains(w));
        if (lacking.isPresent()) {
          leaveOut(missing.ref(), waits(missing, lacking.get()));
        } else {
          apply(create(missing.ref(), candidate));
        }
      }
      case ResourceDrift.OnlyInCluster orphan ->
          leaveOut(
              orphan.ref(),
              new Problem.Refused(
                  "No longer in Git; this version does not delete",
                  orphan.ref().toString(),
                  "Delete it with kubectl, or put it back into Git",
                  ""));
      case ResourceDrift.Unknown unknown -> leaveOut(unknown.ref(), unknown.problem());
    }
  }

  /// An apply writes what does not count, too, and what made the object drifted is said first.
  private static List<FieldChange> countingFirst(List<FieldChange> fields) {
    return fields.stream().sorted(Comparator.comparing(f -> !f.counts())).toList();
  }

  private static Problem waits(ResourceDrift.OnlyInGit missing, String lacking) {
    return new Problem.NotFound(
        "It needs " + lacking + ", which is neither in the cluster nor made by this plan",
        missing.origin().map(o -> missing.ref() + ", " + o).orElse(missing.ref().toString()),
        "Add it to Git or install it, then plan again",
        "");
  }

  private void apply(Step.Apply step) {
    if (isCrd(step.ref())) {
      crds.add(step);
    } else if (isNamespace(step.ref())) {
      namespaces.add(step);
    } else {
      resources.add(step);
    }
  }

  private void leaveOut(ResourceRef ref, Problem problem) {
    leftOut.add(new SyncPlan.LeftOut(ref, problem));
  }

  private static Step.Apply create(ResourceRef ref, Candidate candidate) {
    return new Step.Apply(
        ref,
        Step.Action.CREATE,
        known(candidate.desiredHash(), "desired hash", ref),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  private static Step.Apply change(ResourceRef ref, Candidate candidate, List<FieldChange> fields) {
    return new Step.Apply(
        ref,
        Step.Action.CHANGE,
        known(candidate.desiredHash(), "desired hash", ref),
        Optional.of(known(candidate.uid(), "UID", ref)),
        Optional.of(known(candidate.fingerprint(), "fingerprint", ref)),
        fields);
  }

  private static String known(Optional<String> value, String what, ResourceRef ref) {
    return value.orElseThrow(() -> new IllegalArgumentException(ref + " has no " + what));
  }

  private List<Stage> stages() {
    var stages = new ArrayList<Stage>();
    if (!crds.isEmpty()) {
      var steps = new ArrayList<Step>(ordered(crds));
      ordered(crds).forEach(s -> steps.add(new Step.AwaitCrd(s.ref())));
      stages.add(new Stage(CRDS, steps));
    }
    if (!namespaces.isEmpty()) {
      stages.add(new Stage(NAMESPACES, ordered(namespaces)));
    }
    if (!resources.isEmpty()) {
      stages.add(new Stage(RESOURCES, ordered(resources)));
    }
    return stages;
  }

  private static List<Step> ordered(List<Step.Apply> steps) {
    return steps.stream()
        .sorted((a, b) -> KindOrder.COMPARATOR.compare(a.ref(), b.ref()))
        .map(s -> (Step) s)
        .toList();
  }

  private static boolean isCrd(ResourceRef ref) {
    return ref.group().equals("apiextensions.k8s.io")
        && ref.kind().equals("CustomResourceDefinition");
  }

  private static boolean isNamespace(ResourceRef ref) {
    return ref.group().isEmpty() && ref.kind().equals("Namespace");
  }
}
