package dev.plumbline.drift;

import dev.plumbline.model.ResourceRef;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which objects a rule is about. What is left out is any.
public record Target(
    Optional<Glob> group, Optional<Glob> kind, Optional<Glob> namespace, Optional<Glob> name) {

  /// Every object.
  public static final Target ANY =
      new Target(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /// Whether an object is one of them.
  public boolean matches(ResourceRef ref) {
    return fits(group, ref.group())
        && fits(kind, ref.kind())
        && fits(namespace, ref.namespace())
        && fits(name, ref.name());
  }

  private static boolean fits(Optional<Glob> glob, String text) {
    return glob.isEmpty() || glob.get().matches(text);
  }

  @Override
  public String toString() {
    var words =
        Stream.of(
                kind.map(k -> k + group.map(g -> " of " + g).orElse(""))
                    .or(() -> group.map(g -> "anything of " + g)),
                name.map(Glob::toString),
                namespace.map(n -> "in " + n))
            .flatMap(Optional::stream)
            .collect(Collectors.joining(" "));
    return words.isEmpty() ? "anything" : words;
  }
}
