package dev.plumbline.ui.shell;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Finds by a few letters. Words of what is typed may come in any order; each is looked for as a
/// whole first, at the beginning of a word before elsewhere, then letter by letter.
final class Fuzzy {

  private static final int WORD = 0;
  private static final int WITHIN = 10;
  private static final int SCATTERED = 40;

  private Fuzzy() {}

  /// Where the letters were found.
  ///
  /// @param cost less is better
  /// @param at the places of the letters in the text
  record Match(int cost, TreeSet<Integer> at) {}

  /// The match of what was typed in a text; empty when a letter is not there.
  static Optional<Match> match(String typed, String text) {
    var lower = text.toLowerCase(Locale.ROOT);
    var at = new TreeSet<Integer>();
    int cost = 0;
    for (var word : typed.strip().toLowerCase(Locale.ROOT).split("[\\s/]+", -1)) {
      int found = whole(lower, word, at);
      if (found < 0) {
        found = scattered(lower, word, at);
      }
      if (found < 0) {
        return Optional.empty();
      }
      cost += found;
    }
    return Optional.of(new Match(cost + text.length() / 8, at));
  }

  private static int whole(String text, String word, Set<Integer> at) {
    int best = -1;
    for (int i = text.indexOf(word); i >= 0; i = text.indexOf(word, i + 1)) {
      if (best < 0) {
        best = i;
      }
      if (begins(text, i)) {
        add(i, word.length(), at);
        return WORD + Math.min(i, WITHIN - 1);
      }
    }
    if (best >= 0) {
      add(best, word.length(), at);
      return WITHIN + Math.min(best, WITHIN);
    }
    return -1;
  }

  /// Letter by letter; the first must begin a word, or every long text would match.
  private static int scattered(String text, String word, Set<Integer> at) {
    for (int start = 0; start < text.length(); start++) {
      if (text.charAt(start) == word.charAt(0) && begins(text, start)) {
        var found = new TreeSet<Integer>();
        int from = start;
        int gaps = 0;
        for (int i = 0; i < word.length() && from >= 0; i++) {
          int next = text.indexOf(word.charAt(i), from);
          if (next < 0) {
            from = -1;
          } else {
            gaps += next - from;
            found.add(next);
            from = next + 1;
          }
        }
        if (from >= 0) {
          at.addAll(found);
          return SCATTERED + gaps;
        }
      }
    }
    return -1;
  }

  private static boolean begins(String text, int i) {
    return i == 0 || !Character.isLetterOrDigit(text.charAt(i - 1));
  }

  private static void add(int from, int length, Set<Integer> at) {
    for (int i = from; i < from + length; i++) {
      at.add(i);
    }
  }
}
