package dev.plumbline.app.demo;

import dev.plumbline.model.Tree;
import dev.plumbline.yaml.Yaml;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;

/// What the demo is made of: files that stand beside this class in the jar. What is wrong with them
/// is a mistake of ours and an [IllegalStateException].
final class Resources {

  private static final Pattern PARTS = Pattern.compile("(\\d+)([dhms])");
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z]+)}");

  private Resources() {}

  static String text(String name) {
    try (var in = Resources.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("The demo has no " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A text with each `${NAME}` filled in.
  static String text(String name, Map<String, String> values) {
    return VARIABLE
        .matcher(text(name))
        .replaceAll(found -> {
          var value = values.get(found.group(1));
          if (value == null) {
            throw new IllegalStateException(name + " needs " + found.group(1));
          }
          return java.util.regex.Matcher.quoteReplacement(value);
        });
  }

  static Tree yaml(String name) {
    var read = Yaml.read(text(name).getBytes(StandardCharsets.UTF_8), name);
    if (!read.problems().isEmpty() || read.documents().size() != 1) {
      throw new IllegalStateException(name + " is no document: " + read.problems());
    }
    return read.documents().getFirst().body();
  }

  /// A time span as the stories write it: `21d 6h`, `44m`.
  static Duration span(Tree step, String key) {
    var text =
        step.text(key)
            .orElseThrow(() -> new IllegalStateException("There is no " + key + " in " + step));
    var sum = Duration.ZERO;
    var parts = PARTS.matcher(text);
    while (parts.find()) {
      int count = Integer.parseInt(parts.group(1));
      sum =
          sum.plus(
              switch (parts.group(2)) {
                case "d" -> Duration.ofDays(count);
                case "h" -> Duration.ofHours(count);
                case "m" -> Duration.ofMinutes(count);
                default -> Duration.ofSeconds(count);
              });
    }
    return sum;
  }
}
