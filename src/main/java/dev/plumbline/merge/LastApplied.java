package dev.plumbline.merge;

import dev.plumbline.model.Tree;
import dev.plumbline.schema.FieldSet;
import dev.plumbline.schema.GoJson;
import dev.plumbline.schema.Type;
import dev.plumbline.schema.typed.Check;
import dev.plumbline.schema.typed.Comparison;
import dev.plumbline.schema.typed.Fields;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The annotation in which client-side `kubectl apply` keeps what it applied. When the manager
/// `kubectl` goes over to server-side apply, the fields named there are its own already, and the
/// annotation is kept up to date (apimachinery's `lastappliedmanager` and `lastappliedupdater`).
final class LastApplied {

  private static final String MANAGER = "kubectl";
  private static final String KEY = "kubectl.kubernetes.io/last-applied-configuration";
  private static final int MOST_BYTES = 256 << 10;

  private LastApplied() {}

  /// The fields of the live object that are as the annotation has them: nobody's conflict for
  /// kubectl. Empty for other managers.
  static FieldSet allowed(Type type, Tree.Obj live, Writer writer) {
    if (!writer.manager().equals(MANAGER) || Check.errors(type, live, false).isPresent()) {
      return FieldSet.EMPTY;
    }
    return annotation(live)
        .flatMap(GoJson::read)
        .filter(last -> last.text("apiVersion").orElse("").equals(writer.apiVersion()))
        .filter(last -> Check.errors(type, last, false).isEmpty())
        .map(last -> {
          var change = Comparison.of(type, last, live);
          return Fields.of(type, last)
              .difference(change.modified())
              .difference(change.added())
              .difference(change.removed());
        })
        .orElse(FieldSet.EMPTY);
  }

  /// An applied object with the annotation renewed, where kubectl applied it and it was there.
  static Tree.Obj renewed(Tree.Obj object, Tree.Obj config, Writer writer) {
    if (!writer.manager().equals(MANAGER) || annotation(object).isEmpty()) {
      return object;
    }
    var text = GoJson.write(sorted(unannotated(config))) + "\n";
    var annotations = new TreeMap<>(object.fields("metadata", "annotations"));
    // What hides a value in the configuration hides it here too.
    boolean open = config.revealed().equals(config);
    annotations.put(KEY, open ? Tree.str(text) : Tree.Hidden.of(Tree.str(text)));
    if (size(annotations) > MOST_BYTES) {
      annotations.remove(KEY);
    }
    return annotated(object, annotations);
  }

  private static Optional<String> annotation(Tree.Obj object) {
    return object.text("metadata", "annotations", KEY).filter(t -> !t.isEmpty());
  }

  private static Tree.Obj unannotated(Tree.Obj config) {
    if (config.at("metadata", "annotations").isEmpty()) {
      return config;
    }
    var annotations = new TreeMap<>(config.fields("metadata", "annotations"));
    annotations.remove(KEY);
    return annotated(config, annotations);
  }

  private static Tree.Obj annotated(Tree.Obj object, Map<String, Tree> annotations) {
    return object.get("metadata").orElse(Tree.Null.VALUE) instanceof Tree.Obj meta
        ? object.with("metadata", meta.with("annotations", new Tree.Obj(annotations)))
        : object;
  }

  private static int size(Map<String, Tree> annotations) {
    return annotations.entrySet().stream()
        .mapToInt(e ->
            bytes(e.getKey())
                + (e.getValue().revealed() instanceof Tree.Str(String text) ? bytes(text) : 0))
        .sum();
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static Tree sorted(Tree tree) {
    return switch (tree) {
      case Tree.Obj(var fields) -> {
        var all = new TreeMap<String, Tree>();
        fields.forEach((key, value) -> all.put(key, sorted(value)));
        yield new Tree.Obj(all);
      }
      case Tree.Arr(var items) -> new Tree.Arr(items.stream().map(LastApplied::sorted).toList());
      case Tree.Hidden h -> sorted(h.reveal());
      case Tree.Str s -> s;
      case Tree.Num n -> n;
      case Tree.Bool b -> b;
      case Tree.Null n -> n;
    };
  }
}
