package dev.plumbline.sandbox.rules;

import static dev.plumbline.sandbox.rules.Edit.in;

import dev.plumbline.model.Tree;
import dev.plumbline.sandbox.kinds.Kind;
import java.util.List;
import java.util.Set;

/// What an update that leaves it out keeps, because the server once allocated it.
final class Carried {

  private static final List<String> ADDRESSES =
      List.of("clusterIP", "clusterIPs", "ipFamilies", "ipFamilyPolicy");
  private static final List<String> OUTSIDE =
      List.of("externalTrafficPolicy", "healthCheckNodePort", "allocateLoadBalancerNodePorts");
  private static final List<String> INSIDE = List.of("internalTrafficPolicy");
  private static final Set<String> OPEN = Set.of("NodePort", "LoadBalancer");

  private Carried() {}

  static Tree.Obj over(Kind kind, String subresource, Tree.Obj live, Tree.Obj next) {
    return switch (kind.kindName()) {
      case "Service" -> service(live, next);
      case "Namespace" -> namespace(subresource, live, next);
      case "Event" -> Beginnings.EVENT.apply(next);
      case "DaemonSet.apps" -> templateGeneration(live, next);
      case "Job.batch" -> kept(live, next, "selector");
      case "StatefulSet.apps" -> kept(live, next, "serviceName");
      default -> next;
    };
  }

  /// Only `finalize` changes what a namespace waits for.
  private static Tree.Obj namespace(String subresource, Tree.Obj live, Tree.Obj next) {
    var name = Tree.str(next.text("metadata", "name").orElse(""));
    var named =
        in("metadata", Edit.made("labels", l -> l.with("kubernetes.io/metadata.name", name)))
            .apply(next);
    var finalizers = live.at("spec", "finalizers");
    return subresource.equals("finalize") || finalizers.isEmpty()
        ? named
        : Edit.made("spec", s -> s.with("finalizers", finalizers.get())).apply(named);
  }

  private static Tree.Obj kept(Tree.Obj live, Tree.Obj next, String field) {
    var value = live.at("spec", field);
    return value.isEmpty() ? next : Edit.made("spec", Edit.absent(field, value.get())).apply(next);
  }

  /// The number of templates that a DaemonSet had, in the annotation that keeps it.
  private static Tree.Obj templateGeneration(Tree.Obj live, Tree.Obj next) {
    var name = "deprecated.daemonset.template.generation";
    var text = live.text("metadata", "annotations", name).orElse("0");
    long count = text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
    boolean same = live.at("spec", "template").equals(next.at("spec", "template"));
    var now = Tree.str(Long.toString(same ? count : count + 1));
    return in("metadata", Edit.made("annotations", a -> a.with(name, now))).apply(next);
  }

  /// What a Service keeps when it is changed, and what it loses with its type
  /// (`pkg/registry/core/service`).
  private static Tree.Obj service(Tree.Obj live, Tree.Obj next) {
    var before = type(live);
    var now = type(next);
    var kept = next;
    if (now.equals("ExternalName")) {
      return before.equals(now)
          ? next
          : without(
              live, without(live, without(live, closed(live, next), ADDRESSES), OUTSIDE), INSIDE);
    }
    for (var field : ADDRESSES) {
      kept = kept(live, kept, field);
    }
    boolean open = OPEN.contains(now);
    if (open && OPEN.contains(before)) {
      kept = nodePorts(live, kept);
    }
    if (OPEN.contains(before) && !open) {
      kept = without(live, closed(live, kept), OUTSIDE);
    }
    return kept;
  }

  private static String type(Tree.Obj service) {
    return service.text("spec", "type").orElse("ClusterIP");
  }

  /// Without the fields that nobody changed.
  private static Tree.Obj without(Tree.Obj live, Tree.Obj next, List<String> fields) {
    var spec = Edit.part(next, "spec");
    for (var field : fields) {
      if (spec.get(field).equals(live.at("spec", field))) {
        spec = spec.without(field);
      }
    }
    return next.with("spec", spec);
  }

  private static Tree.Obj closed(Tree.Obj live, Tree.Obj next) {
    var before = live.items("spec", "ports");
    return in(
            "spec",
            Edit.each(
                "ports",
                p ->
                    before.stream().anyMatch(b -> b.at("nodePort").equals(p.get("nodePort")))
                        ? p.without("nodePort")
                        : p))
        .apply(next);
  }

  private static Tree.Obj nodePorts(Tree.Obj live, Tree.Obj next) {
    var before = live.items("spec", "ports");
    return in(
            "spec",
            Edit.each(
                "ports",
                p ->
                    before.stream()
                        .filter(b ->
                            b.at("port").equals(p.get("port"))
                                && b.at("protocol").equals(p.get("protocol")))
                        .flatMap(b -> b.at("nodePort").stream())
                        .findFirst()
                        .map(n -> Edit.absent("nodePort", n).apply(p))
                        .orElse(p)))
        .apply(next);
  }
}
