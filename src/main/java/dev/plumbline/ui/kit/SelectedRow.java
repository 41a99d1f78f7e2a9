package dev.plumbline.ui.kit;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;

/// Keeps the selected row of a virtual list and the selected thing of a model the same, in both
/// directions, also when the rows change.
public final class SelectedRow<T> {

  /// So many rows stay above one that was brought into view.
  private static final int AROUND = 3;

  private final ListView<T> list;
  private final ObservableValue<Optional<T>> selected;
  private final Function<T, Integer> row;
  private boolean selecting;

  private SelectedRow(
      ListView<T> list,
      ObservableValue<Optional<T>> selected,
      Function<T, Integer> row,
      Consumer<T> select) {
    this.list = list;
    this.selected = selected;
    this.row = row;
    list.getSelectionModel()
        .selectedItemProperty()
        .subscribe(item -> {
          if (!selecting && item != null) {
            select.accept(item);
          }
        });
    selected.subscribe(s -> follow());
    list.getItems().addListener((ListChangeListener<T>) c -> follow());
  }

  /// Keeps a list and a selection together, both ways.
  ///
  /// @param selected what the model has selected
  /// @param row where a thing is in the list, -1 when it is not there
  /// @param select tells the model
  public static <T> SelectedRow<T> of(
      ListView<T> list,
      ObservableValue<Optional<T>> selected,
      Function<T, Integer> row,
      Consumer<T> select) {
    return new SelectedRow<>(list, selected, row, select);
  }

  private void follow() {
    selecting = true;
    int at = selected.getValue().map(row).orElse(-1);
    if (at >= 0 && list.getSelectionModel().getSelectedIndex() != at) {
      list.getSelectionModel().clearAndSelect(at);
      list.getFocusModel().focus(at);
      reveal(at);
    }
    selecting = false;
  }

  private void reveal(int at) {
    if (list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
      var first = flow.getFirstVisibleCell();
      var last = flow.getLastVisibleCell();
      if (first != null && last != null && (at <= first.getIndex() || at >= last.getIndex())) {
        list.scrollTo(Math.max(0, at - AROUND));
      }
    }
  }
}
