package dev.plumbline.ui.kit;

import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/// Text for another program.
public final class Copied {
  private Copied() {}

  /// Puts text on the clipboard.
  public static void text(String text) {
    var content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }
}
