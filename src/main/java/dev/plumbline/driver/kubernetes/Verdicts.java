package dev.plumbline.driver.kubernetes;

import dev.plumbline.drift.ResourceDrift;
import dev.plumbline.model.Manifest;
import dev.plumbline.model.ResourceRef;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The verdicts that were reached, each under everything that it depends on, so that a change of
/// one object asks about no other.
final class Verdicts {

  /// What a verdict depends on. When any of it is another, the verdict says nothing.
  ///
  /// @param uid of the object
  /// @param desired hash of what is sent
  /// @param live fingerprint of the object
  /// @param epoch of types and admission ([Grounds#epoch])
  record Key(String uid, String desired, String live, String epoch) {}

  /// How a verdict was reached.
  enum How {
    /// The server answered a dry-run.
    ASKED,
    /// Certainly equal, without a request.
    CERTAIN
  }

  /// A verdict, and what the server remarked.
  ///
  /// @param at when it was reached
  record Known(ResourceDrift verdict, List<String> warnings, How how, Instant at) {}

  /// The last verdict that was reached on an object, and when.
  record Last(String word, Instant at) {}

  private record Entry(Key key, Known known) {}

  private final Map<ResourceRef, Entry> entries = new ConcurrentHashMap<>();
  private final Map<ResourceRef, Last> last = new ConcurrentHashMap<>();

  /// The verdict under a key, told of where Git says it now.
  Optional<Known> recall(Manifest sent, Key key) {
    var entry = entries.get(sent.ref());
    return entry != null && entry.key().equals(key)
        ? Optional.of(placed(entry.known(), sent))
        : Optional.empty();
  }

  void keep(Manifest sent, Key key, Known known) {
    entries.put(sent.ref(), new Entry(key, known));
    seen(sent, known.verdict(), known.at());
  }

  /// A verdict was given, remembered or not.
  void seen(Manifest sent, ResourceDrift verdict, Instant at) {
    last.put(sent.ref(), new Last(verdict.word(), at));
  }

  Optional<Last> last(ResourceRef ref) {
    return Optional.ofNullable(last.get(ref));
  }

  private static Known placed(Known known, Manifest sent) {
    var origin = Optional.of(sent.origin());
    if (known.verdict().origin().equals(origin)) {
      return known;
    }
    var verdict =
        switch (known.verdict()) {
          case ResourceDrift.InSync(var ref, _, var notCounted) ->
              new ResourceDrift.InSync(ref, origin, notCounted);
          case ResourceDrift.Changed(var ref, _, var fields) ->
              new ResourceDrift.Changed(ref, origin, fields);
          case ResourceDrift.OnlyInGit other -> other;
          case ResourceDrift.OnlyInCluster other -> other;
          case ResourceDrift.Unknown other -> other;
        };
    return new Known(verdict, known.warnings(), known.how(), known.at());
  }
}
