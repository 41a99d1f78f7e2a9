package dev.plumbline.engine;

import dev.plumbline.driver.Vitals;
import dev.plumbline.engine.Session.Living;
import dev.plumbline.model.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How what lives in an environment follows from what was known before.
final class Lives {

  private Lives() {}

  /// What is not current keeps the time at which it last was.
  static Living of(Living before, Vitals vitals) {
    return new Living(
        vitals.health(),
        vitals.owned(),
        vitals.problems(),
        vitals.current() ? Optional.of(Instant.now()) : before.asOf());
  }

  static Living failed(Living before, Problem problem) {
    return new Living(before.health(), before.owned(), List.of(problem), before.asOf());
  }
}
