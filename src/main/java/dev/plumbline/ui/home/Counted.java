package dev.plumbline.ui.home;

import dev.plumbline.engine.EnvironmentView;
import dev.plumbline.ui.kit.Condition;
import dev.plumbline.ui.kit.Mark;
import dev.plumbline.ui.kit.Words;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The states that Home counts and filters by: whatever differs counts as drifted. Pure.
final class Counted {

  /// In which they are shown: what needs a person first.
  static final List<Mark> ORDER =
      List.of(
          Mark.FAILED,
          Mark.STALE,
          Mark.UNKNOWN,
          Mark.DRIFTED,
          Mark.COMPARING,
          Mark.NOT_COMPARED,
          Mark.UNMAPPED,
          Mark.IN_SYNC);

  private Counted() {}

  static Mark of(EnvironmentView view, Words words) {
    return of(Condition.of(view, words));
  }

  static Mark of(Condition condition) {
    var mark = condition.mark();
    return ORDER.contains(mark) ? mark : Mark.DRIFTED;
  }

  static Map<Mark, Integer> of(List<EnvironmentView> environments, Words words) {
    var counts = new EnumMap<Mark, Integer>(Mark.class);
    environments.forEach(e -> counts.merge(of(e, words), 1, Integer::sum));
    return counts;
  }

  /// The key of the words for a count: `{0} failed`.
  static String word(Mark mark) {
    return switch (mark) {
      case FAILED -> "home.chip.failed";
      case STALE -> "home.chip.stale";
      case UNKNOWN -> "home.chip.unknown";
      case COMPARING -> "home.chip.comparing";
      case NOT_COMPARED -> "home.chip.not-compared";
      case UNMAPPED -> "home.chip.unmapped";
      case IN_SYNC -> "home.chip.in-sync";
      default -> "home.chip.drifted";
    };
  }
}
