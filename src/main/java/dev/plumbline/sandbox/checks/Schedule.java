package dev.plumbline.sandbox.checks;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The schedule of a CronJob, as robfig/cron v3 reads it.
final class Schedule {

  private static final Map<String, Integer> MONTHS =
      names("jan feb mar apr may jun jul aug sep oct nov dec", 1);
  private static final Map<String, Integer> DAYS = names("sun mon tue wed thu fri sat", 0);
  private static final Set<String> WORDS =
      Set.of("@yearly", "@annually", "@monthly", "@weekly", "@daily", "@midnight", "@hourly");
  private static final List<Bounds> BOUNDS =
      List.of(
          new Bounds(0, 59, Map.of()),
          new Bounds(0, 23, Map.of()),
          new Bounds(1, 31, Map.of()),
          new Bounds(1, 12, MONTHS),
          new Bounds(0, 6, DAYS));

  private Schedule() {}

  private record Bounds(int low, int high, Map<String, Integer> names) {}

  private static final class Wrong extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Wrong(String why) {
      super(why, null, false, false);
    }
  }

  private static Map<String, Integer> names(String words, int first) {
    var names = new java.util.HashMap<String, Integer>();
    for (var word : words.split(" ", -1)) {
      names.put(word, first + names.size());
    }
    return Map.copyOf(names);
  }

  /// What is wrong with a schedule.
  static Optional<String> wrong(String schedule) {
    try {
      read(schedule);
      return Optional.empty();
    } catch (Wrong e) {
      return Optional.ofNullable(e.getMessage());
    }
  }

  private static void read(String schedule) {
    var text = schedule.replaceFirst("^(CRON_)?TZ=\\S+ +", "");
    if (text.startsWith("@")) {
      if (!WORDS.contains(text) && !text.matches("@every ([0-9.]+(ns|us|ms|s|m|h))+")) {
        throw new Wrong("unrecognized descriptor: " + text);
      }
      return;
    }
    var fields = List.of(text.strip().split("\\s+", -1));
    if (fields.size() != BOUNDS.size()) {
      throw new Wrong(
          "expected exactly 5 fields, found "
              + fields.size()
              + ": ["
              + String.join(" ", fields)
              + "]");
    }
    for (int i = 0; i < fields.size(); i++) {
      for (var range : fields.get(i).split(",", -1)) {
        if (!range.isEmpty()) {
          range(range, BOUNDS.get(i));
        }
      }
    }
  }

  private static void range(String text, Bounds bounds) {
    var stepped = text.split("/", -1);
    var ends = stepped[0].split("-", -1);
    int start = bounds.low();
    int end = bounds.high();
    if (!ends[0].equals("*") && !ends[0].equals("?")) {
      start = number(ends[0], bounds.names());
      end = ends.length == 1 ? start : number(ends[1], bounds.names());
      if (ends.length > 2) {
        throw new Wrong("too many hyphens: " + text);
      }
    }
    int step = stepped.length == 1 ? 1 : number(stepped[1], Map.of());
    if (stepped.length > 2) {
      throw new Wrong("too many slashes: " + text);
    }
    if (stepped.length == 2 && ends.length == 1) {
      end = bounds.high();
    }
    if (start < bounds.low()) {
      throw new Wrong(
          "beginning of range (%d) below minimum (%d): %s".formatted(start, bounds.low(), text));
    }
    if (end > bounds.high()) {
      throw new Wrong(
          "end of range (%d) above maximum (%d): %s".formatted(end, bounds.high(), text));
    }
    if (start > end) {
      throw new Wrong(
          "beginning of range (%d) beyond end of range (%d): %s".formatted(start, end, text));
    }
    if (step == 0) {
      throw new Wrong("step of range should be a positive number: " + text);
    }
  }

  private static int number(String text, Map<String, Integer> names) {
    var named = names.get(text.toLowerCase(Locale.ROOT));
    if (named != null) {
      return named;
    }
    if (!text.matches("[+-]?\\d{1,9}")) {
      throw new Wrong(
          "failed to parse int from %s: strconv.Atoi: parsing \"%s\": invalid syntax"
              .formatted(text, text));
    }
    int number = Integer.parseInt(text);
    if (number < 0) {
      throw new Wrong("negative number (%d) not allowed: %s".formatted(number, text));
    }
    return number;
  }
}
