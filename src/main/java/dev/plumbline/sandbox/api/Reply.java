package dev.plumbline.sandbox.api;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/// What is answered.
///
/// @param warnings texts for Warning headers
/// @param body writes the body
/// @param streamed whether it comes bit by bit until somebody ends it
public record Reply(
    int code, String contentType, List<String> warnings, Body body, boolean streamed) {

  public Reply {
    warnings = List.copyOf(warnings);
  }

  /// Writes a body.
  public interface Body {
    void writeTo(OutputStream out) throws IOException;
  }

  static Reply of(int code, String contentType, Body body) {
    return new Reply(code, contentType, List.of(), body, false);
  }

  Reply warning(List<String> texts) {
    return new Reply(code, contentType, texts, body, streamed);
  }
}
