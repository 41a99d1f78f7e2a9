package dev.plumbline.ui.home;

import dev.plumbline.drift.Cause;
import dev.plumbline.drift.FieldChange;
import dev.plumbline.drift.ResourceDrift;
import dev.plumbline.engine.EnvironmentView;
import dev.plumbline.ui.kit.Condition;
import dev.plumbline.ui.kit.Mark;
import dev.plumbline.ui.kit.Production;
import java.util.Comparator;
import java.util.List;

/// How bad it is that an environment needs a person. Pure.
///
/// What is not known can be anything, so it comes before what is known to differ; production comes
/// before the rest; then what somebody would have to delete (an object that Git does not have, a
/// field that is gone from Git) before what would be changed; then the most differences.
///
/// @param rank 0 failed, 1 unknown, 2 stale, 3 differs
/// @param removals objects only in the cluster, and fields to be removed
/// @param differences fields and objects that differ
record Severity(int rank, boolean production, int removals, int differences)
    implements Comparable<Severity> {

  private static final Comparator<Severity> WORST_FIRST =
      Comparator.<Severity>comparingInt(s -> s.rank)
          .thenComparing(Severity::production, Comparator.reverseOrder())
          .thenComparing((Severity s) -> s.removals > 0, Comparator.reverseOrder())
          .thenComparing(Severity::differences, Comparator.reverseOrder())
          .thenComparing(Severity::removals, Comparator.reverseOrder());

  static Severity of(EnvironmentView view, Condition condition) {
    var resources = view.drift().map(d -> d.resources()).orElse(List.of());
    int removals = 0;
    int differences = 0;
    for (var resource : resources) {
      var counted = resource.fields().stream().filter(FieldChange::counts).toList();
      boolean whole =
          resource instanceof ResourceDrift.OnlyInCluster
              || resource instanceof ResourceDrift.OnlyInGit;
      differences += whole ? 1 : counted.size();
      removals +=
          resource instanceof ResourceDrift.OnlyInCluster
              ? 1
              : (int) counted.stream().filter(f -> f.cause() == Cause.TO_BE_REMOVED).count();
    }
    return new Severity(rank(condition.mark()), Production.is(view), removals, differences);
  }

  private static int rank(Mark mark) {
    return switch (mark) {
      case FAILED -> 0;
      case UNKNOWN -> 1;
      case STALE -> 2;
      case DRIFTED,
          TO_BE_REMOVED,
          ONLY_IN_CLUSTER,
          ONLY_IN_GIT,
          SYNCING,
          COMPARING,
          UNMAPPED,
          NOT_COMPARED,
          IN_SYNC,
          IGNORED,
          ADMISSION,
          NORMALISED,
          LEFT_OVER ->
          3;
    };
  }

  @Override
  public int compareTo(Severity other) {
    return WORST_FIRST.compare(this, other);
  }
}
