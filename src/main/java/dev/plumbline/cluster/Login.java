package dev.plumbline.cluster;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is shown to the server with a request.
///
/// @param headers `Authorization` and `Impersonate-…`, in order
/// @param certificate PEM of the client certificate and its chain
/// @param key PEM of its private key
record Login(
    List<Map.Entry<String, String>> headers, Optional<String> certificate, Optional<String> key) {
  Login {
    headers = List.copyOf(headers);
  }

  /// Headers are a secret: never in a log.
  @Override
  public String toString() {
    return "Login";
  }
}
