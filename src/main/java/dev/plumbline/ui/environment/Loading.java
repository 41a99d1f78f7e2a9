package dev.plumbline.ui.environment;

import dev.plumbline.engine.EnvironmentView;
import dev.plumbline.ui.kit.Buttons;
import dev.plumbline.ui.kit.Skeleton;
import dev.plumbline.ui.kit.Texts;
import dev.plumbline.ui.kit.Words;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// What stands where rows will come: what is being read, and after two seconds a way to stop it.
final class Loading {

  private static final Duration PATIENCE = Duration.seconds(2);

  private final EnvironmentModel model;
  private final Words words;
  private final Label doing = Texts.cut(Texts.second(""));
  private final Button cancel;
  private final VBox root;
  private boolean patient;

  Loading(EnvironmentModel model, Words words) {
    this.model = model;
    this.words = words;
    doing.setId("environment-loading");
    cancel =
        Buttons.small(
            "environment-loading-cancel", words.get("environment.loading.cancel"), model::stop);
    var line = new HBox(8, doing, Texts.spacer(), cancel);
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("loading-line");
    root = new VBox(line, new Skeleton(9));
    var patience = new PauseTransition(PATIENCE);
    patience.setOnFinished(e -> {
      patient = true;
      draw();
    });
    root.sceneProperty()
        .subscribe(scene -> {
          patient = false;
          if (scene == null) {
            patience.stop();
          } else {
            patience.playFromStart();
          }
        });
    model.view().subscribe(v -> draw());
  }

  Region root() {
    return root;
  }

  private void draw() {
    EnvironmentView view = model.view().get();
    doing.setText(view.doing().isEmpty() ? words.get("environment.comparing") : view.doing());
    boolean can = patient && view.phase() == EnvironmentView.Phase.COMPARING;
    cancel.setVisible(can);
    cancel.setManaged(can);
  }
}
