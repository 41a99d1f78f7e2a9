package dev.plumbline.sandbox.api;

import dev.plumbline.model.Tree;
import dev.plumbline.sandbox.store.Store;
import java.util.Set;

/// Subresources other than `status`: `scale`, a pod's `log`. The others are refused.
final class Subresources {

  private static final Set<String> PLAYED = Set.of("scale", "log");

  private final Store store;
  private final Scales scales;
  private final Logs logs;

  Subresources(
      Store store, Definitions definitions, Writes writes, Patches patches, Bodies bodies) {
    this.store = store;
    this.scales = new Scales(definitions, writes, patches, bodies);
    this.logs = new Logs();
  }

  Reply answer(Target target, Request request) {
    var kind = target.kind();
    var name = target.subresource();
    if (kind.sub(name).isEmpty()) {
      throw Failure.notServed();
    }
    if (!PLAYED.contains(name)) {
      throw Failure.notPlayed(kind.resource() + "/" + name);
    }
    var entry = store.get(target.key()).orElseThrow(() -> Failure.notFound(kind, target.name()));
    Tree.Obj live = Writes.inVersion(kind, entry);
    return name.equals("log") ? logs.answer(live, request) : scales.answer(target, live, request);
  }
}
