package dev.plumbline.ui.kit;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/// A few choices side by side of which one is on; it stays on when pressed again.
public final class Segmented extends HBox {

  private final ToggleGroup group = new ToggleGroup();

  public Segmented(String id, String name) {
    setId(id);
    setAccessibleText(name);
    getStyleClass().add("segments");
    setMinWidth(USE_PREF_SIZE);
    setMaxWidth(USE_PREF_SIZE);
    group
        .selectedToggleProperty()
        .addListener((p, old, now) -> {
          if (now == null && old != null && group.getToggles().contains(old)) {
            old.setSelected(true);
          }
        });
  }

  /// One choice.
  ///
  /// @param id its node id
  /// @param name what a screen reader says
  /// @param graphic an icon before the text; none when the list is empty
  public record Choice<T>(String id, T value, String text, String name, List<Node> graphic) {
    public Choice {
      graphic = List.copyOf(graphic);
    }
  }

  /// Shows these choices, one of them on.
  public <T> void show(List<Choice<T>> choices, T on, Consumer<T> chosen) {
    group.getToggles().clear();
    getChildren().clear();
    for (int i = 0; i < choices.size(); i++) {
      var choice = choices.get(i);
      var button = new ToggleButton(choice.text());
      button.setId(choice.id());
      button.setAccessibleText(choice.name());
      if (i == 0) {
        button.getStyleClass().add("first");
      }
      if (i == choices.size() - 1) {
        button.getStyleClass().add("last");
      }
      choice.graphic().stream().findFirst().ifPresent(button::setGraphic);
      button.setSelected(choice.value().equals(on));
      button.setToggleGroup(group);
      button.setOnAction(e -> chosen.accept(choice.value()));
      getChildren().add(button);
    }
  }
}
