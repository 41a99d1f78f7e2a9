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
  private final byte[] buffer = new byte[1 << 13];
  private int at;
  private int end;
  private volatile long heard = System.nanoTime();

  Lines(Api.Stream stream) {
    this.stream = stream;
    this.in = stream.body();
  }

  /// The next line; empty when the stream ended after a whole line. A stream that ends in the
  /// middle of one is an [IOException].
  Optional<String> next() throws IOException {
    var line = new ByteArrayOutputStream(0);
    while (true) {
      for (int i = at; i < end; i++) {
        if (buffer[i] == '\n') {
          line.write(buffer, at, i - at);
          at = i + 1;
          return Optional.of(line.toString(StandardCharsets.UTF_8));
        }
      }
      line.write(buffer, at, end - at);
      at = 0;
      end = in.read(buffer);
      if (end < 0) {
        end = 0;
        if (line.size() > 0) {
          throw new IOException("the connection ended in the middle of an event");
        }
        return Optional.empty();
      }
      heard = System.nanoTime();
    }
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
