package dev.plumbline.ui.environment;

import dev.plumbline.model.Tree;
import dev.plumbline.ui.kit.Differing;
import dev.plumbline.ui.kit.ValueText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One side of a difference: the lines of a value with the parts that differ from the other side.
///
/// @param lines all lines; a line that is the same on both sides has no differing part
/// @param firstDifference the line from which a short form starts to be worth reading
record Side(List<Differing> lines, int firstDifference) {

  /// So many lines are shown before a value folds.
  static final int SHORT = 6;

  private static final int LINE = 240;

  Side {
    lines = List.copyOf(lines);
  }

  /// A side against the other one; an absent other side makes everything differ.
  static Side of(Tree value, Optional<Tree> other) {
    var mine = ValueText.of(value).lines();
    if (other.isEmpty()) {
      return new Side(mine.stream().map(Differing::whole).toList(), 0);
    }
    var theirs = ValueText.of(other.get()).lines();
    if (mine.size() == 1 && theirs.size() == 1) {
      return new Side(List.of(Differing.of(mine.getFirst(), theirs.getFirst())), 0);
    }
    int shorter = Math.min(mine.size(), theirs.size());
    int top = 0;
    while (top < shorter && mine.get(top).equals(theirs.get(top))) {
      top++;
    }
    int bottom = 0;
    while (bottom < shorter - top
        && mine.get(mine.size() - 1 - bottom).equals(theirs.get(theirs.size() - 1 - bottom))) {
      bottom++;
    }
    var lines = new ArrayList<Differing>();
    for (int i = 0; i < mine.size(); i++) {
      var line = mine.get(i);
      if (i < top || i >= mine.size() - bottom) {
        lines.add(new Differing(line, "", ""));
      } else if (mine.size() == theirs.size()) {
        lines.add(Differing.of(line, theirs.get(i)));
      } else {
        lines.add(Differing.whole(line));
      }
    }
    return new Side(lines, Math.min(top, Math.max(0, mine.size() - 1)));
  }

  /// What is shown at first: a few lines from just before the first difference, long ones cut
  /// around what differs.
  Excerpt excerpt() {
    int from = lines.size() <= SHORT ? 0 : Math.max(0, firstDifference - 1);
    int to = Math.min(lines.size(), from + SHORT);
    boolean cut = lines.subList(from, to).stream().anyMatch(l -> l.text().length() > LINE);
    return new Excerpt(
        lines.subList(from, to).stream().map(Side::around).toList(),
        from,
        lines.size() - to,
        cut ? lines.stream().mapToInt(l -> l.text().length()).sum() : 0);
  }

  /// All of it.
  Excerpt whole() {
    return new Excerpt(lines, 0, 0, 0);
  }

  /// The text, lines apart.
  String text() {
    return String.join("\n", lines.stream().map(Differing::text).toList());
  }

  /// Part of a side.
  ///
  /// @param above how many lines stand above it
  /// @param below how many lines stand below it
  /// @param characters how many characters there are in all when a line was cut; 0 when none was
  record Excerpt(List<Differing> lines, int above, int below, int characters) {
    Excerpt {
      lines = List.copyOf(lines);
    }

    boolean complete() {
      return above == 0 && below == 0 && characters == 0;
    }
  }

  private static Differing around(Differing line) {
    if (line.text().length() <= LINE) {
      return line;
    }
    var before = line.before();
    var middle = line.middle();
    var after = line.after();
    int edge = middle.isEmpty() ? LINE : LINE / 4;
    if (middle.isEmpty()) {
      return new Differing(before.substring(0, Math.min(LINE, before.length())) + "…", "", "");
    }
    return new Differing(
        before.length() > edge ? "…" + before.substring(before.length() - edge) : before,
        middle.length() > LINE / 2 ? middle.substring(0, LINE / 2) + "…" : middle,
        after.length() > edge ? after.substring(0, edge) + "…" : after);
  }
}
