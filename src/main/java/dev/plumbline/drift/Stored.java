package dev.plumbline.drift;

import dev.plumbline.model.Tree;
import dev.plumbline.schema.Quantities;
import dev.plumbline.schema.Type;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Whether an object of a kind that is compiled into the API server comes out of its code as it is
/// stored already: amounts are written in one way (`1000m` is `1`), nothing is not written (`""`,
/// `false`, an empty list), and what an apply replaces as a whole gets its defaults again.
///
/// @param strict whether the server may count empty lists and other spellings of an amount as a
///   change of the specification, and let the generation grow (L20)
record Stored(boolean builtIn, boolean strict) {

  /// API groups that only the server itself serves.
  private static final Set<String> GROUPS =
      Set.of(
          "",
          "admissionregistration.k8s.io",
          "apiextensions.k8s.io",
          "apps",
          "autoscaling",
          "batch",
          "coordination.k8s.io",
          "discovery.k8s.io",
          "networking.k8s.io",
          "policy",
          "rbac.authorization.k8s.io",
          "scheduling.k8s.io",
          "storage.k8s.io");

  /// Kinds whose code compares specifications by meaning (`apiequality.Semantic`).
  private static final Set<String> BY_MEANING =
      Set.of("Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "CronJob");

  /// Defaults inside what is replaced as a whole, by the end of the field's place.
  private static final Map<String, Tree> AGAIN =
      Map.ofEntries(
          Map.entry(".fieldRef.apiVersion", Tree.str("v1")),
          Map.entry(".resourceFieldRef.divisor", Tree.str("0")),
          Map.entry(".serviceAccountToken.expirationSeconds", Tree.Num.of(3600)),
          Map.entry(".webhooks[].rules[].scope", Tree.str("*")),
          Map.entry(".subjects[].apiGroup", Tree.str("rbac.authorization.k8s.io")),
          Map.entry(".spec.ingress[].ports[].protocol", Tree.str("TCP")),
          Map.entry(".spec.egress[].ports[].protocol", Tree.str("TCP")),
          Map.entry(".volumeClaimTemplates[].apiVersion", Tree.str("v1")),
          Map.entry(".volumeClaimTemplates[].kind", Tree.str("PersistentVolumeClaim")),
          Map.entry(".volumeClaimTemplates[].spec.volumeMode", Tree.str("Filesystem")),
          Map.entry(".volumeClaimTemplates[].status", Tree.obj("phase", Tree.str("Pending"))));

  /// Fields that are not written when they are empty, zero or false, by the end of their place.
  /// Most are: a field that the code keeps as a pointer tells zero from nothing, and the schema
  /// does not say which do.
  private static final Set<String> UNWRITTEN =
      Set.of(
          ".env[].value",
          ".hostIPC",
          ".hostNetwork",
          ".hostPID",
          ".initialDelaySeconds",
          ".persistentVolumeClaim.readOnly",
          ".ports[].hostPort",
          ".ports[].name",
          ".spec.minReadySeconds",
          ".spec.paused",
          ".spec.preserveUnknownFields",
          ".spec.publishNotReadyAddresses",
          ".stdin",
          ".stdinOnce",
          ".tty",
          ".volumeMounts[].readOnly",
          ".volumeMounts[].subPath",
          ".workingDir");

  static Stored of(Tree.Obj live) {
    boolean counted = live.at("metadata", "generation").isPresent();
    boolean meant = BY_MEANING.contains(live.text("kind").orElse(""));
    return new Stored(isBuiltIn(live), counted && !meant);
  }

  static boolean isBuiltIn(Tree.Obj object) {
    var version = object.text("apiVersion").orElse("");
    int slash = version.indexOf('/');
    return GROUPS.contains(slash < 0 ? "" : version.substring(0, slash));
  }

  /// Compares.
  ///
  /// @param merged the live object with the configuration laid over it
  boolean same(Type type, Tree merged, Tree.Obj live) {
    return builtIn && same("", type, texts(merged), live);
  }

  /// A Secret's `stringData` ends in its `data` (K01, K03).
  private static Tree texts(Tree merged) {
    if (!(merged instanceof Tree.Obj object)
        || !object.text("kind").orElse("").equals("Secret")
        || !(object.fields().get("stringData") instanceof Tree.Obj texts)) {
      return merged;
    }
    var data = object.fields().get("data") instanceof Tree.Obj there ? there : Tree.Obj.EMPTY;
    for (var text : texts.fields().entrySet()) {
      if (!(text.getValue() instanceof Tree.Str(String value))) {
        return merged;
      }
      var bytes = value.getBytes(StandardCharsets.UTF_8);
      data = data.with(text.getKey(), Tree.str(Base64.getEncoder().encodeToString(bytes)));
    }
    return object.without("stringData").with("data", data);
  }

  private boolean same(String place, Type type, Tree merged, Tree live) {
    if (merged.equals(live)) {
      return true;
    }
    return switch (type) {
      case Type.Struct struct ->
          merged instanceof Tree.Obj left
              && live instanceof Tree.Obj right
              && fields(place, struct, left.fields(), right.fields());
      case Type.MapOf map ->
          merged instanceof Tree.Obj(var left)
              && live instanceof Tree.Obj(var right)
              && left.keySet().equals(right.keySet())
              && left.keySet().stream()
                  .allMatch(k -> same(place, map.values().type(), left, right, k));
      case Type.ListOf list ->
          merged instanceof Tree.Arr(var left)
              && live instanceof Tree.Arr(var right)
              && items(place + "[]", list.items().type(), left, right);
      case Type.Scalar(Type.ScalarKind kind) ->
          kind == Type.ScalarKind.QUANTITY && !strict && amount(merged).equals(written(live));
      case Type.Any any -> false;
    };
  }

  private boolean same(
      String place, Type type, Map<String, Tree> merged, Map<String, Tree> live, String key) {
    var left = Optional.ofNullable(merged.get(key));
    var right = Optional.ofNullable(live.get(key));
    return left.isPresent()
        && right.isPresent()
        && same(place + "." + key, type, left.get(), right.get());
  }

  private boolean items(String place, Type type, List<Tree> merged, List<Tree> live) {
    if (merged.size() != live.size()) {
      return false;
    }
    for (int i = 0; i < merged.size(); i++) {
      if (!same(place, type, merged.get(i), live.get(i))) {
        return false;
      }
    }
    return true;
  }

  private boolean fields(
      String place, Type.Struct type, Map<String, Tree> merged, Map<String, Tree> live) {
    for (var field : merged.entrySet()) {
      var slot = type.fields().get(field.getKey());
      boolean fine =
          slot != null
              && (live.containsKey(field.getKey())
                  ? same(place, slot.type(), merged, live, field.getKey())
                  : isNothing(place + "." + field.getKey(), slot.type(), field.getValue()));
      if (!fine) {
        return false;
      }
    }
    return live.entrySet().stream()
        .filter(f -> !merged.containsKey(f.getKey()))
        .allMatch(f -> isSetAgain(place + "." + f.getKey(), f.getValue()));
  }

  /// What the server's code does not write (`omitempty`).
  private boolean isNothing(String place, Type type, Tree value) {
    return switch (value) {
      case Tree.Null n -> true;
      case Tree.Str(String text) -> text.isEmpty() && isUnwritten(place);
      case Tree.Bool(boolean yes) -> !yes && isUnwritten(place);
      case Tree.Num n -> n.value().signum() == 0 && isUnwritten(place);
      case Tree.Arr(var items) -> items.isEmpty() && !strict;
      case Tree.Obj(var fields) -> fields.isEmpty() && type instanceof Type.MapOf && !strict;
      case Tree.Hidden h -> false;
    };
  }

  private static boolean isUnwritten(String place) {
    return UNWRITTEN.stream().anyMatch(place::endsWith);
  }

  private static boolean isSetAgain(String place, Tree value) {
    return value instanceof Tree.Null
        || AGAIN.entrySet().stream()
            .anyMatch(e -> place.endsWith(e.getKey()) && e.getValue().equals(value));
  }

  private static Optional<String> amount(Tree value) {
    return switch (value) {
      case Tree.Str(String text) -> Optional.of(Quantities.canonical(text));
      case Tree.Num(String literal) -> Optional.of(Quantities.canonical(literal));
      default -> Optional.empty();
    };
  }

  /// What is stored, as it stands: it must be what the server would write.
  private static Optional<String> written(Tree live) {
    return live instanceof Tree.Str(String text) ? Optional.of(text) : Optional.of("no text");
  }
}
