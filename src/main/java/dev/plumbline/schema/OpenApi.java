package dev.plumbline.schema;

import dev.plumbline.model.Tree;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Makes types of OpenAPI v3 schemas, by the rules of kube-openapi's conversion for
/// structured-merge-diff (`schemaconv/openapi.go`).
///
/// @param references from a `$ref` to its type
/// @param coded whether the schemas describe types compiled into the server
/// @param meta the reference to the metadata of an object
record OpenApi(Function<String, Type> references, boolean coded, String meta) {

  private static final String QUANTITY = "io.k8s.apimachinery.pkg.api.resource.Quantity";
  private static final String RAW = "io.k8s.apimachinery.pkg.runtime.RawExtension";
  private static final String KEEPS = "x-kubernetes-preserve-unknown-fields";

  Type named(String name, Tree.Obj schema) {
    return switch (name) {
      case QUANTITY -> new Type.Scalar(Type.ScalarKind.QUANTITY);
      case RAW -> new Type.Any(true);
      default -> type(schema, false);
    };
  }

  /// The root of a custom resource: the declared schema, and what every object has.
  Type custom(Tree.Obj schema) {
    return type(schema.with("x-kubernetes-embedded-resource", Tree.bool(true)), false);
  }

  private Type type(Tree.Obj schema, boolean keepsAbove) {
    boolean keeps = keepsAbove || is(schema, KEEPS);
    return switch (schema.text("type").orElse("")) {
      case "object" -> object(schema, keeps);
      case "array" -> list(schema, keeps);
      case "string" -> new Type.Scalar(text(schema.text("format").orElse("")));
      case "integer" -> new Type.Scalar(Type.ScalarKind.INTEGER);
      case "number" -> new Type.Scalar(Type.ScalarKind.NUMBER);
      case "boolean" -> new Type.Scalar(Type.ScalarKind.BOOLEAN);
      default -> untyped(schema, keeps);
    };
  }

  private static Type.ScalarKind text(String format) {
    return format.equals("int-or-string") ? Type.ScalarKind.INT_OR_STRING : Type.ScalarKind.STRING;
  }

  private Type untyped(Tree.Obj schema, boolean keeps) {
    if (is(schema, "x-kubernetes-int-or-string")
        || schema.text("format").orElse("").equals("int-or-string")) {
      return new Type.Scalar(Type.ScalarKind.INT_OR_STRING);
    }
    if (!schema.fields("properties").isEmpty() || schema.get("additionalProperties").isPresent()) {
      return object(schema, keeps);
    }
    return new Type.Any(false);
  }

  private Type object(Tree.Obj schema, boolean keeps) {
    var fields = new LinkedHashMap<String, Slot>();
    schema.fields("properties").forEach((name, s) -> fields.put(name, slot(s, keeps)));
    Set<String> required = new LinkedHashSet<>();
    schema
        .items("required")
        .forEach(r -> {
          if (r instanceof Tree.Str(String name)) {
            required.add(name);
          }
        });
    var more = schema.get("additionalProperties");
    boolean atomic = schema.text("x-kubernetes-map-type").orElse("").equals("atomic");
    if (more.orElse(Tree.Null.VALUE) instanceof Tree.Obj values && fields.isEmpty()) {
      return new Type.MapOf(slot(values, keeps), atomic);
    }
    if (is(schema, "x-kubernetes-embedded-resource")) {
      fields.put("apiVersion", Slot.of(new Type.Scalar(Type.ScalarKind.STRING)));
      fields.put("kind", Slot.of(new Type.Scalar(Type.ScalarKind.STRING)));
      fields.put("metadata", new Slot(Tree.Obj.EMPTY, () -> references.apply(meta)));
      required.add("apiVersion");
      required.add("kind");
    }
    boolean free = more.isEmpty() ? keeps || schema.fields("properties").isEmpty() : !no(more);
    boolean stored = is(schema, KEEPS) || more.filter(m -> !no(Optional.of(m))).isPresent();
    Optional<Slot> rest =
        more.orElse(Tree.Null.VALUE) instanceof Tree.Obj values
            ? Optional.of(slot(values, keeps))
            : free ? Optional.of(Slot.of(new Type.Any(false))) : Optional.empty();
    return new Type.Struct(fields, required, rest, stored || (coded && free), atomic, coded);
  }

  private Type list(Tree.Obj schema, boolean keeps) {
    var items =
        schema.get("items").map(i -> slot(i, keeps)).orElseGet(() -> Slot.of(new Type.Any(true)));
    var kind = schema.text("x-kubernetes-list-type");
    if (kind.isPresent()) {
      return switch (kind.get()) {
        case "set" -> new Type.ListOf(items, Type.ListKind.SET, List.of());
        case "map" -> new Type.ListOf(items, Type.ListKind.KEYED, keys(schema));
        default -> new Type.ListOf(items, Type.ListKind.ATOMIC, List.of());
      };
    }
    // Built-in types that only say how a strategic merge patch treats them.
    if (schema.text("x-kubernetes-patch-strategy").orElse("").startsWith("merge")) {
      return schema
          .text("x-kubernetes-patch-merge-key")
          .map(key -> new Type.ListOf(items, Type.ListKind.KEYED, List.of(key)))
          .orElseGet(() -> new Type.ListOf(items, Type.ListKind.SET, List.of()));
    }
    return new Type.ListOf(items, Type.ListKind.ATOMIC, List.of());
  }

  private static List<String> keys(Tree.Obj schema) {
    return schema.items("x-kubernetes-list-map-keys").stream()
        .flatMap(k -> k instanceof Tree.Str(String name) ? List.of(name).stream() : null)
        .toList();
  }

  private Slot slot(Tree node, boolean keeps) {
    if (!(node instanceof Tree.Obj schema)) {
      return Slot.of(new Type.Any(false));
    }
    var ref = reference(schema);
    if (ref == null) {
      return new Slot(schema, () -> type(schema, keeps));
    }
    var mapType = schema.text("x-kubernetes-map-type");
    return new Slot(
        schema,
        () -> {
          var type = references.apply(ref);
          return mapType.isEmpty() ? type : owned(type, mapType.get().equals("atomic"));
        });
  }

  /// A use of a type may say otherwise than the type how it is owned.
  private static Type owned(Type type, boolean atomic) {
    return switch (type) {
      case Type.Struct s ->
          new Type.Struct(s.fields(), s.required(), s.rest(), s.keepsRest(), atomic, s.coded());
      case Type.MapOf m -> new Type.MapOf(m.values(), atomic);
      case Type.Any a -> new Type.Any(atomic);
      case Type.ListOf l -> l;
      case Type.Scalar s -> s;
    };
  }

  private static @Nullable String reference(Tree.Obj schema) {
    var all = schema.items("allOf");
    return schema
        .text("$ref")
        .or(() -> all.size() == 1 ? all.getFirst().text("$ref") : Optional.empty())
        .orElse(null);
  }

  private static boolean no(Optional<Tree> additional) {
    return additional.filter(Tree.bool(false)::equals).isPresent();
  }

  private static boolean is(Tree.Obj schema, String flag) {
    return schema.get(flag).filter(Tree.bool(true)::equals).isPresent();
  }
}
