package dev.plumbline.render;

import dev.plumbline.model.Cancel;
import dev.plumbline.model.FileTree;
import dev.plumbline.model.Helm;
import dev.plumbline.model.Problem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Exactly the files that helm needs: everything of the chart, as its templates may read any file
/// of it, or its archive, and the values files. Links are followed inside the repository only.
final class HelmInputs {

  private static final String CHART_FILE = "Chart.yaml";

  private final FileTree tree;
  private final String folder;
  private final String where;
  private final Cancel cancel;
  private final NavigableMap<String, FileTree.Entry> files = new TreeMap<>();
  private final List<Problem> problems = new ArrayList<>();
  private final List<String> values = new ArrayList<>();
  private final Set<String> walked = new HashSet<>();
  private Optional<String> chart = Optional.empty();

  private HelmInputs(FileTree tree, String folder, String where, Cancel cancel) {
    this.tree = tree;
    this.folder = folder;
    this.where = where;
    this.cancel = cancel;
  }

  /// @param folder what paths are relative to
  /// @param where the environment, for problems
  static HelmInputs of(FileTree tree, String folder, Helm helm, String where, Cancel cancel) {
    var inputs = new HelmInputs(tree, folder, where, cancel);
    inputs.chart(helm.chart());
    helm.values().forEach(inputs::values);
    return inputs;
  }

  /// Files and links by their path.
  NavigableMap<String, FileTree.Entry> files() {
    return Collections.unmodifiableNavigableMap(files);
  }

  /// Why helm is not run.
  List<Problem> problems() {
    return List.copyOf(problems);
  }

  /// The folder or archive; only when there is no problem.
  String chart() {
    return chart.orElseThrow();
  }

  /// The values files, in order.
  List<String> values() {
    return List.copyOf(values);
  }

  /// Where the chart says what it is: its `Chart.yaml`, or the archive.
  String chartFile() {
    return Place.join(chart(), CHART_FILE).filter(files::containsKey).orElseGet(this::chart);
  }

  private void chart(String path) {
    switch (place(path)) {
      case Place.Folder(var found, var links) -> {
        links.forEach(this::take);
        if (tree.entry(found.isEmpty() ? CHART_FILE : found + "/" + CHART_FILE).isEmpty()) {
          missing(shown(found) + " holds no Chart.yaml", "Check the path, or how it is rendered");
          return;
        }
        walk(found);
        chart = Optional.of(found);
      }
      case Place.File(var file, var links) -> {
        links.forEach(this::take);
        take(file);
        chart = Optional.of(file.path());
      }
      case Place.Missing _ -> missing("There is no chart " + path, "Check the path of the chart");
      case Place.Outside _ -> outside(path);
      case Place.Submodule(var module) -> submodule(module);
    }
  }

  private void values(String path) {
    switch (place(path)) {
      case Place.File(var file, var links) -> {
        links.forEach(this::take);
        take(file);
        values.add(file.path());
      }
      case Place.Folder _ -> missing(path + " is a folder, not a values file", "Name a file");
      case Place.Missing _ -> missing("There is no values file " + path, "Check its path");
      case Place.Outside _ -> outside(path);
      case Place.Submodule(var module) -> submodule(module);
    }
  }

  private Place place(String path) {
    var joined =
        path.startsWith("/") ? Place.join("", path.substring(1)) : Place.join(folder, path);
    return joined.map(p -> Place.of(tree, p)).orElse(new Place.Outside());
  }

  /// Helm follows links inside a chart.
  private void walk(String below) {
    if (!walked.add(below)) {
      return;
    }
    for (var entry : tree.under(below)) {
      cancel.check();
      switch (entry.kind()) {
        case FILE, EXECUTABLE -> take(entry);
        case SUBMODULE -> submodule(entry.path());
        case LINK -> link(entry);
        case FOLDER -> {}
      }
    }
  }

  private void link(FileTree.Entry link) {
    take(link);
    switch (Place.of(tree, link.path())) {
      case Place.File(var file, var links) -> {
        links.forEach(this::take);
        take(file);
      }
      case Place.Folder(var found, var links) -> {
        links.forEach(this::take);
        walk(found);
      }
      case Place.Missing _ -> missing(link.path() + " leads nowhere", "Replace it by the file");
      case Place.Outside _ -> outside(link.path());
      case Place.Submodule(var module) -> submodule(module);
    }
  }

  private void take(FileTree.Entry entry) {
    files.put(entry.path(), entry);
  }

  private void missing(String what, String whatToDo) {
    problems.add(
        new Problem.NotFound(
            what, where + ", revision " + tree.revision().shortId(), whatToDo, ""));
  }

  private void outside(String path) {
    problems.add(
        new Problem.Refused(
            path + " leaves the repository", where, "Copy it into the repository", ""));
  }

  private void submodule(String path) {
    problems.add(
        new Problem.Refused(
            path + " is a submodule, which is not read",
            where,
            "Copy its files into the repository",
            ""));
  }

  private static String shown(String path) {
    return path.isEmpty() ? "The root of the repository" : path;
  }
}
