package dev.plumbline.ui.history;

import dev.plumbline.engine.EnvironmentView;
import dev.plumbline.ui.kit.Condition;
import dev.plumbline.ui.kit.Mark;
import dev.plumbline.ui.kit.Needs;
import dev.plumbline.ui.kit.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Environments of one stage that are compared with the same commit. Pure.
///
/// @param mark the worst of their states
/// @param text stage and applications, with the state of one that needs a person
/// @param states every one with its state, a line each
/// @param whole what it means that they stand here, then the states
/// @param environments their names
record Marker(Mark mark, String text, String states, String whole, List<String> environments) {

  private static final int NAMED = 2;

  Marker {
    environments = List.copyOf(environments);
  }

  private record One(EnvironmentView view, Condition condition) {
    String app() {
      return view.environment().app();
    }
  }

  /// By commit id; the worst first.
  static Map<String, List<Marker>> byCommit(List<EnvironmentView> environments, Words words) {
    var groups = new LinkedHashMap<String, Map<String, List<One>>>();
    for (var view : environments) {
      view.revision()
          .ifPresent(r ->
              groups
                  .computeIfAbsent(r.id(), id -> new LinkedHashMap<>())
                  .computeIfAbsent(view.environment().stage(), s -> new ArrayList<>())
                  .add(new One(view, Condition.of(view, words))));
    }
    var markers = new LinkedHashMap<String, List<Marker>>();
    groups.forEach((commit, stages) -> {
      var list = new ArrayList<Marker>();
      stages.forEach((stage, all) -> list.add(of(stage, all, words)));
      list.sort(Comparator.comparingInt(m -> severity(m.mark)));
      markers.put(commit, List.copyOf(list));
    });
    return Map.copyOf(markers);
  }

  private static Marker of(String stage, List<One> all, Words words) {
    var sorted = new ArrayList<>(all);
    sorted.sort(Comparator.comparingInt(o -> severity(o.condition.mark())));
    var worst = sorted.getFirst();
    var lines =
        sorted.stream()
            .map(o ->
                o.view.environment().name().replace("/", " / ")
                    + ": "
                    + o.condition.word()
                    + Needs.program(o.view)
                        .map(p -> ", " + words.get("history.marker.needs", p.program()))
                        .orElse(""))
            .toList();
    return new Marker(
        worst.condition.mark(),
        text(stage, sorted, worst, words),
        String.join("\n", lines),
        words.get("history.marker.whole", stage) + "\n" + String.join("\n", lines),
        sorted.stream().map(o -> o.view.environment().name()).toList());
  }

  private static String text(String stage, List<One> sorted, One worst, Words words) {
    boolean alone = sorted.size() == 1;
    if (alone && worst.app().equals(stage)) {
      return worst.condition.needsYou()
          ? words.get("history.marker.state", stage, inside(worst.condition.word()))
          : stage;
    }
    var apps =
        sorted.size() <= NAMED
            ? String.join(", ", sorted.stream().map(One::app).toList())
            : worst.condition.needsYou()
                ? words.get(
                    "history.marker.and",
                    worst.app(),
                    inside(worst.condition.word()),
                    sorted.size() - 1)
                : words.count("history.marker.apps", sorted.size());
    var named = words.get("history.marker", stage, apps);
    return alone && worst.condition.needsYou()
        ? words.get("history.marker.state", named, inside(worst.condition.word()))
        : named;
  }

  /// A word within a sentence.
  private static String inside(String word) {
    return word.substring(0, 1).toLowerCase(Locale.ROOT) + word.substring(1);
  }

  private static int severity(Mark mark) {
    return switch (mark) {
      case FAILED -> 0;
      case STALE -> 1;
      case UNKNOWN -> 2;
      case DRIFTED, TO_BE_REMOVED, ONLY_IN_CLUSTER, ONLY_IN_GIT -> 3;
      case COMPARING, SYNCING -> 4;
      case NOT_COMPARED, UNMAPPED, IGNORED, ADMISSION, NORMALISED, LEFT_OVER -> 5;
      case IN_SYNC -> 6;
    };
  }
}
