package dev.plumbline.ui.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Two texts side by side: rows that are equal, rows that differ with the differing part, and where
/// many equal lines are folded a gap that says how many. Made off the FX thread; needs no toolkit.
///
/// @param leftOut how many lines of the longer text are not looked at because there are too many
public record DiffPage(List<Row> rows, int changes, int leftOut) {

  /// So many equal lines stay around what differs.
  private static final int CONTEXT = 3;

  public DiffPage {
    rows = List.copyOf(rows);
  }

  /// A row.
  public sealed interface Row {}

  /// The same line on both sides.
  public record Equal(int left, int right, String text) implements Row {}

  /// Equal lines that are folded.
  public record Gap(List<Equal> lines) implements Row {
    public Gap {
      lines = List.copyOf(lines);
    }
  }

  /// A line that is different, or only on one side.
  ///
  /// @param change which change of the text it belongs to, from 0
  public record Differs(Optional<Side> left, Optional<Side> right, int change) implements Row {}

  /// One side of a row.
  ///
  /// @param number of the line, from 1
  public record Side(int number, Differing text) {}

  public static DiffPage of(String left, String right) {
    var a = left.stripTrailing().lines().map(CodePage::shorten).toList();
    var b = right.stripTrailing().lines().map(CodePage::shorten).toList();
    int leftOut = Math.max(0, Math.max(a.size(), b.size()) - CodePage.MOST_LINES);
    var as = a.subList(0, Math.min(a.size(), CodePage.MOST_LINES));
    var bs = b.subList(0, Math.min(b.size(), CodePage.MOST_LINES));
    var rows = new ArrayList<Row>();
    int changes = 0;
    var runs = LineDiff.of(as, bs);
    for (int i = 0; i < runs.size(); i++) {
      var run = runs.get(i);
      if (run.equal()) {
        equal(run, as, i == 0, i == runs.size() - 1, rows);
      } else {
        differs(run, as, bs, changes++, rows);
      }
    }
    return new DiffPage(rows, changes, leftOut);
  }

  private static void equal(
      LineDiff.Run run, List<String> lines, boolean first, boolean last, List<Row> rows) {
    int before = first ? 0 : Math.min(CONTEXT, run.lefts());
    int after = last ? 0 : Math.min(CONTEXT, run.lefts() - before);
    int folded = run.lefts() - before - after;
    var gap = new ArrayList<Equal>();
    for (int i = 0; i < run.lefts(); i++) {
      var row = new Equal(run.left() + i + 1, run.right() + i + 1, lines.get(run.left() + i));
      if (folded > 1 && i >= before && i < before + folded) {
        gap.add(row);
        if (gap.size() == folded) {
          rows.add(new Gap(gap));
        }
      } else {
        rows.add(row);
      }
    }
  }

  /// Lines of the same key stand side by side.
  private static void differs(
      LineDiff.Run run, List<String> left, List<String> right, int change, List<Row> rows) {
    var a = left.subList(run.left(), run.left() + run.lefts());
    var b = right.subList(run.right(), run.right() + run.rights());
    for (var part : LineDiff.of(keys(a), keys(b))) {
      int both = Math.min(part.lefts(), part.rights());
      boolean paired = part.equal() || a.size() == b.size();
      int shared = paired ? both : 0;
      for (int i = 0; i < shared; i++) {
        var l = a.get(part.left() + i);
        var r = b.get(part.right() + i);
        rows.add(
            new Differs(
                Optional.of(new Side(run.left() + part.left() + i + 1, Differing.of(l, r))),
                Optional.of(new Side(run.right() + part.right() + i + 1, Differing.of(r, l))),
                change));
      }
      for (int i = shared; i < part.lefts(); i++) {
        rows.add(
            new Differs(
                side(run.left() + part.left() + i, a.get(part.left() + i)),
                Optional.empty(),
                change));
      }
      for (int i = shared; i < part.rights(); i++) {
        rows.add(
            new Differs(
                Optional.empty(),
                side(run.right() + part.right() + i, b.get(part.right() + i)),
                change));
      }
    }
  }

  private static Optional<Side> side(int at, String line) {
    return Optional.of(new Side(at + 1, Differing.whole(line)));
  }

  private static List<String> keys(List<String> lines) {
    return lines.stream()
        .map(l -> {
          int colon = l.indexOf(':');
          return colon < 0 ? l.strip() : l.substring(0, colon);
        })
        .toList();
  }

  /// A text in which what is not seen is seen: tabs, and blanks at the end of a line.
  public static String visible(String text, boolean end) {
    var shown = text.replace("\t", "→");
    if (!end) {
      return shown;
    }
    var kept = shown.stripTrailing();
    return kept + "·".repeat(shown.length() - kept.length());
  }

  /// The rows for one column: what one side has, then what the other has instead.
  public List<Row> inline() {
    var result = new ArrayList<Row>();
    var right = new ArrayList<Row>();
    int change = -1;
    for (var row : rows) {
      if (!(row instanceof Differs d) || d.change() != change) {
        result.addAll(right);
        right.clear();
      }
      switch (row) {
        case Equal e -> result.add(e);
        case Gap g -> result.add(g);
        case Differs d -> {
          change = d.change();
          d.left().ifPresent(l -> result.add(new Differs(d.left(), Optional.empty(), d.change())));
          d.right().ifPresent(r -> right.add(new Differs(Optional.empty(), d.right(), d.change())));
        }
      }
    }
    result.addAll(right);
    return result;
  }
}
