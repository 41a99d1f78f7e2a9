package dev.plumbline.driver.kubernetes;

import dev.plumbline.model.Manifest;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.Tree;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The kinds that CustomResourceDefinitions of the same set define.
final class Crds {

  private record Served(String group, String version, String kind) {}

  private final Map<Served, String> names = new HashMap<>();

  static Crds in(List<Manifest> manifests) {
    var crds = new Crds();
    for (var m : manifests) {
      if (isCrd(m.ref())) {
        crds.add(m.ref().name(), m.body());
      }
    }
    return crds;
  }

  static boolean isCrd(ResourceRef ref) {
    return ref.group().equals("apiextensions.k8s.io")
        && ref.kind().equals("CustomResourceDefinition");
  }

  private void add(String name, Tree.Obj body) {
    var group = body.text("spec", "group").orElse("");
    var kind = body.text("spec", "names", "kind").orElse("");
    for (var version : body.items("spec", "versions")) {
      version.text("name").ifPresent(v -> names.put(new Served(group, v, kind), name));
    }
  }

  /// The name of the definition that serves a kind at a version.
  Optional<String> nameFor(ResourceRef ref) {
    return Optional.ofNullable(names.get(new Served(ref.group(), ref.version(), ref.kind())));
  }
}
