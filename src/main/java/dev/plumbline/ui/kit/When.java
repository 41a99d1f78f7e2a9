package dev.plumbline.ui.kit;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// An instant as a person says it: `today 09:58:31`, `Mon 16:20`, `2026-10-02`.
public final class When {

  private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss");
  private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("HH:mm");
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEE HH:mm", Locale.ENGLISH);
  private static final Duration WEEK = Duration.ofDays(6);

  private When() {}

  /// The time of day, to the second, in the zone of this machine.
  public static String time(Instant instant) {
    return SECONDS.format(instant.atZone(ZoneId.systemDefault()));
  }

  /// Today with the time of day, in the last week with the day, else the date.
  public static String of(Instant instant, Instant now, ZoneId zone, Words words) {
    var then = instant.atZone(zone);
    if (day(then).equals(day(now.atZone(zone)))) {
      return words.get("kit.when.today", SECONDS.format(then));
    }
    return brief(instant, now, zone);
  }

  /// As short as it can be told: today `09:58`, in the last week with the day, else the date.
  public static String brief(Instant instant, Instant now, ZoneId zone) {
    var then = instant.atZone(zone);
    if (day(then).equals(day(now.atZone(zone)))) {
      return MINUTES.format(then);
    }
    return Duration.between(instant, now).abs().compareTo(WEEK) < 0 ? DAY.format(then) : day(then);
  }

  /// How long ago up to two days (`44 min`), then as [#of(Instant, Instant, ZoneId, Words)].
  public static String ago(Instant instant, Instant now, ZoneId zone, Words words) {
    var age = Duration.between(instant, now);
    return age.isNegative() || age.toHours() >= 48
        ? of(instant, now, zone, words)
        : Span.ago(instant, now, words);
  }

  private static String day(ZonedDateTime time) {
    return DateTimeFormatter.ISO_LOCAL_DATE.format(time);
  }
}
