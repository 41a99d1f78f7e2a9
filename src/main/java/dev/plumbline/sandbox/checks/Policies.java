package dev.plumbline.sandbox.checks;

import dev.plumbline.model.Tree;

/// NetworkPolicies and PodDisruptionBudgets.
final class Policies {

  private Policies() {}

  static void network(Spot object) {
    var spec = object.in("spec");
    Selecting.check(spec.in("podSelector"));
    for (var way : new String[] {"ingress", "egress"}) {
      for (var rule : spec.each(way)) {
        rule.each("ports").forEach(Policies::port);
        rule.each(way.equals("ingress") ? "from" : "to").forEach(Policies::peer);
      }
    }
    spec.each("policyTypes").forEach(t -> t.among("Ingress", "Egress"));
  }

  private static void port(Spot port) {
    port.in("protocol").among("TCP", "UDP", "SCTP");
    var number = port.in("port");
    number.portOrName();
    var end = port.in("endPort");
    if (!end.there()) {
      return;
    }
    if (!number.there()) {
      end.invalid("may not be specified when `port` is not specified");
    } else if (!number.isNumber()) {
      end.invalid("may not be specified when `port` is non-numeric");
    } else {
      if (end.number() < number.number()) {
        end.invalid("must be greater than or equal to `port`");
      }
      end.port();
    }
  }

  private static void peer(Spot peer) {
    int peers = 0;
    for (var selector : new String[] {"podSelector", "namespaceSelector"}) {
      if (peer.has(selector)) {
        peers++;
        Selecting.check(peer.in(selector));
      }
    }
    var block = peer.in("ipBlock");
    if (block.there()) {
      peers++;
      block(block);
    }
    if (peers == 0) {
      peer.required("must specify a peer");
    } else if (peers > 1 && block.there()) {
      peer.forbidden("may not specify both ipBlock and another peer");
    }
  }

  private static void block(Spot block) {
    var all = block.in("cidr");
    if (all.text().isEmpty()) {
      all.requiredDeclared();
      return;
    }
    if (!Addresses.block(all)) {
      return;
    }
    for (var except : block.each("except")) {
      if (Addresses.block(except) && !Addresses.within(except.text(), all.text())) {
        except.invalid("must be a strict subset of `cidr`");
      }
    }
  }

  static void disruption(Spot object) {
    var spec = object.in("spec");
    var least = spec.in("minAvailable");
    var most = spec.in("maxUnavailable");
    if (least.there() && most.there()) {
      spec.invalid(
          Tree.obj(
              "MinAvailable",
              least.value(),
              "Selector",
              spec.in("selector").value(),
              "MaxUnavailable",
              most.value(),
              "UnhealthyPodEvictionPolicy",
              spec.in("unhealthyPodEvictionPolicy").value()),
          "minAvailable and maxUnavailable cannot be both set");
    }
    for (var share : new Spot[] {least, most}) {
      Shares.positive(share);
      Shares.atMostAll(share);
    }
    Selecting.check(spec.in("selector"));
    spec.in("unhealthyPodEvictionPolicy").among("AlwaysAllow", "IfHealthyBudget");
  }
}
