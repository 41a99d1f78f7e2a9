package dev.plumbline.ui.kit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;

/// A text ready to be shown: bounded, so that no text can freeze the window, and coloured. Made off
/// the FX thread; needs no toolkit.
///
/// @param text what is shown, lines ended by `\n`
/// @param styles the style classes of all of it
/// @param lines how many lines the whole text has
/// @param linesLeftOut how many lines at its end are not shown
/// @param cut how many lines are shown in part
public record CodePage(
    String text, StyleSpans<Collection<String>> styles, int lines, int linesLeftOut, int cut) {

  /// So many lines are shown.
  public static final int MOST_LINES = 20_000;

  /// So many characters of a line are shown.
  public static final int MOST_OF_LINE = 2_000;

  private static final int MOST_CHARACTERS = 2_000_000;

  /// A page of YAML.
  public static CodePage yaml(String yaml) {
    var all = yaml.stripTrailing().lines().toList();
    var text = new StringBuilder(Math.min(yaml.length(), MOST_CHARACTERS) + 1);
    var spans = new StyleSpansBuilder<Collection<String>>();
    var colours = new YamlColours();
    int cut = 0;
    int shown = 0;
    for (; shown < Math.min(MOST_LINES, all.size()) && text.length() < MOST_CHARACTERS; shown++) {
      var line = all.get(shown);
      var kept = shorten(line);
      if (!kept.equals(line)) {
        cut++;
      }
      boolean last = shown == all.size() - 1;
      for (var part : colours.of(kept)) {
        spans.add(part.css().isEmpty() ? List.of() : List.of(part.css()), part.length());
      }
      text.append(kept);
      if (!last) {
        text.append('\n');
        spans.add(List.of(), 1);
      }
    }
    if (text.isEmpty()) {
      spans.add(List.of(), 0);
    }
    return new CodePage(text.toString(), spans.create(), all.size(), all.size() - shown, cut);
  }

  /// As much of a line as is shown, and how much more there is.
  public static String shorten(String line) {
    return line.length() <= MOST_OF_LINE
        ? line
        : line.substring(0, MOST_OF_LINE)
            + " … "
            + (line.length() - MOST_OF_LINE)
            + " characters more";
  }

  /// Whether all of the text is shown.
  public boolean complete() {
    return linesLeftOut == 0 && cut == 0;
  }

  /// The places at which a text holds words, whatever their case; at most `most` of them.
  public static List<Integer> find(String text, String words, int most) {
    var found = new ArrayList<Integer>();
    if (words.isEmpty()) {
      return found;
    }
    var in = text.toLowerCase(java.util.Locale.ROOT);
    var what = words.toLowerCase(java.util.Locale.ROOT);
    for (int at = in.indexOf(what);
        at >= 0 && found.size() < most;
        at = in.indexOf(what, at + what.length())) {
      found.add(at);
    }
    return found;
  }
}
