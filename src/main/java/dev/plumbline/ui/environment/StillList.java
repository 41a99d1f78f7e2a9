package dev.plumbline.ui.environment;

import java.util.Optional;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;

/// Keeps the lines of a list where they are on screen while lines come and go above them.
final class StillList {

  private final ListView<Line> list;

  StillList(ListView<Line> list) {
    this.list = list;
  }

  /// Runs a change; then the line that was at the top (or the selected one, if it was in sight)
  /// stands where it stood.
  void around(Runnable change) {
    var flow = flow();
    var anchor = flow.flatMap(this::anchor);
    change.run();
    if (flow.isPresent() && anchor.isPresent()) {
      int now = indexOf(anchor.get().id());
      if (now >= 0 && now != anchor.get().index()) {
        list.layout();
        flow.get().scrollToTop(now);
        flow.get().scrollPixels(-anchor.get().y());
      }
    }
  }

  /// Whether a line is wholly in sight.
  boolean sees(int index) {
    return flow()
        .map(f -> {
          var first = f.getFirstVisibleCell();
          var last = f.getLastVisibleCell();
          return first != null
              && last != null
              && index > first.getIndex()
              && index < last.getIndex();
        })
        .orElse(false);
  }

  private record Anchor(String id, int index, double y) {}

  private Optional<Anchor> anchor(VirtualFlow<?> flow) {
    int selected = list.getSelectionModel().getSelectedIndex();
    IndexedCell<?> cell =
        sees(selected) ? flow.getVisibleCell(selected) : flow.getFirstVisibleCell();
    if (cell == null || cell.getIndex() < 0 || cell.getIndex() >= list.getItems().size()) {
      return Optional.empty();
    }
    return Optional.of(
        new Anchor(list.getItems().get(cell.getIndex()).id(), cell.getIndex(), cell.getLayoutY()));
  }

  private int indexOf(String id) {
    for (int i = 0; i < list.getItems().size(); i++) {
      if (list.getItems().get(i).id().equals(id)) {
        return i;
      }
    }
    return -1;
  }

  private Optional<VirtualFlow<?>> flow() {
    return list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow
        ? Optional.of(flow)
        : Optional.empty();
  }
}
