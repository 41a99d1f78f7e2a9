package dev.plumbline.sandbox.checks;

import dev.plumbline.model.Tree;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// HorizontalPodAutoscalers (`pkg/apis/autoscaling/validation`).
final class Autoscalers {

  private static final String[] TYPES = {
    "ContainerResource", "External", "Object", "Pods", "Resource"
  };
  private static final Set<String> TARGETS = Set.of("Utilization", "Value", "AverageValue");
  private static final int LONGEST = 3600;

  private Autoscalers() {}

  static void check(Spot object) {
    var spec = object.in("spec");
    var least = spec.in("minReplicas");
    var most = spec.in("maxReplicas");
    if (most.number() == 0) {
      most.requiredDeclared();
    } else if (most.number() < 0) {
      most.invalidDeclared("must be greater than or equal to 1");
    }
    if (least.isNumber() && least.number() < 0) {
      least.invalidDeclared("must be greater than or equal to 0");
    }
    if (least.isNumber() && most.number() < least.number()) {
      most.invalid(Tree.Num.of(most.number()), "must be greater than or equal to `minReplicas`");
    }
    var target = spec.in("scaleTargetRef");
    for (var field : new String[] {"kind", "name"}) {
      if (target.text(field).isEmpty()) {
        target.in(field).required();
      } else {
        target.in(field).invalid(Names.segment(target.text(field)));
      }
    }
    if (target.text("apiVersion").isEmpty()) {
      target.in("apiVersion").invalid(Tree.str(""), "apiVersion must specify API group");
    }
    boolean outside = false;
    for (var metric : spec.each("metrics")) {
      metric(metric);
      outside |= metric.is("type", "Object") || metric.is("type", "External");
    }
    if (least.isNumber() && least.number() == 0 && !outside) {
      spec.in("metrics")
          .forbidden(
              "must specify at least one Object or External metric to support scaling to zero"
                  + " replicas");
    }
    for (var way : List.of("scaleUp", "scaleDown")) {
      behavior(spec.in("behavior", way));
    }
  }

  private static void metric(Spot metric) {
    var type = metric.in("type");
    if (type.text().isEmpty()) {
      type.required("must specify a metric source type");
    }
    if (!Set.of(TYPES).contains(type.text())) {
      type.unsupported(Tree.str(type.text()), TYPES);
      return;
    }
    var field = type.text().substring(0, 1).toLowerCase(Locale.ROOT) + type.text().substring(1);
    var source = metric.in(field);
    if (!source.there()) {
      source.required("must populate information for the given metric source");
      return;
    }
    if (type.text().equals("Resource")) {
      resource(source);
    }
  }

  private static void resource(Spot source) {
    if (source.text("name").isEmpty()) {
      source.in("name").required("must specify a resource name");
    }
    var target = source.in("target");
    var type = target.in("type");
    if (type.text().isEmpty()) {
      type.required("must specify a metric target type");
    }
    if (!TARGETS.contains(type.text())) {
      type.invalid(Tree.str(type.text()), "must be either Utilization, Value, or AverageValue");
    }
    var share = target.in("averageUtilization");
    if (share.isNumber() && share.number() < 1) {
      share.invalid("must be greater than 0");
    }
    if (!share.there() && !target.has("averageValue")) {
      share.required("must set either a target raw value or a target utilization");
    } else if (share.there() && target.has("averageValue")) {
      target
          .in("averageValue")
          .forbidden("may not set both a target raw value and a target utilization");
    }
  }

  private static void behavior(Spot rules) {
    if (!rules.there()) {
      return;
    }
    var window = rules.in("stabilizationWindowSeconds");
    if (window.isNumber() && window.number() < 0) {
      window.invalid("must be greater than or equal to zero");
    } else if (window.number() > LONGEST) {
      window.invalid("must be less than or equal to " + LONGEST);
    }
    rules.in("selectPolicy").among("Disabled", "Max", "Min");
  }
}
