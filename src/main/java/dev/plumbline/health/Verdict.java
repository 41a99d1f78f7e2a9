package dev.plumbline.health;

import dev.plumbline.model.Health;
import dev.plumbline.model.Health.State;
import dev.plumbline.model.Tree;
import java.util.Optional;

/// Makes verdicts, and those that every kind shares.
final class Verdict {

  private Verdict() {}

  static Health healthy(String message) {
    return new Health(State.HEALTHY, message);
  }

  static Health progressing(String message) {
    return new Health(State.PROGRESSING, message);
  }

  static Health degraded(String message) {
    return new Health(State.DEGRADED, message);
  }

  static Health suspended(String message) {
    return new Health(State.SUSPENDED, message);
  }

  static Health unknown(String message) {
    return new Health(State.UNKNOWN, message);
  }

  /// No controller wrote anything.
  static Health silent() {
    return unknown("No controller has reported on it");
  }

  /// Whether anything stands in the status.
  static boolean saysNothing(Tree object) {
    return object.fields("status").isEmpty();
  }

  /// What a status that tells of an older generation says: nothing about this one.
  static Optional<Health> olderGeneration(Tree object) {
    int generation = Numbers.at(object, -1, "metadata", "generation");
    int observed = Numbers.at(object, -1, "status", "observedGeneration");
    return generation < 0 || observed < 0 || observed >= generation
        ? Optional.empty()
        : Optional.of(
            unknown(
                "Its status is of generation " + observed + ", the object is at " + generation));
  }
}
