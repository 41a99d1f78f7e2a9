package dev.plumbline.ui.kit;

import org.kordamp.ikonli.javafx.FontIcon;

/// Icons of Material Design by their literal Ikonli names. Icons are decoration: the control that
/// holds one has the accessible text.
public final class Icons {
  private Icons() {}

  /// An icon of 16 px.
  public static FontIcon of(String literal) {
    return of(literal, 16);
  }

  /// An icon of 14 px, for chips and rows.
  public static FontIcon small(String literal) {
    return of(literal, 14);
  }

  /// An icon of 12, 14, 16, 18, 20 or 24 px: the sizes that the stylesheet knows.
  public static FontIcon of(String literal, int px) {
    var icon = new FontIcon(literal);
    icon.getStyleClass().addAll("icon", "icon-" + px);
    return icon;
  }

  /// An icon in the colour of a tone.
  public static FontIcon toned(String literal, int px, Tone tone) {
    var icon = of(literal, px);
    icon.getStyleClass().add(tone.css());
    return icon;
  }
}
