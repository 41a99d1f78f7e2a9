package dev.plumbline.ui.kit;

import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;

/// Writes what JavaFX drew as a PNG: true colour, 8 bits a channel, no alpha, so that a flat area
/// stays flat. Works on any thread once the image is drawn.
public final class Png {

  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final int TRUE_COLOUR = 2;
  private static final int CHANNELS = 3;
  private static final int FILTERS = 5;

  private Png() {}

  /// Writes an image into a file and makes its folder. Throws [ProblemException] when it cannot.
  public static void write(Image image, Path file) {
    try {
      var folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Files.write(file, bytes(image));
    } catch (IOException e) {
      throw new ProblemException(
          new Problem.Unexpected(
              "The picture was not written",
              file.toString(),
              "Name a folder that can be written",
              e.toString()));
    }
  }

  /// The bytes of the file.
  public static byte[] bytes(Image image) {
    int w = (int) image.getWidth();
    int h = (int) image.getHeight();
    var pixels = new int[w * h];
    image.getPixelReader().getPixels(0, 0, w, h, PixelFormat.getIntArgbInstance(), pixels, 0, w);
    var plain = deflated(filtered(pixels, w, h, false));
    var predicted = deflated(filtered(pixels, w, h, true));
    var out = new ByteArrayOutputStream();
    out.writeBytes(SIGNATURE);
    var head = ByteBuffer.allocate(13).putInt(w).putInt(h).put((byte) 8).put((byte) TRUE_COLOUR);
    chunk(out, "IHDR", head.array());
    chunk(out, "IDAT", plain.length <= predicted.length ? plain : predicted);
    chunk(out, "IEND", new byte[0]);
    return out.toByteArray();
  }

  private static void chunk(ByteArrayOutputStream out, String type, byte[] data) {
    var named = ByteBuffer.allocate(4 + data.length);
    named.put(type.getBytes(StandardCharsets.US_ASCII)).put(data);
    var crc = new CRC32();
    crc.update(named.array());
    out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
    out.writeBytes(named.array());
    out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
  }

  private static byte[] deflated(byte[] raw) {
    try (var deflater = new Deflater(Deflater.BEST_COMPRESSION)) {
      deflater.setInput(raw);
      deflater.finish();
      var out = new ByteArrayOutputStream(raw.length / 16);
      var buffer = new byte[1 << 16];
      while (!deflater.finished()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
      return out.toByteArray();
    }
  }

  /// The rows with the filter byte before each: none everywhere, or in each row the filter whose
  /// differences are smallest (PNG specification 12.7).
  private static byte[] filtered(int[] pixels, int w, int h, boolean predict) {
    int stride = w * CHANNELS;
    var out = new byte[h * (stride + 1)];
    var above = new byte[stride];
    for (int y = 0; y < h; y++) {
      var row = new byte[stride];
      for (int x = 0; x < w; x++) {
        int argb = pixels[y * w + x];
        row[x * CHANNELS] = (byte) (argb >> 16);
        row[x * CHANNELS + 1] = (byte) (argb >> 8);
        row[x * CHANNELS + 2] = (byte) argb;
      }
      int at = y * (stride + 1);
      int best = predict ? best(row, above) : 0;
      out[at] = (byte) best;
      for (int i = 0; i < stride; i++) {
        out[at + 1 + i] = (byte) (row[i] - predicted(best, row, above, i));
      }
      above = row;
    }
    return out;
  }

  private static int best(byte[] row, byte[] above) {
    int best = 0;
    long least = Long.MAX_VALUE;
    for (int filter = 0; filter < FILTERS; filter++) {
      long sum = 0;
      for (int i = 0; i < row.length; i++) {
        sum += Math.abs((byte) (row[i] - predicted(filter, row, above, i)));
      }
      if (sum < least) {
        least = sum;
        best = filter;
      }
    }
    return best;
  }

  /// What a filter foretells of a byte: 0 none, 1 left, 2 above, 3 their mean, 4 Paeth.
  private static int predicted(int filter, byte[] row, byte[] above, int i) {
    int left = i < CHANNELS ? 0 : row[i - CHANNELS] & 0xff;
    int up = above[i] & 0xff;
    return switch (filter) {
      case 0 -> 0;
      case 1 -> left;
      case 2 -> up;
      case 3 -> (left + up) / 2;
      default -> paeth(left, up, i < CHANNELS ? 0 : above[i - CHANNELS] & 0xff);
    };
  }

  private static int paeth(int left, int up, int corner) {
    int guess = left + up - corner;
    int byLeft = Math.abs(guess - left);
    int byUp = Math.abs(guess - up);
    int byCorner = Math.abs(guess - corner);
    if (byLeft <= byUp && byLeft <= byCorner) {
      return left;
    }
    return byUp <= byCorner ? up : corner;
  }
}
