package dev.plumbline.schema;

import dev.plumbline.model.Path.Step;
import dev.plumbline.model.Tree;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;

/// The order in which structured-merge-diff writes path elements: fields, keyed items, values,
/// positions; values as numbers, strings, booleans, lists, maps, null.
final class StepOrder implements Comparator<Step> {

  static final Comparator<Step> ORDER = new StepOrder();

  @Override
  public int compare(Step a, Step b) {
    if (a instanceof Step.Field(String x) && b instanceof Step.Field(String y)) {
      return text(x, y);
    }
    if (a instanceof Step.Key(var x) && b instanceof Step.Key(var y)) {
      return entries(x, y);
    }
    if (a instanceof Step.Value(Tree x) && b instanceof Step.Value(Tree y)) {
      return values(x, y);
    }
    if (a instanceof Step.Index(int x) && b instanceof Step.Index(int y)) {
      return Integer.compare(x, y);
    }
    return Integer.compare(rank(a), rank(b));
  }

  private static int rank(Step step) {
    return switch (step) {
      case Step.Field f -> 0;
      case Step.Key k -> 1;
      case Step.Value v -> 2;
      case Step.Index i -> 3;
    };
  }

  private static int entries(Map<String, Tree> a, Map<String, Tree> b) {
    var left = a.entrySet().iterator();
    var right = b.entrySet().iterator();
    while (left.hasNext() && right.hasNext()) {
      var x = left.next();
      var y = right.next();
      int names = text(x.getKey(), y.getKey());
      int order = names != 0 ? names : values(x.getValue(), y.getValue());
      if (order != 0) {
        return order;
      }
    }
    return Boolean.compare(left.hasNext(), right.hasNext());
  }

  private static int values(Tree a, Tree b) {
    if (a instanceof Tree.Num x && b instanceof Tree.Num y) {
      return x.value().compareTo(y.value());
    }
    if (a instanceof Tree.Str(String x) && b instanceof Tree.Str(String y)) {
      return text(x, y);
    }
    if (a instanceof Tree.Bool(boolean x) && b instanceof Tree.Bool(boolean y)) {
      return Boolean.compare(x, y);
    }
    if (a instanceof Tree.Arr(var x) && b instanceof Tree.Arr(var y)) {
      return items(x.iterator(), y.iterator());
    }
    if (a instanceof Tree.Obj(var x) && b instanceof Tree.Obj(var y)) {
      return entries(new java.util.TreeMap<>(x), new java.util.TreeMap<>(y));
    }
    if (a instanceof Tree.Hidden || b instanceof Tree.Hidden) {
      return values(a.revealed(), b.revealed());
    }
    return Integer.compare(rank(a), rank(b));
  }

  private static int items(Iterator<Tree> a, Iterator<Tree> b) {
    while (a.hasNext() && b.hasNext()) {
      int order = values(a.next(), b.next());
      if (order != 0) {
        return order;
      }
    }
    return Boolean.compare(a.hasNext(), b.hasNext());
  }

  private static int rank(Tree value) {
    return switch (value) {
      case Tree.Num n -> 0;
      case Tree.Str s -> 1;
      case Tree.Bool b -> 2;
      case Tree.Arr a -> 3;
      case Tree.Obj o -> 4;
      case Tree.Null n -> 5;
      case Tree.Hidden h -> 6;
    };
  }

  /// Go compares the bytes of UTF-8, which is the order of code points and not that of UTF-16.
  private static int text(String a, String b) {
    int common = Math.min(a.length(), b.length());
    for (int i = 0; i < common; i++) {
      char x = a.charAt(i);
      char y = b.charAt(i);
      if (x != y) {
        return Character.isSurrogate(x) || Character.isSurrogate(y)
            ? Integer.compare(a.codePointAt(i), b.codePointAt(i))
            : Character.compare(x, y);
      }
    }
    return Integer.compare(a.length(), b.length());
  }
}
