package dev.plumbline.driver.kubernetes;

import dev.plumbline.cluster.Cluster;
import dev.plumbline.model.Cancel;
import dev.plumbline.model.Manifest;
import dev.plumbline.model.Tree;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;

/// Finds what our manager applied and the inventory does not know: the inventory was deleted, or a
/// process ended before it was written. Without this an object that leaves Git later would never be
/// told as left over.
final class Recovery {

  private final Cluster cluster;
  private final String namespace;

  /// @param namespace that of objects that name none
  Recovery(Cluster cluster, String namespace) {
    this.cluster = cluster;
    this.namespace = namespace;
  }

  /// Whether our manager applied an object, as its managedFields say.
  static boolean isOurs(Tree.Obj object) {
    return object.items("metadata", "managedFields").stream()
        .anyMatch(f ->
            f.text("manager").equals(Optional.of(OneObject.MANAGER))
                && f.text("operation").equals(Optional.of("Apply")));
  }

  /// Members that are missing among those that are known. Only manifests that are not known are
  /// looked at.
  List<Inventory.Member> missing(
      Collection<Manifest> rendered, List<Inventory.Member> known, Cancel cancel) {
    var names = new HashSet<String>();
    known.forEach(m -> names.add(Inventory.identity(m.ref())));
    var tasks = new ArrayList<Callable<Optional<Inventory.Member>>>();
    for (var manifest : rendered) {
      if (!names.contains(Inventory.identity(manifest.ref()))) {
        tasks.add(() -> member(manifest, names, cancel));
      }
    }
    return Parallel.all(tasks).stream().flatMap(Optional::stream).toList();
  }

  /// What waited for its kind when it was rendered may not have its namespace yet.
  private Optional<Inventory.Member> member(Manifest manifest, Set<String> known, Cancel cancel) {
    var named = manifest.ref();
    return cluster
        .kind(named.group(), named.version(), named.kind(), cancel)
        .flatMap(kind -> {
          var ref = Sending.of(manifest, kind, namespace).ref();
          return known.contains(Inventory.identity(ref))
              ? Optional.empty()
              : cluster
                  .get(kind, ref.namespace(), ref.name(), cancel)
                  .filter(Recovery::isOurs)
                  .flatMap(o -> o.text("metadata", "uid"))
                  .map(uid -> new Inventory.Member(ref, uid));
        });
  }
}
