package dev.plumbline.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Every key that the code asks for has words, and every word is asked for.
class WordsTest {

  private static final Path SOURCES = Path.of("src/main/java/dev/plumbline/ui");
  private static final Pattern LITERAL =
      Pattern.compile("\"((?:" + String.join("|", Words.ROOMS) + ")\\.[a-z0-9.-]+)\"");
  private static final Pattern COUNTED = Pattern.compile("\\.count\\(\\s*\"([a-z0-9.-]+)\"");
  private static final Pattern SAID = Pattern.compile("\\.get\\(\\s*\"([a-z0-9.-]+)\"");

  private final Words words = Words.load();
  private final String code = code();

  private static String code() {
    try (var files = Files.walk(SOURCES)) {
      return files
          .filter(f -> f.toString().endsWith(".java"))
          .map(WordsTest::text)
          .collect(Collectors.joining("\n"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static TreeSet<String> all(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(r -> r.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void everyKeyInTheCodeHasWords() {
    var said = all(SAID, code);
    assertThat(said).hasSizeGreaterThan(100);
    said.removeIf(k -> Words.ROOMS.stream().noneMatch(r -> k.startsWith(r + ".")));
    for (var key : said) {
      // a key that is put together ends with a dot here
      assertThat(words.keys())
          .as(key)
          .anyMatch(k -> key.endsWith(".") ? k.startsWith(key) : k.equals(key));
    }
    for (var key : all(COUNTED, code)) {
      assertThat(words.keys()).as(key).contains(key + ".one", key + ".many");
    }
    for (var key : Keys.values()) {
      assertThat(words.get(key.word())).isNotBlank();
    }
    for (var mark : Mark.values()) {
      assertThat(words.get(mark.word())).isNotBlank();
    }
  }

  @Test
  void everyWordIsUsed() {
    var literals = all(LITERAL, code);
    var unused = new TreeSet<String>();
    for (var key : words.keys()) {
      var stem = key.replaceFirst("\\.(none|one|many)$", "");
      var prefix = key.substring(0, key.lastIndexOf('.') + 1);
      if (!literals.contains(key) && !literals.contains(stem) && !literals.contains(prefix)) {
        unused.add(key);
      }
    }
    assertThat(unused).isEmpty();
  }

  @Test
  void countsChooseTheirFormAndArgumentsAreFilledIn() {
    assertThat(words.count("home.needs", 0)).isEqualTo("Nothing needs you");
    assertThat(words.count("home.needs", 1)).isEqualTo("1 thing needs you");
    assertThat(words.count("home.needs", 4)).isEqualTo("4 things need you");
    assertThat(words.get("shell.production", "eu-1")).isEqualTo("Production · eu-1");
    assertThatThrownBy(() -> words.get("home.nothing-of-the-kind"))
        .hasMessageContaining("home.nothing-of-the-kind");
  }

  @Test
  void noWordShoutsOrBegs() {
    for (var key : words.keys()) {
      assertThat(words.get(key))
          .as(key)
          .doesNotContain("!")
          .doesNotContainIgnoringCase("please")
          .doesNotContainIgnoringCase("oops");
    }
  }
}
