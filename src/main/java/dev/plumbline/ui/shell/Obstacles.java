package dev.plumbline.ui.shell;

import dev.plumbline.model.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What keeps a window, or a picture of one, from being made on a Linux machine, found out before
/// the toolkit starts. On other systems nothing is known against it.
final class Obstacles {

  /// `host:display.screen`, with `unix` for this machine.
  private static final Pattern DISPLAY =
      Pattern.compile("(?:([^:/]*)/unix|([^:]*)):(\\d+)(?:\\.\\d+)?");

  private static final String FONT = "a font";

  /// Something that is missing, and the packages that bring it.
  ///
  /// @param newer its name in Debian 13, Ubuntu 24.04 and later
  private record Part(String name, String apt, String newer, String dnf) {}

  private static final List<Part> FOR_TEXT =
      List.of(
          new Part("libfreetype.so.6", "libfreetype6", "libfreetype6", "freetype"),
          new Part("libfontconfig.so.1", "libfontconfig1", "libfontconfig1", "fontconfig"),
          new Part("libpangoft2-1.0.so.0", "libpangoft2-1.0-0", "libpangoft2-1.0-0", "pango"),
          new Part(FONT, "fonts-dejavu-core", "fonts-dejavu-core", "dejavu-sans-fonts"));

  private static final List<Part> FOR_WINDOW =
      List.of(
          new Part("libX11.so.6", "libx11-6", "libx11-6", "libX11"),
          new Part("libXtst.so.6", "libxtst6", "libxtst6", "libXtst"),
          new Part("libgtk-3.so.0", "libgtk-3-0", "libgtk-3-0t64", "gtk3"));

  private Obstacles() {}

  /// Why no window can be opened; empty when nothing is known against it.
  static Optional<Problem> window(Machine machine) {
    if (!machine.os().startsWith("Linux")) {
      return Optional.empty();
    }
    if (machine.platform().equalsIgnoreCase("Headless")) {
      return pictures(machine);
    }
    return display(machine)
        .or(() -> {
          var missing = missing(machine, FOR_TEXT);
          missing.addAll(missing(machine, FOR_WINDOW));
          return named(missing, "a window");
        });
  }

  /// Why no picture of a window can be drawn without a display; empty when nothing is known against
  /// it.
  static Optional<Problem> pictures(Machine machine) {
    return machine.os().startsWith("Linux")
        ? named(missing(machine, FOR_TEXT), "the tour")
        : Optional.empty();
  }

  /// JavaFX speaks X11 only; on Wayland it needs XWayland, which sets DISPLAY.
  private static Optional<Problem> display(Machine machine) {
    var display = machine.environment().getOrDefault("DISPLAY", "");
    if (display.isEmpty()) {
      return noDisplay(
          machine.environment().getOrDefault("WAYLAND_DISPLAY", "").isEmpty()
              ? "neither DISPLAY nor WAYLAND_DISPLAY is set"
              : "WAYLAND_DISPLAY is set and DISPLAY is not: the window needs XWayland");
    }
    var parts = DISPLAY.matcher(display);
    if (!parts.matches()) {
      return machine.environment().getOrDefault("DISPLAY", "").startsWith("/")
          ? Optional.empty()
          : noDisplay("DISPLAY is " + display + ", which names no display");
    }
    var host = parts.group(1) == null ? parts.group(2) : "";
    return machine.answers(host.equals("unix") ? "" : host, Integer.parseInt(parts.group(3)))
        ? Optional.empty()
        : noDisplay("DISPLAY is " + display + ", and no X server answers there");
  }

  private static Optional<Problem> noDisplay(String why) {
    return Optional.of(
        new Problem.NotFound(
            "There is no display for a window",
            why,
            "Use a verb of the command line, see plumbline --help",
            ""));
  }

  private static List<Part> missing(Machine machine, List<Part> parts) {
    var missing = new ArrayList<Part>();
    for (var part : parts) {
      boolean there = part.name().equals(FONT) ? machine.font() : machine.library(part.name());
      if (!there) {
        missing.add(part);
      }
    }
    return missing;
  }

  private static Optional<Problem> named(List<Part> missing, String wanted) {
    if (missing.isEmpty()) {
      return Optional.empty();
    }
    var older = words(missing.stream().map(Part::apt).toList());
    var newer = words(missing.stream().map(Part::newer).toList());
    return Optional.of(
        new Problem.NotFound(
            "The system lacks what "
                + wanted
                + " needs: "
                + missing.stream().map(Part::name).collect(Collectors.joining(", ")),
            "",
            "Install it",
            (older.equals(newer)
                    ? "Debian, Ubuntu: sudo apt install " + older
                    : "Debian 13, Ubuntu 24.04 and newer: sudo apt install "
                        + newer
                        + "\nDebian 12, Ubuntu 22.04: sudo apt install "
                        + older)
                + "\nFedora, RHEL: sudo dnf install "
                + words(missing.stream().map(Part::dnf).toList())));
  }

  private static String words(List<String> packages) {
    return packages.stream().distinct().collect(Collectors.joining(" "));
  }
}
