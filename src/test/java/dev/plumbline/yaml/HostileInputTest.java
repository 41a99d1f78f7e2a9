package dev.plumbline.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.Problem;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Whatever the bytes are: documents or problems, never another exception, never more than two
/// seconds (ten for 5 MB).
class HostileInputTest {

  private static Yaml.Documents read(byte[] bytes) {
    return read(bytes, Duration.ofSeconds(2));
  }

  private static Yaml.Documents read(byte[] bytes, Duration limit) {
    long start = cpu();
    var read = Yaml.read(bytes, "f.yaml");
    assertThat(Duration.ofNanos(cpu() - start)).isLessThan(limit);
    read.documents().forEach(d -> assertThat(Json.compact(d.body())).isNotEmpty());
    return read;
  }

  /// Of this thread, so that a busy machine fails no test.
  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static Problem problem(String text) {
    var read = read(text.getBytes(StandardCharsets.UTF_8));
    assertThat(read.documents()).isEmpty();
    assertThat(read.problems()).hasSize(1);
    return read.problems().getFirst();
  }

  @Test
  void deepNesting() {
    for (var open : List.of("[", "{a: ", "- ", "? ", "{\"a\":", "[{a: ")) {
      var what = problem("k:\n  " + open.repeat(50_000)).what();
      assertThat(what)
          .as(open)
          .satisfiesAnyOf(
              w -> assertThat(w).isEqualTo("Nested deeper than 500 levels"),
              w -> assertThat(w).startsWith("Not YAML: "));
    }
    assertThat(problem("k: " + "[".repeat(2000) + "]".repeat(2000)).what())
        .isEqualTo("Nested deeper than 500 levels");
    assertThat(problem("{\"a\":".repeat(2000) + "1" + "}".repeat(2000)).what())
        .isEqualTo("Nested deeper than 500 levels");
    var stairs = new StringBuilder();
    for (int i = 0; i < 2000; i++) {
      stairs.repeat(" ", i).append("a:\n");
    }
    assertThat(problem(stairs.toString()).what()).isEqualTo("Nested deeper than 500 levels");
  }

  @Test
  void aliasesThatNestDeepOrMultiply() {
    var chain = new StringBuilder("a0: &a0 [1]\n");
    for (int i = 1; i < 20; i++) {
      chain.append("a%d: &a%d %s*a%d%s\n".formatted(i, i, "[".repeat(30), i - 1, "]".repeat(30)));
    }
    assertThat(problem(chain.toString()).what()).isEqualTo("Nested deeper than 500 levels");
    var bomb = new StringBuilder("a0: &a0 {k: 1}\n");
    for (int i = 1; i < 40; i++) {
      bomb.append("a%d: &a%d {<<: [*a%d, *a%d]}\n".formatted(i, i, i - 1, i - 1));
    }
    assertThat(problem(bomb.toString()).what()).startsWith("Aliases that multiply");
    assertThat(problem("a: &a {<<: *a}\n").what()).contains("contains itself");
    assertThat(problem("a: &a\n  b: &b [*a]\n  c: *b\n").what()).contains("contains itself");
  }

  @Test
  void bytesThatAreNoText() {
    var bytes = "a: 1\nb: é?x\n".getBytes(StandardCharsets.UTF_8);
    bytes[bytes.length - 3] = (byte) 0xff;
    var invalid = read(bytes).problems();
    assertThat(invalid)
        .extracting(Problem::what)
        .containsExactly("Not UTF-8: the byte ff cannot stand here");
    assertThat(invalid).extracting(Problem::where).containsExactly("f.yaml:2:5");
    assertThat(read("a: 1\n".getBytes(StandardCharsets.UTF_16)).problems()).hasSize(1);
    assertThat(problem("a: x\0y\n").what()).isEqualTo("Not YAML: the control character U+0000");
    assertThat(problem("a: x\0y\n").where()).isEqualTo("f.yaml:1:5");
    assertThat(read(new byte[] {'a', ':', ' ', (byte) 0xed, (byte) 0xa0, (byte) 0x80}).problems())
        .hasSize(1);
    assertThat(problem("a: \"\\ud800\"\n").what()).startsWith("Not YAML: ");
    assertThat(problem("a: \"\\UFFFFFFFF\"\n").what()).startsWith("Not YAML: ");
    assertThat(read(new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf}).problems()).isEmpty();
    assertThat(read("truncated: é".getBytes(StandardCharsets.UTF_8)).problems()).isEmpty();
    assertThat(read(Arrays.copyOf("cut: é".getBytes(StandardCharsets.UTF_8), 6)).problems())
        .hasSize(1);
  }

  @Test
  void bigFiles() {
    var limit = Duration.ofSeconds(10);
    var many = new StringBuilder();
    for (int i = 0; many.length() < 5_000_000; i++) {
      many.append("---\nkind: Thing\nmetadata: {name: n")
          .append(i)
          .append("}\nspec:\n  a: [1, 2]\n");
    }
    var read = read(many.toString().getBytes(StandardCharsets.UTF_8), limit);
    assertThat(read.problems()).isEmpty();
    assertThat(read.documents()).hasSizeGreaterThan(50_000);
    var one = "a: |\n" + "  a line of text\n".repeat(300_000);
    assertThat(read(one.getBytes(StandardCharsets.UTF_8), limit).documents()).hasSize(1);
    var line = "a: \"" + "x".repeat(5_000_000) + "\"\n";
    assertThat(read(line.getBytes(StandardCharsets.UTF_8), limit).documents()).hasSize(1);
  }

  @Test
  void manyTabsAreNoTrap() {
    read(("a:\n" + "- {b:\t1,\tc: [\t2,\t3]}\n".repeat(20_000)).getBytes(StandardCharsets.UTF_8));
    read(("{" + "a:\t\t\t \t1,\t\n".repeat(50_000)).getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void longRepetitionsOverflowNoStack() {
    for (var text :
        List.of(
            "a: ." + "1_".repeat(100_000) + "1",
            "a: " + "1:".repeat(100_000) + "1",
            "# c\n\n".repeat(100_000) + "a: 1",
            "# c\n".repeat(100_000) + "...",
            "a: " + "x\n  y".repeat(100_000),
            "a: \"" + "\\/".repeat(100_000) + "\"")) {
      var read = read(text.getBytes(StandardCharsets.UTF_8));
      read.documents().forEach(d -> assertThat(Yaml.write(d.body())).isNotEmpty());
    }
  }

  @Test
  void longNumbersAndKeys() {
    assertThat(
            read(("a: " + "9".repeat(1_000_000) + "\n").getBytes(StandardCharsets.UTF_8))
                .documents())
        .hasSize(1);
    read(("{\"a\": 1" + "0".repeat(9000) + "}").getBytes(StandardCharsets.UTF_8));
    read(("{\"a\": 1e999999999}").getBytes(StandardCharsets.UTF_8));
    read(
        ("a: 1e999999999\nb: 1e-999999999\nc: 0.00000000000000000001e-999999999\n")
            .getBytes(StandardCharsets.UTF_8));
    read(("k".repeat(1_000_000) + ": 1\n").getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void twentyThousandDamagedFiles() throws IOException {
    var seeds = new ArrayList<byte[]>();
    for (var c : Records.all()) {
      seeds.add(Files.readAllBytes(c.input()));
    }
    var random = new Random(99);
    var bits =
        "\t\n\r :-#{}[],&*!|>'\"%@`?~<=\\0x.eE+_\u0000\u0085\u2028\ufeff\ud83d\ude00é"
            .getBytes(StandardCharsets.UTF_8);
    int read = 0;
    for (int i = 0; i < 20_000; i++) {
      var bytes = damage(seeds.get(random.nextInt(seeds.size())).clone(), seeds, bits, random);
      var documents = read(bytes);
      read += documents.documents().isEmpty() ? 0 : 1;
      for (var problem : documents.problems()) {
        assertThat(problem).isInstanceOf(Problem.Invalid.class);
        assertThat(problem.where()).matches("f\\.yaml:\\d+:\\d+");
      }
    }
    assertThat(read).isGreaterThan(1000);
  }

  private static byte[] damage(byte[] bytes, List<byte[]> seeds, byte[] bits, Random random) {
    for (int n = 1 + random.nextInt(4); n > 0 && bytes.length > 1; n--) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(4)) {
        case 0 -> bytes[at] = bits[random.nextInt(bits.length)];
        case 1 -> bytes[at] = (byte) random.nextInt(256);
        case 2 -> bytes = Arrays.copyOf(bytes, at);
        default -> {
          var other = seeds.get(random.nextInt(seeds.size()));
          int from = random.nextInt(other.length);
          int length =
              Math.min(random.nextInt(40), Math.min(other.length - from, bytes.length - at));
          System.arraycopy(other, from, bytes, at, length);
        }
      }
    }
    return bytes;
  }
}
