package dev.plumbline.sandbox.kinds;

import dev.plumbline.model.Tree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The Go types behind built-in kinds, recorded from Kubernetes' sources: what no OpenAPI schema
/// tells but every answer shows.
public final class GoTypes {

  private static final Set<String> BASIC =
      Set.of("string", "bool", "int32", "int64", "float64", "int");

  private final Tree.Obj recorded = Recorded.read("go.json");
  private final Map<String, GoType> read = new ConcurrentHashMap<>();

  /// The type of a kind, empty for those that are not recorded (definitions of kinds).
  public Optional<GoType> of(Kind kind) {
    return named(
        kind.group().isEmpty() ? "core" : kind.group().replaceFirst("\\..*", ""),
        kind.version(),
        kind.kind());
  }

  /// Whether there is a kind of this name in a package (`core`, `v1`).
  public boolean known(String folder, String version, String kind) {
    return named(folder, version, kind).isPresent();
  }

  private Optional<GoType> named(String folder, String version, String kind) {
    var name = folder + "/" + version + "." + kind;
    return recorded.get(name).isPresent() ? Optional.of(type(name)) : Optional.empty();
  }

  /// A type by its name, pointers looked through.
  public GoType type(String name) {
    var known = read.get(name);
    if (known != null) {
      return known;
    }
    var made = make(name);
    read.put(name, made);
    return made;
  }

  private GoType make(String name) {
    if (name.startsWith("*")) {
      return type(name.substring(1));
    }
    if (name.equals("[]byte")) {
      return new GoType.Scalar("[]uint8", "[]uint8");
    }
    if (name.startsWith("[]")) {
      return new GoType.Slice(said(name), type(name.substring(2)));
    }
    if (name.startsWith("map[")) {
      return new GoType.Mapped(said(name), type(name.substring(name.indexOf(']') + 1)));
    }
    if (BASIC.contains(name)) {
      return new GoType.Scalar(name, name);
    }
    return switch (recorded.get(name).orElse(Tree.Null.VALUE)) {
      case Tree.Str(String other) -> renamed(said(name), type(other));
      case Tree.Obj struct -> struct(name, struct);
      default -> new GoType.Own(name);
    };
  }

  private static GoType renamed(String name, GoType type) {
    return switch (type) {
      case GoType.Scalar scalar -> new GoType.Scalar(name, scalar.basic());
      case GoType.Mapped mapped -> new GoType.Mapped(name, mapped.values());
      case GoType.Slice slice -> new GoType.Slice(name, slice.items());
      case GoType.Own own -> own;
      case GoType.Struct struct -> struct;
    };
  }

  private GoType struct(String name, Tree.Obj struct) {
    var fields = new LinkedHashMap<String, GoType.Field>();
    var numbers = new LinkedHashMap<Integer, GoType.Coded>();
    var own = name.substring(name.indexOf('.') + 1);
    struct
        .fields()
        .forEach((json, told) -> {
          var items = told instanceof Tree.Arr(List<Tree> all) ? all : List.<Tree>of();
          int number = items.get(0) instanceof Tree.Num n ? n.value().intValue() : 0;
          var type = items.get(1) instanceof Tree.Str(String text) ? text : "";
          boolean embedded = json.startsWith("+");
          if (number > 0) {
            numbers.put(number, new GoType.Coded(embedded ? "" : json, type));
          }
          if (embedded) {
            if (type(type) instanceof GoType.Struct inner) {
              fields.putAll(inner.fields());
            }
          } else {
            fields.put(
                json,
                new GoType.Field(
                    own, type, type.startsWith("*"), items.get(2).equals(Tree.str("omitempty"))));
          }
        });
    return new GoType.Struct(said(name), fields, numbers);
  }

  /// With the last part of the package only, as Go says it.
  private static String said(String name) {
    return name.replaceAll("\\w+/(\\w+)\\.", "$1.");
  }
}
