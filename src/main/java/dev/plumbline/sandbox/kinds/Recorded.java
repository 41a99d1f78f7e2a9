package dev.plumbline.sandbox.kinds;

import dev.plumbline.model.Tree;
import dev.plumbline.yaml.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The kinds of a real server, of which the sandbox serves those that it can play.
final class Recorded {

  private static final Set<String> NONE = Set.of();

  /// Group version to the resources that are not served; a group version that is missing here is
  /// not served at all.
  private static final Map<String, Set<String>> LEFT_OUT =
      Map.ofEntries(
          Map.entry("v1", Set.of("bindings", "componentstatuses", "podtemplates")),
          Map.entry("apps/v1", NONE),
          Map.entry("batch/v1", NONE),
          Map.entry("autoscaling/v2", NONE),
          Map.entry("policy/v1", NONE),
          Map.entry("networking.k8s.io/v1", Set.of("ipaddresses", "servicecidrs")),
          Map.entry("rbac.authorization.k8s.io/v1", NONE),
          Map.entry("coordination.k8s.io/v1", NONE),
          Map.entry("discovery.k8s.io/v1", NONE),
          Map.entry(
              "storage.k8s.io/v1",
              Set.of(
                  "csidrivers",
                  "csinodes",
                  "csistoragecapacities",
                  "volumeattachments",
                  "volumeattributesclasses")),
          Map.entry("apiextensions.k8s.io/v1", NONE),
          Map.entry("authentication.k8s.io/v1", Set.of("tokenreviews")),
          Map.entry(
              "authorization.k8s.io/v1",
              Set.of("localsubjectaccessreviews", "subjectaccessreviews")));

  /// Groups of a real server of which nothing is recorded or served.
  static final Set<String> UNSERVED =
      Set.of(
          "admissionregistration.k8s.io",
          "apiregistration.k8s.io",
          "certificates.k8s.io",
          "flowcontrol.apiserver.k8s.io",
          "node.k8s.io",
          "resource.k8s.io",
          "scheduling.k8s.io",
          "storagemigration.k8s.io");

  private Recorded() {}

  /// What is served, group after group in the server's order.
  static List<Kind> served() {
    return all().stream()
        .filter(k ->
            LEFT_OUT.containsKey(k.apiVersion())
                && !LEFT_OUT.getOrDefault(k.apiVersion(), NONE).contains(k.resource()))
        .toList();
  }

  /// What a real server has.
  static List<Kind> all() {
    var kinds = new ArrayList<Kind>();
    for (var file : List.of("discovery-api.json", "discovery-apis.json")) {
      for (var group : read(file).items("items")) {
        for (var version : group.items("versions")) {
          for (var resource : version.items("resources")) {
            kinds.add(
                kind(
                    group.text("metadata", "name").orElse(""),
                    version.text("version").orElse(""),
                    resource));
          }
        }
      }
    }
    return kinds;
  }

  private static Kind kind(String group, String version, Tree resource) {
    var subs = new ArrayList<Kind.Sub>();
    for (var sub : resource.items("subresources")) {
      subs.add(
          new Kind.Sub(
              sub.text("subresource").orElse(""),
              or(sub.text("responseKind", "group").orElse(""), group),
              or(sub.text("responseKind", "version").orElse(""), version),
              sub.text("responseKind", "kind").orElse(""),
              texts(sub.items("verbs"))));
    }
    var kind = resource.text("responseKind", "kind").orElse("");
    return new Kind(
        group,
        version,
        kind,
        kind + "List",
        resource.text("resource").orElse(""),
        resource.text("singularResource").orElse(""),
        resource.text("scope").filter("Namespaced"::equals).isPresent(),
        texts(resource.items("shortNames")),
        texts(resource.items("categories")),
        texts(resource.items("verbs")),
        subs);
  }

  private static String or(String text, String otherwise) {
    return text.isEmpty() ? otherwise : text;
  }

  static List<String> texts(List<Tree> items) {
    return items.stream()
        .map(i -> i instanceof Tree.Str(String value) ? value : "")
        .filter(v -> !v.isEmpty())
        .toList();
  }

  /// The OpenAPI v3 document of a built-in group version.
  static Tree.Obj openApi(String apiVersion) {
    var file = (apiVersion.equals("v1") ? "api_v1" : "apis_" + apiVersion.replace('/', '_'));
    return read("v3/" + file + ".json");
  }

  static Tree.Obj read(String file) {
    try (var in = Recorded.class.getResourceAsStream("/dev/plumbline/sandbox/openapi/" + file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is missing in the build");
      }
      return (Tree.Obj) Json.parse(in.readAllBytes(), file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
