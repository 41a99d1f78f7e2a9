package dev.plumbline.drift.fuzz;

import dev.plumbline.merge.RandomConfigs;
import dev.plumbline.model.Tree;
import dev.plumbline.schema.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Random changes of an object: small ones, so that what was applied and what is wanted are never
/// far from each other.
final class Change {

  private static final Set<String> KEPT =
      Set.of("apiVersion", "kind", "name", "namespace", "status", "selector", "generateName");

  private final Random random;
  private final Tree.Obj seed;

  Change(Random random, Tree.Obj seed) {
    this.random = random;
    this.seed = seed;
  }

  /// One to three changes somewhere in an object.
  Tree.Obj some(Optional<Type> type, Tree.Obj object) {
    var changed = object;
    for (int i = random.nextInt(3); i >= 0; i--) {
      changed = once(type, changed);
    }
    return changed;
  }

  /// One change somewhere in an object: below its metadata in a quarter of the cases.
  Tree.Obj once(Optional<Type> type, Tree.Obj object) {
    var parts = object.fields().keySet().stream().filter(k -> !KEPT.contains(k)).toList();
    var part =
        random.nextInt(4) == 0 || parts.size() < 2
            ? "metadata"
            : parts.get(random.nextInt(parts.size()));
    if (part.equals("metadata")) {
      return object.with("metadata", metadata(object.get("metadata").orElse(Tree.Obj.EMPTY)));
    }
    var below = type.flatMap(t -> t.at(part)).orElse(null);
    var value = object.get(part).orElse(Tree.Obj.EMPTY);
    if (random.nextInt(12) == 0) {
      return random.nextBoolean() && below != null
          ? object.with(part, new RandomConfigs(random).value(below, 1))
          : seed.get(part).map(s -> object.with(part, s)).orElse(object);
    }
    return object.with(part, in(below, value, seed.get(part).orElse(null)));
  }

  private Tree metadata(Tree metadata) {
    var meta = (Tree.Obj) metadata;
    var part = random.nextInt(3) == 0 ? "annotations" : "labels";
    if (random.nextInt(8) == 0) {
      part = "finalizers";
    }
    if (part.equals("finalizers")) {
      var items = new ArrayList<>(meta.items(part));
      var name = Tree.str("example.org/" + word());
      if (!items.remove(name)) {
        items.add(random.nextInt(items.size() + 1), name);
      }
      return meta.with(part, new Tree.Arr(items));
    }
    var fields = new LinkedHashMap<>(meta.fields(part));
    switch (random.nextInt(6)) {
      case 0 -> fields.remove(word());
      case 1 -> fields.put(word(), Tree.str(""));
      case 2 -> {
        return random.nextBoolean() ? meta.without(part) : meta.with(part, Tree.Obj.EMPTY);
      }
      default -> fields.put(word(), Tree.str(word()));
    }
    return meta.with(part, new Tree.Obj(fields));
  }

  private Tree in(@Nullable Type type, Tree value, @Nullable Tree seeded) {
    return switch (value) {
      case Tree.Obj object -> object(type, object, seeded);
      case Tree.Arr list -> list(type, list, seeded);
      default -> scalar(type, value, seeded);
    };
  }

  private Tree object(@Nullable Type type, Tree.Obj object, @Nullable Tree seeded) {
    var keys = object.fields().keySet().stream().filter(k -> !KEPT.contains(k)).toList();
    int what = random.nextInt(14);
    if (keys.isEmpty() || what == 0) {
      return added(type, object, seeded);
    }
    var key = keys.get(random.nextInt(keys.size()));
    if (what == 1) {
      return object.without(key);
    }
    if (what == 2) {
      var nothing = List.of(Tree.Null.VALUE, Tree.Obj.EMPTY, Tree.Arr.EMPTY, Tree.str(""));
      return object.with(key, nothing.get(random.nextInt(nothing.size())));
    }
    if (what == 3 && seeded != null) {
      return seeded.at(key).map(s -> object.with(key, s)).orElse(object);
    }
    var below = type == null ? null : type.at(key).orElse(null);
    var at = seeded == null ? null : seeded.at(key).orElse(null);
    return object.with(key, in(below, object.get(key).orElseThrow(), at));
  }

  private Tree added(@Nullable Type type, Tree.Obj object, @Nullable Tree seeded) {
    if (seeded instanceof Tree.Obj(Map<String, Tree> fields)
        && !fields.isEmpty()
        && random.nextBoolean()) {
      var keys = List.copyOf(fields.keySet());
      var key = keys.get(random.nextInt(keys.size()));
      return object.with(key, java.util.Objects.requireNonNull(fields.get(key)));
    }
    return switch (type) {
      case Type.Struct struct -> {
        var names =
            struct.fields().keySet().stream().filter(k -> !object.fields().containsKey(k)).toList();
        if (names.isEmpty()) {
          yield object;
        }
        var name = names.get(random.nextInt(names.size()));
        var slot = java.util.Objects.requireNonNull(struct.fields().get(name));
        var standard = slot.standard();
        yield object.with(
            name,
            standard.isPresent() && random.nextBoolean()
                ? standard.get()
                : new RandomConfigs(random).value(slot.type(), 3));
      }
      case Type.MapOf map ->
          object.with(word(), new RandomConfigs(random).value(map.values().type(), 3));
      case null -> object.with(word(), Tree.str(word()));
      default -> object.with(word(), Tree.str(word()));
    };
  }

  private Tree list(@Nullable Type type, Tree.Arr list, @Nullable Tree seeded) {
    var items = new ArrayList<>(list.items());
    var below = type instanceof Type.ListOf l ? l.items().type() : null;
    switch (random.nextInt(9)) {
      case 0 -> Collections.shuffle(items, random);
      case 1 -> Collections.reverse(items);
      case 2 -> {
        if (!items.isEmpty()) {
          items.remove(random.nextInt(items.size()));
        }
      }
      case 3 -> {
        var known = seeded == null ? List.<Tree>of() : seeded.items();
        if (!known.isEmpty() && random.nextInt(3) > 0) {
          items.add(random.nextInt(items.size() + 1), known.get(random.nextInt(known.size())));
        } else if (below != null) {
          items.add(new RandomConfigs(random).value(below, 2));
        }
      }
      default -> {
        if (!items.isEmpty()) {
          int i = random.nextInt(items.size());
          var known = seeded == null ? List.<Tree>of() : seeded.items();
          items.set(i, in(below, items.get(i), i < known.size() ? known.get(i) : null));
        }
      }
    }
    return new Tree.Arr(items);
  }

  /// Another value, or the same one written otherwise.
  private Tree scalar(@Nullable Type type, Tree value, @Nullable Tree seeded) {
    if (seeded != null && random.nextInt(4) == 0) {
      return seeded;
    }
    return switch (value) {
      case Tree.Bool(boolean b) -> Tree.bool(!b);
      case Tree.Num n -> number(n);
      case Tree.Str(String text) -> text(type, text);
      default -> type == null ? Tree.str(word()) : new RandomConfigs(random).value(type, 3);
    };
  }

  private Tree number(Tree.Num n) {
    return switch (random.nextInt(5)) {
      case 0 -> new Tree.Num(n.value().toBigInteger() + ".0");
      case 1 -> Tree.str(n.literal());
      case 2 -> new Tree.Num(n.value().toBigInteger() + "e0");
      default -> new Tree.Num(n.value().add(BigDecimal.ONE).toPlainString());
    };
  }

  private Tree text(@Nullable Type type, String text) {
    if (text.matches("\\d{1,6}") && random.nextBoolean()) {
      return random.nextBoolean()
          ? new Tree.Num(Integer.toString(Integer.parseInt(text)))
          : Tree.str(text + "000m");
    }
    return switch (random.nextInt(7)) {
      case 0 -> Tree.str(text + " ");
      case 1 -> Tree.str("");
      case 2 -> Tree.str(text.toUpperCase(java.util.Locale.ROOT));
      case 3 ->
          Tree.str(text.replace("1Gi", "1024Mi").replace("1000m", "1").replace("0.5", "500m"));
      default -> type == null ? Tree.str(word()) : new RandomConfigs(random).value(type, 3);
    };
  }

  private String word() {
    return List.of("a", "b", "c", "app", "note").get(random.nextInt(5));
  }
}
