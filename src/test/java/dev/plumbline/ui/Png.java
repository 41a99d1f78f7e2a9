package dev.plumbline.ui;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javax.imageio.ImageIO;

/// Writes what JavaFX drew as a PNG file.
public final class Png {
  private Png() {}

  public static void write(Image image, Path file) {
    int w = (int) image.getWidth();
    int h = (int) image.getHeight();
    var pixels = new int[w * h];
    image.getPixelReader().getPixels(0, 0, w, h, PixelFormat.getIntArgbInstance(), pixels, 0, w);
    var buffered = new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
    buffered.setRGB(0, 0, w, h, pixels, 0, w);
    try {
      Files.createDirectories(file.getParent());
      ImageIO.write(buffered, "png", file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
