package dev.plumbline.ui.kit;

/// Where a long line of an identifier breaks: after a slash, a colon or a space before it breaks
/// after a dot or a hyphen, so that the tag of an image stays whole. Needs no toolkit.
public final class Breaks {

  private static final String STRONG = " /:@,;?&=";
  private static final String WEAK = "-._";

  /// A line is filled at least so far.
  private static final double LEAST = 0.4;

  private Breaks() {}

  /// The end of the first part of what is left of a line.
  ///
  /// @param line the whole line
  /// @param from where what is left begins
  /// @param columns how many characters a part may have, at least 1
  /// @return the index after the part's last character
  public static int end(String line, int from, int columns) {
    if (line.length() - from <= columns) {
      return line.length();
    }
    int least = from + (int) Math.ceil(columns * LEAST);
    int strong = last(line, STRONG, least, from + columns);
    int weak = strong > 0 ? strong : last(line, WEAK, least, from + columns);
    return weak > 0 ? weak : from + columns;
  }

  /// The last place after one of some characters; 0 when there is none.
  private static int last(String line, String of, int least, int most) {
    for (int at = most; at >= least; at--) {
      if (of.indexOf(line.charAt(at - 1)) >= 0) {
        return at;
      }
    }
    return 0;
  }
}
