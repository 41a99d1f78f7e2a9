package dev.plumbline.ui.environment;

import dev.plumbline.drift.ResourceDrift;
import dev.plumbline.model.Health;
import dev.plumbline.model.Owned;
import dev.plumbline.model.ResourceRef;
import java.util.Optional;

/// An object of the tree: one that Git declares (or declared) with its verdict, or one that another
/// object owns.
///
/// @param drift the verdict; empty for what is only owned
/// @param owned what the cluster says of an owned object
/// @param health empty while it is not known
record Subject(
    ResourceRef ref,
    Optional<ResourceDrift> drift,
    Optional<Owned> owned,
    Optional<Health> health) {

  static Subject of(ResourceDrift drift, Optional<Health> health) {
    return new Subject(drift.ref(), Optional.of(drift), Optional.empty(), health);
  }

  static Subject of(Owned owned) {
    return new Subject(
        owned.ref(), Optional.empty(), Optional.of(owned), Optional.of(owned.health()));
  }

  /// What tells it from every other object, whatever version of its kind is spoken.
  static String id(ResourceRef ref) {
    return ref.group() + "/" + ref.kind() + "/" + ref.namespace() + "/" + ref.name();
  }

  String id() {
    return id(ref);
  }

  boolean degraded() {
    return health.filter(h -> h.state() == Health.State.DEGRADED).isPresent();
  }

  /// Whether something differs that does not count.
  boolean notCounted() {
    return drift.isPresent() && drift.get().fields().stream().anyMatch(f -> !f.counts());
  }

  /// Whether a live object is there to be read.
  boolean live() {
    return drift.map(d -> !(d instanceof ResourceDrift.OnlyInGit)).orElse(true);
  }
}
