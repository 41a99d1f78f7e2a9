package dev.plumbline.yaml;

/// Questions about strings as sequences of UTF-16 units.
final class Text {

  private Text() {}

  /// Whether the unit at `i` is half of a surrogate pair whose other half is missing.
  static boolean isLone(String text, int i) {
    char c = text.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 >= text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
    }
    return Character.isLowSurrogate(c)
        && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
  }

  /// The text with every lone half of a surrogate pair replaced by U+FFFD.
  static String wellFormed(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isLone(text, i)) {
        var fixed = new StringBuilder(text);
        for (int j = i; j < text.length(); j++) {
          if (isLone(text, j)) {
            fixed.setCharAt(j, '\uFFFD');
          }
        }
        return fixed.toString();
      }
    }
    return text;
  }

  /// The text without what Go calls white space at its ends (Java's `strip` keeps U+0085, U+00A0).
  static String strip(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isSpace(text.charAt(from))) {
      from++;
    }
    while (to > from && isSpace(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  private static boolean isSpace(char c) {
    return (c >= 0x09 && c <= 0x0d) || c == 0x85 || Character.isSpaceChar(c);
  }
}
