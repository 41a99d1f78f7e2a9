package dev.plumbline.ui.environment;

import dev.plumbline.drift.ResourceDrift;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// How many resources stand how.
record Counts(Map<Standing, Integer> byStanding) {

  static final Counts NONE = new Counts(Map.of());

  Counts {
    byStanding = Map.copyOf(byStanding);
  }

  static Counts of(List<ResourceDrift> resources) {
    var counts = new EnumMap<Standing, Integer>(Standing.class);
    resources.forEach(r -> counts.merge(Standing.of(r), 1, Integer::sum));
    return new Counts(counts);
  }

  int of(Standing standing) {
    return byStanding.getOrDefault(standing, 0);
  }

  int all() {
    return byStanding.values().stream().mapToInt(Integer::intValue).sum();
  }

  /// How many objects a sync writes.
  int toSync() {
    return of(Standing.CHANGED) + of(Standing.ONLY_IN_GIT);
  }
}
