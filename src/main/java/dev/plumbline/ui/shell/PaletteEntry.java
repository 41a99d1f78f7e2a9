package dev.plumbline.ui.shell;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Something that the palette offers.
///
/// @param id by which it is remembered as used
/// @param icon its icon
/// @param title what is shown and searched
/// @param hint a key, a state; shown at the right
record PaletteEntry(String id, String icon, String title, String hint, Runnable act) {

  /// An entry that fits what was typed.
  ///
  /// @param recent whether it was used lately
  record Hit(PaletteEntry entry, Fuzzy.Match match, boolean recent) {}

  /// What fits. With nothing typed: those used lately, the last one first, then all the others in
  /// their order. Else: the best match first, and of equal ones those used lately.
  ///
  /// @param recent ids, the last used first
  static List<Hit> matching(List<PaletteEntry> all, String typed, List<String> recent) {
    var hits =
        all.stream()
            .flatMap(e ->
                Fuzzy.match(typed, e.title())
                    .map(m -> new Hit(e, m, recent.contains(e.id())))
                    .stream());
    var used =
        Comparator.comparingInt(
            (Hit h) -> h.recent() ? recent.indexOf(h.entry().id()) : Integer.MAX_VALUE);
    return (typed.isBlank()
            ? hits.sorted(used)
            : hits.sorted(Comparator.comparingInt((Hit h) -> h.match().cost()).thenComparing(used)))
        .toList();
  }

  /// The ids with one more used, and no more than some.
  static List<String> used(List<String> recent, String id, int kept) {
    return java.util.stream.Stream.concat(
            Optional.of(id).stream(), recent.stream().filter(r -> !r.equals(id)))
        .limit(kept)
        .toList();
  }
}
