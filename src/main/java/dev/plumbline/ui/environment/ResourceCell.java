package dev.plumbline.ui.environment;

import dev.plumbline.ui.kit.Words;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseButton;
import org.jspecify.annotations.Nullable;

/// A row of the tree. Its nodes are made once and then say something else: what is made anew is
/// styled anew, which is what a keystroke in the filter would wait for.
final class ResourceCell extends ListCell<Line> {

  private final EnvironmentModel model;
  private final Words words;
  private @Nullable ThingRow thing;
  private @Nullable KindRow kind;
  private @Nullable MoreRow more;

  ResourceCell(EnvironmentModel model, Words words) {
    this.model = model;
    this.words = words;
    getStyleClass().add("resource-cell");
    setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    setPrefWidth(0);
    setOnMouseClicked(e -> {
      if (e.getButton() == MouseButton.PRIMARY
          && (getItem() instanceof Line.Kind || getItem() instanceof Line.More)) {
        model.tree().fold(getItem());
      }
    });
  }

  @Override
  protected void updateItem(Line line, boolean empty) {
    super.updateItem(line, empty);
    if (empty || line == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    boolean stale = model.view().get().staleSince().isPresent();
    switch (line) {
      case Line.Kind k -> {
        kind = kind == null ? new KindRow(words) : kind;
        setAccessibleText(kind.show(k, stale));
        setGraphic(kind.root());
      }
      case Line.Thing t -> {
        thing = thing == null ? new ThingRow(model.tree()::fold, words) : thing;
        setAccessibleText(thing.show(t, stale));
        setGraphic(thing.root());
      }
      case Line.More m -> {
        more = more == null ? new MoreRow(words) : more;
        setAccessibleText(more.show(m));
        setGraphic(more.root());
      }
    }
  }
}
