package dev.plumbline.render;

import dev.plumbline.model.Manifest;
import dev.plumbline.model.ManifestSet;
import dev.plumbline.model.Origin;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.Secrets;
import dev.plumbline.model.Tree;
import dev.plumbline.yaml.Yaml;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// What a rendering has found so far.
final class Collected {

  private final Map<ResourceRef, Manifest> manifests = new LinkedHashMap<>();
  private final List<Problem> problems = new ArrayList<>();
  private final List<ManifestSet.Warning> warnings = new ArrayList<>();
  private final TreeSet<String> paths = new TreeSet<>();

  void read(Collection<String> read) {
    paths.addAll(read);
  }

  void problem(Problem problem) {
    problems.add(problem);
  }

  void warn(Origin origin, String text) {
    warnings.add(new ManifestSet.Warning(origin, text));
  }

  boolean hasProblems() {
    return !problems.isEmpty();
  }

  boolean isEmpty() {
    return manifests.isEmpty() && problems.isEmpty();
  }

  /// Whether a Secret is among the manifests.
  boolean hasSecret() {
    return manifests.keySet().stream()
        .anyMatch(ref -> ref.group().isEmpty() && ref.kind().equals("Secret"));
  }

  /// Takes a document's objects: itself, or the items of a list.
  void add(Yaml.Document document) {
    new Lists(this::object, this::problem).flatten(document);
  }

  private void object(Yaml.Document document, Tree.Obj body) {
    var lacks = lacks(body);
    if (!lacks.isEmpty()) {
      problem(invalid(document, lacks));
      return;
    }
    var ref = ResourceRef.of(body);
    if (body.text("metadata", "annotations", "config.kubernetes.io/local-config")
        .filter("true"::equals)
        .isPresent()) {
      warn(document.origin(), ref + " is left out: it is marked as local configuration.");
      return;
    }
    var hook = hook(body);
    if (hook.isPresent()) {
      warn(
          document.origin(),
          ref + " is left out: it is " + hook.get() + ", which is not run here.");
      return;
    }
    put(new Manifest(ref, Secrets.hide(body), document.origin(), document.origins()));
  }

  /// Which hook an object is: it runs at its moment, may be gone after it, and is no part of what
  /// the environment should hold (DRIFT.md G04, G05).
  private static Optional<String> hook(Tree.Obj body) {
    return body.text("metadata", "annotations", "argocd.argoproj.io/hook")
        .map(when -> "an Argo CD hook (" + when + ")")
        .or(() ->
            body.text("metadata", "annotations", "helm.sh/hook")
                .map(when -> "a Helm hook (" + when + ")"));
  }

  /// The last declaration counts, and stands where it was declared.
  private void put(Manifest manifest) {
    var key =
        new ResourceRef(
            manifest.ref().group(),
            "",
            manifest.ref().kind(),
            manifest.ref().namespace(),
            manifest.ref().name());
    var earlier = manifests.remove(key);
    if (earlier != null) {
      warn(
          earlier.origin(),
          earlier.ref() + " is declared again in " + manifest.origin() + "; that one counts.");
    }
    manifests.put(key, manifest);
  }

  /// What keeps a document from being an object with an identity; empty when nothing does.
  private static String lacks(Tree.Obj body) {
    for (var key : List.of("apiVersion", "kind")) {
      if (body.text(key).filter(s -> !s.isEmpty()).isEmpty()) {
        return "has no " + key;
      }
    }
    var namespace = body.at("metadata", "namespace").orElse(Tree.Null.VALUE);
    if (!(namespace instanceof Tree.Str || namespace instanceof Tree.Null)) {
      return "has a namespace that is not a string";
    }
    if (body.text("metadata", "name").filter(s -> !s.isEmpty()).isPresent()) {
      return "";
    }
    if (body.text("metadata", "generateName").isPresent()) {
      return "has a generateName and no name, so it cannot be compared or applied again";
    }
    var name = body.at("metadata", "name").orElse(Tree.Null.VALUE);
    return name instanceof Tree.Null || name instanceof Tree.Str
        ? "has no metadata.name"
        : "has a name that is not a string";
  }

  private static Problem invalid(Yaml.Document document, String lacks) {
    var kind = document.body().text("kind").filter(s -> !s.isEmpty()).orElse("A document");
    return new Problem.Invalid(
        kind + " " + lacks,
        document.origin().toString(),
        lacks.startsWith("has no ")
            ? "Complete it, or move it out of the environment's folder."
            : "Give it a name of its own.",
        "");
  }

  ManifestSet toSet() {
    return new ManifestSet(List.copyOf(manifests.values()), problems, paths, warnings);
  }
}
