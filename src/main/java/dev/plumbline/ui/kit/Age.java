package dev.plumbline.ui.kit;

import java.time.Instant;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;

/// How long ago something was: `44 min`, with the instant (RFC 3339) in the tooltip. It counts on
/// while it is shown.
public final class Age extends Label {

  /// @param words how the age is said: a key of [Words] with `{0}` for the age
  public Age(Instant since, Words words, String key) {
    getStyleClass().add("second");
    setMinWidth(USE_PREF_SIZE);
    setTooltip(new Tooltip(Span.exact(since)));
    Runnable tell =
        () -> {
          setText(words.get(key, Span.ago(since, Instant.now(), words)));
          setAccessibleText(getText() + ", " + Span.exact(since));
        };
    tell.run();
    sceneProperty()
        .addListener((p, old, scene) -> {
          if (scene == null) {
            Ticks.tellNoMore(tell);
          } else {
            tell.run();
            Ticks.tell(tell);
          }
        });
  }

  /// The age alone.
  public Age(Instant since, Words words) {
    this(since, words, "kit.age.plain");
  }
}
