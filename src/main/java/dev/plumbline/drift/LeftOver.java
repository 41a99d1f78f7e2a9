package dev.plumbline.drift;

import dev.plumbline.model.Path;
import dev.plumbline.model.Path.Step;
import dev.plumbline.model.Tree;
import dev.plumbline.schema.FieldSet;
import dev.plumbline.schema.GoJson;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Finds what another tool set once and nobody wants now: no dry-run tells of it, because a
/// server-side apply removes only what its own manager applied (O09, O10).
final class LeftOver {

  private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

  /// Field managers that create objects from files and never apply them again.
  private static final Set<String> MAKERS =
      Set.of("kubectl-client-side-apply", "kubectl-create", "kubectl-replace", "helm");

  /// Where keys are free: a default never makes one.
  private static final List<Path> FREE =
      List.of(
          Path.of("metadata", "labels"),
          Path.of("metadata", "annotations"),
          Path.of("data"),
          Path.of("binaryData"));

  private final Tree.Obj git;
  private final FieldSet ours;
  private final Set<Path> found = new LinkedHashSet<>();

  private LeftOver(Tree.Obj git, FieldSet ours) {
    this.git = git;
    this.ours = ours;
  }

  /// The paths of a live object that are left over, the topmost ones.
  static Set<Path> of(Tree.Obj git, Tree.Obj live, ManagedFields writers, String manager) {
    var left = new LeftOver(git, writers.applied(manager));
    var shape = writers.all();
    live.at("metadata", "annotations", LAST_APPLIED)
        .map(Tree::revealed)
        .flatMap(t ->
            t instanceof Tree.Str(String text) ? GoJson.read(text) : java.util.Optional.empty())
        .ifPresent(last -> left.lastApplied(Path.ROOT, last, live, shape));
    MAKERS.forEach(maker -> left.made(Path.ROOT, writers.updated(maker)));
    left.found.remove(Path.of("metadata", "annotations").field(LAST_APPLIED));
    return left.found;
  }

  private void lastApplied(Path path, Tree last, Tree live, FieldSet shape) {
    if (last instanceof Tree.Obj(var said) && live instanceof Tree.Obj has) {
      said.forEach((key, value) -> {
        var step = new Step.Field(key);
        has.get(key).ifPresent(there -> either(path.then(step), value, there, shape.below(step)));
      });
    } else if (last instanceof Tree.Arr said && live instanceof Tree.Arr has) {
      Lists.align(has, said, shape)
          .ifPresent(items ->
              items
                  .predicted()
                  .forEach((step, value) ->
                      items.live(step).stream()
                          .findFirst()
                          .ifPresent(there ->
                              either(
                                  path.then(step), value.getFirst(), there, shape.below(step)))));
    }
  }

  private void either(Path path, Tree last, Tree live, FieldSet shape) {
    if (path.equals(Path.of("status"))) {
      return;
    }
    if (ours.touches(path)) {
      if (!ours.contains(path)) {
        lastApplied(path, last, live, shape);
      }
    } else if (Said.at(git, path) || FREE.contains(path)) {
      lastApplied(path, last, live, shape);
    } else if (!(last instanceof Tree.Null) && !last.equals(Tree.Obj.EMPTY)) {
      found.add(path);
    }
  }

  private void made(Path path, FieldSet set) {
    for (var step : set.steps()) {
      var at = path.then(step);
      boolean item = step instanceof Step.Key || step instanceof Step.Value;
      if (set.below(step).isMember()
          && (item || FREE.contains(path))
          && !Said.at(git, at)
          && !ours.touches(at)) {
        found.add(at);
      } else {
        made(at, set.below(step));
      }
    }
  }
}
