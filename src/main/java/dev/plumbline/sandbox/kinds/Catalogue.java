package dev.plumbline.sandbox.kinds;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The kinds that are served now. Definitions come and go at run time; a reader always sees one
/// whole state.
public final class Catalogue {

  private final List<Kind> builtIn;
  private final Set<String> known;
  private volatile List<Kind> custom = List.of();

  public Catalogue() {
    builtIn = Recorded.served();
    known =
        Recorded.all().stream()
            .map(k -> k.apiVersion() + "/" + k.resource())
            .collect(Collectors.toUnmodifiableSet());
  }

  /// All, in the order of discovery; versions of a kind in the order of preference.
  public List<Kind> all() {
    var all = new ArrayList<>(builtIn);
    all.addAll(custom);
    return all;
  }

  /// The kind behind a URL.
  public Optional<Kind> resource(String group, String version, String resource) {
    return find(builtIn, group, version, resource).or(() -> find(custom, group, version, resource));
  }

  /// The kind of an object, in a version.
  public Optional<Kind> kind(String apiVersion, String kind) {
    return all().stream()
        .filter(k -> k.kind().equals(kind) && k.apiVersion().equals(apiVersion))
        .findFirst();
  }

  /// The kind of an object in whatever version, the preferred one first.
  public Optional<Kind> anyVersion(String group, String kind) {
    return all().stream().filter(k -> k.kind().equals(kind) && k.group().equals(group)).findFirst();
  }

  /// Whether a real server has this resource although the sandbox does not play it.
  public boolean onlyReal(String group, String version, String resource) {
    var apiVersion = group.isEmpty() ? version : group + "/" + version;
    return known.contains(apiVersion + "/" + resource);
  }

  /// Whether a real server has this group although the sandbox knows nothing of it.
  public boolean foreign(String group) {
    return Recorded.UNSERVED.contains(group);
  }

  /// Whether a group version is known here or on a real server.
  public boolean has(String apiVersion) {
    return known.stream().anyMatch(k -> k.startsWith(apiVersion + "/"))
        || custom.stream().anyMatch(k -> k.apiVersion().equals(apiVersion));
  }

  /// Whether a kind is made by a definition.
  public boolean custom(Kind kind) {
    return custom.contains(kind);
  }

  /// Replaces all kinds that definitions make.
  public void define(List<Kind> kinds) {
    custom = List.copyOf(kinds);
  }

  private static Optional<Kind> find(
      List<Kind> kinds, String group, String version, String resource) {
    return kinds.stream()
        .filter(k ->
            k.resource().equals(resource) && k.group().equals(group) && k.version().equals(version))
        .findFirst();
  }
}
