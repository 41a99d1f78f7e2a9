package dev.plumbline.ui.kit;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Scene;

/// Icons have their size in px, because in em it would be of the text beside them; so another text
/// size needs another sheet.
final class IconSizes {

  private static final List<Integer> SIZES = List.of(12, 14, 16, 18, 20, 24);
  private static final String KIND = "data:text/css;base64,";

  private IconSizes() {}

  /// Lets the icons of a scene grow with its text.
  ///
  /// @param size the root's font size in px
  static void apply(Scene scene, double size) {
    scene.getStylesheets().removeIf(s -> s.startsWith(KIND));
    if (size != Look.USUAL) {
      var css =
          SIZES.stream()
              .map(px ->
                  ".ikonli-font-icon.icon-%d { -fx-icon-size: %dpx; }"
                      .formatted(px, Math.round(px * size / Look.USUAL)))
              .collect(Collectors.joining("\n"));
      scene
          .getStylesheets()
          .add(KIND + Base64.getEncoder().encodeToString(css.getBytes(StandardCharsets.UTF_8)));
    }
  }
}
