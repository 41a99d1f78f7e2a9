package dev.plumbline.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.Tree;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Values read as what they are: a string that looks like something else is quoted.
class ValueTextTest {

  @Test
  void stringsThatLookLikeSomethingElseAreQuoted() {
    assertThat(ValueText.of(Tree.str("30")).text()).isEqualTo("\"30\"");
    assertThat(ValueText.of(Tree.str("true")).text()).isEqualTo("\"true\"");
    assertThat(ValueText.of(Tree.str("")).text()).isEqualTo("\"\"");
    assertThat(ValueText.of(Tree.str("a ")).text()).isEqualTo("\"a \"");
    assertThat(ValueText.of(Tree.str("truely")).text()).isEqualTo("truely");
    assertThat(ValueText.of(Tree.str("acme/web:2")).text()).isEqualTo("acme/web:2");
    assertThat(ValueText.of(new Tree.Num("30")).text()).isEqualTo("30");
    assertThat(ValueText.of(Tree.bool(true)).text()).isEqualTo("true");
  }

  @Test
  void linesStayLinesAndObjectsBecomeYaml() {
    assertThat(ValueText.of(Tree.str("a\nb\n")).lines()).isEqualTo(List.of("a", "b"));
    assertThat(ValueText.of(Tree.obj("a", Tree.str("x"), "b", Tree.arr(Tree.Num.of(1)))).lines())
        .first()
        .isEqualTo("a: x");
    assertThat(ValueText.of(Tree.Arr.EMPTY).text()).isEqualTo("[]");
  }

  @Test
  void whatIsHiddenStaysHidden() {
    var secret = Tree.Hidden.of(Tree.str("hunter22"));
    assertThat(ValueText.of(secret).text()).isEqualTo("hidden, 8 characters");
    assertThat(ValueText.of(Tree.obj("password", secret)).text()).doesNotContain("hunter22");
  }
}
