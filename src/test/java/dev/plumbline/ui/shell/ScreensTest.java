package dev.plumbline.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import javafx.application.Platform;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

/// Draws every screen in both themes into `target/screens/`, to be looked at beside the pictures of
/// the design; fails when one cannot be drawn, is all of one colour, or looks the same in both
/// themes.
@Tag("long")
class ScreensTest {

  @Test
  void everyScreenInBothThemes() throws Exception {
    FxToolkit.registerPrimaryStage();
    Platform.setImplicitExit(false);
    var files = Snapshots.draw("");
    assertThat(files).hasSize(2 * Snapshots.shots().size());
    for (int i = 0; i < files.size(); i += 2) {
      var light = image(files.get(i));
      var dark = image(files.get(i + 1));
      assertThat(colours(light)).as("colours of %s", files.get(i)).hasSizeGreaterThan(50);
      assertThat(light.getRGB(500, 300))
          .as("ground of %s", files.get(i))
          .isNotEqualTo(dark.getRGB(500, 300));
    }
  }

  private static BufferedImage image(Path file) throws Exception {
    return ImageIO.read(file.toFile());
  }

  private static Set<Integer> colours(BufferedImage image) {
    var seen = new HashSet<Integer>();
    for (int y = 0; y < image.getHeight(); y += 2) {
      for (int x = 0; x < image.getWidth(); x += 2) {
        seen.add(image.getRGB(x, y));
      }
    }
    return seen;
  }
}
