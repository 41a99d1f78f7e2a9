package dev.plumbline.driver.kubernetes;

import dev.plumbline.cluster.Cluster;
import dev.plumbline.model.Cancel;
import dev.plumbline.model.Manifest;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.ResourceRef;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the inventory ahead of a running sync: what is about to be applied is written before, UIDs
/// after. While its namespace does not exist yet (the plan is about to create it) entries wait
/// here.
final class InventoryLog {

  private static final Logger LOG = LoggerFactory.getLogger(InventoryLog.class);

  private final Inventory inventory;
  private final boolean dryRun;
  private final Map<ResourceRef, String> waiting = new LinkedHashMap<>();

  InventoryLog(Inventory inventory, boolean dryRun) {
    this.inventory = inventory;
    this.dryRun = dryRun;
  }

  /// The namespace of objects that name none.
  String namespace() {
    return inventory.namespace();
  }

  /// Writes that these are about to be applied. Throws when the inventory cannot be written.
  synchronized void announce(List<Inventory.Member> members) {
    members.forEach(m -> waiting.putIfAbsent(m.ref(), m.uid()));
    boolean first = members.stream().allMatch(m -> createsScope(m.ref()));
    try {
      flushOrThrow();
    } catch (ProblemException e) {
      if (!(e.problem() instanceof Problem.NotFound) || !first) {
        throw e;
      }
    }
  }

  /// CustomResourceDefinitions and Namespaces may come before the inventory's own namespace.
  private static boolean createsScope(ResourceRef ref) {
    return Crds.isCrd(ref) || (ref.group().isEmpty() && ref.kind().equals("Namespace"));
  }

  synchronized void applied(ResourceRef ref, String uid) {
    waiting.put(ref, uid);
  }

  /// Writes what is waiting; what cannot be written now is written with the next stage, or stays
  /// announced.
  synchronized void flush() {
    try {
      flushOrThrow();
    } catch (ProblemException e) {
      if (e.problem() instanceof Problem.NotFound) {
        LOG.info("The inventory waits for its namespace: {}", e.problem().sentence());
      } else {
        LOG.warn(
            "The inventory was not updated, the next sync writes it: {}", e.problem().sentence());
      }
    }
  }

  /// Takes in what our manager applied and the inventory does not know.
  synchronized void recover(Cluster cluster, Collection<Manifest> rendered, Cancel cancel) {
    if (dryRun) {
      return;
    }
    try {
      new Recovery(cluster, namespace())
          .missing(rendered, inventory.read(cancel), cancel)
          .forEach(m -> waiting.put(m.ref(), m.uid()));
      flushOrThrow();
    } catch (ProblemException e) {
      LOG.warn("The inventory was not completed: {}", e.problem().sentence());
    }
  }

  private void flushOrThrow() {
    if (dryRun || waiting.isEmpty()) {
      return;
    }
    inventory.update(this::merged, Cancel.never());
    waiting.clear();
  }

  private List<Inventory.Member> merged(List<Inventory.Member> before) {
    var merged = new LinkedHashMap<String, Inventory.Member>();
    before.forEach(m -> merged.put(Inventory.identity(m.ref()), m));
    waiting.forEach((ref, uid) ->
        merged.merge(
            Inventory.identity(ref),
            new Inventory.Member(ref, uid),
            (old, now) -> now.uid().isEmpty() ? new Inventory.Member(ref, old.uid()) : now));
    return List.copyOf(merged.values());
  }
}
