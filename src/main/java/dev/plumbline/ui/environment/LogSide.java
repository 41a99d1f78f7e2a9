package dev.plumbline.ui.environment;

import dev.plumbline.ui.kit.Banner;
import dev.plumbline.ui.kit.Buttons;
import dev.plumbline.ui.kit.CodeView;
import dev.plumbline.ui.kit.Copied;
import dev.plumbline.ui.kit.EmptyNote;
import dev.plumbline.ui.kit.Icons;
import dev.plumbline.ui.kit.Texts;
import dev.plumbline.ui.kit.Words;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/// The log of one of the object's containers: followed at its end, held while the reader scrolls.
final class LogSide implements BottomPanel.Side {

  private static final Pattern BAD =
      Pattern.compile(
          "\\b(ERROR|FATAL|PANIC|SEVERE|panic:|level=error|level=fatal)\\b|\"level\":\"error\"");
  private static final Pattern WARNING =
      Pattern.compile("\\b(WARN|WARNING|level=warn|level=warning)\\b|\"level\":\"warn");

  private final LogModel model;
  private final Words words;
  private final CodeView code;
  private final ComboBox<Subject> pod = new ComboBox<>();
  private final ComboBox<String> container = new ComboBox<>();
  private final Button stop;
  private final Button resume;
  private final Label state = Texts.cut(Texts.second(""));
  private final Label dropped = Texts.label("", "tab-note");
  private final StackPane text = new StackPane();
  private final VBox root = new VBox();
  private boolean filling;

  LogSide(LogModel model, Words words) {
    this.model = model;
    this.words = words;
    code = new CodeView("environment-log", words.get("environment.panel.logs"), false, words);
    choice(pod, "environment-log-pod", "environment.log.pod");
    pod.setConverter(new PodName());
    choice(container, "environment-log-container", "environment.log.container");
    pod.valueProperty()
        .addListener((o, was, is) -> {
          if (!filling && is != null) {
            model.choose(Optional.of(is));
          }
        });
    container
        .valueProperty()
        .addListener((o, was, is) -> {
          if (!filling && is != null) {
            model.container().set(is);
          }
        });
    stop = Buttons.flat("environment-log-stop", "", this::stopOrStart);
    resume = Buttons.small("environment-log-resume", "", () -> model.pause(false));
    resume.getStyleClass().add("news");
    StackPane.setAlignment(resume, Pos.BOTTOM_CENTER);
    var find =
        Buttons.flat("environment-log-search", words.get("environment.page.find"), code::find);
    find.setGraphic(Icons.small("mdi2m-magnify"));
    var copy =
        Buttons.flat(
            "environment-log-copy",
            words.get("environment.page.copy"),
            () -> Copied.text(String.join("\n", model.kept())));
    copy.setGraphic(Icons.small("mdi2c-content-copy"));
    var bar =
        new HBox(
            8,
            pod,
            container,
            box("environment-log-follow", "environment.log.follow", model.follow()),
            box("environment-log-previous", "environment.log.previous", model.previous()),
            state,
            dropped,
            Texts.spacer(),
            stop,
            find,
            copy);
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("tab-bar");
    dropped.setMinWidth(Region.USE_PREF_SIZE);
    VBox.setVgrow(text, Priority.ALWAYS);
    root.getChildren().addAll(bar, text);
    code.addEventFilter(ScrollEvent.SCROLL, this::scrolled);
    model.reader(this::read);
    model.pods().subscribe(p -> fill());
    model.pod().subscribe(p -> fill());
    model.reading().subscribe(r -> draw());
    model.waiting().subscribe(w -> draw());
    root.sceneProperty().subscribe(scene -> model.look(scene != null));
  }

  @Override
  public Node root() {
    return root;
  }

  @Override
  public String note() {
    return "";
  }

  boolean closeFind() {
    return code.closeFind();
  }

  private <T> void choice(ComboBox<T> box, String id, String name) {
    box.setId(id);
    box.setAccessibleText(words.get(name));
    box.getStyleClass().add("small");
    box.setMinWidth(0);
    box.setMaxWidth(260);
  }

  private CheckBox box(String id, String word, javafx.beans.property.BooleanProperty value) {
    var box = new CheckBox(words.get(word));
    box.setId(id);
    box.setAccessibleText(box.getText());
    box.setMinWidth(Region.USE_PREF_SIZE);
    box.selectedProperty().bindBidirectional(value);
    return box;
  }

  private void stopOrStart() {
    if (model.reading().get() instanceof LogModel.Reading.Busy) {
      model.stop();
    } else {
      model.restart();
    }
  }

  private void scrolled(ScrollEvent event) {
    if (event.getDeltaY() > 0) {
      model.pause(true);
    } else if (event.getDeltaY() < 0 && code.atEnd()) {
      model.pause(false);
    }
    draw();
  }

  private void read(LineFeed.Batch batch) {
    if (batch.anew()) {
      code.clear();
      dropped.setText("");
      return;
    }
    code.append(batch.lines(), LogSide::colour, batch.gone());
    if (batch.dropped() > 0) {
      dropped.setText(words.count("environment.log.dropped", batch.dropped()));
    }
    code.toEnd();
    draw();
  }

  private static String colour(String line) {
    return BAD.matcher(line).find() ? "log-bad" : WARNING.matcher(line).find() ? "log-warning" : "";
  }

  private void fill() {
    filling = true;
    pod.getItems().setAll(model.pods().get());
    pod.setValue(model.pod().get().orElse(null));
    container.getItems().setAll(model.containers());
    container.setValue(
        model.containers().contains(model.container().get()) ? model.container().get() : null);
    filling = false;
    pod.setDisable(model.pods().get().size() < 2);
    container.setDisable(model.containers().size() < 2);
    draw();
  }

  private void draw() {
    var reading = model.reading().get();
    boolean busy = reading instanceof LogModel.Reading.Busy;
    stop.setText(words.get(busy ? "environment.log.stop" : "environment.log.again"));
    stop.setAccessibleText(stop.getText());
    stop.setDisable(model.pod().get().isEmpty());
    state.setText(
        switch (reading) {
          case LogModel.Reading.Idle i -> "";
          case LogModel.Reading.Busy b ->
              words.get(model.paused() ? "environment.log.held" : "environment.log.reading");
          case LogModel.Reading.Ended e -> words.get("environment.log.ended");
          case LogModel.Reading.Stopped s -> words.get("environment.log.stopped");
          case LogModel.Reading.Failed f -> "";
        });
    int waiting = model.waiting().get();
    resume.setText(
        waiting == 0
            ? words.get("environment.log.to-end")
            : words.count("environment.log.waiting", waiting));
    resume.setAccessibleText(resume.getText());
    var shown = content(reading);
    if (!text.getChildren().equals(shown)) {
      text.getChildren().setAll(shown);
    }
  }

  private List<Node> content(LogModel.Reading reading) {
    if (model.pod().get().isEmpty()) {
      return List.of(new EmptyNote(words.get("environment.log.no-pod")));
    }
    boolean nothing = code.area().getLength() == 0;
    if (reading instanceof LogModel.Reading.Failed(var problem) && nothing) {
      return List.of(new Banner("environment-log-problem", problem, words, Optional.empty()));
    }
    if (reading instanceof LogModel.Reading.Ended && nothing) {
      return List.of(new EmptyNote(words.get("environment.log.empty")));
    }
    return model.paused() ? List.of(code, resume) : List.of(code);
  }

  private static final class PodName extends StringConverter<Subject> {
    @Override
    public String toString(Subject pod) {
      return pod == null ? "" : pod.ref().name();
    }

    @Override
    public Subject fromString(String text) {
      throw new UnsupportedOperationException("Pods are chosen, not typed");
    }
  }
}
