package dev.plumbline.drift;

import dev.plumbline.model.Path.Step;
import dev.plumbline.model.Tree;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;

/// Objects at random for the laws of the comparison: maps, keyed lists, sets and atomic lists, with
/// the managedFields that a server would keep of them. The same seed gives the same objects.
final class Trees {

  private static final List<String> KEYED = List.of("env", "ports");

  private final Random random;

  Trees(long seed) {
    random = new Random(seed);
  }

  Tree.Obj object() {
    return Tree.obj(
        "apiVersion", Tree.str("acme.io/v1"),
        "kind", Tree.str("Widget"),
        "metadata", Tree.obj("name", Tree.str("w"), "generation", Tree.Num.of(random.nextInt(9))),
        "spec", map(3));
  }

  private Tree map(int depth) {
    var fields = new LinkedHashMap<String, Tree>();
    for (var key : List.of("a", "b.c/d", "e")) {
      if (random.nextInt(4) > 0) {
        fields.put(key, depth > 0 && random.nextInt(3) == 0 ? map(depth - 1) : scalar());
      }
    }
    if (depth > 0) {
      for (var key : KEYED) {
        if (random.nextBoolean()) {
          fields.put(key, keyed(key, depth));
        }
      }
      if (random.nextBoolean()) {
        fields.put("finalizers", set());
      }
      if (random.nextBoolean()) {
        fields.put("args", atomic());
      }
    }
    return new Tree.Obj(fields);
  }

  private Tree scalar() {
    return switch (random.nextInt(8)) {
      case 0 -> Tree.Null.VALUE;
      case 1 -> Tree.bool(random.nextBoolean());
      case 2 -> new Tree.Num(List.of("1", "1.0", "2", "1e2", "100").get(random.nextInt(5)));
      case 3 -> Tree.Obj.EMPTY;
      case 4 -> Tree.Arr.EMPTY;
      default -> Tree.str(List.of("x", "y", "1", "").get(random.nextInt(4)));
    };
  }

  private Tree keyed(String list, int depth) {
    var items = new ArrayList<Tree>();
    for (int i = 0; i < 4; i++) {
      if (random.nextBoolean()) {
        var item = (Tree.Obj) map(depth - 1);
        items.add(
            list.equals("env")
                ? item.with("name", Tree.str("n" + i))
                : item.with("port", Tree.Num.of(i / 2)).with("protocol", Tree.str("p" + i % 2)));
      }
    }
    if (random.nextInt(6) == 0 && !items.isEmpty()) {
      items.add(items.get(random.nextInt(items.size())));
    }
    shuffle(items);
    return new Tree.Arr(items);
  }

  private Tree set() {
    var items = new ArrayList<Tree>();
    for (var value : List.of("f", "g", "h")) {
      if (random.nextBoolean()) {
        items.add(Tree.str(value));
      }
    }
    shuffle(items);
    return new Tree.Arr(items);
  }

  private void shuffle(List<Tree> items) {
    if (random.nextInt(3) == 0) {
      Collections.shuffle(items, random);
    }
  }

  private Tree atomic() {
    var items = new ArrayList<Tree>();
    for (int i = random.nextInt(4); i > 0; i--) {
      items.add(random.nextInt(3) == 0 ? Tree.obj("name", scalar(), "z", scalar()) : scalar());
    }
    return new Tree.Arr(items);
  }

  /// The object with what a server would write into managedFields had one manager set it all.
  static Tree.Obj managed(Tree.Obj object, String time) {
    var entry =
        Tree.obj(
            "manager", Tree.str("kubectl-edit"),
            "operation", Tree.str("Update"),
            "apiVersion", Tree.str("acme.io/v1"),
            "time", Tree.str(time),
            "fieldsType", Tree.str("FieldsV1"),
            "fieldsV1", Tree.obj("f:spec", fields("spec", object.at("spec").orElseThrow())));
    var meta = (Tree.Obj) object.at("metadata").orElseThrow();
    return object.with("metadata", meta.with("managedFields", Tree.arr(entry)));
  }

  private static Tree fields(String name, Tree value) {
    var below = new LinkedHashMap<String, Tree>();
    if (value instanceof Tree.Obj(Map<String, Tree> fields)) {
      fields.forEach((k, v) -> below.put("f:" + k, fields(k, v)));
    } else if (value instanceof Tree.Arr(List<Tree> items)) {
      if (name.equals("finalizers")) {
        items.forEach(i -> below.put("v:" + i, Tree.Obj.EMPTY));
      } else if (KEYED.contains(name)) {
        items.forEach(i -> below.put("k:" + keys(name, i), fields("", i)));
      }
    }
    if (!below.isEmpty()) {
      below.put(".", Tree.Obj.EMPTY);
    }
    return new Tree.Obj(below);
  }

  private static String keys(String list, Tree item) {
    return list.equals("env")
        ? "{\"name\":" + item.at("name").orElseThrow() + "}"
        : "{\"port\":%s,\"protocol\":%s}"
            .formatted(item.at("port").orElseThrow(), item.at("protocol").orElseThrow());
  }

  /// The same tree with its keys in another order and its numbers written otherwise.
  Tree rewritten(Tree tree) {
    return switch (tree) {
      case Tree.Obj(Map<String, Tree> fields) -> {
        var keys = new ArrayList<>(fields.keySet());
        Collections.shuffle(keys, random);
        var copy = new LinkedHashMap<String, Tree>();
        keys.forEach(k -> copy.put(k, rewritten(fields.get(k))));
        yield new Tree.Obj(copy);
      }
      case Tree.Arr(List<Tree> items) -> new Tree.Arr(items.stream().map(this::rewritten).toList());
      case Tree.Num n -> new Tree.Num(n.value().multiply(BigDecimal.ONE.setScale(2)).toString());
      default -> tree;
    };
  }

  /// The tree with its keyed lists and sets sorted: equal for two trees that differ in their order
  /// only.
  static Tree unordered(String name, Tree tree) {
    return switch (tree) {
      case Tree.Obj(Map<String, Tree> fields) -> {
        var copy = new LinkedHashMap<String, Tree>();
        fields.forEach((k, v) -> copy.put(k, unordered(k, v)));
        yield new Tree.Obj(copy);
      }
      case Tree.Arr(List<Tree> items) -> {
        var copy = new ArrayList<>(items.stream().map(i -> unordered("", i)).toList());
        if (name.equals("finalizers")) {
          copy.sort(Comparator.comparing(Tree::toString));
        } else if (KEYED.contains(name)) {
          copy.sort(Comparator.comparing(i -> keys(name, i)));
        }
        yield new Tree.Arr(copy);
      }
      default -> tree;
    };
  }

  /// A tree with one change made: what somebody who reads the change would do by hand.
  static Tree patched(Tree tree, FieldChange change) {
    return patched(tree, change.path().steps(), change);
  }

  private static Tree patched(Tree tree, List<Step> steps, FieldChange change) {
    if (steps.isEmpty()) {
      return change.desired().orElseThrow();
    }
    var rest = steps.subList(1, steps.size());
    return switch (steps.getFirst()) {
      case Step.Field(String name) -> {
        var object = (Tree.Obj) tree;
        if (!rest.isEmpty() || change.desired().isPresent()) {
          var below = rest.isEmpty() ? Tree.Null.VALUE : object.get(name).orElseThrow();
          yield object.with(name, patched(below, rest, change));
        }
        yield object.without(name);
      }
      case Step.Index(int index) -> {
        var items = new ArrayList<>(((Tree.Arr) tree).items());
        items.set(index, patched(items.get(index), rest, change));
        yield new Tree.Arr(items);
      }
      case Step.Key(var keys) ->
          items(
              (Tree.Arr) tree,
              item ->
                  keys.entrySet().stream()
                      .allMatch(k -> item.at(k.getKey()).filter(k.getValue()::equals).isPresent()),
              rest,
              change);
      case Step.Value(Tree value) -> items((Tree.Arr) tree, value::equals, rest, change);
    };
  }

  private static Tree items(
      Tree.Arr list, Predicate<Tree> named, List<Step> rest, FieldChange change) {
    var kept = new ArrayList<Tree>();
    boolean placed = false;
    for (var item : list.items()) {
      if (!named.test(item)) {
        kept.add(item);
      } else if (!rest.isEmpty()) {
        kept.add(patched(item, rest, change));
        placed = true;
      } else if (!placed) {
        kept.addAll(wanted(change));
        placed = true;
      }
    }
    if (!placed) {
      kept.addAll(wanted(change));
    }
    return new Tree.Arr(kept);
  }

  /// A change on a name that stands there several times carries a list.
  private static List<Tree> wanted(FieldChange change) {
    return change
        .desired()
        .map(d -> d instanceof Tree.Arr(List<Tree> several) ? several : List.of(d))
        .orElse(List.of());
  }

  /// A path below which nothing else may be told, except of a list's order.
  static boolean isListOrder(FieldChange change) {
    return change.desired().orElse(Tree.Null.VALUE) instanceof Tree.Arr
        && change.live().orElse(Tree.Null.VALUE) instanceof Tree.Arr
        && change.path().steps().getLast() instanceof Step.Field(String name)
        && (KEYED.contains(name) || name.equals("finalizers"));
  }
}
