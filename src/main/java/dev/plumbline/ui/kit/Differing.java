package dev.plumbline.ui.kit;

/// One of two texts, cut into what both begin with, the part that differs, and what both end with.
/// The cuts stand between words, numbers and signs, so that `2.13.8` against `2.14.1` differs as a
/// whole and not only in a digit.
public record Differing(String before, String middle, String after) {

  /// How `text` differs from `other`.
  public static Differing of(String text, String other) {
    int shorter = Math.min(text.length(), other.length());
    int start = 0;
    while (start < shorter && text.charAt(start) == other.charAt(start)) {
      start++;
    }
    while (start > 0 && !(cut(text, start) && cut(other, start))) {
      start--;
    }
    int end = 0;
    while (end < shorter - start
        && text.charAt(text.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
      end++;
    }
    while (end > 0 && !(cut(text, text.length() - end) && cut(other, other.length() - end))) {
      end--;
    }
    return new Differing(
        text.substring(0, start),
        text.substring(start, text.length() - end),
        text.substring(text.length() - end));
  }

  /// A text that has nothing to differ from.
  public static Differing whole(String text) {
    return new Differing("", text, "");
  }

  /// The whole text again.
  public String text() {
    return before + middle + after;
  }

  private static boolean cut(String text, int at) {
    if (at == 0 || at == text.length()) {
      return true;
    }
    int left = sort(text.charAt(at - 1));
    return left == 0 || left != sort(text.charAt(at));
  }

  /// 1: of a word; 2: of a number or version; 0: a sign that stands for itself.
  private static int sort(char c) {
    if (Character.isDigit(c) || c == '.') {
      return 2;
    }
    return Character.isLetter(c) || Character.isSurrogate(c) ? 1 : 0;
  }
}
