package dev.plumbline.ui.kit;

import dev.plumbline.drift.Drift;
import dev.plumbline.drift.ResourceDrift;
import dev.plumbline.engine.EnvironmentView;
import dev.plumbline.model.ClusterRef;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/// How an environment stands, in one mark and one or two words. Only what was compared can be in
/// sync; what nobody asked for is *not compared*, grey, and no reason to worry.
///
/// @param asOf when that was established; empty when nothing was
/// @param needsYou whether a person has something to look at
public record Condition(Mark mark, String word, Optional<Instant> asOf, boolean needsYou) {

  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

  /// The worst first: failed, stale, unknown, drifted, in sync.
  public static Condition of(EnvironmentView view, Words words) {
    return switch (view.phase()) {
      case IDLE ->
          new Condition(
              Mark.NOT_COMPARED, words.get(Mark.NOT_COMPARED.word()), Optional.empty(), false);
      case UNMAPPED ->
          new Condition(Mark.UNMAPPED, words.get(Mark.UNMAPPED.word()), Optional.empty(), true);
      case COMPARING ->
          view.drift().isPresent()
              ? compared(view, view.drift().get(), words)
              : new Condition(
                  Mark.COMPARING, words.get(Mark.COMPARING.word()), Optional.empty(), false);
      case COMPARED ->
          view.drift()
              .map(d -> compared(view, d, words))
              .orElseGet(() ->
                  new Condition(
                      Mark.NOT_COMPARED,
                      words.get(Mark.NOT_COMPARED.word()),
                      Optional.empty(),
                      false));
      case FAILED ->
          view.drift()
              .map(d -> stale(view.staleSince().orElse(d.asOf()), words))
              .orElseGet(() ->
                  new Condition(
                      Mark.FAILED, words.get(Mark.FAILED.word()), Optional.empty(), true));
    };
  }

  private static Condition stale(Instant since, Words words) {
    return new Condition(
        Mark.STALE,
        words.get("kit.as-of", CLOCK.format(since.atZone(ZoneId.systemDefault()))),
        Optional.of(since),
        true);
  }

  private static Condition compared(EnvironmentView view, Drift drift, Words words) {
    if (view.staleSince().isPresent()) {
      return stale(view.staleSince().get(), words);
    }
    return switch (drift.verdict()) {
      case IN_SYNC ->
          new Condition(
              Mark.IN_SYNC, words.get(Mark.IN_SYNC.word()), Optional.of(drift.asOf()), false);
      case UNKNOWN -> {
        long n = drift.resources().stream().filter(r -> r instanceof ResourceDrift.Unknown).count();
        yield new Condition(
            Mark.UNKNOWN,
            n == 0 ? words.get(Mark.UNKNOWN.word()) : words.get("kit.unknown-count", n),
            Optional.of(drift.asOf()),
            true);
      }
      case DRIFTED -> drifted(drift, words);
    };
  }

  private static Condition drifted(Drift drift, Words words) {
    long fields =
        drift.resources().stream()
            .flatMap(r -> r.fields().stream())
            .filter(f -> f.counts())
            .count();
    long git = drift.resources().stream().filter(r -> r instanceof ResourceDrift.OnlyInGit).count();
    long cluster =
        drift.resources().stream().filter(r -> r instanceof ResourceDrift.OnlyInCluster).count();
    var asOf = Optional.of(drift.asOf());
    if (git + cluster == 0) {
      return new Condition(Mark.DRIFTED, words.count("kit.fields", fields), asOf, true);
    }
    if (fields + cluster == 0) {
      return new Condition(Mark.ONLY_IN_GIT, words.get("kit.only-in-git-count", git), asOf, true);
    }
    if (fields + git == 0) {
      return new Condition(
          Mark.ONLY_IN_CLUSTER, words.get("kit.only-in-cluster-count", cluster), asOf, true);
    }
    long objects =
        drift.resources().stream().filter(r -> !(r instanceof ResourceDrift.InSync)).count();
    return new Condition(Mark.DRIFTED, words.count("kit.objects", objects), asOf, true);
  }

  /// The context it is compared with, else its cluster's name.
  public static String context(EnvironmentView view) {
    return view.cluster().map(ClusterRef::context).orElse(view.environment().cluster());
  }
}
