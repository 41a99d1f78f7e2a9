package dev.plumbline.ui.home;

import dev.plumbline.engine.EnvironmentView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// Applications as rows, stages as columns. Pure.
///
/// @param stages in the order in which things are promoted, as far as their names tell
record Matrix(List<String> apps, List<String> stages, Map<Cell, EnvironmentView> cells) {

  private static final List<String> ORDER =
      List.of("dev", "test", "int", "qa", "stag", "uat", "pre", "canary", "prod");

  /// A place in the matrix.
  record Cell(String app, String stage) {}

  Optional<EnvironmentView> at(String app, String stage) {
    return Optional.ofNullable(cells.get(new Cell(app, stage)));
  }

  /// @param whole what environments without an application belong to: the repository's name
  static Matrix of(List<EnvironmentView> environments, String whole) {
    var cells = new LinkedHashMap<Cell, EnvironmentView>();
    var stages = new LinkedHashSet<String>();
    var apps = new LinkedHashSet<String>();
    for (var view : environments) {
      var environment = view.environment();
      var app = environment.name().indexOf('/') < 0 ? whole : environment.app();
      cells.put(new Cell(app, environment.stage()), view);
      apps.add(app);
      stages.add(environment.stage());
    }
    var ordered = new ArrayList<>(stages);
    ordered.sort(Comparator.comparingInt(Matrix::rank));
    return new Matrix(List.copyOf(apps), List.copyOf(ordered), cells);
  }

  /// Only applications and stages in which an environment is wanted; what stands between them
  /// stays.
  Matrix only(Predicate<EnvironmentView> wanted) {
    return new Matrix(
        apps.stream()
            .filter(a -> stages.stream().flatMap(s -> at(a, s).stream()).anyMatch(wanted))
            .toList(),
        stages.stream()
            .filter(s -> apps.stream().flatMap(a -> at(a, s).stream()).anyMatch(wanted))
            .toList(),
        cells);
  }

  private static int rank(String stage) {
    for (int i = 0; i < ORDER.size(); i++) {
      if (stage.startsWith(ORDER.get(i))) {
        return i;
      }
    }
    // a name that tells nothing stands before production, in the order in which it was declared
    return ORDER.size() - 2;
  }
}
