package dev.plumbline.ui.environment;

import java.util.Map;

/// How many objects there are of each sort.
///
/// @param counts of those that Git declares or declared, by verdict
/// @param owned how many are only owned by them
/// @param facets how many a chip would leave
record Tally(Counts counts, int owned, Map<Facet, Integer> facets) {

  static final Tally NONE = new Tally(Counts.NONE, 0, Map.of());

  Tally {
    facets = Map.copyOf(facets);
  }

  int of(Facet facet) {
    return facets.getOrDefault(facet, 0);
  }

  /// Declared and owned together.
  int all() {
    return counts.all() + owned;
  }
}
