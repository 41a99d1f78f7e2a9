package dev.plumbline.merge;

import dev.plumbline.model.Tree;
import dev.plumbline.schema.Slot;
import dev.plumbline.schema.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

/// Random values of a type, from few names and numbers, so that they meet each other.
public final class RandomConfigs {

  private static final List<String> WORDS = List.of("a", "b", "c", "d.e/f");

  private final Random random;

  /// Draws from a seeded source.
  public RandomConfigs(Random random) {
    this.random = random;
  }

  /// Some of the fields of an object.
  public Tree value(Type type, int depth) {
    return switch (type) {
      case Type.Struct struct -> struct(struct, depth);
      case Type.MapOf map -> {
        var fields = new LinkedHashMap<String, Tree>();
        for (var key : some(2)) {
          fields.put(key, value(map.values().type(), depth + 1));
        }
        yield new Tree.Obj(fields);
      }
      case Type.ListOf list -> list(list, depth);
      case Type.Scalar(var kind) -> scalar(kind);
      case Type.Any any -> any(depth);
    };
  }

  private Tree struct(Type.Struct type, int depth) {
    var fields = new LinkedHashMap<String, Tree>();
    type.fields()
        .forEach((name, slot) -> {
          if (type.required().contains(name) || random.nextInt(10) < (depth == 0 ? 4 : 6)) {
            fields.put(name, orNull(slot, depth));
          }
        });
    if (type.keepsRest()) {
      for (var key : some(2)) {
        fields.put("x-" + key.charAt(0), any(depth + 1));
      }
    }
    return new Tree.Obj(fields);
  }

  private Tree orNull(Slot slot, int depth) {
    boolean none = random.nextInt(25) == 0 && (slot.nullable() || slot.standard().isPresent());
    return none ? Tree.Null.VALUE : value(slot.type(), depth + 1);
  }

  private Tree list(Type.ListOf type, int depth) {
    var items = new ArrayList<Tree>();
    var names = new TreeSet<>((Tree x, Tree y) -> x.toString().compareTo(y.toString()));
    int count = random.nextInt(4);
    for (int i = 0; i < count; i++) {
      var item = value(type.items().type(), depth + 1);
      var name = type.kind() == Type.ListKind.ATOMIC ? Tree.Num.of(i) : name(type, item);
      if (names.add(name)) {
        items.add(item);
      }
    }
    Collections.shuffle(items, random);
    return new Tree.Arr(items);
  }

  private static Tree name(Type.ListOf type, Tree item) {
    var parts = new ArrayList<Tree>();
    for (var key : type.keys()) {
      parts.add(
          item.at(key)
              .filter(v -> !(v instanceof Tree.Null))
              .or(() -> type.items().type().standard(key))
              .orElse(Tree.Null.VALUE));
    }
    return parts.isEmpty() ? item : new Tree.Arr(parts);
  }

  private Tree scalar(Type.ScalarKind kind) {
    return switch (kind) {
      case STRING -> Tree.str(word());
      case INTEGER -> Tree.Num.of(random.nextInt(4));
      case NUMBER -> random.nextBoolean() ? new Tree.Num("1.5") : Tree.Num.of(2);
      case BOOLEAN -> Tree.bool(random.nextBoolean());
      case INT_OR_STRING -> random.nextBoolean() ? Tree.Num.of(80) : Tree.str("http");
      case QUANTITY -> Tree.str(random.nextBoolean() ? "100m" : "1");
      case ANY -> Tree.str(word());
    };
  }

  private Tree any(int depth) {
    return switch (random.nextInt(depth > 3 ? 3 : 6)) {
      case 0 -> Tree.str(word());
      case 1 -> Tree.Num.of(random.nextInt(3));
      case 2 -> Tree.bool(true);
      case 3 -> Tree.arr(Tree.str(word()), Tree.Num.of(1));
      default -> {
        var fields = new LinkedHashMap<String, Tree>();
        some(3).forEach(key -> fields.put(key, any(depth + 1)));
        yield new Tree.Obj(fields);
      }
    };
  }

  private String word() {
    return WORDS.get(random.nextInt(WORDS.size()));
  }

  private List<String> some(int most) {
    var words = new ArrayList<>(WORDS);
    Collections.shuffle(words, random);
    return words.subList(0, random.nextInt(most + 1));
  }
}
