package dev.plumbline.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.EnvironmentView;
import dev.plumbline.engine.Work;
import dev.plumbline.model.Cancel;
import dev.plumbline.plan.Step;
import dev.plumbline.plan.StepResult;
import dev.plumbline.plan.StepResult.Outcome;
import dev.plumbline.ui.FakeSession;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Platform;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

/// The tour finds its way through the screens: an id that it needs and that went away is told here.
class TourTest {

  @Test
  void everyStepIsSeenInBothThemes(@TempDir Path folder) throws Exception {
    FxToolkit.registerPrimaryStage();
    Platform.setImplicitExit(false);
    var session = FakeSession.busy();
    var told = new ArrayList<Tour.Seen>();
    var engine = Thread.ofVirtual().start(() -> answer(session));
    var seen = Tour.walk(session, folder, told::add);
    engine.join();

    assertThat(told).isEqualTo(seen);
    assertThat(seen)
        .extracting(Tour.Seen::name)
        .containsSubsequence(
            "home",
            "environment",
            "history",
            "plan",
            "dry-run",
            "confirm",
            "apply",
            "in-sync",
            "activity",
            "settings",
            "palette",
            "keys");
    assertThat(seen)
        .allSatisfy(s -> {
          assertThat(s.missing()).as(s.name()).isEmpty();
          assertThat(s.pictures()).hasSize(2).allSatisfy(TourTest::picture);
          assertThat(Files.mismatch(s.pictures().get(0), s.pictures().get(1)))
              .as("light and dark of " + s.name())
              .isNotNegative();
        });
    assertThat(seen.getFirst().pictures().getFirst().getFileName())
        .hasToString("01-home-light.png");
    assertThat(fact(seen, "environment")).contains("checkout");
    assertThat(fact(seen, "apply")).isNotBlank();
    assertThat(session.asked)
        .contains("dry-run checkout/prod-eu", "sync checkout/prod-eu", "close");
  }

  /// Does what the engine would do: ends every comparison and every sync that is asked for.
  private static void answer(FakeSession session) {
    int heard = 0;
    int worked = 0;
    while (!session.asked.contains("close")) {
      for (; heard < session.asked.size(); heard++) {
        var asked = session.asked.get(heard);
        if (asked.startsWith("compare ")) {
          compared(session, session.environment(asked.substring(8)).get());
        }
      }
      for (; worked < session.started.size(); worked++) {
        run(session, session.started.get(worked));
      }
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }

  private static void compared(FakeSession session, EnvironmentView view) {
    if (view.phase() == EnvironmentView.Phase.IDLE
        || view.phase() == EnvironmentView.Phase.COMPARING) {
      session.set(inSync(session, view));
    }
  }

  private static EnvironmentView inSync(FakeSession session, EnvironmentView view) {
    var like = session.environment("web/dev").get();
    return new EnvironmentView(
        view.environment(),
        EnvironmentView.Phase.COMPARED,
        "",
        like.cluster(),
        like.revision(),
        like.drift(),
        Optional.empty(),
        List.of(),
        3);
  }

  private static void run(FakeSession session, Work work) {
    for (var step : session.plan("checkout/prod-eu", Cancel.never()).steps()) {
      var action = step instanceof Step.Apply ? "change" : "await-crd";
      work.result(
          new StepResult(
              step.ref(), action, Outcome.DONE, Optional.empty(), Duration.ofMillis(90)));
    }
    work.end(Optional.empty());
    if (session.asked.stream().anyMatch(a -> a.startsWith("sync "))) {
      session.set(inSync(session, session.environment("checkout/prod-eu").get()));
    }
  }

  private static String fact(List<Tour.Seen> seen, String name) {
    return seen.stream()
        .filter(s -> s.name().equals(name))
        .map(s -> String.join(" ", s.facts()))
        .findFirst()
        .orElseThrow();
  }

  private static void picture(Path file) {
    BufferedImage image;
    try {
      image = ImageIO.read(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    assertThat(image.getWidth()).isEqualTo(1440);
    assertThat(image.getHeight()).isEqualTo(900);
    assertThat(image.getColorModel().getPixelSize()).isEqualTo(24);
  }
}
