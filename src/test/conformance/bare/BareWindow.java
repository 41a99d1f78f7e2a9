import java.time.Duration;
import java.time.Instant;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

/** The smallest window, which says at its second pulse what it took to get there, and ends. */
public final class BareWindow extends Application {

  public static void main(String[] args) {
    launch(args);
  }

  @Override
  public void start(Stage stage) {
    stage.setScene(new Scene(new VBox(new Label("Bare"), new Button("Button")), 1440, 900));
    stage.show();
    new AnimationTimer() {
      private int pulses;

      @Override
      public void handle(long now) {
        if (++pulses == 2) {
          stop();
          var process = ProcessHandle.current().info();
          System.out.println(
              "Second pulse "
                  + Duration.between(process.startInstant().orElseThrow(), Instant.now()).toMillis()
                  + " ms after the start of the process, "
                  + process.totalCpuDuration().orElseThrow().toMillis()
                  + " ms of CPU time");
          Platform.exit();
        }
      }
    }.start();
  }
}
