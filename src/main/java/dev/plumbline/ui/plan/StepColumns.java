package dev.plumbline.ui.plan;

import dev.plumbline.ui.kit.Ems;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.value.ObservableDoubleValue;
import javafx.scene.layout.Pane;

/// The widths of the columns of the list of steps, which grow with the text. Below a width the
/// object gives room to what changes.
final class StepColumns {

  private static final double NARROW = 800;
  private static final double STEP = 112;
  private static final double OBJECT = 330;
  private static final double OUTCOME = 156;

  private static final double STEP_NARROW = 92;
  private static final double OUTCOME_NARROW = 130;

  /// The share of the object in a narrow list.
  private static final double SHARE = 0.25;

  private final DoubleProperty step = new SimpleDoubleProperty(STEP);
  private final DoubleProperty object = new SimpleDoubleProperty(OBJECT);
  private final DoubleProperty outcome = new SimpleDoubleProperty(OUTCOME);

  /// @param pane as wide as the list
  StepColumns(Pane pane) {
    Ems.watch(
        pane,
        usual -> {
          double scale = pane.getWidth() / usual;
          boolean narrow = usual < NARROW;
          step.set((narrow ? STEP_NARROW : STEP) * scale);
          object.set((narrow ? usual * SHARE : OBJECT) * scale);
          outcome.set((narrow ? OUTCOME_NARROW : OUTCOME) * scale);
        });
  }

  ObservableDoubleValue step() {
    return step;
  }

  ObservableDoubleValue object() {
    return object;
  }

  ObservableDoubleValue outcome() {
    return outcome;
  }
}
