package dev.plumbline.ui.environment;

import dev.plumbline.drift.Drift;
import dev.plumbline.engine.EnvironmentView;
import dev.plumbline.engine.Session;
import dev.plumbline.engine.State;
import dev.plumbline.model.KubeContext;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.ui.kit.Fx;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// One environment on the screen: its last comparison, what of it is listed, and what is selected.
/// Opening it holds the environment (the engine watches and compares); closing lets go.
final class EnvironmentModel implements AutoCloseable {

  private final Session session;
  private final Fx fx;
  private final String name;
  private final ReadOnlyObjectWrapper<EnvironmentView> view;
  private final ReadOnlyObjectWrapper<Counts> counts = new ReadOnlyObjectWrapper<>(Counts.NONE);
  private final ReadOnlyObjectWrapper<Session.Living> living =
      new ReadOnlyObjectWrapper<>(Session.Living.unknown());
  private final ReadOnlyObjectWrapper<Optional<Subject>> selected =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<List<EnvironmentView>> siblings =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<Optional<Problem>> mapping =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Boolean> connecting = new ReadOnlyObjectWrapper<>(false);
  private final TreeModel tree = new TreeModel();
  private final DetailModel detail;
  private final LiveModel live;
  private final DiffModel diff;
  private final Session.Held held;
  private final List<State.Subscription> heard;
  private Optional<ResourceRef> wanted = Optional.empty();

  EnvironmentModel(Session session, Fx fx, String name) {
    this.session = session;
    this.fx = fx;
    this.name = name;
    var now = session.environment(name).get();
    view = new ReadOnlyObjectWrapper<>(EnvironmentView.idle(now.environment()));
    detail = new DetailModel(session, fx, name, tree::label);
    live = new LiveModel(session, fx, name);
    diff = new DiffModel(fx, detail, live);
    stages(session.overview().get());
    show(now);
    held = session.hold(name);
    heard =
        List.of(
            fx.show(session.environment(name), this::show),
            fx.show(session.living(name), this::lives),
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

  /// Health of the objects, and what they own.
  ReadOnlyObjectProperty<Session.Living> living() {
    return living.getReadOnlyProperty();
  }

  /// The object that is shown.
  ReadOnlyObjectProperty<Optional<Subject>> selected() {
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

  TreeModel tree() {
    return tree;
  }

  DetailModel detail() {
    return detail;
  }

  /// What the cluster has of the selected object.
  LiveModel live() {
    return live;
  }

  /// Git's text beside the cluster's.
  DiffModel diff() {
    return diff;
  }

  Session session() {
    return session;
  }

  Fx fx() {
    return fx;
  }

  String name() {
    return name;
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

  /// Stops the comparison that is under way.
  void stop() {
    session.stop(name);
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

  /// Goes to the next or previous difference: field by field, then to the next resource that is not
  /// in sync. At the end it starts again.
  ///
  /// @param step 1 or -1
  void difference(int step) {
    if (detail.move(step)) {
      return;
    }
    var differing = tree.passing().stream().filter(EnvironmentModel::differs).toList();
    if (differing.isEmpty()) {
      return;
    }
    int at = selected.get().map(s -> indexOf(differing, s.ref())).orElse(step > 0 ? -1 : 0);
    var next = differing.get(Math.floorMod(at + step, differing.size()));
    tree.reveal(next.ref(), false);
    select(next.ref());
    detail.enter(step);
  }

  @Override
  public void close() {
    heard.forEach(State.Subscription::close);
    diff.close();
    live.close();
    detail.close();
    held.close();
  }

  private void show(EnvironmentView next) {
    counts.set(Counts.of(next.drift().map(Drift::resources).orElse(List.of())));
    boolean anew = !next.drift().map(Drift::asOf).equals(view.get().drift().map(Drift::asOf));
    view.set(next);
    tree.show(next);
    boolean asked = select();
    if (anew && !asked) {
      live.ask();
    }
  }

  private void lives(Session.Living next) {
    living.set(next);
    boolean first = tree.forest().nodes().stream().noneMatch(n -> n.depth() > 0);
    tree.show(next);
    select();
    if (first && tree.order() == Listing.By.OWNER) {
      selected.get().ifPresent(s -> tree.reveal(s.ref(), true));
    }
  }

  private void stages(Session.Overview overview) {
    var app = view.get().environment().app();
    siblings.set(
        overview.environments().stream()
            .filter(e -> e.environment().app().equals(app) && e.environment().name().contains("/"))
            .toList());
  }

  /// @return whether the cluster was asked about what is selected now
  private boolean select() {
    var forest = tree.forest();
    var found = wanted.flatMap(forest::find).map(Forest.Node::subject);
    if (found.isEmpty()) {
      found = survivor();
      found.ifPresent(s -> wanted = Optional.of(s.ref()));
    }
    var next = found.or(() -> firstWorth(forest));
    selected.set(next);
    detail.show(next, view.get().revision());
    return live.show(next);
  }

  /// When a Pod that was selected is gone, its owner is what is left of it.
  private Optional<Subject> survivor() {
    return selected
        .get()
        .filter(s -> wanted.filter(s.ref()::sameObject).isPresent())
        .flatMap(Subject::owned)
        .flatMap(o -> tree.forest().find(o.owner()))
        .map(Forest.Node::subject);
  }

  /// Until a person chooses: the first that differs, else the first.
  private static Optional<Subject> firstWorth(Forest forest) {
    return forest.nodes().stream()
        .map(Forest.Node::subject)
        .filter(EnvironmentModel::differs)
        .findFirst()
        .or(() -> forest.nodes().stream().findFirst().map(Forest.Node::subject));
  }

  private static boolean differs(Subject subject) {
    return subject.drift().filter(d -> Standing.of(d) != Standing.IN_SYNC).isPresent();
  }

  private static int indexOf(List<Subject> list, ResourceRef ref) {
    for (int i = 0; i < list.size(); i++) {
      if (list.get(i).ref().sameObject(ref)) {
        return i;
      }
    }
    return -1;
  }
}
