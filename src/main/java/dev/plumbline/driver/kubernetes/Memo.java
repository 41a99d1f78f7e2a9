package dev.plumbline.driver.kubernetes;

import dev.plumbline.drift.ResourceDrift;
import dev.plumbline.model.Manifest;
import dev.plumbline.model.Origin;
import dev.plumbline.model.ResourceRef;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Verdicts of this process, so that a change of one object, or of a status, does not ask the
/// server about all others. A verdict holds for what was sent and for the live fingerprint; both
/// sides of it come from the server.
final class Memo {

  private record Entry(String hash, String fingerprint, Origin origin, Known known) {}

  /// A verdict, and what the server remarked.
  record Known(ResourceDrift verdict, List<String> warnings) {}

  /// The last verdict that was reached on an object, and when.
  record Last(String word, Instant at) {}

  private final Map<ResourceRef, Entry> entries = new ConcurrentHashMap<>();
  private final Map<ResourceRef, Last> last = new ConcurrentHashMap<>();

  Optional<Known> recall(Manifest sent, String hash, String fingerprint) {
    var entry = entries.get(sent.ref());
    if (entry == null
        || !entry.hash().equals(hash)
        || !entry.fingerprint().equals(fingerprint)
        || !entry.origin().equals(sent.origin())) {
      return Optional.empty();
    }
    last.put(sent.ref(), new Last(entry.known().verdict().word(), Instant.now()));
    return Optional.of(entry.known());
  }

  void keep(Manifest sent, String hash, String fingerprint, Known known) {
    entries.put(sent.ref(), new Entry(hash, fingerprint, sent.origin(), known));
    last.put(sent.ref(), new Last(known.verdict().word(), Instant.now()));
  }

  Optional<Last> last(ResourceRef ref) {
    return Optional.ofNullable(last.get(ref));
  }
}
