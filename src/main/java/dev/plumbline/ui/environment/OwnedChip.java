package dev.plumbline.ui.environment;

import dev.plumbline.model.Health;
import dev.plumbline.model.Owned;
import dev.plumbline.ui.kit.HealthMark;
import dev.plumbline.ui.kit.Mark;
import dev.plumbline.ui.kit.StateChip;
import dev.plumbline.ui.kit.Tone;
import dev.plumbline.ui.kit.Words;

/// How an owned object says it stands, in its own word.
final class OwnedChip {
  private OwnedChip() {}

  static StateChip of(Owned owned, Words words) {
    return new StateChip(say(owned, words));
  }

  static StateChip.Say say(Owned owned, Words words) {
    var state = owned.health().state();
    var mark = HealthMark.of(state);
    var word = owned.word().isEmpty() ? words.get(mark.word()) : owned.word();
    if (state != Health.State.HEALTHY) {
      return new StateChip.Say(mark.icon(), mark.tone(), word, mark.loud(), false);
    }
    if (word.startsWith("0 ")) {
      return new StateChip.Say("mdi2s-sleep", Tone.NEUTRAL, word, false, false);
    }
    return new StateChip.Say(Mark.IN_SYNC.icon(), Tone.SUCCESS, word, false, true);
  }
}
