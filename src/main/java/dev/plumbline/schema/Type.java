package dev.plumbline.schema;

import dev.plumbline.model.Tree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a value may be. Types refer to each other through [Slot]s, which resolve references when
/// they are asked, because some types contain themselves.
public sealed interface Type {

  /// An object with declared fields.
  ///
  /// @param fields the declared fields by name
  /// @param required names that must be present
  /// @param rest what other keys hold; empty when there may be no other key
  /// @param keepsRest whether keys that nobody declared are stored, not pruned
  /// @param atomic whether the object is owned and replaced as a whole
  /// @param coded whether it is compiled into the server, which then writes every field that is not
  ///   optional in its code (`status: {}`) and forgets nulls; false in custom resources
  record Struct(
      Map<String, Slot> fields,
      Set<String> required,
      Optional<Slot> rest,
      boolean keepsRest,
      boolean atomic,
      boolean coded)
      implements Type {
    public Struct {
      fields = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(fields));
      required = java.util.Collections.unmodifiableSet(new java.util.LinkedHashSet<>(required));
    }
  }

  /// An object whose keys are free.
  ///
  /// @param atomic whether it is owned and replaced as a whole
  record MapOf(Slot values, boolean atomic) implements Type {}

  /// A list.
  ///
  /// @param keys the fields that tell items apart (`x-kubernetes-list-map-keys`), for a keyed list
  record ListOf(Slot items, ListKind kind, List<String> keys) implements Type {
    public ListOf {
      keys = List.copyOf(keys);
    }
  }

  /// One value without parts.
  record Scalar(ScalarKind kind) implements Type {}

  /// Anything.
  ///
  /// @param atomic whether an object here is owned as a whole (`RawExtension`); otherwise its
  ///   fields are owned one by one. A list is always a whole.
  record Any(boolean atomic) implements Type {}

  /// How a list is owned and merged.
  enum ListKind {
    /// As a whole.
    ATOMIC,
    /// Item by item, an item being its own name.
    SET,
    /// Item by item, named by the values of key fields.
    KEYED
  }

  /// Which single values are meant.
  enum ScalarKind {
    STRING,
    INTEGER,
    NUMBER,
    BOOLEAN,
    /// A string or a whole number (`80` or `"http"`, a percentage).
    INT_OR_STRING,
    /// An amount of a resource: a string (`500m`, `1Gi`) or a number.
    QUANTITY,
    /// Any of them.
    ANY
  }

  /// The type of the field at a chain of object keys; empty where the schema says nothing.
  default Optional<Type> at(String... keys) {
    Type here = this;
    for (var key : keys) {
      var next = Types.below(here, new dev.plumbline.model.Path.Step.Field(key));
      if (next == null) {
        return Optional.empty();
      }
      here = next;
    }
    return Optional.of(here);
  }

  /// The default of the field at a key; empty where there is none.
  default Optional<Tree> standard(String key) {
    return this instanceof Struct struct
        ? Optional.ofNullable(struct.fields().get(key)).flatMap(Slot::standard)
        : Optional.empty();
  }
}
