package dev.plumbline.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Texts that are shown: bounded, coloured, searched, compared.
class CodePageTest {

  private static String coloured(String line) {
    var text = new StringBuilder();
    int at = 0;
    for (var part : new YamlColours().of(line)) {
      var word = line.substring(at, at + part.length());
      text.append(part.css().isEmpty() ? word : "[" + part.css().substring(5) + ":" + word + "]");
      at += part.length();
    }
    assertThat(at).isEqualTo(line.length());
    return text.toString();
  }

  @Test
  void keysNumbersAndHiddenValuesAreTold() {
    assertThat(coloured("replicas: 3")).isEqualTo("[key:replicas][sign::] [number:3]");
    assertThat(coloured("  - name: web")).isEqualTo("[sign:  - ][key:name][sign::] web");
    assertThat(coloured("image: ghcr.io/a:2.1")).isEqualTo("[key:image][sign::] ghcr.io/a:2.1");
    assertThat(coloured("\"a b\": true")).isEqualTo("[key:\"a b\"][sign::] [number:true]");
    assertThat(coloured("token: hidden, 32 characters"))
        .isEqualTo("[key:token][sign::] [hidden:hidden, 32 characters]");
    assertThat(coloured("- \"8s\"")).isEqualTo("[sign:- ]\"8s\"");
    assertThat(coloured("f:name: {}")).isEqualTo("[key:f:name][sign::] [sign:{}]");
  }

  @Test
  void aBlockOfTextIsTextUntilItsIndentEnds() {
    var colours = new YamlColours();
    colours.of("data:");
    colours.of("  conf: |");
    assertThat(colours.of("    a: 1")).containsExactly(new YamlColours.Part(8, ""));
    assertThat(colours.of("  other: 1").getFirst().css()).isEqualTo("code-sign");
  }

  @Test
  void aMegabyteIsBoundedAndSaysSo() {
    var page = CodePage.yaml("data:\n  blob: " + "x".repeat(1_000_000) + "\n");
    assertThat(page.text().length()).isLessThan(3_000);
    assertThat(page.cut()).isEqualTo(1);
    assertThat(page.text()).endsWith("characters more");
    assertThat(page.styles().length()).isEqualTo(page.text().length());
    var lines =
        IntStream.range(0, 30_000).mapToObj(i -> "a" + i + ": 1").collect(Collectors.joining("\n"));
    var many = CodePage.yaml(lines);
    assertThat(many.linesLeftOut()).isEqualTo(10_000);
    assertThat(many.complete()).isFalse();
    assertThat(CodePage.yaml("a: 1\n").complete()).isTrue();
    assertThat(CodePage.yaml("").text()).isEmpty();
  }

  @Test
  void wordsAreFoundWhateverTheirCase() {
    assertThat(CodePage.find("Image: a\nimage: b", "IMAGE", 9)).containsExactly(0, 9);
    assertThat(CodePage.find("aaaa", "aa", 9)).containsExactly(0, 2);
    assertThat(CodePage.find("aaaa", "a", 2)).hasSize(2);
    assertThat(CodePage.find("a", "", 9)).isEmpty();
  }

  @Test
  void equalLinesFoldAndLinesOfTheSameKeyStandSideBySide() {
    var head = IntStream.range(0, 20).mapToObj(i -> "k" + i + ": 1").toList();
    var left = String.join("\n", head) + "\nimage: a:1\nonly: git\nend: 1\n";
    var right = String.join("\n", head) + "\nimage: a:2\nend: 1\n";
    var page = DiffPage.of(left, right);
    assertThat(page.changes()).isEqualTo(1);
    assertThat(((DiffPage.Gap) page.rows().getFirst()).lines()).hasSize(17);
    var image = (DiffPage.Differs) page.rows().get(4);
    assertThat(image.left().orElseThrow().number()).isEqualTo(21);
    assertThat(image.left().orElseThrow().text().middle()).isEqualTo("1");
    assertThat(image.right().orElseThrow().text().middle()).isEqualTo("2");
    var only = (DiffPage.Differs) page.rows().get(5);
    assertThat(only.right()).isEqualTo(Optional.empty());
    assertThat(page.inline()).hasSize(page.rows().size() + 1);
    assertThat(DiffPage.of(left, left).changes()).isZero();
    assertThat(DiffPage.of("", "").rows()).isEqualTo(List.of());
  }

  @Test
  void whatIsNotSeenIsSeen() {
    assertThat(DiffPage.visible("a\tb ", true)).isEqualTo("a→b·");
    assertThat(DiffPage.visible("a ", false)).isEqualTo("a ");
  }
}
