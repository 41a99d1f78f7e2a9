package dev.plumbline.ui.plan;

import dev.plumbline.engine.Session;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.plan.Step;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a step risks beside the fields that it writes.
sealed interface Risk {

  /// Kinds whose Pods are replaced when their template changes.
  Set<String> TEMPLATED = Set.of("Deployment", "StatefulSet", "DaemonSet");

  /// Nothing that can be told beforehand.
  record None() implements Risk {}

  /// The object's Pods are replaced.
  ///
  /// @param pods how many run now; empty while that is not known
  record Restarts(Optional<Integer> pods) implements Risk {}

  static Risk of(Step step, Session.Living living) {
    return switch (step) {
      case Step.Apply a when a.action() == Step.Action.CHANGE && restarts(a) ->
          new Restarts(living.asOf().map(t -> pods(a.ref(), living)));
      case Step.Apply a -> new None();
      case Step.AwaitCrd a -> new None();
    };
  }

  private static boolean restarts(Step.Apply apply) {
    return TEMPLATED.contains(apply.ref().kind())
        && apply.ref().group().equals("apps")
        && apply.fields().stream()
            .anyMatch(f -> f.counts() && f.path().toString().startsWith(".spec.template"));
  }

  private static int pods(ResourceRef root, Session.Living living) {
    var owners = new HashSet<String>(List.of(id(root)));
    int before;
    do {
      before = owners.size();
      living.owned().stream()
          .filter(o -> owners.contains(id(o.owner())))
          .forEach(o -> owners.add(id(o.ref())));
    } while (owners.size() > before);
    return (int)
        living.owned().stream()
            .filter(o -> o.ref().kind().equals("Pod") && owners.contains(id(o.ref())))
            .count();
  }

  private static String id(ResourceRef ref) {
    return ref.group() + "/" + ref.kind() + "/" + ref.namespace() + "/" + ref.name();
  }
}
