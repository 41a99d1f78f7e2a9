package dev.plumbline.render;

import dev.plumbline.model.Cancel;
import dev.plumbline.model.FileTree;
import dev.plumbline.model.Problem;
import dev.plumbline.yaml.Yaml;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// Exactly the files that a kustomization needs, found by reading every kustomization that it
/// reaches. What would fetch or run something is a problem. What is not there is left to kustomize,
/// which says so in its own words.
final class Inputs {

  /// The names that kustomize looks for in a folder.
  static final List<String> NAMES =
      List.of("kustomization.yaml", "kustomization.yml", "Kustomization");

  /// What kustomize would hand to git or fetch: URLs, scp-like addresses, `git::`, `gh:`, GitHub by
  /// its name, and anything with a revision behind it.
  private static final Pattern REMOTE =
      Pattern.compile(
          "(?i).*://.*|git::.*|gh:.*|[a-z][a-z0-9-]*@[^/]+[:/].*|github\\.com[:/].*"
              + "|.*\\?(ref|version|timeout|submodules)=.*");

  private final FileTree tree;
  private final Cancel cancel;
  private final NavigableMap<String, FileTree.Entry> files = new TreeMap<>();
  private final NavigableSet<String> folders = new TreeSet<>();
  private final List<Problem> problems = new ArrayList<>();
  private final Set<String> visited = new HashSet<>();

  private Inputs(FileTree tree, Cancel cancel) {
    this.tree = tree;
    this.cancel = cancel;
  }

  static Inputs of(FileTree tree, String folder, Cancel cancel) {
    var inputs = new Inputs(tree, cancel);
    inputs.folder(folder);
    return inputs;
  }

  /// Files and links by their path.
  NavigableMap<String, FileTree.Entry> files() {
    return Collections.unmodifiableNavigableMap(files);
  }

  /// Folders that are named as bases, even when they hold nothing that is needed.
  NavigableSet<String> folders() {
    return Collections.unmodifiableNavigableSet(folders);
  }

  /// Why kustomize may not be run.
  List<Problem> problems() {
    return List.copyOf(problems);
  }

  private void folder(String folder) {
    cancel.check();
    folders.add(folder);
    if (visited.add(folder)) {
      for (var name : NAMES) {
        Place.join(folder, name)
            .map(path -> Place.of(tree, path))
            .filter(Place.File.class::isInstance)
            .map(Place.File.class::cast)
            .ifPresent(file -> documents(take(file), d -> kustomization(folder, Spot.of(d))));
      }
    }
  }

  private void kustomization(String folder, Spot it) {
    for (var key : List.of("resources", "bases", "components")) {
      it.items(key).forEach(entry -> base(folder, entry));
    }
    for (var key : List.of("crds", "configurations")) {
      it.items(key).forEach(entry -> file(folder, entry));
    }
    it.fields("openapi").forEach(openapi -> paths(folder, openapi));
    for (var key : List.of("patches", "patchesJson6902", "replacements")) {
      it.items(key).forEach(entry -> paths(folder, entry));
    }
    it.items("patchesStrategicMerge").forEach(entry -> file(folder, entry));
    for (var key : List.of("configMapGenerator", "secretGenerator")) {
      it.items(key).forEach(entry -> sources(folder, entry));
    }
    for (var key : List.of("generators", "transformers", "validators")) {
      it.items(key).forEach(entry -> plugin(folder, entry));
    }
    for (var key : List.of("helmCharts", "helmChartInflationGenerator")) {
      it.items(key).stream().findFirst().ifPresent(this::helm);
    }
  }

  /// A `path` below a patch, a replacement or the OpenAPI schema.
  private void paths(String folder, Spot entry) {
    entry.fields("path").forEach(path -> file(folder, path));
  }

  /// The files of a generator: `files` may be `key=path`.
  private void sources(String folder, Spot entry) {
    for (var file : entry.items("files")) {
      file.text().ifPresent(text -> file(folder, file, text.substring(text.indexOf('=') + 1)));
    }
    entry.items("envs").forEach(file -> file(folder, file));
    entry.fields("env").forEach(file -> file(folder, file));
  }

  private void base(String folder, Spot entry) {
    entry
        .text()
        .ifPresent(text -> {
          switch (place(folder, entry, text)) {
            case Place.File file -> take(file);
            case Place.Folder(var path, var links) -> {
              links.forEach(link -> files.put(link.path(), link));
              folder(path);
            }
            case Place.Missing _, Place.Outside _, Place.Submodule _ -> {}
          }
        });
  }

  private void file(String folder, Spot entry) {
    entry.text().filter(text -> !text.contains("\n")).ifPresent(t -> file(folder, entry, t));
  }

  private void file(String folder, Spot entry, String path) {
    if (place(folder, entry, path) instanceof Place.File file) {
      take(file);
    }
  }

  /// A plugin's configuration: written inline, a file, or a folder whose resources are such
  /// configurations. Their paths are relative to the kustomization that uses them.
  private void plugin(String folder, Spot entry) {
    var text = entry.text().orElse("");
    if (text.contains("\n")) {
      var inline = Yaml.read(text.getBytes(java.nio.charset.StandardCharsets.UTF_8), "");
      inline.problems().forEach(problems::add);
      inline.documents().forEach(d -> configuration(folder, Spot.of(d), entry.origin()));
      return;
    }
    switch (place(folder, entry, text)) {
      case Place.File file ->
          documents(take(file), d -> configuration(folder, Spot.of(d), d.origin()));
      case Place.Folder(var path, var links) -> {
        links.forEach(link -> files.put(link.path(), link));
        folder(path);
        configurations(folder, path, new HashSet<>());
      }
      case Place.Missing _, Place.Outside _, Place.Submodule _ -> {}
    }
  }

  /// The resources of a folder, read as configurations of plugins.
  private void configurations(String user, String folder, Set<String> seen) {
    if (!seen.add(folder)) {
      return;
    }
    for (var name : NAMES) {
      if (Place.join(folder, name).map(p -> Place.of(tree, p)).orElse(null)
          instanceof Place.File file) {
        documents(
            file.entry(),
            d -> {
              for (var key : List.of("resources", "bases", "components", "generators")) {
                for (var entry : Spot.of(d).items(key)) {
                  var place =
                      Place.join(folder, entry.text().orElse("")).map(p -> Place.of(tree, p));
                  if (place.orElse(null) instanceof Place.File(var resource, _)) {
                    documents(resource, c -> configuration(user, Spot.of(c), c.origin()));
                  } else if (place.orElse(null) instanceof Place.Folder(var path, _)) {
                    configurations(user, path, seen);
                  }
                }
              }
            });
      }
    }
  }

  private void configuration(String folder, Spot it, dev.plumbline.model.Origin at) {
    var body = it.document().body();
    var kind = body.text("kind").orElse("A plugin");
    boolean function =
        body.fields("metadata", "annotations").keySet().stream()
            .anyMatch(a ->
                a.equals("config.kubernetes.io/function") || a.equals("config.k8s.io/function"));
    if (function || !body.text("apiVersion").orElse("").equals("builtin")) {
      refuse(
          kind + " is a plugin, and plugins are not run",
          at.toString(),
          "Use what kustomize has built in, or commit what the plugin makes.");
    } else if (kind.startsWith("HelmChart")) {
      helm(new Spot(it.value(), it.path(), new Yaml.Document(body, at, it.document().origins())));
    } else {
      paths(folder, it);
      sources(folder, it);
      it.items("paths").forEach(path -> file(folder, path));
      it.items("replacements").forEach(entry -> paths(folder, entry));
    }
  }

  private void helm(Spot at) {
    refuse(
        "A kustomization that inflates Helm charts is not rendered",
        at.origin().toString(),
        "Commit what the chart renders to.");
  }

  /// Where an entry leads; a problem when it leads out of the repository.
  private Place place(String folder, Spot entry, String text) {
    var place =
        Place.join(folder, text).map(path -> Place.of(tree, path)).orElse(new Place.Outside());
    var at = entry.origin().toString();
    if (!(place instanceof Place.File) && REMOTE.matcher(text).matches()) {
      refuse(text + " is remote, and nothing is fetched", at, "Copy it into the repository.");
      return new Place.Missing();
    }
    if (place instanceof Place.Outside) {
      refuse(text + " leaves the repository", at, "Copy it into the repository.");
    } else if (place instanceof Place.Submodule(var path)) {
      refuse(
          path + " is a submodule, which is not read", at, "Copy its files into the repository.");
    }
    return place;
  }

  private void refuse(String what, String where, String whatToDo) {
    problems.add(new Problem.Refused(what, where, whatToDo, ""));
  }

  private FileTree.Entry take(Place.File file) {
    file.links().forEach(link -> files.put(link.path(), link));
    files.put(file.entry().path(), file.entry());
    return file.entry();
  }

  private void documents(FileTree.Entry file, Consumer<Yaml.Document> each) {
    var read = Yaml.read(tree.bytes(file), file.path());
    read.problems().forEach(problems::add);
    read.documents().forEach(each);
  }
}
