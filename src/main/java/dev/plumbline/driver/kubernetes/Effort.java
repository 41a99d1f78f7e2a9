package dev.plumbline.driver.kubernetes;

import dev.plumbline.driver.Observation;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// Counts how the verdicts of one look were reached.
final class Effort {

  private final AtomicInteger remembered = new AtomicInteger();
  private final AtomicInteger certain = new AtomicInteger();
  private final Map<String, Integer> asked = new ConcurrentHashMap<>();

  void remembered() {
    remembered.incrementAndGet();
  }

  void certain() {
    certain.incrementAndGet();
  }

  /// @param why the server had to be asked; no value of an object
  void asked(String why) {
    asked.merge(why, 1, Integer::sum);
  }

  Observation.Effort told() {
    return new Observation.Effort(remembered.get(), certain.get(), Map.copyOf(asked));
  }
}
