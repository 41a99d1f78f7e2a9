package dev.plumbline.process;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/// An output that is kept, and of which each line is told as it comes.
final class Lines extends ByteArrayOutputStream {

  private Consumer<String> hears = line -> {};
  private int told;

  void tell(Consumer<String> lines) {
    hears = lines;
  }

  @Override
  public synchronized void write(byte[] bytes, int from, int length) {
    int at = size();
    super.write(bytes, from, length);
    for (; at < count; at++) {
      if (buf[at] == '\n' || buf[at] == '\r') {
        upTo(at);
        told = at + 1;
      }
    }
  }

  /// What is there is all: the last line needs no end.
  synchronized void end() {
    upTo(count);
    told = count;
  }

  private void upTo(int end) {
    if (end > told) {
      hears.accept(new String(buf, told, end - told, StandardCharsets.UTF_8));
    }
  }
}
