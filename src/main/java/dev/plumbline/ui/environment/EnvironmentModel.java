package dev.plumbline.ui.environment;

import dev.plumbline.drift.Drift;
import dev.plumbline.drift.ResourceDrift;
import dev.plumbline.engine.EnvironmentView;
import dev.plumbline.engine.Session;
import dev.plumbline.engine.State;
import dev.plumbline.model.KubeContext;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.ui.kit.Fx;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// One environment on the screen: its last comparison, what of it is listed, and what is selected.
/// Opening it holds the environment (the engine watches and compares); closing lets go.
final class EnvironmentModel implements AutoCloseable {

  private final Session session;
  private final Fx fx;
  private final String name;
  private final ReadOnlyObjectWrapper<EnvironmentView> view;
  private final ReadOnlyObjectWrapper<Counts> counts = new ReadOnlyObjectWrapper<>(Counts.NONE);
  private final ReadOnlyObjectWrapper<Optional<ResourceDrift>> selected =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<List<EnvironmentView>> siblings =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<Optional<Problem>> mapping =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Boolean> connecting = new ReadOnlyObjectWrapper<>(false);
  private final StringProperty query = new SimpleStringProperty("");
  private final ObjectProperty<Optional<Standing>> show =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObservableList<Listing.Item> lines = FXCollections.observableArrayList();
  private final Set<String> open = new HashSet<>();
  private final DetailModel detail;
  private final Session.Held held;
  private final List<State.Subscription> heard;
  private Optional<ResourceRef> wanted = Optional.empty();

  EnvironmentModel(Session session, Fx fx, String name) {
    this.session = session;
    this.fx = fx;
    this.name = name;
    var now = session.environment(name).get();
    view = new ReadOnlyObjectWrapper<>(EnvironmentView.idle(now.environment()));
    detail = new DetailModel(session, fx, name);
    query.addListener((o, was, is) -> list());
    show.addListener((o, was, is) -> list());
    stages(session.overview().get());
    show(now);
    held = session.hold(name);
    heard =
        List.of(
            fx.show(session.environment(name), this::show),
            fx.show(session.overview(), this::stages));
  }

  ReadOnlyObjectProperty<EnvironmentView> view() {
    return view.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<Counts> counts() {
    return counts.getReadOnlyProperty();
  }

  /// The stages of the same application, in the order of the repository.
  ReadOnlyObjectProperty<List<EnvironmentView>> siblings() {
    return siblings.getReadOnlyProperty();
  }

  /// The resource whose fields are shown.
  ReadOnlyObjectProperty<Optional<ResourceDrift>> selected() {
    return selected.getReadOnlyProperty();
  }

  /// Why the last choice of a context did not work.
  ReadOnlyObjectProperty<Optional<Problem>> mapping() {
    return mapping.getReadOnlyProperty();
  }

  /// Whether a chosen context is being asked.
  ReadOnlyObjectProperty<Boolean> connecting() {
    return connecting.getReadOnlyProperty();
  }

  StringProperty query() {
    return query;
  }

  ObjectProperty<Optional<Standing>> show() {
    return show;
  }

  ObservableList<Listing.Item> lines() {
    return lines;
  }

  DetailModel detail() {
    return detail;
  }

  List<KubeContext> contexts() {
    return session.contexts();
  }

  List<Problem> contextProblems() {
    return session.contextProblems();
  }

  /// Compares now.
  void compare() {
    session.compare(name);
  }

  /// Lets a context stand for the cluster of this environment, and compares.
  void choose(KubeContext context) {
    connecting.set(true);
    mapping.set(Optional.empty());
    fx.slow(
        cancel -> {
          session.mapCluster(view.get().environment().cluster(), context.name(), cancel);
          return context;
        },
        done -> {
          connecting.set(false);
          session.compare(name);
        },
        problem -> {
          connecting.set(false);
          mapping.set(Optional.of(problem));
        });
  }

  /// Selects a resource; it stays selected through later comparisons as long as it is there.
  void select(ResourceRef ref) {
    wanted = Optional.of(ref);
    select();
  }

  /// Opens or folds the group of a kind.
  void fold(Listing.Item.Group group) {
    if (!open.remove(group.id())) {
      open.add(group.id());
    }
    list();
  }

  /// Goes to the next or previous difference: field by field, then to the next resource that is not
  /// in sync. At the end it starts again.
  ///
  /// @param step 1 or -1
  void difference(int step) {
    if (detail.move(step)) {
      return;
    }
    var differing = passing().stream().filter(r -> Standing.of(r) != Standing.IN_SYNC).toList();
    if (differing.isEmpty()) {
      return;
    }
    int at = selected.get().map(s -> indexOf(differing, s.ref())).orElse(step > 0 ? -1 : 0);
    var next = differing.get(Math.floorMod(at + step, differing.size()));
    unfold(next);
    select(next.ref());
    detail.enter(step);
  }

  @Override
  public void close() {
    heard.forEach(State.Subscription::close);
    detail.close();
    held.close();
  }

  private void show(EnvironmentView next) {
    counts.set(Counts.of(next.drift().map(Drift::resources).orElse(List.of())));
    view.set(next);
    list();
    select();
  }

  private void stages(Session.Overview overview) {
    var app = view.get().environment().app();
    siblings.set(
        overview.environments().stream()
            .filter(e -> e.environment().app().equals(app) && e.environment().name().contains("/"))
            .toList());
  }

  private void select() {
    var all = resources();
    selected.set(
        wanted
            .flatMap(ref -> all.stream().filter(r -> r.ref().equals(ref)).findFirst())
            .or(() -> firstWorth(all)));
    detail.show(selected.get(), view.get().revision());
  }

  /// Until a person chooses: the first that differs, else the first.
  private static Optional<ResourceDrift> firstWorth(List<ResourceDrift> all) {
    var ordered = all.stream().sorted(Kinds.ORDER).toList();
    return ordered.stream()
        .filter(r -> Standing.of(r) != Standing.IN_SYNC)
        .findFirst()
        .or(() -> ordered.stream().findFirst());
  }

  private void unfold(ResourceDrift drift) {
    if (open.add(drift.ref().group() + "/" + drift.ref().kind())) {
      list();
    }
  }

  private void list() {
    var next = Listing.lines(passing(), open);
    if (!lines.equals(next)) {
      lines.setAll(next);
    }
  }

  private List<ResourceDrift> passing() {
    return Listing.passing(resources(), query.get(), show.get());
  }

  private List<ResourceDrift> resources() {
    return view.get().drift().map(Drift::resources).orElse(List.of());
  }

  private static int indexOf(List<ResourceDrift> list, ResourceRef ref) {
    for (int i = 0; i < list.size(); i++) {
      if (list.get(i).ref().equals(ref)) {
        return i;
      }
    }
    return -1;
  }
}
