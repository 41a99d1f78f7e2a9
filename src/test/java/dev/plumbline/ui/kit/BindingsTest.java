package dev.plumbline.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;

class BindingsTest {

  private static final KeyCodeCombination CTRL_P =
      new KeyCodeCombination(KeyCode.P, KeyCombination.SHORTCUT_DOWN);

  private static KeyEvent pressed(KeyCode code, boolean shift, boolean control) {
    return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, control, false, false);
  }

  @Test
  void whateverIsChosenNoTwoVerbsHaveTheSameKeysAndTheSettingsGiveTheSameBack() {
    var random = new Random(7);
    var codes = List.of(KeyCode.A, KeyCode.D, KeyCode.K, KeyCode.S, KeyCode.F5, KeyCode.SLASH);
    var bindings = Bindings.USUAL;
    for (int i = 0; i < 400; i++) {
      var key = Keys.values()[random.nextInt(Keys.values().length)];
      if (random.nextInt(4) == 0) {
        bindings = bindings.usual(key);
        assertThat(bindings.of(key)).isEqualTo(key.usual());
      } else {
        var typed =
            Bindings.typed(
                    pressed(
                        codes.get(random.nextInt(codes.size())),
                        random.nextBoolean(),
                        random.nextBoolean()))
                .orElseThrow();
        bindings = bindings.with(key, typed);
        assertThat(bindings.of(key)).containsExactly(typed);
        assertThat(bindings.holder(typed)).contains(key);
      }
      var seen = new HashSet<KeyCodeCombination>();
      for (var k : Keys.values()) {
        assertThat(bindings.of(k)).allSatisfy(c -> assertThat(seen.add(c)).as("%s", c).isTrue());
      }
      var again = Bindings.of(bindings.words());
      assertThat(Stream.of(Keys.values()).map(again::of).toList())
          .isEqualTo(Stream.of(Keys.values()).map(bindings::of).toList());
    }
  }

  @Test
  void everyUsualKeyIsReadBackFromItsName() {
    var all = new HashMap<String, List<String>>();
    for (var key : Keys.values()) {
      all.put(key.id(), key.usual().stream().map(KeyCodeCombination::getName).toList());
    }
    var read = Bindings.of(all);
    for (var key : Keys.values()) {
      if (key != Keys.CLOSE) {
        assertThat(read.of(key)).as(key.id()).isEqualTo(key.usual());
      }
    }
  }

  @Test
  void whatCannotBeUnderstoodLeavesTheUsualKeys() {
    var read =
        Bindings.of(
            Map.of(
                "palette", List.of("Hyper+Nothing"),
                "back", List.of("Enter"),
                "no-such-verb", List.of("Shortcut+P"),
                "drawer", List.of()));
    assertThat(read.of(Keys.PALETTE)).isEqualTo(Keys.PALETTE.usual());
    assertThat(read.of(Keys.BACK)).isEqualTo(Keys.BACK.usual());
    assertThat(read.of(Keys.DRAWER)).isEmpty();
  }

  @Test
  void chosenKeysActAndTheOldOnesDoNot() {
    try {
      Keys.use(Bindings.USUAL.with(Keys.PALETTE, CTRL_P));
      assertThat(Keys.of(pressed(KeyCode.P, false, true), true)).contains(Keys.PALETTE);
      assertThat(Keys.of(pressed(KeyCode.K, false, true), true)).isEmpty();
      assertThat(Keys.PALETTE.labels()).containsExactly("Ctrl P");
    } finally {
      Keys.use(Bindings.USUAL);
    }
  }

  @Test
  void keysOfWhatHasTheFocusAreNoVerb() {
    assertThat(Bindings.reserved(new KeyCodeCombination(KeyCode.ENTER))).isTrue();
    assertThat(Bindings.reserved(CTRL_P)).isFalse();
    assertThat(Bindings.typed(pressed(KeyCode.CONTROL, false, true))).isEmpty();
  }
}
