package dev.plumbline.ui.kit;

import java.util.Arrays;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;

/// A person as initials, or a tool as an icon, in a circle of 20 px. Decoration: the name stands
/// beside it.
public final class Avatar extends Label {

  private Avatar(String text) {
    super(text);
    getStyleClass().add("avatar");
    setAlignment(Pos.CENTER);
  }

  /// The initials of a name.
  public static Avatar of(String name) {
    return new Avatar(initials(name));
  }

  /// An icon, for what is no person.
  public static Avatar icon(String literal) {
    var avatar = new Avatar("");
    avatar.setGraphic(Icons.of(literal, 12));
    return avatar;
  }

  /// `ML` of `Mara Lindt`, `JO` of `jo`; `?` of nothing.
  public static String initials(String name) {
    var words = Arrays.stream(name.split("[\\s._-]+", -1)).filter(word -> !word.isEmpty()).toList();
    if (words.isEmpty()) {
      return "?";
    }
    var letters =
        words.size() > 1
            ? start(words.getFirst(), 1) + start(words.getLast(), 1)
            : start(words.getFirst(), 2);
    return letters.toUpperCase(Locale.ROOT);
  }

  private static String start(String word, int characters) {
    int length = Math.min(characters, word.codePointCount(0, word.length()));
    return word.substring(0, word.offsetByCodePoints(0, length));
  }
}
