package dev.plumbline.ui.environment;

import dev.plumbline.model.Cancel;
import dev.plumbline.model.Path;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Tree;
import dev.plumbline.ui.kit.DiffPage;
import dev.plumbline.ui.kit.Fx;
import dev.plumbline.yaml.Yaml;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/// Git's text of the selected object beside the cluster's. Made only while somebody looks, off the
/// FX thread.
final class DiffModel implements AutoCloseable {

  private final Fx fx;
  private final DetailModel detail;
  private final LiveModel cluster;
  private final ReadOnlyObjectWrapper<Shown> shown =
      new ReadOnlyObjectWrapper<>(new Shown.Loading());
  private final BooleanProperty all = new SimpleBooleanProperty();
  private boolean looking;
  private Cancel making = new Cancel();

  DiffModel(Fx fx, DetailModel detail, LiveModel cluster) {
    this.fx = fx;
    this.detail = detail;
    this.cluster = cluster;
    detail.git().addListener((o, was, is) -> make());
    detail.fields().addListener((o, was, is) -> make());
    cluster.live().addListener((o, was, is) -> make());
    all.addListener((o, was, is) -> make());
  }

  /// What stands in the tab.
  sealed interface Shown {
    record Loading() implements Shown {}

    /// Both texts.
    ///
    /// @param onlyLive how many values only the cluster has and are left out
    record Page(DiffPage page, int onlyLive, String left, String right) implements Shown {}

    /// One side is absent: there is nothing to lay beside the other.
    record OneSide(boolean git, boolean live) implements Shown {}

    record Failed(Problem problem) implements Shown {}
  }

  ReadOnlyObjectProperty<Shown> shown() {
    return shown.getReadOnlyProperty();
  }

  /// Whether what only the cluster has is shown too.
  BooleanProperty all() {
    return all;
  }

  /// Whether somebody looks.
  void look(boolean now) {
    looking = now;
    make();
  }

  @Override
  public void close() {
    making.cancel();
  }

  private void make() {
    making.cancel();
    if (!looking) {
      return;
    }
    var git = detail.git().get();
    var live = cluster.live().get();
    switch (git) {
      case GitText.Loading l -> shown.set(new Shown.Loading());
      case GitText.Failed(Problem problem) -> shown.set(new Shown.Failed(problem));
      case GitText.Absent a -> shown.set(new Shown.OneSide(false, there(live)));
      case GitText.Text text -> {
        switch (live) {
          case LiveModel.Live.Loading l -> shown.set(new Shown.Loading());
          case LiveModel.Live.Failed(Problem problem) -> shown.set(new Shown.Failed(problem));
          case LiveModel.Live.Absent a -> shown.set(new Shown.OneSide(true, false));
          case LiveModel.Live.There there -> make(text.manifest().body(), there.whole());
        }
      }
    }
  }

  private static boolean there(LiveModel.Live live) {
    return live instanceof LiveModel.Live.There;
  }

  private void make(Tree.Obj git, Tree.Obj live) {
    boolean everything = all.get();
    List<Path> kept = detail.cards().stream().map(c -> c.change().path()).toList();
    making =
        fx.slow(
            cancel -> {
              var facing = Facing.of(git, live, everything, kept);
              var left = Yaml.write(facing.git());
              var right = Yaml.write(facing.live());
              cancel.check();
              return new Shown.Page(DiffPage.of(left, right), facing.onlyLive(), left, right);
            },
            shown::set,
            problem -> shown.set(new Shown.Failed(problem)));
  }
}
