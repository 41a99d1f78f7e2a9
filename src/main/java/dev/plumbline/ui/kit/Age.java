package dev.plumbline.ui.kit;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;

/// How long ago something was: `44 min`, with the instant (RFC 3339) in the tooltip. It counts on
/// while it is shown.
public final class Age extends Label {

  private static final javafx.util.Duration PERIOD = javafx.util.Duration.seconds(10);

  /// @param words how the age is said: a key of [Words] with `{0}` for the age
  public Age(Instant since, Words words, String key) {
    getStyleClass().add("second");
    setMinWidth(USE_PREF_SIZE);
    setTooltip(new Tooltip(exact(since)));
    Runnable tell =
        () -> {
          setText(words.get(key, of(since, Instant.now(), words)));
          setAccessibleText(getText() + ", " + exact(since));
        };
    tell.run();
    var ticker = new Timeline(new KeyFrame(PERIOD, e -> tell.run()));
    ticker.setCycleCount(Animation.INDEFINITE);
    sceneProperty()
        .addListener((p, old, scene) -> {
          if (scene == null) {
            ticker.stop();
          } else {
            tell.run();
            ticker.play();
          }
        });
  }

  /// The age alone.
  public Age(Instant since, Words words) {
    this(since, words, "kit.age.plain");
  }

  /// The instant to the second, RFC 3339.
  public static String exact(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /// `now`, `40 s`, `44 min`, `3 h 2 min`, `18 h`, `6 d`.
  public static String of(Instant since, Instant now, Words words) {
    var age = Duration.between(since, now);
    if (age.toSeconds() < 5) {
      return words.get("kit.age.now");
    }
    return lasting(age, words);
  }

  /// A length of time: `0.6 s`, `38 s`, `1 min 52 s`, `2 h`, `6 d`.
  public static String lasting(Duration age, Words words) {
    if (age.toSeconds() < 2) {
      return words.get("kit.age.tenths", Math.round(age.toMillis() / 100.0) / 10.0);
    }
    if (age.toMinutes() < 1) {
      return words.get("kit.age.seconds", age.toSeconds());
    }
    if (age.toMinutes() < 60) {
      return words.get("kit.age.minutes", age.toMinutes());
    }
    if (age.toHours() < 6 && age.toMinutesPart() > 0) {
      return words.get("kit.age.hours-minutes", age.toHours(), age.toMinutesPart());
    }
    return age.toHours() < 48
        ? words.get("kit.age.hours", age.toHours())
        : words.get("kit.age.days", age.toDays());
  }
}
