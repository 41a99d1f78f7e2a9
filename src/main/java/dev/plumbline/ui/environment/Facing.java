package dev.plumbline.ui.environment;

import dev.plumbline.model.Path;
import dev.plumbline.model.Tree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// An object as Git says it and as the cluster has it, made so alike in form that what differs in
/// their text differs in fact: the same order of keys, without what the server keeps for itself
/// (`status`, `managedFields`, uid, versions, times).
///
/// @param onlyLive how many values of the cluster are left out because Git does not set them
record Facing(Tree.Obj git, Tree.Obj live, int onlyLive) {

  private static final Set<String> BOOKKEEPING =
      Set.of(
          "managedFields", "uid", "resourceVersion", "generation", "creationTimestamp", "selfLink");

  /// Names by which items of lists are told from each other, most telling first.
  private static final List<String> KEYS =
      List.of("name", "key", "mountPath", "containerPort", "port", "ip", "host", "path", "type");

  /// @param all whether to keep what only the cluster has
  /// @param kept paths that are kept in any case: what counts as drift
  static Facing of(Tree.Obj git, Tree.Obj live, boolean all, List<Path> kept) {
    var bare = bare(live);
    var keep = new HashSet<Path>();
    for (var path : kept) {
      var at = Whence.positions(bare, path);
      for (int i = 1; i <= at.steps().size(); i++) {
        keep.add(new Path(at.steps().subList(0, i)));
      }
    }
    var work = new Work(all, keep);
    var faced = (Tree.Obj) work.face(git, bare, Path.ROOT);
    return new Facing(git, faced, work.left);
  }

  private static Tree.Obj bare(Tree.Obj live) {
    var object = live.without("status");
    if (object.get("metadata").orElse(Tree.Null.VALUE) instanceof Tree.Obj metadata) {
      var kept = metadata;
      for (var field : BOOKKEEPING) {
        kept = kept.without(field);
      }
      object = object.with("metadata", kept);
    }
    return object;
  }

  private static final class Work {
    private final boolean all;
    private final Set<Path> keep;
    private int left;

    Work(boolean all, Set<Path> keep) {
      this.all = all;
      this.keep = keep;
    }

    Tree face(Tree git, Tree live, Path at) {
      if (git instanceof Tree.Obj g && live instanceof Tree.Obj l) {
        return object(g, l, at);
      }
      if (git instanceof Tree.Arr g && live instanceof Tree.Arr l) {
        return list(g, l, at);
      }
      return git instanceof Tree.Hidden && live instanceof Tree.Hidden && !git.equals(live)
          ? Tree.str(live + ", not the same")
          : live;
    }

    private Tree object(Tree.Obj git, Tree.Obj live, Path at) {
      var faced = new LinkedHashMap<String, Tree>();
      git.fields()
          .forEach((key, value) ->
              live.get(key).ifPresent(l -> faced.put(key, face(value, l, at.field(key)))));
      live.fields()
          .forEach((key, value) -> {
            if (git.get(key).isPresent()) {
              return;
            }
            if (all || keep.contains(at.field(key))) {
              faced.put(key, value);
            } else {
              left += leaves(value);
            }
          });
      return new Tree.Obj(faced);
    }

    private Tree list(Tree.Arr git, Tree.Arr live, Path at) {
      var faced = new ArrayList<Tree>();
      for (int i = 0; i < live.items().size(); i++) {
        var item = live.items().get(i);
        var place = at.then(new Path.Step.Index(i));
        int index = i;
        faced.add(
            same(git, item)
                .or(() ->
                    keyed(item).isEmpty() && index < git.items().size()
                        ? Optional.of(git.items().get(index))
                        : Optional.empty())
                .map(g -> face(g, item, place))
                .orElse(item));
      }
      return new Tree.Arr(faced);
    }

    private static Optional<Tree> same(Tree.Arr git, Tree item) {
      return keyed(item)
          .flatMap(key ->
              git.items().stream()
                  .filter(g -> g.at(key).isPresent() && g.at(key).equals(item.at(key)))
                  .findFirst());
    }

    private static Optional<String> keyed(Tree item) {
      return KEYS.stream().filter(k -> item.at(k).isPresent()).findFirst();
    }

    private static int leaves(Tree value) {
      return switch (value) {
        case Tree.Obj o when !o.fields().isEmpty() ->
            o.fields().values().stream().mapToInt(Work::leaves).sum();
        case Tree.Arr a when !a.items().isEmpty() ->
            a.items().stream().mapToInt(Work::leaves).sum();
        case Tree.Obj o -> 1;
        case Tree.Arr a -> 1;
        case Tree.Str s -> 1;
        case Tree.Num n -> 1;
        case Tree.Bool b -> 1;
        case Tree.Null n -> 1;
        case Tree.Hidden h -> 1;
      };
    }
  }
}
