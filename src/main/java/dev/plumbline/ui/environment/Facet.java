package dev.plumbline.ui.environment;

import dev.plumbline.ui.kit.Mark;
import dev.plumbline.ui.kit.Tone;
import java.util.Optional;

/// What a chip above the tree counts and filters by.
enum Facet {
  CHANGED(Standing.CHANGED),
  ONLY_IN_GIT(Standing.ONLY_IN_GIT),
  ONLY_IN_CLUSTER(Standing.ONLY_IN_CLUSTER),
  UNKNOWN(Standing.UNKNOWN),
  /// Its status says that it does not do what it should.
  DEGRADED("mdi2h-heart-broken-outline", Tone.DANGER, "kit.health.degraded"),
  /// Something differs that does not count.
  NOT_COUNTED(Mark.IGNORED.icon(), Tone.NEUTRAL, "environment.section.not-counted");

  private final Optional<Standing> standing;
  private final String icon;
  private final Tone tone;
  private final String word;

  Facet(Standing standing) {
    this.standing = Optional.of(standing);
    var mark = standing.mark();
    this.icon = mark.icon();
    this.tone = mark.tone();
    this.word = mark.word();
  }

  Facet(String icon, Tone tone, String word) {
    this.standing = Optional.empty();
    this.icon = icon;
    this.tone = tone;
    this.word = word;
  }

  String icon() {
    return icon;
  }

  Tone tone() {
    return tone;
  }

  /// A key of the words.
  String word() {
    return word;
  }

  boolean holds(Subject subject) {
    return switch (this) {
      case DEGRADED -> subject.degraded();
      case NOT_COUNTED -> subject.notCounted();
      case CHANGED, ONLY_IN_GIT, ONLY_IN_CLUSTER, UNKNOWN ->
          subject.drift().map(Standing::of).equals(standing);
    };
  }
}
