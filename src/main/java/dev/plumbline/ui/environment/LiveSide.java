package dev.plumbline.ui.environment;

import dev.plumbline.ui.kit.Banner;
import dev.plumbline.ui.kit.EmptyNote;
import dev.plumbline.ui.kit.Skeleton;
import dev.plumbline.ui.kit.Words;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/// A side of the panel whose rows are in the live object itself.
final class LiveSide<T> {

  private final StackPane root = new StackPane();
  private final Words words;
  private final PanelTable<T> table;
  private final Function<LiveModel.Live.There, List<T>> rows;
  private final String none;

  /// @param none the words for an object that has no such rows
  LiveSide(
      LiveModel live,
      PanelTable<T> table,
      Function<LiveModel.Live.There, List<T>> rows,
      String none,
      Words words) {
    this.words = words;
    this.table = table;
    this.rows = rows;
    this.none = none;
    live.live().subscribe(this::draw);
  }

  Node root() {
    return root;
  }

  private void draw(LiveModel.Live live) {
    switch (live) {
      case LiveModel.Live.Loading l -> root.getChildren().setAll(new Skeleton(4));
      case LiveModel.Live.Absent a ->
          root.getChildren().setAll(new EmptyNote(words.get("environment.live.absent")));
      case LiveModel.Live.Failed(var problem) ->
          root.getChildren()
              .setAll(new Banner("environment-panel-problem", problem, words, Optional.empty()));
      case LiveModel.Live.There there -> {
        var found = rows.apply(there);
        table.show(found);
        root.getChildren().setAll(found.isEmpty() ? new EmptyNote(none) : table.root());
      }
    }
  }
}
