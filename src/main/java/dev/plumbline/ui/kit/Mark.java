package dev.plumbline.ui.kit;

import dev.plumbline.drift.Cause;
import dev.plumbline.drift.ResourceDrift;

/// A state as it is drawn everywhere: icon, colour family, edge, and its plain word (DESIGN.md,
/// States).
public enum Mark {
  IN_SYNC("kit.mark.in-sync", "mdi2c-check-circle-outline", Tone.SUCCESS, Edge.HAIRLINE, false),
  DRIFTED("kit.mark.drifted", "mdi2n-not-equal-variant", Tone.WARNING, Edge.SOLID, true),
  TO_BE_REMOVED(
      "kit.mark.to-be-removed", "mdi2m-minus-circle-outline", Tone.DANGER, Edge.SOLID, true),
  ONLY_IN_CLUSTER(
      "kit.mark.only-in-cluster", "mdi2m-minus-circle-outline", Tone.DANGER, Edge.SOLID, true),
  ONLY_IN_GIT("kit.mark.only-in-git", "mdi2p-plus-circle-outline", Tone.ACCENT, Edge.SOLID, true),
  SYNCING("kit.mark.syncing", "mdi2p-progress-clock", Tone.ACCENT, Edge.SOLID, true),
  COMPARING("kit.mark.comparing", "mdi2p-progress-clock", Tone.ACCENT, Edge.HAIRLINE, false),
  UNKNOWN("kit.mark.unknown", "mdi2h-help-rhombus-outline", Tone.UNKNOWN, Edge.DASHED, true),
  STALE("kit.mark.stale", "mdi2c-clock-alert-outline", Tone.UNKNOWN, Edge.DASHED, true),
  FAILED("kit.mark.failed", "mdi2c-close-octagon-outline", Tone.DANGER, Edge.SOLID, true),
  UNMAPPED("kit.mark.unmapped", "mdi2l-lan-disconnect", Tone.NEUTRAL, Edge.NONE, true),
  NOT_COMPARED("kit.mark.not-compared", "mdi2c-circle-off-outline", Tone.NEUTRAL, Edge.NONE, false),
  IGNORED("kit.mark.ignored", "mdi2e-eye-off-outline", Tone.NEUTRAL, Edge.NONE, false),
  ADMISSION("kit.mark.admission", "mdi2s-shield-edit-outline", Tone.NEUTRAL, Edge.NONE, false),
  NORMALISED("kit.mark.normalised", "mdi2a-approximately-equal", Tone.NEUTRAL, Edge.NONE, false),
  LEFT_OVER("kit.mark.left-over", "mdi2a-archive-outline", Tone.NEUTRAL, Edge.NONE, false);

  private final String word;
  private final String icon;
  private final Tone tone;
  private final Edge edge;
  private final boolean loud;

  Mark(String word, String icon, Tone tone, Edge edge, boolean loud) {
    this.word = word;
    this.icon = icon;
    this.tone = tone;
    this.edge = edge;
    this.loud = loud;
  }

  /// The key of [Words] for its plain word.
  public String word() {
    return word;
  }

  /// The literal name of its icon.
  public String icon() {
    return icon;
  }

  public Tone tone() {
    return tone;
  }

  public Edge edge() {
    return edge;
  }

  /// Whether a person is needed: the chip is filled.
  public boolean loud() {
    return loud;
  }

  /// The mark of a resource's verdict.
  public static Mark of(ResourceDrift drift) {
    return switch (drift) {
      case ResourceDrift.InSync s -> IN_SYNC;
      case ResourceDrift.Changed c -> DRIFTED;
      case ResourceDrift.OnlyInGit g -> ONLY_IN_GIT;
      case ResourceDrift.OnlyInCluster c -> ONLY_IN_CLUSTER;
      case ResourceDrift.Unknown u -> UNKNOWN;
    };
  }

  /// The mark of a field's cause.
  public static Mark of(Cause cause) {
    return switch (cause) {
      case DRIFTED -> DRIFTED;
      case TO_BE_REMOVED -> TO_BE_REMOVED;
      case IGNORED -> IGNORED;
      case ADMISSION -> ADMISSION;
      case NORMALISED -> NORMALISED;
      case LEFT_OVER -> LEFT_OVER;
    };
  }

  /// The word of a verdict with its count: `3 fields`, `Only in Git`.
  public static String words(ResourceDrift drift, Words words) {
    return drift instanceof ResourceDrift.Changed c
        ? words.count("kit.fields", c.fields().stream().filter(f -> f.counts()).count())
        : words.get(of(drift).word());
  }

  /// How the left edge of a row or cell is drawn.
  public enum Edge {
    SOLID,
    DASHED,
    HAIRLINE,
    NONE
  }
}
