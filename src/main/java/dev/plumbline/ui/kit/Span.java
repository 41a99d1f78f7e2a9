package dev.plumbline.ui.kit;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// Lengths of time in words. Needs no toolkit.
public final class Span {
  private Span() {}

  /// The instant to the second, RFC 3339.
  public static String exact(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /// `now`, `40 s`, `44 min`, `3 h 2 min`, `18 h`, `6 d`.
  public static String ago(Instant since, Instant now, Words words) {
    var age = Duration.between(since, now);
    if (age.toSeconds() < 5) {
      return words.get("kit.age.now");
    }
    return lasting(age, words);
  }

  /// How long something took, to the second up to an hour: `0.6 s`, `38 s`, `1 min 52 s`.
  public static String took(Duration time, Words words) {
    return time.toMinutes() > 0 && time.toMinutes() < 60 && time.toSecondsPart() > 0
        ? words.get("kit.age.minutes-seconds", time.toMinutes(), time.toSecondsPart())
        : lasting(time, words);
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
