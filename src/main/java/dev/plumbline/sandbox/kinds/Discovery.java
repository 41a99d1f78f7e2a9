package dev.plumbline.sandbox.kinds;

import dev.plumbline.model.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The documents by which clients learn what is served: aggregated (one for the core group, one for
/// the others) and one a group version.
public final class Discovery {

  private final Catalogue catalogue;

  public Discovery(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /// `APIGroupDiscoveryList`.
  ///
  /// @param core the core group only, else the others only
  /// @param version `v2` or `v2beta1`
  public Tree aggregated(boolean core, String version) {
    var groups = new ArrayList<Tree>();
    byGroup(core)
        .forEach((group, versions) -> {
          var list = new ArrayList<Tree>();
          versions.forEach((name, kinds) ->
              list.add(
                  Tree.obj(
                      "version",
                      Tree.str(name),
                      "resources",
                      new Tree.Arr(kinds.stream().map(Discovery::aggregated).toList()),
                      "freshness",
                      Tree.str("Current"))));
          var metadata = group.isEmpty() ? Tree.Obj.EMPTY : Tree.obj("name", Tree.str(group));
          groups.add(Tree.obj("metadata", metadata, "versions", new Tree.Arr(list)));
        });
    return Tree.obj(
        "kind",
        Tree.str("APIGroupDiscoveryList"),
        "apiVersion",
        Tree.str("apidiscovery.k8s.io/" + version),
        "metadata",
        Tree.Obj.EMPTY,
        "items",
        new Tree.Arr(groups));
  }

  /// `APIGroupList`.
  public Tree groups() {
    var groups = byGroup(false).keySet().stream().map(g -> group(g).orElseThrow()).toList();
    return Tree.obj(
        "kind",
        Tree.str("APIGroupList"),
        "apiVersion",
        Tree.str("v1"),
        "groups",
        new Tree.Arr(
            groups.stream().map(g -> (Tree) g.without("kind").without("apiVersion")).toList()));
  }

  /// `APIGroup`.
  public Optional<Tree.Obj> group(String name) {
    var versions = byGroup(false).get(name);
    if (versions == null) {
      return Optional.empty();
    }
    var list =
        versions.keySet().stream()
            .map(v ->
                (Tree) Tree.obj("groupVersion", Tree.str(name + "/" + v), "version", Tree.str(v)))
            .toList();
    return Optional.of(
        Tree.obj(
            "kind",
            Tree.str("APIGroup"),
            "apiVersion",
            Tree.str("v1"),
            "name",
            Tree.str(name),
            "versions",
            new Tree.Arr(list),
            "preferredVersion",
            list.getFirst()));
  }

  /// `APIResourceList`; empty when the version is not served.
  public Optional<Tree> resources(String group, String version) {
    var kinds = byGroup(group.isEmpty()).getOrDefault(group, Map.of()).get(version);
    if (kinds == null) {
      return Optional.empty();
    }
    var list = new ArrayList<Tree>();
    for (var kind : kinds) {
      list.add(resource(kind));
      for (var sub : kind.subresources()) {
        list.add(sub(kind, sub));
      }
    }
    return Optional.of(
        Tree.obj(
            "kind",
            Tree.str("APIResourceList"),
            "apiVersion",
            Tree.str("v1"),
            "groupVersion",
            Tree.str(group.isEmpty() ? version : group + "/" + version),
            "resources",
            new Tree.Arr(list)));
  }

  private Map<String, Map<String, List<Kind>>> byGroup(boolean core) {
    var groups = new LinkedHashMap<String, Map<String, List<Kind>>>();
    for (var kind : catalogue.all()) {
      if (kind.group().isEmpty() == core) {
        groups
            .computeIfAbsent(kind.group(), g -> new LinkedHashMap<>())
            .computeIfAbsent(kind.version(), v -> new ArrayList<>())
            .add(kind);
      }
    }
    return groups;
  }

  private static Tree aggregated(Kind kind) {
    var resource =
        Tree.obj(
            "resource",
            Tree.str(kind.resource()),
            "responseKind",
            kindOf(kind.group(), kind.version(), kind.kind()),
            "scope",
            Tree.str(kind.namespaced() ? "Namespaced" : "Cluster"),
            "singularResource",
            Tree.str(kind.singular()),
            "verbs",
            texts(kind.verbs()));
    resource = listed(resource, "shortNames", kind.shortNames());
    resource = listed(resource, "categories", kind.categories());
    if (!kind.subresources().isEmpty()) {
      var subs = new ArrayList<Tree>();
      for (var sub : kind.subresources()) {
        subs.add(
            Tree.obj(
                "subresource",
                Tree.str(sub.name()),
                "responseKind",
                kindOf(sub.group(), sub.version(), sub.kind()),
                "verbs",
                texts(sub.verbs())));
      }
      resource = resource.with("subresources", new Tree.Arr(subs));
    }
    return resource;
  }

  private static Tree kindOf(String group, String version, String kind) {
    return Tree.obj("group", Tree.str(group), "version", Tree.str(version), "kind", Tree.str(kind));
  }

  private static Tree resource(Kind kind) {
    var resource =
        Tree.obj(
            "name",
            Tree.str(kind.resource()),
            "singularName",
            Tree.str(kind.singular()),
            "namespaced",
            Tree.bool(kind.namespaced()),
            "kind",
            Tree.str(kind.kind()),
            "verbs",
            texts(kind.verbs()));
    resource = listed(resource, "shortNames", kind.shortNames());
    return listed(resource, "categories", kind.categories());
  }

  private static Tree sub(Kind kind, Kind.Sub sub) {
    var resource =
        Tree.obj(
            "name",
            Tree.str(kind.resource() + "/" + sub.name()),
            "singularName",
            Tree.str(""),
            "namespaced",
            Tree.bool(kind.namespaced()),
            "kind",
            Tree.str(sub.kind()),
            "verbs",
            texts(sub.verbs()));
    var foreign = !sub.group().equals(kind.group()) || !sub.version().equals(kind.version());
    return foreign
        ? resource.with("group", Tree.str(sub.group())).with("version", Tree.str(sub.version()))
        : resource;
  }

  private static Tree.Obj listed(Tree.Obj resource, String field, List<String> values) {
    return values.isEmpty() ? resource : resource.with(field, texts(values));
  }

  private static Tree texts(List<String> values) {
    return new Tree.Arr(values.stream().map(v -> (Tree) Tree.str(v)).toList());
  }
}
