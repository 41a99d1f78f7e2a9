package dev.plumbline.cluster;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.Optional;

/// When the server asks to come back later: 429 and 503 with Retry-After in seconds (the form that
/// Kubernetes uses).
final class Retry {

  private Retry() {}

  /// How long to wait; empty when the server does not ask for it.
  static Optional<Duration> after(int code, HttpHeaders headers) {
    if (code != 429 && code != 503) {
      return Optional.empty();
    }
    return headers
        .firstValue("Retry-After")
        .filter(v -> v.matches("\\d{1,9}"))
        .map(v -> Duration.ofSeconds(Long.parseLong(v)));
  }
}
