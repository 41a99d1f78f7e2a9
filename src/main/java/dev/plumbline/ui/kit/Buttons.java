package dev.plumbline.ui.kit;

import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;

/// Buttons of the design: each has an id and a name for a screen reader.
public final class Buttons {
  private Buttons() {}

  /// 28 px with an edge.
  public static Button plain(String id, String text, Runnable act) {
    var button = new Button(text);
    button.setId(id);
    button.setAccessibleText(text);
    button.setOnAction(e -> act.run());
    button.setMinWidth(Button.USE_PREF_SIZE);
    return button;
  }

  /// The one verb of a place: accent.
  public static Button primary(String id, String text, Runnable act) {
    return styled(plain(id, text, act), "primary");
  }

  /// 24 px with an edge, for rows and banners.
  public static Button small(String id, String text, Runnable act) {
    return styled(plain(id, text, act), "small");
  }

  /// 24 px without an edge.
  public static Button flat(String id, String text, Runnable act) {
    return styled(small(id, text, act), "flat-verb");
  }

  /// 24 px, looks like a link.
  public static Button link(String id, String text, Runnable act) {
    return styled(small(id, text, act), "link-verb");
  }

  /// 28 px, an icon alone; its name is its tooltip too.
  public static Button icon(String id, String icon, String name, Runnable act) {
    var button = styled(plain(id, name, act), "icon-verb");
    button.setGraphic(Icons.of(icon));
    button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    button.addEventHandler(MouseEvent.MOUSE_ENTERED, e -> tell(button));
    return button;
  }

  /// Adds the key to the tooltip of a button.
  public static Button keyed(Button button, Keys key) {
    button.setTooltip(new Tooltip((button.getText() + "  " + key.label()).strip()));
    return button;
  }

  /// A tooltip is a window of its own, so it is made only when the pointer comes.
  private static void tell(Button button) {
    if (button.getTooltip() == null) {
      button.setTooltip(new Tooltip(button.getAccessibleText()));
    }
  }

  private static Button styled(Button button, String css) {
    button.getStyleClass().add(css);
    return button;
  }
}
