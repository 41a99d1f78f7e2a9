package dev.plumbline.drift;

import dev.plumbline.model.Origin;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Says which differences do not count.
///
/// @param by who says so, in words: `plumbline.yaml`, `Argo CD Application shop`
/// @param origin where it is written
/// @param target which objects it is about
/// @param path which values; empty: any, as far as the writer fits
/// @param writer who must have set the live value last; empty: anybody
/// @param reason what for
/// @param expires the last day on which it holds, in UTC
public record IgnoreRule(
    String by,
    Origin origin,
    Target target,
    Optional<PathPattern> path,
    Optional<Writer> writer,
    String reason,
    Optional<LocalDate> expires) {

  public IgnoreRule {
    if (path.isEmpty() && writer.isEmpty()) {
      throw new IllegalArgumentException("a rule for everything");
    }
  }

  /// A manager of fields, as `metadata.managedFields` names it.
  ///
  /// @param operation `Apply` or `Update`; empty: either
  /// @param subresource `scale`, `status`, `""` for none; empty: any
  public record Writer(String manager, Optional<String> operation, Optional<String> subresource) {

    boolean matches(Owner owner) {
      return manager.equals(owner.manager())
          && operation.map(owner.operation()::equals).orElse(true)
          && subresource.map(owner.subresource()::equals).orElse(true);
    }

    @Override
    public String toString() {
      return Stream.of(Optional.of("set by " + manager), operation, subresource.map(s -> "of " + s))
          .flatMap(Optional::stream)
          .collect(Collectors.joining(" "));
    }
  }

  /// Whether it holds no more.
  ///
  /// @param today in UTC
  public boolean isExpired(LocalDate today) {
    return expires.map(today::isAfter).orElse(false);
  }

  /// Whether it says something about a field by whoever set it.
  boolean concerns(FieldChange change) {
    return writer.isEmpty()
        || change.owner().map(owner -> writer.get().matches(owner)).orElse(false);
  }

  Exemption exemption() {
    return new Exemption(by, origin, reason, expires);
  }

  /// What it ignores, in words: `.spec.replicas of Deployment web`.
  public String says() {
    return Stream.of(path.map(PathPattern::toString), writer.map(Writer::toString))
            .flatMap(Optional::stream)
            .collect(Collectors.joining(", "))
        + " of "
        + target;
  }
}
