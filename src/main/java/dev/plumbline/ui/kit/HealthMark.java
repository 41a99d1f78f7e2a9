package dev.plumbline.ui.kit;

import dev.plumbline.model.Health;

/// How the health of a live object is drawn: icon, tone, and its plain word.
///
/// @param word a key of [Words]
/// @param loud whether a person is needed: the chip is filled
public record HealthMark(String icon, Tone tone, String word, boolean loud) {

  public static HealthMark of(Health.State state) {
    return switch (state) {
      case HEALTHY ->
          new HealthMark("mdi2h-heart-outline", Tone.SUCCESS, "kit.health.healthy", false);
      case PROGRESSING ->
          new HealthMark("mdi2p-progress-clock", Tone.ACCENT, "kit.health.progressing", false);
      case DEGRADED ->
          new HealthMark("mdi2h-heart-broken-outline", Tone.DANGER, "kit.health.degraded", true);
      case SUSPENDED -> new HealthMark("mdi2s-sleep", Tone.NEUTRAL, "kit.health.suspended", false);
      case TERMINATING ->
          new HealthMark("mdi2p-progress-close", Tone.NEUTRAL, "kit.health.terminating", false);
      case UNKNOWN ->
          new HealthMark("mdi2h-help-rhombus-outline", Tone.UNKNOWN, "kit.health.unknown", false);
    };
  }

  /// The state in one word: `Healthy`, `Degraded`.
  public StateChip chip(Words words) {
    return new StateChip(say(words));
  }

  /// The same, for a chip that is kept.
  public StateChip.Say say(Words words) {
    return new StateChip.Say(icon, tone, words.get(word), loud, tone == Tone.SUCCESS);
  }
}
