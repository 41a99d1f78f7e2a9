package dev.plumbline.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.Problem;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What keeps a window from opening is said before the toolkit can end the process.
class ObstaclesTest {

  /// A machine of which only some things are true.
  ///
  /// @param absent names of libraries, or `font`
  /// @param answering displays on which a server answers, as `host:number`
  private record Told(
      String os,
      String platform,
      Map<String, String> environment,
      Set<String> absent,
      Set<String> answering)
      implements Machine {
    @Override
    public boolean library(String name) {
      return !absent.contains(name);
    }

    @Override
    public boolean answers(String host, int display) {
      return answering.contains(host + ":" + display);
    }

    @Override
    public boolean font() {
      return !absent.contains("font");
    }
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        // os, platform, DISPLAY, WAYLAND_DISPLAY, what stands in the sentence; nothing: no obstacle
        "Linux,-,-,-,neither DISPLAY nor WAYLAND_DISPLAY",
        "Linux,-,:0,-,-",
        "Linux,-,:0.0,-,-",
        "Linux,-,unix:0,-,-",
        "Linux,-,shop/unix:0,-,-",
        "Linux,-,desk.example:10.0,-,-",
        "Linux,-,other.example:10.0,-,no X server answers",
        "Linux,-,:77,-,'DISPLAY is :77, and no X server answers'",
        "Linux,-,:77,wayland-0,no X server answers",
        "Linux,-,nonsense,-,names no display",
        "Linux,-,-,wayland-0,needs XWayland",
        "Linux,Headless,-,-,-",
        "Mac OS X,-,-,-,-",
        "Windows 11,-,-,-,-",
      })
  void aDisplayMustAnswer(String os, String platform, String display, String wayland, String said) {
    var env = new java.util.HashMap<String, String>();
    Optional.ofNullable(display).ifPresent(d -> env.put("DISPLAY", d));
    Optional.ofNullable(wayland).ifPresent(w -> env.put("WAYLAND_DISPLAY", w));
    var machine =
        new Told(
            os, platform == null ? "" : platform, env, Set.of(), Set.of(":0", "desk.example:10"));

    var obstacle = Obstacles.window(machine);

    if (said == null) {
      assertThat(obstacle).isEmpty();
    } else {
      assertThat(obstacle)
          .map(Problem::sentence)
          .hasValueSatisfying(s -> assertThat(s).contains("no display", said));
    }
  }

  @Test
  void librariesOfAWindowAreNamedWithTheirPackages() {
    var obstacle = Obstacles.window(linux(Set.of("libgtk-3.so.0", "libXtst.so.6")));

    assertThat(obstacle)
        .hasValueSatisfying(p -> {
          assertThat(p.sentence()).contains("a window", "libgtk-3.so.0", "libXtst.so.6");
          assertThat(p.detail().lines())
              .containsExactly(
                  "Debian 13, Ubuntu 24.04 and newer: sudo apt install libxtst6 libgtk-3-0t64",
                  "Debian 12, Ubuntu 22.04: sudo apt install libxtst6 libgtk-3-0",
                  "Fedora, RHEL: sudo dnf install libXtst gtk3");
        });
  }

  @Test
  void theTourNeedsNoWindowButText() {
    assertThat(Obstacles.pictures(linux(Set.of("libgtk-3.so.0")))).isEmpty();
    assertThat(Obstacles.pictures(linux(Set.of("libpangoft2-1.0.so.0", "font"))))
        .hasValueSatisfying(p -> {
          assertThat(p.sentence()).contains("the tour", "libpangoft2-1.0.so.0, a font");
          assertThat(p.detail().lines())
              .containsExactly(
                  "Debian, Ubuntu: sudo apt install libpangoft2-1.0-0 fonts-dejavu-core",
                  "Fedora, RHEL: sudo dnf install pango dejavu-sans-fonts");
        });
  }

  @Test
  void thisMachineKnowsItsOwn() {
    var machine = new ThisMachine();
    assertThat(machine.library("libc.so.6")).isTrue();
    assertThat(machine.library("libno-such-thing.so.1")).isFalse();
    assertThat(machine.answers("", 5177)).isFalse();
  }

  private static Told linux(Set<String> absent) {
    return new Told("Linux", "", Map.of("DISPLAY", ":0"), absent, Set.of(":0"));
  }
}
