package dev.plumbline.sandbox.rules;

import dev.plumbline.model.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// Gives Services their addresses and ports, one after the other.
final class Addresses {

  private static final int FIRST_PORT = 30_000;
  private static final int PORTS = 2_768;

  private final AtomicInteger addresses = new AtomicInteger(10);
  private final AtomicInteger ports = new AtomicInteger();

  /// The `spec` of a new Service with what the server allocates.
  Tree.Obj allocate(Tree.Obj spec) {
    var type = spec.text("type").orElse("");
    if (type.equals("ExternalName")) {
      return spec;
    }
    var address = spec.text("clusterIP").filter(a -> !a.isEmpty()).orElseGet(this::address);
    var allocated =
        spec.with("clusterIP", Tree.str(address)).with("clusterIPs", Tree.arr(Tree.str(address)));
    if (address.equals("None")
        && allocated.fields("selector").isEmpty()
        && Edit.lacks(allocated, "ipFamilies")) {
      return allocated
          .with("ipFamilies", Tree.arr(Tree.str("IPv4"), Tree.str("IPv6")))
          .with("ipFamilyPolicy", Tree.str("RequireDualStack"));
    }
    if (Edit.lacks(allocated, "ipFamilies")) {
      allocated = allocated.with("ipFamilies", Tree.arr(Tree.str("IPv4")));
    }
    allocated = Edit.absent("ipFamilyPolicy", "SingleStack").apply(allocated);
    return List.of("NodePort", "LoadBalancer").contains(type) ? nodePorts(allocated) : allocated;
  }

  private Tree.Obj nodePorts(Tree.Obj spec) {
    var items = new ArrayList<Tree>();
    for (var item : spec.items("ports")) {
      items.add(
          item instanceof Tree.Obj port
              ? Edit.absent("nodePort", FIRST_PORT + ports.getAndIncrement() % PORTS).apply(port)
              : item);
    }
    return items.isEmpty() ? spec : spec.with("ports", new Tree.Arr(items));
  }

  private String address() {
    int next = addresses.getAndIncrement();
    return "10.96." + ((next >> 8) & 0xff) + "." + (next & 0xff);
  }
}
