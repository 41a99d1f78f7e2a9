package dev.plumbline.ui.plan;

import dev.plumbline.plan.Step;

/// The sorts of lines that a chip counts and filters by.
enum Sort {
  CREATE,
  CHANGE,
  WAIT,
  RESTART,
  LEFT_OUT;

  boolean holds(PlanLine line, Risk risk) {
    return switch (line) {
      case PlanLine.Line l ->
          switch (this) {
            case CREATE -> l.step() instanceof Step.Apply a && a.action() == Step.Action.CREATE;
            case CHANGE -> l.step() instanceof Step.Apply a && a.action() == Step.Action.CHANGE;
            case WAIT -> l.step() instanceof Step.AwaitCrd;
            case RESTART -> risk instanceof Risk.Restarts;
            case LEFT_OUT -> false;
          };
      case PlanLine.LeftOut l -> this == LEFT_OUT;
      case PlanLine.Head h -> false;
      case PlanLine.LeftOutHead h -> false;
    };
  }
}
