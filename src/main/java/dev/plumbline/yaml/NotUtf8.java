package dev.plumbline.yaml;

import dev.plumbline.model.Problem;
import dev.plumbline.yaml.Node.Spot;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;

/// Says where bytes stop being UTF-8.
final class NotUtf8 {

  private NotUtf8() {}

  static Problem problem(byte[] bytes, String file) {
    var in = ByteBuffer.wrap(bytes);
    StandardCharsets.UTF_8.newDecoder().decode(in, CharBuffer.allocate(bytes.length), true);
    int line = 1;
    int lineStart = 0;
    for (int i = 0; i < in.position(); i++) {
      if (bytes[i] == '\n') {
        line++;
        lineStart = i + 1;
      }
    }
    var before = new String(bytes, lineStart, in.position() - lineStart, StandardCharsets.UTF_8);
    var spot = new Spot(line, before.codePointCount(0, before.length()) + 1);
    return new Problem.Invalid(
        "Not UTF-8: the byte %02x cannot stand here".formatted(bytes[in.position()]),
        spot.in(file),
        "Save the file as UTF-8",
        "");
  }
}
