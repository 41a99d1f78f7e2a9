package dev.plumbline.workspace;

import dev.plumbline.model.Path;
import dev.plumbline.model.Tree;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// A mapping that is read key by key. A value of the wrong type is a problem and then counts as
/// absent; a key that nobody asked for is a problem, too, because it may be a misspelt rule.
final class Fields {

  private final Tree.Obj object;
  private final Path path;
  private final Findings findings;
  private final Set<String> asked = new LinkedHashSet<>();

  Fields(Tree.Obj object, Path path, Findings findings) {
    this.object = object;
    this.path = path;
    this.findings = findings;
  }

  /// An item of a list as a mapping.
  static Optional<Fields> of(Tree tree, Path path, Findings findings) {
    if (tree instanceof Tree.Obj found) {
      return Optional.of(new Fields(found, path, findings));
    }
    findings.problem(path, path + " is not a mapping", "");
    return Optional.empty();
  }

  Path at(String key) {
    return path.field(key);
  }

  Optional<String> text(String key) {
    return value(key, Tree.Str.class, "a text").map(Tree.Str::value);
  }

  /// A text that must be one of a few words.
  Optional<String> word(String key, List<String> words) {
    return matching(key, words::contains, "one of " + String.join(", ", words));
  }

  Optional<String> matching(String key, Pattern pattern, String rule) {
    return matching(key, t -> pattern.matcher(t).matches(), rule);
  }

  private Optional<String> matching(
      String key, java.util.function.Predicate<String> allowed, String rule) {
    var text = text(key);
    if (text.isPresent() && !allowed.test(text.get())) {
      findings.problem(at(key), key + " is \"" + text.get() + "\"; it must be " + rule, "");
      return Optional.empty();
    }
    return text;
  }

  boolean flag(String key) {
    return value(key, Tree.Bool.class, "true or false").map(Tree.Bool::value).orElse(false);
  }

  Optional<Fields> mapping(String key) {
    return value(key, Tree.Obj.class, "a mapping").map(o -> new Fields(o, at(key), findings));
  }

  Optional<Tree.Arr> list(String key) {
    return value(key, Tree.Arr.class, "a list");
  }

  /// A list of texts.
  List<String> texts(String key) {
    var texts = new ArrayList<String>();
    for (var item : list(key).orElse(Tree.Arr.EMPTY).items()) {
      if (item instanceof Tree.Str(String text)) {
        texts.add(text);
      } else {
        findings.problem(at(key), key + " must be a list of texts", "");
      }
    }
    return texts;
  }

  /// Whether a key has a mapping as its value.
  boolean isMapping(String key) {
    return object.get(key).filter(Tree.Obj.class::isInstance).isPresent();
  }

  /// Whatever is there; its form is not checked here.
  Optional<Tree> raw(String key) {
    asked.add(key);
    return object.get(key);
  }

  boolean has(String key) {
    asked.add(key);
    return object.get(key).isPresent();
  }

  void required(String key) {
    if (!has(key)) {
      findings.problem(path, key + " is missing", "");
    }
  }

  private <T extends Tree> Optional<T> value(String key, Class<T> type, String rule) {
    asked.add(key);
    var value = object.get(key);
    if (value.isPresent() && !type.isInstance(value.get())) {
      var empty = value.get() instanceof Tree.Null;
      findings.problem(
          at(key),
          empty ? key + " has no value" : key + " must be " + rule,
          empty ? "Give it " + rule + ", or leave the key out" : "");
      return Optional.empty();
    }
    return value.map(type::cast);
  }

  /// Every key has been asked for: what is left is unknown.
  void end() {
    for (var key : object.fields().keySet()) {
      if (!asked.contains(key)) {
        findings.problem(
            at(key),
            "The key " + key + " is unknown",
            "Known here: " + String.join(", ", new TreeSet<>(asked)));
      }
    }
  }
}
