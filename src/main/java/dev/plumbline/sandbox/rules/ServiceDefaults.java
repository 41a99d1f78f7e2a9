package dev.plumbline.sandbox.rules;

import static dev.plumbline.sandbox.rules.Edit.absent;
import static dev.plumbline.sandbox.rules.Edit.all;
import static dev.plumbline.sandbox.rules.Edit.each;
import static dev.plumbline.sandbox.rules.Edit.made;

import dev.plumbline.model.Tree;
import java.util.List;
import java.util.function.UnaryOperator;

/// Defaults of the `spec` of a Service.
final class ServiceDefaults {

  private static final long AFFINITY_SECONDS = 10_800;

  private ServiceDefaults() {}

  static Tree.Obj set(Tree.Obj spec) {
    var typed =
        all(
                absent("sessionAffinity", "None"),
                absent("type", "ClusterIP"),
                each(
                    "ports",
                    absent("protocol", "TCP"),
                    p -> p.get("port").map(port -> target(p, port)).orElse(p)))
            .apply(spec);
    var type = typed.text("type").orElse("");
    boolean affine = typed.text("sessionAffinity").filter("ClientIP"::equals).isPresent();
    return all(
            affine
                ? made(
                    "sessionAffinityConfig",
                    made("clientIP", absent("timeoutSeconds", AFFINITY_SECONDS)))
                : s -> s.without("sessionAffinityConfig"),
            when(
                List.of("NodePort", "LoadBalancer"),
                type,
                absent("externalTrafficPolicy", "Cluster")),
            when(List.of("LoadBalancer"), type, absent("allocateLoadBalancerNodePorts", true)),
            when(
                List.of("ClusterIP", "NodePort", "LoadBalancer"),
                type,
                absent("internalTrafficPolicy", "Cluster")))
        .apply(typed);
  }

  private static Tree.Obj target(Tree.Obj port, Tree number) {
    var target = port.get("targetPort").orElse(Tree.Null.VALUE);
    boolean none =
        target instanceof Tree.Null || target.equals(Tree.Num.of(0)) || target.equals(Tree.str(""));
    return none ? port.with("targetPort", number) : port;
  }

  private static UnaryOperator<Tree.Obj> when(
      List<String> types, String type, UnaryOperator<Tree.Obj> change) {
    return types.contains(type) ? change : UnaryOperator.identity();
  }
}
