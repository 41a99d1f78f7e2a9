package dev.plumbline.merge;

import dev.plumbline.model.Tree;
import dev.plumbline.testing.RawApi;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/// A seeded sequence of creates, applies, updates and patches of one object by several managers.
final class RandomStory {

  private static final List<String> MANAGERS = List.of("ann", "bob", "kubectl-edit");

  private final Random random;
  private final Story story;
  private final Supplier<Tree.Obj> configs;

  RandomStory(
      long seed,
      RawApi api,
      Story.Subject subject,
      java.util.function.Function<Random, Tree.Obj> configs) {
    random = new Random(seed);
    story = new Story(api, subject, "s" + seed);
    this.configs = () -> configs.apply(random);
  }

  /// Tells it; answers how many operations were compared.
  int run(int operations) {
    for (int i = 0; i < operations; i++) {
      if (!story.exists()) {
        begin();
      } else {
        next();
      }
    }
    return story.compared();
  }

  private void begin() {
    if (random.nextBoolean()) {
      story.create(manager(), configs.get());
    } else {
      story.apply(manager(), false, configs.get());
    }
  }

  private void next() {
    switch (random.nextInt(10)) {
      case 0, 1, 2, 3, 4 -> story.apply(manager(), random.nextInt(5) < 3, configs.get());
      case 5 -> story.put(manager(), "", mixed(story.live(), configs.get()));
      case 6 -> story.put(manager(), "", dropped(story.live()));
      case 7 ->
          story.patch(
              manager(), "", "merge-patch", configs.get().without("kind").without("apiVersion"));
      case 8 -> jsonPatch();
      default -> again();
    }
  }

  /// Half of what a manager applied, or the same once more: removal by ownership.
  private void again() {
    var manager = manager();
    var config = dropped(configs.get());
    if (story.apply(manager, true, config).code() < 300) {
      story.apply(manager, true, dropped(config));
    }
  }

  private void jsonPatch() {
    var paths = new ArrayList<List<String>>();
    for (var part : List.of("metadata", "spec", "data")) {
      story
          .live()
          .fields(part)
          .forEach((key, value) -> {
            if (!part.equals("metadata") || List.of("labels", "annotations").contains(key)) {
              paths.add(List.of(part, key));
              value.fields().keySet().forEach(k -> paths.add(List.of(part, key, k)));
            }
          });
    }
    if (paths.isEmpty()) {
      return;
    }
    var path = paths.get(random.nextInt(paths.size()));
    var pointer = new StringBuilder();
    path.forEach(p -> pointer.append('/').append(p.replace("~", "~0").replace("/", "~1")));
    story.patch(
        manager(),
        "",
        "json-patch",
        Tree.arr(Tree.obj("op", Tree.str("remove"), "path", Tree.str(pointer.toString()))));
  }

  private String manager() {
    return MANAGERS.get(random.nextInt(MANAGERS.size()));
  }

  private Tree.Obj mixed(Tree.Obj live, Tree.Obj over) {
    return mix(live, over) instanceof Tree.Obj o ? o : live;
  }

  private Tree mix(Tree live, Tree over) {
    if (!(live instanceof Tree.Obj(var left)) || !(over instanceof Tree.Obj(var right))) {
      return over;
    }
    var fields = new LinkedHashMap<>(left);
    right.forEach((key, value) -> fields.merge(key, value, this::mix));
    return new Tree.Obj(fields);
  }

  /// Without some fields of labels, annotations, data and spec.
  private Tree.Obj dropped(Tree.Obj object) {
    var result = new LinkedHashMap<>(object.fields());
    for (var part : List.of("spec", "data", "binaryData")) {
      result.computeIfPresent(part, (p, value) -> thinned(value, 2));
    }
    result.computeIfPresent(
        "metadata",
        (p, meta) -> {
          var fields = new LinkedHashMap<>(meta.fields());
          fields.computeIfPresent("labels", (l, v) -> thinned(v, 1));
          fields.computeIfPresent("annotations", (l, v) -> thinned(v, 1));
          return new Tree.Obj(fields);
        });
    return new Tree.Obj(result);
  }

  private Tree thinned(Tree tree, int depth) {
    return switch (tree) {
      case Tree.Obj(Map<String, Tree> fields) -> {
        var kept = new LinkedHashMap<String, Tree>();
        fields.forEach((key, value) -> {
          if (random.nextInt(6) != 0) {
            kept.put(key, depth > 0 ? thinned(value, depth - 1) : value);
          }
        });
        yield new Tree.Obj(kept);
      }
      case Tree.Arr(var items) -> {
        var kept = new ArrayList<Tree>();
        for (var item : items) {
          if (random.nextInt(6) != 0) {
            kept.add(item);
          }
        }
        yield new Tree.Arr(kept);
      }
      default -> tree;
    };
  }
}
