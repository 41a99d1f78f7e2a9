package dev.plumbline.ui.shell;

import java.util.Objects;
import java.util.function.Supplier;
import javafx.application.Application;
import javafx.scene.SnapshotParameters;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The JavaFX application: one window with a [Shell] in it. Started by [Launch] only.
public final class PlumblineApp extends Application {

  private static volatile @Nullable Supplier<Shell> handed;

  private @Nullable Shell shell;

  /// What the window will show; to be handed over before launch, because the toolkit makes the
  /// application itself.
  static void hand(Supplier<Shell> supplier) {
    handed = supplier;
  }

  @Override
  public void start(Stage stage) {
    var made = Objects.requireNonNull(handed, "no shell was handed over before launch").get();
    shell = made;
    stage.setTitle("Plumbline");
    stage.setScene(made.scene());
    stage.setMinWidth(1000);
    stage.setMinHeight(700);
    var picture = new SnapshotParameters();
    picture.setFill(Color.TRANSPARENT);
    picture.setTransform(javafx.scene.transform.Transform.scale(4, 4));
    stage.getIcons().add(new Logo().snapshot(picture, null));
    stage.show();
    new FirstPulses().start();
  }

  @Override
  public void stop() {
    var made = shell;
    if (made != null) {
      made.close();
    }
  }
}
