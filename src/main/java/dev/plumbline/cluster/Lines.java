package dev.plumbline.cluster;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The lines of a stream that stays open. Closing it from another thread ends a waiting read.
final class Lines implements AutoCloseable {

  private final Api.Stream stream;
  private final InputStream in;
  private final boolean whole;
  private final int longest;
  private final byte[] buffer = new byte[1 << 13];
  private int at;
  private int end;
  private volatile long heard = System.nanoTime();

  private Lines(Api.Stream stream, boolean whole, int longest) {
    this.stream = stream;
    this.in = stream.body();
    this.whole = whole;
    this.longest = longest;
  }

  /// The events of a watch: a stream that ends in the middle of one is an [IOException].
  static Lines ofWatch(Api.Stream stream) {
    return new Lines(stream, true, Integer.MAX_VALUE);
  }

  /// The lines of a log: the last may lack its end, and what is beyond a number of bytes is cut
  /// with a word that says so.
  static Lines ofLog(Api.Stream stream, int longest) {
    return new Lines(stream, false, longest);
  }

  /// The next line; empty when the stream ended after a whole line.
  Optional<String> next() throws IOException {
    var line = new ByteArrayOutputStream(0);
    long length = 0;
    while (true) {
      for (int i = at; i < end; i++) {
        if (buffer[i] == '\n') {
          length += keep(line, i - at);
          at = i + 1;
          return Optional.of(text(line, length));
        }
      }
      length += keep(line, end - at);
      at = 0;
      end = in.read(buffer);
      if (end < 0) {
        end = 0;
        if (length > 0 && whole) {
          throw new IOException("the connection ended in the middle of an event");
        }
        return length > 0 ? Optional.of(text(line, length)) : Optional.empty();
      }
      heard = System.nanoTime();
    }
  }

  private int keep(ByteArrayOutputStream line, int length) {
    line.write(buffer, at, Math.min(length, longest - line.size()));
    return length;
  }

  private String text(ByteArrayOutputStream line, long length) {
    if (length == line.size()) {
      return line.toString(StandardCharsets.UTF_8);
    }
    var bytes = line.toByteArray();
    int size = bytes.length;
    // Not in the middle of a character: its later bytes begin with the bits 10.
    while (size > 0 && (bytes[size - 1] & 0xC0) == 0x80) {
      size--;
    }
    size = size > 0 && (bytes[size - 1] & 0xC0) == 0xC0 ? size - 1 : size;
    return new String(bytes, 0, size, StandardCharsets.UTF_8)
        + " … (cut here: the line has "
        + length
        + " bytes)";
  }

  /// The connection broke.
  void broken() {
    stream.seat().broken();
  }

  /// [System#nanoTime()] of the last bytes.
  long heard() {
    return heard;
  }

  @Override
  public void close() {
    stream.close();
  }
}
