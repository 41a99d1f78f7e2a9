package dev.plumbline.store;

import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Tree;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The form of `settings.json`. A key that we know and that has another form makes the file broken;
/// keys that we do not know are none of our business and stay.
final class SettingsCodec {

  private SettingsCodec() {}

  static Tree.Obj object(Tree tree, String where) {
    if (tree instanceof Tree.Obj object) {
      return object;
    }
    throw invalid("an object was expected", where);
  }

  static Settings read(Tree tree, String where) {
    var object = object(tree, where);
    var theme =
        object.get("theme").map(t -> text(t, "theme", where)).orElse(Settings.DEFAULTS.theme());
    var repositories = new ArrayList<String>();
    if (object.get("repositories").isPresent()) {
      if (!(object.get("repositories").get() instanceof Tree.Arr(List<Tree> items))) {
        throw invalid("repositories must be a list", where);
      }
      items.forEach(i -> repositories.add(text(i, "repositories", where)));
    }
    var clusters = new TreeMap<String, Settings.Mapping>();
    object
        .get("clusters")
        .ifPresent(c ->
            object(c, where).fields().forEach((name, m) -> clusters.put(name, mapping(m, where))));
    return new Settings(theme, repositories, clusters, words(object.get("window")), keys(object));
  }

  /// What the window remembers is no reason to call a file broken: what has another form is not
  /// taken.
  private static SortedMap<String, String> words(Optional<Tree> tree) {
    var words = new TreeMap<String, String>();
    if (tree.orElse(null) instanceof Tree.Obj object) {
      object
          .fields()
          .forEach((name, value) -> {
            if (value instanceof Tree.Str(String text)) {
              words.put(name, text);
            }
          });
    }
    return words;
  }

  private static SortedMap<String, List<String>> keys(Tree.Obj object) {
    var keys = new TreeMap<String, List<String>>();
    if (object.get("keys").orElse(null) instanceof Tree.Obj all) {
      all.fields()
          .forEach((name, value) -> {
            if (value instanceof Tree.Arr(List<Tree> items)) {
              keys.put(
                  name,
                  items.stream()
                      .flatMap(i -> i instanceof Tree.Str(String t) ? Stream.of(t) : Stream.of())
                      .toList());
            }
          });
    }
    return keys;
  }

  private static Settings.Mapping mapping(Tree tree, String where) {
    var object = object(tree, where);
    return new Settings.Mapping(
        required(object, "context", where),
        required(object, "uid", where),
        time(required(object, "since", where), where));
  }

  private static String required(Tree.Obj object, String key, String where) {
    return object
        .get(key)
        .map(v -> text(v, key, where))
        .orElseThrow(() -> invalid(key + " is missing", where));
  }

  private static Instant time(String text, String where) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw invalid("since must be an RFC 3339 time", where);
    }
  }

  private static String text(Tree tree, String key, String where) {
    if (tree instanceof Tree.Str(String value)) {
      return value;
    }
    throw invalid(key + " must be text", where);
  }

  private static ProblemException invalid(String why, String where) {
    return new ProblemException(new Problem.Invalid(why, where, "", ""));
  }

  /// The settings written over what was read, so that unknown keys keep their place.
  static Tree.Obj into(Tree.Obj old, Settings settings) {
    var clusters = new LinkedHashMap<String, Tree>();
    settings
        .clusters()
        .forEach((name, m) -> {
          var before = old.at("clusters", name);
          var entry = before.isPresent() && before.get() instanceof Tree.Obj o ? o : Tree.Obj.EMPTY;
          clusters.put(
              name,
              entry
                  .with("context", Tree.str(m.context()))
                  .with("uid", Tree.str(m.uid()))
                  .with("since", Tree.str(m.since().toString())));
        });
    var next =
        old.with("theme", Tree.str(settings.theme()))
            .with("repositories", texts(settings.repositories()))
            .with("clusters", new Tree.Obj(clusters));
    if (!settings.window().isEmpty() || old.get("window").isPresent()) {
      next = next.with("window", merged(old, settings));
    }
    if (!settings.keys().isEmpty() || old.get("keys").isPresent()) {
      var keys = new LinkedHashMap<String, Tree>();
      settings.keys().forEach((name, list) -> keys.put(name, texts(list)));
      next = next.with("keys", new Tree.Obj(keys));
    }
    return next;
  }

  /// Words that a newer version keeps there stay.
  private static Tree.Obj merged(Tree.Obj old, Settings settings) {
    var window = old.get("window").orElse(null) instanceof Tree.Obj o ? o : Tree.Obj.EMPTY;
    for (var word : settings.window().entrySet()) {
      window = window.with(word.getKey(), Tree.str(word.getValue()));
    }
    return window;
  }

  private static Tree.Arr texts(List<String> list) {
    return new Tree.Arr(list.stream().map(t -> (Tree) Tree.str(t)).toList());
  }
}
