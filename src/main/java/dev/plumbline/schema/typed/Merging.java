package dev.plumbline.schema.typed;

import dev.plumbline.model.Path.Step;
import dev.plumbline.model.Tree;
import dev.plumbline.schema.Type;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Lays an applied configuration over a live object (structured-merge-diff `typed/merge.go`). It
/// removes nothing. Both were checked against the type before.
public final class Merging {

  private Merging() {}

  /// The merged value. Where nothing of a configuration changes a live object, it equals the live
  /// one.
  public static Tree merge(Type type, Tree live, Tree config) {
    var merged = either(type, live, config);
    return merged == null ? Tree.Null.VALUE : merged;
  }

  /// The merged value; null when nothing is left of it.
  private static @Nullable Tree either(Type type, @Nullable Tree live, @Nullable Tree config) {
    var shape = Shape.of(type, config == null ? live : config);
    boolean nothing = isEmpty(shape, live) && isEmpty(shape, config);
    if (shape.atomic(type) || nothing) {
      return config == null ? live : config;
    }
    return switch (shape) {
      case MAP -> map(type, Shape.map(live), Shape.map(config));
      case LIST -> list((Type.ListOf) type, Shape.list(live), Shape.list(config));
      case SCALAR -> config == null ? live : config;
    };
  }

  /// Nothing at all, null, or something without parts: `{}` and null stay apart.
  private static boolean isEmpty(Shape shape, @Nullable Tree value) {
    return switch (shape) {
      case MAP -> !(value instanceof Tree.Obj(var fields)) || fields.isEmpty();
      case LIST -> !(value instanceof Tree.Arr(var items)) || items.isEmpty();
      case SCALAR -> false;
    };
  }

  private static @Nullable Tree map(
      Type type, @Nullable Map<String, Tree> live, @Nullable Map<String, Tree> config) {
    var merged = new LinkedHashMap<String, Tree>();
    var mine = config == null ? Map.<String, Tree>of() : config;
    var theirs = live == null ? Map.<String, Tree>of() : live;
    var keys = new java.util.LinkedHashSet<>(theirs.keySet());
    keys.addAll(mine.keySet());
    for (var key : keys) {
      var value = either(Shape.checkedField(type, key), theirs.get(key), mine.get(key));
      if (value != null) {
        merged.put(key, value);
      }
    }
    return merged.isEmpty() ? null : new Tree.Obj(merged);
  }

  private static @Nullable Tree list(
      Type.ListOf type, @Nullable List<Tree> live, @Nullable List<Tree> config) {
    var merged = new Interleaving(type, live, config).merged();
    return merged.isEmpty() ? null : new Tree.Arr(merged);
  }

  /// Items in the order of the configuration; live items that it does not name keep their place
  /// between their neighbours.
  private static final class Interleaving {
    private final Type.ListOf type;
    private final List<Tree> live;
    private final List<Tree> config;
    private final List<Step> liveNames;
    private final List<Step> configNames;
    private final Map<Step, Tree> liveItems = new HashMap<>();
    private final Map<Step, Tree> configItems = new HashMap<>();
    private final ArrayDeque<Step> shared = new ArrayDeque<>();
    private final HashSet<Step> done = new HashSet<>();
    private final List<Tree> out = new ArrayList<>();
    private int at;
    private int next;

    Interleaving(Type.ListOf type, @Nullable List<Tree> live, @Nullable List<Tree> config) {
      this.type = type;
      this.live = live == null ? List.of() : live;
      this.config = config == null ? List.of() : config;
      liveNames = index(this.live, liveItems);
      configNames = index(this.config, configItems);
      for (var name : configNames) {
        if (liveItems.containsKey(name)) {
          shared.add(name);
        }
      }
    }

    private List<Step> index(List<Tree> items, Map<Step, Tree> byName) {
      var names = new ArrayList<Step>();
      for (var item : items) {
        var name = Items.step(type, item);
        // Several live items of one name are not merged with the new one.
        byName.merge(name, item, (a, b) -> Tree.Null.VALUE);
        names.add(name);
      }
      return names;
    }

    List<Tree> merged() {
      while (at < live.size() || next < config.size()) {
        step();
      }
      return out;
    }

    private void step() {
      if (at < live.size() && next < config.size()) {
        var name = liveNames.get(at);
        if (name.equals(configNames.get(next))) {
          take(name);
          at++;
          next++;
          shared.poll();
          return;
        }
        var wanted = shared.peek();
        if (configItems.containsKey(name) && wanted != null && !wanted.equals(name)) {
          at++;
          return;
        }
      }
      if (at < live.size()) {
        var name = liveNames.get(at);
        if (!configItems.containsKey(name)) {
          add(either(type.items().type(), live.get(at), null));
          at++;
          return;
        }
        if (done.contains(name)) {
          at++;
        }
      }
      if (next < config.size()) {
        var name = configNames.get(next);
        take(name);
        next++;
        if (name.equals(shared.peek())) {
          shared.poll();
        }
      }
    }

    private void take(Step name) {
      done.add(name);
      add(either(type.items().type(), liveItems.get(name), configItems.get(name)));
    }

    private void add(@Nullable Tree item) {
      if (item != null) {
        out.add(item);
      }
    }
  }
}
