package dev.plumbline.workspace;

import dev.plumbline.model.FileTree;
import dev.plumbline.model.FileTree.Entry;
import dev.plumbline.yaml.Yaml;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// The folders of a tree in which an environment may be, and what is in each: what lies in hidden
/// folders, bases and vendored code is left out, and of a Helm chart everything but its
/// `Chart.yaml`. Few files are opened: kustomizations, and to look for manifests at most
/// [#PER_FOLDER] a folder and [#IN_ALL] in all.
final class Folders {

  static final int PER_FOLDER = 5;
  static final int IN_ALL = 2000;

  private static final Set<String> NEVER =
      Set.of("base", "bases", "node_modules", "vendor", "testdata");
  private static final Pattern API_VERSION =
      Pattern.compile("(?m)^\\s{0,2}[\"']?apiVersion[\"']?\\s*:");
  private static final Pattern KIND = Pattern.compile("(?m)^\\s{0,2}[\"']?kind[\"']?\\s*:");
  private static final Pattern COMPONENT = Pattern.compile("(?m)^kind\\s*:\\s*[\"']?Component\\b");

  /// Files with apiVersion and kind that are for other programs than the API server.
  private static final Pattern TOOL =
      Pattern.compile(
          "(?m)^\\s{0,2}[\"']?apiVersion[\"']?\\s*:\\s*[\"']?"
              + "(kustomize\\.config\\.k8s\\.io|kind\\.x-k8s\\.io|k3d\\.io|skaffold)/");

  /// `values-prod.yaml`, `values.prod.yaml`, but not those that stages share.
  private static final Pattern VALUES =
      Pattern.compile(
          "values[-.](?!(?:base|common|defaults?|examples?|global|schema|shared)\\.)"
              + "([A-Za-z0-9][A-Za-z0-9_-]*)\\.ya?ml");

  private final FileTree tree;
  private final TreeMap<String, List<Entry>> files = new TreeMap<>();
  private final Map<String, Boolean> manifests = new HashMap<>();
  private final Map<String, Boolean> components = new HashMap<>();
  private int opened;

  Folders(FileTree tree) {
    this.tree = tree;
    var charts = new TreeSet<String>();
    for (var entry : tree.under("")) {
      if (name(entry.path()).equals(Kustomization.CHART)) {
        charts.add(parent(entry.path()));
      }
    }
    for (var entry : tree.under("")) {
      var folder = parent(entry.path());
      boolean chart = name(entry.path()).equals(Kustomization.CHART);
      boolean part =
          chart ? !folder.isEmpty() && inside(parent(folder), charts) : inside(folder, charts);
      if (counts(entry) && allowed(folder) && !part) {
        files.computeIfAbsent(folder, f -> new ArrayList<>()).add(entry);
      }
    }
  }

  private static boolean counts(Entry entry) {
    return entry.kind() == FileTree.Kind.FILE || entry.kind() == FileTree.Kind.EXECUTABLE;
  }

  private static boolean allowed(String folder) {
    for (var name : folder.split("/", -1)) {
      if (name.startsWith(".") || NEVER.contains(name)) {
        return false;
      }
    }
    return true;
  }

  private static boolean inside(String folder, Set<String> charts) {
    for (var at = folder; !at.isEmpty(); at = parent(at)) {
      if (charts.contains(at)) {
        return true;
      }
    }
    return charts.contains("");
  }

  static String parent(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }

  static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /// Every folder with files of its own, in order.
  Set<String> all() {
    return files.keySet();
  }

  /// The folders with files of their own at and below one, in order.
  List<String> below(String folder) {
    if (folder.isEmpty()) {
      return List.copyOf(files.keySet());
    }
    var found = new ArrayList<String>();
    if (files.containsKey(folder)) {
      found.add(folder);
    }
    found.addAll(files.subMap(folder + "/", folder + "0").keySet());
    return found;
  }

  /// Whether a folder has a kustomization that stands for itself: not a component.
  boolean kustomized(String folder) {
    return kustomization(folder).map(e -> !component(e)).orElse(false);
  }

  /// Whether a folder is a Kustomize component: it and all below it is a part of other
  /// environments.
  boolean component(String folder) {
    return kustomization(folder).map(this::component).orElse(false);
  }

  /// Whether a folder is a Helm chart that is in no other chart.
  boolean chart(String folder) {
    return files.getOrDefault(folder, List.of()).stream()
        .anyMatch(e -> name(e.path()).equals(Kustomization.CHART));
  }

  /// The stages for which a chart has values files beside it: stage to file name.
  Map<String, String> stages(String chart) {
    var stages = new TreeMap<String, String>();
    for (var entry : tree.under(chart)) {
      var values = VALUES.matcher(name(entry.path()));
      if (parent(entry.path()).equals(chart) && counts(entry) && values.matches()) {
        stages.put(values.group(1), name(entry.path()));
      }
    }
    return stages;
  }

  private Optional<Entry> kustomization(String folder) {
    return files.getOrDefault(folder, List.of()).stream()
        .filter(e -> Kustomization.FILES.contains(name(e.path())))
        .findFirst();
  }

  private boolean component(Entry entry) {
    return components.computeIfAbsent(entry.path(), p -> COMPONENT.matcher(text(entry)).find());
  }

  /// Whether one of the first YAML or JSON files directly in a folder is a manifest.
  boolean manifests(String folder) {
    return manifests.computeIfAbsent(
        folder,
        f ->
            files.getOrDefault(f, List.of()).stream()
                .filter(e -> e.path().matches(".*\\.(ya?ml|json)"))
                .filter(e -> !Kustomization.FILES.contains(name(e.path())))
                .limit(PER_FOLDER)
                .anyMatch(this::manifest));
  }

  /// Whether one of the first YAML files directly in a folder is not YAML: nobody can say that it
  /// is no manifest.
  boolean unreadable(String folder) {
    return files.getOrDefault(folder, List.of()).stream()
        .filter(e -> e.path().matches(".*\\.ya?ml"))
        .limit(PER_FOLDER)
        .anyMatch(e -> !Yaml.read(tree.bytes(e), e.path()).problems().isEmpty());
  }

  private boolean manifest(Entry entry) {
    if (opened++ >= IN_ALL) {
      return false;
    }
    var text = text(entry);
    return API_VERSION.matcher(text).find()
        && KIND.matcher(text).find()
        && !TOOL.matcher(text).find();
  }

  private String text(Entry entry) {
    return new String(tree.bytes(entry), StandardCharsets.UTF_8);
  }
}
