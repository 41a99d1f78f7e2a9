package dev.plumbline.ui.history;

import dev.plumbline.model.Cancel;
import dev.plumbline.model.Commit;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/// The rows in which every word of a query stands: in subject, body, author or refs; an id matches
/// by its beginning. Pure.
final class Found {

  private final String query;
  private final BitSet rows;
  private final int size;

  private Found(String query, BitSet rows, int size) {
    this.query = query;
    this.rows = rows;
    this.size = size;
  }

  static Found of(String query, List<Commit> commits, Loaded loaded, Cancel cancel) {
    var words = query.toLowerCase(Locale.ROOT).strip().split("\\s+");
    var rows = new BitSet(commits.size());
    for (int i = 0; i < commits.size(); i++) {
      if ((i & 255) == 0) {
        cancel.check();
      }
      var commit = commits.get(i);
      if (matches(commit, loaded.refsOf(commit), words)) {
        rows.set(i);
      }
    }
    return new Found(query, rows, commits.size());
  }

  private static boolean matches(Commit commit, List<RefName> refs, String[] words) {
    var text =
        String.join(
                "\n",
                commit.subject(),
                commit.body(),
                commit.author().name(),
                commit.author().email(),
                String.join("\n", refs.stream().map(RefName::text).toList()))
            .toLowerCase(Locale.ROOT);
    for (var word : words) {
      if (!text.contains(word) && !commit.id().startsWith(word)) {
        return false;
      }
    }
    return true;
  }

  /// What was looked for.
  String query() {
    return query;
  }

  /// How many rows match.
  int count() {
    return rows.cardinality();
  }

  /// How many rows were looked at.
  int size() {
    return size;
  }

  boolean has(int row) {
    return row >= 0 && rows.get(row);
  }

  /// Which match a row is, from 1; 0 when it is none.
  int number(int row) {
    return has(row) ? rows.get(0, row + 1).cardinality() : 0;
  }

  /// The first match after a row (or before it), from the other end when there is none; -1 when
  /// nothing matches.
  int next(int row, boolean down) {
    if (rows.isEmpty()) {
      return -1;
    }
    int next = down ? rows.nextSetBit(row + 1) : row <= 0 ? -1 : rows.previousSetBit(row - 1);
    return next >= 0 ? next : down ? rows.nextSetBit(0) : rows.length() - 1;
  }
}
