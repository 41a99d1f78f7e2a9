package dev.plumbline.sandbox.checks;

import dev.plumbline.model.Tree;
import java.util.HashSet;
import java.util.Set;

/// Services (`validateService`).
final class Services {

  private static final String AND_LOCAL =
      "may only be set when `type` is 'LoadBalancer' and `externalTrafficPolicy` is 'Local'";

  private Services() {}

  static void check(Spot object) {
    var spec = object.in("spec");
    var type = spec.text("type");
    boolean headless = spec.is("clusterIP", "None");
    if (spec.in("ports").items().isEmpty() && !headless && !type.equals("ExternalName")) {
      spec.in("ports").required();
    }
    if (headless && (type.equals("LoadBalancer") || type.equals("NodePort"))) {
      var first = spec.in("clusterIP").named("spec.clusterIPs[0]");
      first.invalid("may not be set to 'None' for " + type + " services");
    }
    if (type.equals("ExternalName")) {
      external(spec);
    }
    var names = new HashSet<String>();
    var ports = spec.each("ports");
    ports.forEach(p -> port(p, ports.size() > 1, names));
    Metadata.labels(spec.in("selector"));
    spec.in("sessionAffinity").among("ClientIP", "None");
    affinity(spec);
    if (!type.equals("ExternalName")) {
      addresses(spec);
    }
    spec.each("externalIPs").forEach(Addresses::ip);
    spec.in("type").among("ClusterIP", "ExternalName", "LoadBalancer", "NodePort");
    if (type.equals("ClusterIP")) {
      for (var port : ports) {
        if (port.in("nodePort").number() != 0) {
          port.in("nodePort").forbidden("may not be used when `type` is 'ClusterIP'");
        }
      }
    }
    repeated(spec);
    sources(spec, type);
    traffic(spec, type);
  }

  private static void external(Spot spec) {
    for (var field : new String[] {"clusterIPs", "ipFamilies", "ipFamilyPolicy"}) {
      if (spec.has(field)) {
        spec.in(field).forbidden("may not be set for ExternalName services");
      }
    }
    var name = spec.in("externalName");
    var text = name.text().replaceFirst("\\.$", "");
    if (text.isEmpty()) {
      name.required();
    } else {
      Names.subdomain(text).forEach(w -> name.invalid(Tree.str(text), w));
    }
  }

  private static void port(Spot port, boolean many, Set<String> names) {
    var name = port.in("name");
    if (name.text().isEmpty()) {
      if (many) {
        name.required();
      }
    } else {
      name.invalid(Names.label(name.text()));
      if (!names.add(name.text())) {
        name.duplicate(name.value());
      }
    }
    var number = port.in("port");
    number.with(Tree.Num.of(number.number())).port();
    port.in("protocol").among("SCTP", "TCP", "UDP");
    port.in("targetPort").portOrName();
    if (port.has("appProtocol")) {
      port.in("appProtocol").invalid(Names.qualified(port.text("appProtocol")));
    }
  }

  private static void affinity(Spot spec) {
    var config = spec.in("sessionAffinityConfig");
    if (spec.is("sessionAffinity", "None") && config.there()) {
      config.forbidden("must not be set when session affinity is None");
    } else if (spec.is("sessionAffinity", "ClientIP")) {
      config.in("clientIP", "timeoutSeconds").between(1, 86400);
    }
  }

  private static void addresses(Spot spec) {
    spec.in("ipFamilyPolicy").among("PreferDualStack", "RequireDualStack", "SingleStack");
    for (var family : spec.each("ipFamilies")) {
      family.among("IPv4", "IPv6");
      if (family.text().equals("IPv6") && !spec.is("clusterIP", "None")) {
        family.invalid("not configured on this cluster");
      }
    }
    var address = spec.in("clusterIP").named("spec.clusterIPs[0]");
    if (!address.text().isEmpty() && !address.text().equals("None")) {
      Addresses.ip(address);
    }
  }

  private static void repeated(Spot spec) {
    var nodes = new HashSet<String>();
    var numbers = new HashSet<String>();
    for (var port : spec.each("ports")) {
      var node = port.in("nodePort");
      if (node.number() != 0 && !nodes.add(port.text("protocol") + node.text())) {
        node.duplicate(node.value());
      }
    }
    for (var port : spec.each("ports")) {
      if (!numbers.add(port.text("protocol") + port.text("port"))) {
        port.duplicate(
            Tree.obj(
                "Name",
                Tree.str(""),
                "Protocol",
                port.in("protocol").value(),
                "AppProtocol",
                Tree.Null.VALUE,
                "Port",
                port.in("port").value(),
                "TargetPort",
                Tree.Num.of(0),
                "NodePort",
                Tree.Num.of(0)));
      }
    }
  }

  private static void sources(Spot spec, String type) {
    int index = 0;
    var sources = spec.each("loadBalancerSourceRanges");
    if (!sources.isEmpty() && !type.equals("LoadBalancer")) {
      spec.in("LoadBalancerSourceRanges")
          .forbidden("may only be used when `type` is 'LoadBalancer'");
    }
    for (var source : sources) {
      Addresses.block(
          source
              .named("spec.LoadBalancerSourceRanges[" + index + "]")
              .with(Tree.str(source.text().strip())));
      index++;
    }
    for (var field : new String[] {"allocateLoadBalancerNodePorts", "loadBalancerClass"}) {
      if (spec.has(field) && !type.equals("LoadBalancer")) {
        spec.in(field).forbidden("may only be used when `type` is 'LoadBalancer'");
      }
    }
  }

  private static void traffic(Spot spec, String type) {
    var policy = spec.in("externalTrafficPolicy");
    boolean outside =
        type.equals("LoadBalancer")
            || type.equals("NodePort")
            || (type.equals("ClusterIP") && !spec.in("externalIPs").items().isEmpty());
    if (!outside && policy.there()) {
      policy.invalid("may only be set for externally-accessible services");
    } else {
      policy.among("Cluster", "Local");
    }
    var health = spec.in("healthCheckNodePort");
    boolean local = type.equals("LoadBalancer") && policy.text().equals("Local");
    if (health.number() != 0 && !local) {
      health.invalid(AND_LOCAL);
    }
    spec.in("internalTrafficPolicy").among("Cluster", "Local");
  }
}
