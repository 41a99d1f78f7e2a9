package dev.plumbline.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;

class KeysTest {

  private static KeyEvent pressed(KeyCode code, boolean shift, boolean control) {
    return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, control, false, false);
  }

  @Test
  void noKeyDoesTwoThings() {
    var seen = new HashSet<String>();
    for (var key : Keys.values()) {
      for (var label : key.labels()) {
        assertThat(seen.add(label)).as("%s of %s", label, key).isTrue();
      }
    }
  }

  @Test
  void singleLettersBelongToTheTextThatHasTheFocus() {
    assertThat(Keys.of(pressed(KeyCode.S, false, false), false)).contains(Keys.REVIEW_SYNC);
    assertThat(Keys.of(pressed(KeyCode.S, false, false), true)).isEmpty();
    assertThat(Keys.of(pressed(KeyCode.SLASH, true, false), false)).contains(Keys.HELP);
    assertThat(Keys.of(pressed(KeyCode.SLASH, true, false), true)).isEmpty();
    assertThat(Keys.of(pressed(KeyCode.SLASH, false, false), false)).contains(Keys.FILTER);
  }

  @Test
  void combinationsActInTextToo() {
    assertThat(Keys.of(pressed(KeyCode.K, false, true), true)).contains(Keys.PALETTE);
    assertThat(Keys.of(pressed(KeyCode.F, false, true), true)).contains(Keys.FILTER);
    assertThat(Keys.of(pressed(KeyCode.ESCAPE, false, false), true)).contains(Keys.CLOSE);
    assertThat(Keys.of(pressed(KeyCode.ENTER, false, true), true)).contains(Keys.PRIMARY);
  }
}
