package dev.plumbline.sandbox.rules;

import static dev.plumbline.sandbox.rules.Edit.absent;
import static dev.plumbline.sandbox.rules.Edit.all;
import static dev.plumbline.sandbox.rules.Edit.made;

import dev.plumbline.model.Tree;
import java.util.function.UnaryOperator;

/// Defaults of the `behavior` of a HorizontalPodAutoscaler, where it has one.
final class Behavior {

  static final UnaryOperator<Tree.Obj> SET =
      all(
          made(
              "scaleUp",
              absent("stabilizationWindowSeconds", 0),
              absent("selectPolicy", "Max"),
              absent("policies", Tree.arr(policy("Pods", 4), policy("Percent", 100)))),
          made(
              "scaleDown",
              absent("selectPolicy", "Max"),
              absent("policies", Tree.arr(policy("Percent", 100)))));

  private Behavior() {}

  private static Tree policy(String type, long value) {
    return Tree.obj(
        "type", Tree.str(type), "value", Tree.Num.of(value), "periodSeconds", Tree.Num.of(15));
  }
}
