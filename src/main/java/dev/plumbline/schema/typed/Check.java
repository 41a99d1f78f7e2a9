package dev.plumbline.schema.typed;

import dev.plumbline.model.Tree;
import dev.plumbline.schema.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// Whether a value is of a type, as structured-merge-diff asks it before it merges: weaker than the
/// validation of an object, but no undeclared field passes and no item without a name.
public final class Check {

  private final boolean duplicates;
  private final List<String> errors = new ArrayList<>();

  private Check(boolean duplicates) {
    this.duplicates = duplicates;
  }

  /// What is wrong, in the API server's words; empty when nothing is.
  ///
  /// @param duplicates whether two items of a list may have the same name (in live objects)
  public static Optional<String> errors(Type type, Tree value, boolean duplicates) {
    var check = new Check(duplicates);
    check.walk("", type, value);
    if (check.errors.size() < 2) {
      return check.errors.stream().findFirst();
    }
    return Optional.of("errors:\n  " + String.join("\n  ", check.errors));
  }

  private void error(String path, String message) {
    errors.add(path.isEmpty() ? message : path + ": " + message);
  }

  private void walk(String path, Type type, Tree value) {
    switch (Shape.of(type, value)) {
      case MAP -> map(path, type, value);
      case LIST -> list(path, type, value);
      case SCALAR -> scalar(path, type, value);
    }
  }

  private void map(String path, Type type, Tree value) {
    if (value instanceof Tree.Null) {
      return;
    }
    if (!(value instanceof Tree.Obj(var fields))) {
      error(path, "expected map, got &{" + Said.go(value) + "}");
      return;
    }
    for (var entry : fields.entrySet()) {
      var at = path + "." + entry.getKey();
      var below = Shape.field(type, entry.getKey());
      if (below == null) {
        error(at, "field not declared in schema");
        return;
      }
      walk(at, below, entry.getValue());
    }
  }

  private void list(String path, Type type, Tree value) {
    if (value instanceof Tree.Null) {
      return;
    }
    if (!(value instanceof Tree.Arr(var items))) {
      error(path, "expected list, got &{" + Said.go(value) + "}");
      return;
    }
    if (!(type instanceof Type.ListOf list)) {
      return;
    }
    var seen = new HashSet<>();
    for (int i = 0; i < items.size(); i++) {
      var item = items.get(i);
      if (list.kind() == Type.ListKind.ATOMIC) {
        walk(path + "[" + i + "]", list.items().type(), item);
        continue;
      }
      switch (Items.name(list, item)) {
        case Items.Named.Not(String why) -> {
          error(path, "element " + i + ": " + why);
          return;
        }
        case Items.Named.By(var step) -> {
          if (!seen.add(step) && !duplicates) {
            error(path, "duplicate entries for key " + Said.step(step));
          }
          walk(path + Said.step(step), list.items().type(), item);
        }
      }
    }
  }

  private void scalar(String path, Type type, Tree value) {
    var seen = value instanceof Tree.Hidden h ? h.reveal() : value;
    if (seen instanceof Tree.Null || !(type instanceof Type.Scalar(var kind))) {
      return;
    }
    switch (kind) {
      case STRING -> {
        if (!(seen instanceof Tree.Str)) {
          error(
              path,
              "expected string, got &value.valueUnstructured{Value:" + Said.value(value) + "}");
        }
      }
      case INTEGER, NUMBER -> {
        if (!(seen instanceof Tree.Num)) {
          error(path, "expected numeric (int or float), got " + goType(seen));
        }
      }
      case BOOLEAN -> {
        if (!(seen instanceof Tree.Bool)) {
          error(path, "expected boolean, got &{" + Said.go(value) + "}");
        }
      }
      case INT_OR_STRING, QUANTITY, ANY -> {
        if (seen instanceof Tree.Obj || seen instanceof Tree.Arr) {
          error(path, "expected any scalar, got &{" + Said.go(value) + "}");
        }
      }
    }
  }

  private static String goType(Tree value) {
    return switch (value) {
      case Tree.Str s -> "string";
      case Tree.Bool b -> "bool";
      case Tree.Obj o -> "map[string]interface {}";
      case Tree.Arr a -> "[]interface {}";
      case Tree.Num n -> "int64";
      case Tree.Null n -> "<nil>";
      case Tree.Hidden h -> "string";
    };
  }
}
