package dev.plumbline.ui.history;

import dev.plumbline.model.Commit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The lanes of a graph over commits in an order in which no parent comes before its child. A lane
/// is a column that waits for one commit: a commit takes the leftmost lane that waits for it, its
/// first parent goes on there, each further parent joins the lane that waits for it already or
/// opens the first free one. Lanes never move sideways, so that a line is straight from row to row.
///
/// Only the state at every 256th row is kept; a window of rows is laid out again from the nearest
/// one. Further commits go on from the last. Pure, and for one thread at a time while it is made.
final class Lanes {

  /// So many colours, the second half dashed.
  static final int COLOURS = 8;

  private static final int STEP = 256;
  private static final int SOLID = COLOURS / 2;

  private final List<Commit> commits;
  private final boolean firstParent;
  private final List<State> checkpoints;
  private final State end;
  private final int width;

  private Lanes(
      List<Commit> commits, boolean firstParent, List<State> checkpoints, State end, int width) {
    this.commits = commits;
    this.firstParent = firstParent;
    this.checkpoints = checkpoints;
    this.end = end;
    this.width = width;
  }

  /// @param commits no parent before its child
  /// @param firstParent whether only the first parent of each counts
  static Lanes of(List<Commit> commits, boolean firstParent) {
    return new Lanes(List.of(), firstParent, List.of(), new State(), 0).longer(commits);
  }

  /// The same with more rows below; laid out from the beginning when the first rows are others.
  Lanes longer(List<Commit> more) {
    int known = commits.size();
    if (known > more.size() || !sameBeginning(more)) {
      return of(more, firstParent);
    }
    var points = new ArrayList<>(checkpoints);
    var state = end.copy();
    int widest = width;
    for (int row = known; row < more.size(); row++) {
      if (row % STEP == 0) {
        points.add(state.copy());
      }
      state.next(more.get(row), firstParent, null);
      widest = Math.max(widest, state.wide);
    }
    return new Lanes(List.copyOf(more), firstParent, List.copyOf(points), state, widest);
  }

  private boolean sameBeginning(List<Commit> more) {
    int known = commits.size();
    return known == 0
        || (more.getFirst().id().equals(commits.getFirst().id())
            && more.get(known - 1).id().equals(commits.getLast().id()));
  }

  int size() {
    return commits.size();
  }

  /// How many lanes the widest row has.
  int width() {
    return width;
  }

  /// One row.
  LaneRow row(int row) {
    return rows(row, row + 1).getFirst();
  }

  /// Rows `from` until `to`.
  List<LaneRow> rows(int from, int to) {
    var state = checkpoints.get(from / STEP).copy();
    var rows = new ArrayList<LaneRow>(to - from);
    for (int row = from - from % STEP; row < to; row++) {
      var commit = commits.get(row);
      var lines = row < from ? null : new ArrayList<LaneRow.Line>();
      int lane = state.next(commit, firstParent, lines);
      if (lines != null) {
        boolean merge = commit.parents().size() > 1;
        rows.add(new LaneRow(lane, state.colour, merge, state.wide, lines));
      }
    }
    return rows;
  }

  /// Which commit each lane waits for, between two rows.
  private static final class State {
    private static final String FREE = "";

    private String[] waits = new String[8];
    private int[] colours = new int[8];
    private int lanes;
    private int last;

    /// Of the row that was laid out last: the colour of its node, and how many lanes it has.
    private int colour;

    private int wide;

    State() {
      Arrays.fill(waits, FREE);
    }

    State copy() {
      var copy = new State();
      copy.waits = waits.clone();
      copy.colours = colours.clone();
      copy.lanes = lanes;
      copy.last = last;
      return copy;
    }

    /// Lays out the next row.
    ///
    /// @param lines where its lines are noted; null when only the state is wanted
    /// @return the lane of its node
    int next(Commit commit, boolean firstParent, @Nullable List<LaneRow.Line> lines) {
      int node = -1;
      for (int lane = 0; lane < lanes; lane++) {
        if (waits[lane].equals(commit.id())) {
          node = node < 0 ? lane : node;
          note(lines, LaneRow.Part.IN, lane, node);
          waits[lane] = FREE;
        } else if (lines != null && !waits[lane].equals(FREE)) {
          note(lines, LaneRow.Part.PAST, lane, lane);
        }
      }
      colour = node < 0 ? fresh() : colours[node];
      node = node < 0 ? open(FREE, colour) : node;
      var parents = commit.parents().stream().distinct().limit(firstParent ? 1 : Long.MAX_VALUE);
      boolean first = true;
      for (var parent : parents.toList()) {
        int lane = first ? node : waiting(parent);
        if (first) {
          waits[node] = parent;
          colours[node] = colour;
        } else if (lane < 0) {
          lane = open(parent, fresh());
        }
        note(lines, LaneRow.Part.OUT, lane, node);
        first = false;
      }
      wide = Math.max(lanes, node + 1);
      while (lanes > 0 && waits[lanes - 1].equals(FREE)) {
        lanes--;
      }
      return node;
    }

    private void note(@Nullable List<LaneRow.Line> lines, LaneRow.Part part, int lane, int node) {
      if (lines != null) {
        lines.add(new LaneRow.Line(part, lane, node, colours[lane]));
      }
    }

    private int waiting(String commit) {
      for (int lane = 0; lane < lanes; lane++) {
        if (waits[lane].equals(commit)) {
          return lane;
        }
      }
      return -1;
    }

    private int open(String commit, int colour) {
      int lane = 0;
      while (lane < lanes && !waits[lane].equals(FREE)) {
        lane++;
      }
      if (lane == waits.length) {
        waits = Arrays.copyOf(waits, lane * 2);
        Arrays.fill(waits, lane, waits.length, FREE);
        colours = Arrays.copyOf(colours, lane * 2);
      }
      waits[lane] = commit;
      colours[lane] = colour;
      lanes = Math.max(lanes, lane + 1);
      return lane;
    }

    /// The first colour is the line of the newest commit; the others take turns, dashed ones only
    /// while every solid one is in use.
    private int fresh() {
      if (lanes == 0) {
        return 0;
      }
      var used = new boolean[COLOURS];
      for (int lane = 0; lane < lanes; lane++) {
        used[colours[lane]] |= !waits[lane].equals(FREE);
      }
      for (int i = 1; i < SOLID; i++) {
        int colour = 1 + (last + i - 1) % (SOLID - 1);
        if (!used[colour]) {
          last = colour;
          return colour;
        }
      }
      for (int colour = SOLID; colour < COLOURS; colour++) {
        if (!used[colour]) {
          return colour;
        }
      }
      last = 1 + last % (COLOURS - 1);
      return last;
    }
  }
}
