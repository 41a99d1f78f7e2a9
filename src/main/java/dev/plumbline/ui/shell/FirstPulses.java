package dev.plumbline.ui.shell;

import java.time.Duration;
import java.time.Instant;
import javafx.animation.AnimationTimer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Logs how long it took from the start of the process to the window's second pulse: by then the
/// first frame was drawn. `src/test/conformance/startup.py` reads it.
final class FirstPulses extends AnimationTimer {

  private static final Logger LOG = LoggerFactory.getLogger(FirstPulses.class);

  private int pulses;

  @Override
  public void handle(long now) {
    pulses++;
    if (pulses == 2) {
      stop();
      var process = ProcessHandle.current().info();
      process
          .startInstant()
          .ifPresent(started ->
              LOG.info(
                  "Second pulse {} ms after the start of the process, {} ms of CPU time",
                  Duration.between(started, Instant.now()).toMillis(),
                  process.totalCpuDuration().map(Duration::toMillis).orElse(-1L)));
    }
  }
}
