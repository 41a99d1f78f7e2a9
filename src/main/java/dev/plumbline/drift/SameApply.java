package dev.plumbline.drift;

import dev.plumbline.model.Tree;
import dev.plumbline.schema.FieldSet;
import dev.plumbline.schema.Type;
import dev.plumbline.schema.typed.Check;
import dev.plumbline.schema.typed.Fields;
import dev.plumbline.schema.typed.Merging;
import java.util.Optional;
import java.util.Set;

/// Judges whether applying a configuration would do again what was done before. Each reason to ask
/// is one that the server could have to do something else.
record SameApply(Type type, String manager) {

  /// Its own manager makes the server rewrite an annotation.
  private static final String KUBECTL = "kubectl";

  private static final Set<String> METADATA =
      Set.of("name", "namespace", "labels", "annotations", "finalizers", "ownerReferences");

  Certainty judge(Tree.Obj live, Tree.Obj sent) {
    return asked(live, settled(sent))
        .or(() -> compared(open(live), open(settled(sent))))
        .<Certainty>map(Certainty.Ask::new)
        .orElseGet(Certainty.Equal::new);
  }

  /// What can be seen without comparing anything.
  private Optional<String> asked(Tree.Obj live, Tree.Obj sent) {
    if (!(type instanceof Type.Struct)) {
      return Optional.of("the schema says nothing about the kind");
    }
    if (manager.equals(KUBECTL)) {
      return Optional.of("kubectl keeps an annotation of what it applied");
    }
    if (!same(live, sent, "apiVersion") || !same(live, sent, "kind")) {
      return Optional.of("the live object was read at another version");
    }
    if (live.at("metadata", "deletionTimestamp").isPresent()) {
      return Optional.of("the object is being deleted");
    }
    if (!METADATA.containsAll(sent.fields("metadata").keySet())) {
      return Optional.of("metadata that the server keeps is sent");
    }
    if (sent.get("status").isPresent()
        && !(Stored.isBuiltIn(sent) && type.at("status").isPresent())) {
      return Optional.of("a status is sent");
    }
    if (!Stored.isBuiltIn(sent) && hasNull(sent)) {
      return Optional.of("a null is sent");
    }
    return recorded(live, sent);
  }

  private static boolean same(Tree.Obj live, Tree.Obj sent, String field) {
    return sent.text(field).isPresent() && sent.text(field).equals(live.text(field));
  }

  private Optional<String> recorded(Tree.Obj live, Tree.Obj sent) {
    var version = sent.text("apiVersion").orElse("");
    int own = 0;
    for (var entry : live.items("metadata", "managedFields")) {
      if (!entry.text("fieldsType").orElse("").equals("FieldsV1")
          || entry.text("manager").isEmpty()
          || entry.at("fieldsV1").flatMap(FieldSet::read).isEmpty()) {
        return Optional.of("managedFields cannot be read");
      }
      if (!entry.text("apiVersion").orElse("").equals(version)) {
        return Optional.of("somebody wrote at another version");
      }
      own += isOurs(entry) ? 1 : 0;
    }
    return switch (own) {
      case 0 -> Optional.of("we never applied it");
      case 1 -> Optional.empty();
      default -> Optional.of("managedFields name us twice");
    };
  }

  private boolean isOurs(Tree entry) {
    return entry.text("manager").orElse("").equals(manager)
        && entry.text("operation").orElse("").equals("Apply")
        && entry.text("subresource").orElse("").isEmpty();
  }

  private Optional<String> compared(Tree.Obj live, Tree.Obj whole) {
    if (Check.errors(type, whole, false).isPresent()) {
      return Optional.of("what is sent does not fit the schema");
    }
    // Kinds with a status of their own take none from what is sent (D13).
    var sent = whole.without("status");
    var meta =
        live.get("metadata").orElse(Tree.Obj.EMPTY) instanceof Tree.Obj m ? m : Tree.Obj.EMPTY;
    var bare = live.with("metadata", meta.without("managedFields"));
    if (Check.errors(type, bare, false).isPresent()) {
      return Optional.of("the live object does not fit the schema, or names an item twice");
    }
    if (!Keys.complete(type, sent)) {
      return Optional.of("a list item has no value for a key");
    }
    if (!Fields.of(type, sent).difference(Fields.NEVER_OWNED).equals(applied(meta))) {
      return Optional.of("we applied other fields");
    }
    var merged = Merging.merge(type, bare, sent);
    return merged.equals(bare) || Stored.of(bare).same(type, merged, bare)
        ? Optional.empty()
        : Optional.of("a value differs");
  }

  /// Without the null that generators write as the time of creation: nobody comes to own it, and
  /// the server keeps the time that it has (D12).
  private static Tree.Obj settled(Tree.Obj sent) {
    return sent.fields().get("metadata") instanceof Tree.Obj meta
            && meta.fields().get("creationTimestamp") instanceof Tree.Null
        ? sent.with("metadata", meta.without("creationTimestamp"))
        : sent;
  }

  private FieldSet applied(Tree.Obj meta) {
    return meta.items("managedFields").stream()
        .filter(this::isOurs)
        .findFirst()
        .flatMap(e -> e.at("fieldsV1"))
        .map(FieldSet::of)
        .orElse(FieldSet.EMPTY);
  }

  /// Hidden values compare by their content with values that are not hidden.
  private static Tree.Obj open(Tree.Obj object) {
    return hasHidden(object) && object.revealed() instanceof Tree.Obj o ? o : object;
  }

  private static boolean hasHidden(Tree tree) {
    return switch (tree) {
      case Tree.Obj(var fields) -> fields.values().stream().anyMatch(SameApply::hasHidden);
      case Tree.Arr(var items) -> items.stream().anyMatch(SameApply::hasHidden);
      case Tree.Hidden h -> true;
      case Tree.Str s -> false;
      case Tree.Num n -> false;
      case Tree.Bool b -> false;
      case Tree.Null n -> false;
    };
  }

  private static boolean hasNull(Tree tree) {
    return switch (tree) {
      case Tree.Obj(var fields) -> fields.values().stream().anyMatch(SameApply::hasNull);
      case Tree.Arr(var items) -> items.stream().anyMatch(SameApply::hasNull);
      case Tree.Hidden h -> hasNull(h.reveal());
      case Tree.Null n -> true;
      case Tree.Str s -> false;
      case Tree.Num n -> false;
      case Tree.Bool b -> false;
    };
  }
}
