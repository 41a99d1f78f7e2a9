package dev.plumbline.ui.kit;

import java.util.ArrayList;
import java.util.List;

/// The fewest lines that must go and come to make one text into another (Myers, An O(ND) Difference
/// Algorithm, 1986), with what both begin and end with taken off first. When texts differ in more
/// than a bound the rest is told as one replaced block, which is true and only longer than it had
/// to be. Needs no toolkit.
public final class LineDiff {

  /// Beyond so many differing lines the shortest way is not looked for.
  private static final int MOST = 3_000;

  private LineDiff() {}

  /// A run of lines: equal on both sides, or `left` lines replaced by `right` lines.
  ///
  /// @param left where it starts on the left, from 0
  /// @param right where it starts on the right, from 0
  public record Run(boolean equal, int left, int lefts, int right, int rights) {}

  /// The runs that make up both texts, in order; equal runs and differing runs alternate.
  public static List<Run> of(List<String> left, List<String> right) {
    int shorter = Math.min(left.size(), right.size());
    int top = 0;
    while (top < shorter && left.get(top).equals(right.get(top))) {
      top++;
    }
    int bottom = 0;
    while (bottom < shorter - top
        && left.get(left.size() - 1 - bottom).equals(right.get(right.size() - 1 - bottom))) {
      bottom++;
    }
    var a = left.subList(top, left.size() - bottom);
    var b = right.subList(top, right.size() - bottom);
    var equal = new ArrayList<int[]>();
    if (top > 0) {
      equal.add(new int[] {0, 0, top});
    }
    for (var pair : matches(a, b)) {
      extend(equal, pair[0] + top, pair[1] + top, 1);
    }
    if (bottom > 0) {
      extend(equal, left.size() - bottom, right.size() - bottom, bottom);
    }
    return runs(equal, left.size(), right.size());
  }

  private static void extend(List<int[]> equal, int left, int right, int length) {
    if (!equal.isEmpty()) {
      var last = equal.getLast();
      if (last[0] + last[2] == left && last[1] + last[2] == right) {
        last[2] += length;
        return;
      }
    }
    equal.add(new int[] {left, right, length});
  }

  private static List<Run> runs(List<int[]> equal, int lefts, int rights) {
    var runs = new ArrayList<Run>();
    int left = 0;
    int right = 0;
    for (var e : equal) {
      if (e[0] > left || e[1] > right) {
        runs.add(new Run(false, left, e[0] - left, right, e[1] - right));
      }
      runs.add(new Run(true, e[0], e[2], e[1], e[2]));
      left = e[0] + e[2];
      right = e[1] + e[2];
    }
    if (left < lefts || right < rights) {
      runs.add(new Run(false, left, lefts - left, right, rights - right));
    }
    return runs;
  }

  /// Pairs of positions that hold the same line, rising on both sides.
  private static List<int[]> matches(List<String> a, List<String> b) {
    int n = a.size();
    int m = b.size();
    if (n == 0 || m == 0) {
      return List.of();
    }
    int most = Math.min(n + m, MOST);
    var v = new int[2 * most + 2];
    var trace = new ArrayList<int[]>();
    for (int d = 0; d <= most; d++) {
      for (int k = -d; k <= d; k += 2) {
        int x =
            k == -d || (k != d && at(v, k - 1, most) < at(v, k + 1, most))
                ? at(v, k + 1, most)
                : at(v, k - 1, most) + 1;
        int y = x - k;
        while (x < n && y < m && x >= 0 && y >= 0 && a.get(x).equals(b.get(y))) {
          x++;
          y++;
        }
        v[k + most] = x;
        if (x >= n && y >= m) {
          trace.add(java.util.Arrays.copyOfRange(v, most - d, most + d + 1));
          return back(trace, n, m);
        }
      }
      trace.add(java.util.Arrays.copyOfRange(v, most - d, most + d + 1));
    }
    return List.of();
  }

  private static int at(int[] v, int k, int most) {
    int i = k + most;
    return i < 0 || i >= v.length ? 0 : v[i];
  }

  /// Walks from the end to the start. `trace.get(d)[k + d]` is how far diagonal k came in d steps.
  private static List<int[]> back(List<int[]> trace, int n, int m) {
    var pairs = new ArrayList<int[]>();
    int x = n;
    int y = m;
    for (int d = trace.size() - 1; d > 0; d--) {
      var before = trace.get(d - 1);
      int k = x - y;
      int down = reach(before, k + 1, d - 1);
      int over = reach(before, k - 1, d - 1);
      boolean came = k == -d || (k != d && over < down);
      int fromX = came ? down : over;
      int fromY = fromX - (came ? k + 1 : k - 1);
      int start = came ? fromX : fromX + 1;
      while (x > start) {
        x--;
        y--;
        pairs.add(new int[] {x, y});
      }
      x = fromX;
      y = fromY;
    }
    while (x > 0 && y > 0) {
      x--;
      y--;
      pairs.add(new int[] {x, y});
    }
    return pairs.reversed();
  }

  private static int reach(int[] row, int k, int d) {
    int i = k + d;
    return i < 0 || i >= row.length ? -1 : row[i];
  }
}
