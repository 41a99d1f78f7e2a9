package dev.plumbline.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Text is at least 4.5:1 and edges at least 3:1 on what they stand on, in both themes, computed
/// from the stylesheets themselves (WCAG 2.2, relative luminance).
class ContrastTest {

  private static final Pattern BLOCK = Pattern.compile("(\\.root(?::dark)?)\\s*\\{([^}]*)\\}");
  private static final Pattern COLOUR = Pattern.compile("(-(?:color|pl)-[a-z0-9-]+):\\s*([^;]+);");

  private record Pair(String text, double least, String... grounds) {
    @Override
    public String toString() {
      return text + " on " + String.join(" on ", grounds);
    }
  }

  private static final Pair[] PAIRS = {
    text("-color-fg-default", "-color-bg-default"),
    text("-color-fg-default", "-color-bg-subtle"),
    text("-color-fg-muted", "-color-bg-default"),
    text("-color-fg-muted", "-color-bg-subtle"),
    text("-color-fg-muted", "-pl-hover"),
    text("-color-fg-muted", "-color-accent-subtle", "-color-bg-default"),
    text("-color-accent-fg", "-color-bg-default"),
    text("-color-accent-fg", "-color-accent-subtle", "-color-bg-default"),
    text("-color-success-fg", "-color-bg-default"),
    text("-color-success-fg", "-color-success-subtle", "-color-bg-default"),
    text("-color-warning-fg", "-color-bg-default"),
    text("-color-warning-fg", "-color-warning-subtle", "-color-bg-default"),
    text("-color-danger-fg", "-color-bg-default"),
    text("-color-danger-fg", "-color-danger-subtle", "-color-bg-default"),
    text("-pl-unknown-fg", "-color-bg-default"),
    text("-pl-unknown-fg", "-pl-unknown-subtle", "-color-bg-default"),
    text("-pl-quiet-fg", "-color-neutral-muted", "-color-bg-default"),
    text(
        "-pl-warning-strong", "-color-warning-subtle", "-color-accent-subtle", "-color-bg-default"),
    text("-pl-success-strong", "-color-accent-subtle", "-color-bg-default"),
    text("-color-fg-default", "-color-danger-subtle", "-color-bg-default"),
    text("-color-fg-default", "-color-warning-subtle", "-color-bg-default"),
    text("-color-fg-default", "-pl-unknown-subtle", "-color-bg-default"),
    text("-color-bg-default", "-color-fg-default"),
    text("white", "-color-accent-emphasis"),
    text("white", "-color-danger-emphasis"),
    edge("-color-warning-emphasis", "-color-bg-default"),
    edge("-color-danger-emphasis", "-color-bg-default"),
    edge("-color-accent-emphasis", "-color-bg-default"),
    edge("-pl-unknown-emphasis", "-color-bg-default"),
    edge("-pl-line", "-color-bg-default"),
  };

  private static Pair text(String text, String... grounds) {
    return new Pair(text, 4.5, grounds);
  }

  private static Pair edge(String edge, String... grounds) {
    return new Pair(edge, 3, grounds);
  }

  @TestFactory
  Stream<DynamicTest> inBothThemes() {
    var light = colours("light", false);
    var dark = colours("dark", true);
    return Stream.of(PAIRS)
        .flatMap(p -> Stream.of(check("light", p, light), check("dark", p, dark)));
  }

  private static DynamicTest check(String theme, Pair pair, Map<String, String> colours) {
    return DynamicTest.dynamicTest(
        theme + ": " + pair,
        () -> {
          double[] ground = {1, 1, 1, 1};
          for (int i = pair.grounds.length - 1; i >= 0; i--) {
            ground = over(rgba(pair.grounds[i], colours), ground);
          }
          assertThat(ratio(over(rgba(pair.text, colours), ground), ground))
              .isGreaterThanOrEqualTo(pair.least);
        });
  }

  private static Map<String, String> colours(String theme, boolean dark) {
    var all = new HashMap<String, String>();
    read("/atlantafx/base/theme/primer-" + theme + ".css", all, false);
    read("/dev/plumbline/ui/plumbline.css", all, dark);
    return all;
  }

  private static void read(String sheet, Map<String, String> all, boolean dark) {
    try (var in = ContrastTest.class.getResourceAsStream(sheet)) {
      var blocks =
          BLOCK.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8)).results().toList();
      for (var selector : dark ? new String[] {".root", ".root:dark"} : new String[] {".root"}) {
        blocks.stream()
            .filter(b -> b.group(1).equals(selector))
            .flatMap(b -> COLOUR.matcher(b.group(2)).results())
            .forEach(c -> all.put(c.group(1), c.group(2).strip()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double[] rgba(String name, Map<String, String> colours) {
    if (name.startsWith("-")) {
      assertThat(colours).containsKey(name);
      return rgba(colours.get(name), colours);
    }
    if (name.equals("white")) {
      return new double[] {1, 1, 1, 1};
    }
    if (name.startsWith("#")) {
      return new double[] {part(name, 1), part(name, 3), part(name, 5), 1};
    }
    var numbers = name.replaceAll("[^0-9.,]", "").split(",");
    double alpha = numbers.length > 3 ? Double.parseDouble(numbers[3]) : 1;
    return new double[] {of255(numbers[0]), of255(numbers[1]), of255(numbers[2]), alpha};
  }

  private static double part(String hex, int at) {
    return Integer.parseInt(hex.substring(at, at + 2), 16) / 255.0;
  }

  private static double of255(String number) {
    return Double.parseDouble(number) / 255;
  }

  private static double[] over(double[] top, double[] ground) {
    var mixed = new double[] {0, 0, 0, 1};
    for (int i = 0; i < 3; i++) {
      mixed[i] = top[i] * top[3] + ground[i] * (1 - top[3]);
    }
    return mixed;
  }

  private static double ratio(double[] a, double[] b) {
    double x = luminance(a);
    double y = luminance(b);
    return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
  }

  private static double luminance(double[] c) {
    return 0.2126 * linear(c[0]) + 0.7152 * linear(c[1]) + 0.0722 * linear(c[2]);
  }

  private static double linear(double v) {
    return v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
  }
}
