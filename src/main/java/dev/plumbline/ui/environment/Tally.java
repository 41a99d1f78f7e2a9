package dev.plumbline.ui.environment;

import dev.plumbline.drift.ResourceDrift;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
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

  static Tally of(List<Subject> subjects) {
    var facets = new EnumMap<Facet, Integer>(Facet.class);
    var declared = new ArrayList<ResourceDrift>();
    for (var subject : subjects) {
      subject.drift().ifPresent(declared::add);
      for (var facet : Facet.values()) {
        if (facet.holds(subject)) {
          facets.merge(facet, 1, Integer::sum);
        }
      }
    }
    return new Tally(Counts.of(declared), subjects.size() - declared.size(), facets);
  }

  int of(Facet facet) {
    return facets.getOrDefault(facet, 0);
  }

  /// Declared and owned together.
  int all() {
    return counts.all() + owned;
  }
}
