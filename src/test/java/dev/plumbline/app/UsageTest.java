package dev.plumbline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsageTest {

  @TempDir private Path home;

  @Test
  void aWordThatIsNoVerbIsNamed() {
    for (var words : new String[][] {{"dirft"}, {"dirft", "shop/prod"}, {"file:///etc/passwd"}}) {
      var said = new Terminal(home).run(words);

      assertThat(said.exit()).isEqualTo(64);
      assertThat(said.err()).startsWith("plumbline: There is no verb '" + words[0] + "'");
      assertThat(said.out()).isEmpty();
    }
  }

  @Test
  void anOptionsValueMayBeCalledLikeAVerb() {
    var said = new Terminal(home).run("--repo", "/nowhere", "--context", "sandbox", "envs");

    assertThat(said.exit()).isEqualTo(2);
    assertThat(said.err()).contains("/nowhere");
  }

  @Test
  void helpAndVersionAnswerOnStandardOutput() {
    var help = new Terminal(home).run("--help");
    assertThat(help.exit()).isZero();
    assertThat(help.out()).contains("plumbline://", "envs", "drift", "sync", "tour");
    assertThat(help.err()).isEmpty();
    assertThat(new Terminal(home).run("--context", "sandbox", "--help").out())
        .as("the same, whatever else is said")
        .isEqualTo(help.out());

    var version = new Terminal(home).run("--version");
    assertThat(version.exit()).isZero();
    assertThat(version.out()).isEqualTo("plumbline test\n");
  }

  @Test
  void everyVerbExplainsItself() {
    for (var verb :
        "envs render drift plan sync history activity clone fetch sandbox demo tour".split(" ")) {
      var said = new Terminal(home).run(verb, "--help");
      assertThat(said.exit()).as(verb).isZero();
      assertThat(said.out()).as(verb).contains("Usage: plumbline " + verb);
    }
  }
}
