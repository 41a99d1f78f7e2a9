package dev.plumbline.ui.shell;

import java.util.List;
import java.util.Locale;

/// Something that the palette offers.
///
/// @param icon its icon
/// @param title what is shown and searched
/// @param hint a key, a state; shown at the right
record PaletteEntry(String icon, String title, String hint, Runnable act) {

  /// The entries whose title has all words of the text, those that begin with it first.
  static List<PaletteEntry> matching(List<PaletteEntry> all, String text) {
    var wanted = text.strip().toLowerCase(Locale.ROOT);
    var parts = List.of(wanted.split("[\\s/]+"));
    return all.stream()
        .filter(e -> parts.stream().allMatch(e.title.toLowerCase(Locale.ROOT)::contains))
        .sorted((a, b) -> Boolean.compare(begins(b, wanted), begins(a, wanted)))
        .toList();
  }

  private static boolean begins(PaletteEntry entry, String wanted) {
    return entry.title.toLowerCase(Locale.ROOT).startsWith(wanted);
  }
}
