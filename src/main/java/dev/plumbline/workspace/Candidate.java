package dev.plumbline.workspace;

import dev.plumbline.model.Environment.Renderer;
import java.util.ArrayList;
import java.util.List;

/// A folder that looks like an environment.
///
/// @param app words that may stand before the name, nearest last: used from the end, as many as
///   make the name unique
/// @param name the words that the name has at least
/// @param values values files of a Helm chart
record Candidate(
    String folder, Renderer renderer, List<String> app, List<String> name, List<String> values) {

  Candidate {
    app = List.copyOf(app);
    name = List.copyOf(name);
    values = List.copyOf(values);
  }

  Candidate(String folder, Renderer renderer, List<String> app, List<String> name) {
    this(folder, renderer, app, name, List.of());
  }

  /// A chart with a values file for a stage: the chart's folder is the app.
  static Candidate chart(String folder, String stage, String values) {
    var words = folder.isEmpty() ? List.<String>of() : words(folder);
    var name = new ArrayList<String>();
    if (!words.isEmpty()) {
      name.add(words.getLast());
    }
    name.add(stage);
    var app = words.subList(0, Math.max(0, words.size() - 1));
    return new Candidate(folder, Renderer.HELM, app, name, List.of(values));
  }

  /// Named by its own folder.
  static Candidate of(String folder, Renderer renderer) {
    var words = words(folder);
    return new Candidate(
        folder, renderer, words.subList(0, words.size() - 1), List.of(words.getLast()));
  }

  /// Below a folder of `overlays`: what stands before `overlays` is the app.
  static Candidate overlay(String folder, String stage, Renderer renderer) {
    return staged(
        folder,
        stage,
        renderer,
        words(folder).subList(words(stage).size(), words(folder).size()),
        true);
  }

  /// In a folder of `envs`: that folder is the stage, what is further down is the app.
  Candidate at(String stage) {
    var below = words(folder).subList(words(stage).size(), words(folder).size());
    return staged(folder, stage, renderer, below, false);
  }

  private static Candidate staged(
      String folder, String stage, Renderer renderer, List<String> below, boolean belowIsStage) {
    var words = words(stage);
    var app = new ArrayList<>(words.subList(0, words.size() - 2));
    var name = new ArrayList<String>();
    if (belowIsStage) {
      if (!app.isEmpty()) {
        name.add(app.removeLast());
      }
      name.add(words.getLast());
      name.addAll(below);
    } else {
      app.addAll(below);
      if (!app.isEmpty()) {
        name.add(app.removeLast());
      }
      name.add(words.getLast());
    }
    return new Candidate(folder, renderer, app, name);
  }

  /// The name with so many words of [#app] before it.
  String name(int more) {
    var words = new ArrayList<>(app.subList(Math.max(0, app.size() - more), app.size()));
    words.addAll(name);
    return String.join("/", words.stream().map(Candidate::word).toList());
  }

  private static List<String> words(String path) {
    return List.of(path.split("/", -1));
  }

  /// A folder's name as a word that [DeclaredEnvironment#NAME] allows.
  private static String word(String folder) {
    var word = folder.replaceAll("[^A-Za-z0-9._-]", "-").replaceFirst("^[._-]+", "");
    return word.isEmpty() ? "x" : word.substring(0, Math.min(63, word.length()));
  }
}
