package dev.plumbline.ui.home;

import dev.plumbline.engine.EnvironmentView;
import dev.plumbline.engine.EnvironmentView.Phase;
import dev.plumbline.engine.Session;
import dev.plumbline.engine.Work;
import dev.plumbline.model.KubeContext;
import dev.plumbline.model.Problem;
import dev.plumbline.plan.SyncRecord;
import dev.plumbline.ui.kit.Fx;
import dev.plumbline.ui.kit.Mark;
import dev.plumbline.ui.kit.Needs;
import dev.plumbline.ui.kit.Owned;
import dev.plumbline.ui.kit.Words;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What Home shows, and what can be done there. Showing it connects to nothing.
final class HomeModel implements AutoCloseable {

  private static final int DONE = 5;

  private final Session session;
  private final Fx fx;
  private final Words words;
  private final Owned owned = new Owned();
  private final ReadOnlyObjectWrapper<Content> content;
  private final Map<String, Mapping> mappings = new TreeMap<>();
  private final CloneModel clone;
  private final ReadOnlyObjectWrapper<Optional<Work.View>> fetching =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private boolean another;
  private Optional<Mark> filter = Optional.empty();

  /// Everything that is drawn; drawn anew only when it is another.
  ///
  /// @param needs how many things need a person
  /// @param inbox those that pass the filter
  /// @param lacking programs that are not installed, with the environments that wait for them
  /// @param unmapped clusters that no context stands for, with how many environments wait for it
  /// @param choosing whether a repository is to be chosen: none is open, or another is asked for
  /// @param filter the state that alone is shown
  /// @param shown how many environments are in that state
  /// @param leave what the open repository is called, while another is asked for
  record Content(
      Session.Overview overview,
      int needs,
      List<InboxLine> inbox,
      List<Lacking> lacking,
      List<Unmapped> unmapped,
      Matrix matrix,
      List<SyncRecord> done,
      List<Path> recent,
      boolean choosing,
      Optional<String> leave,
      Optional<Mark> filter,
      int shown) {

    /// How many environments were compared.
    long compared() {
      return overview.environments().stream().filter(e -> e.drift().isPresent()).count();
    }
  }

  /// A cluster that no context stands for.
  record Unmapped(String cluster, int environments, Mapping mapping) {}

  /// How the choice of a context stands.
  sealed interface Mapping {
    /// Nobody chose yet.
    record Open() implements Mapping {}

    /// Its UID is being read.
    record Reading(String context) implements Mapping {}

    /// That did not work.
    record Failed(Problem problem) implements Mapping {}
  }

  HomeModel(Session session, Fx fx, Words words) {
    this.session = session;
    this.fx = fx;
    this.words = words;
    clone = new CloneModel(session, fx);
    owned.onClose(clone::close);
    content = new ReadOnlyObjectWrapper<>(read());
    owned.add(
        fx.show(
            session.overview(),
            o -> {
              another &= o.repository().equals(content.get().overview().repository());
              draw();
            }));
    owned.add(fx.show(session.activity(), a -> draw()));
    owned.add(fx.show(session.works(), this::follow));
    owned.add(fx.show(session.preferences(), p -> draw()));
  }

  ReadOnlyObjectProperty<Content> content() {
    return content.getReadOnlyProperty();
  }

  private void follow(List<Work.View> works) {
    var repository = session.overview().get().repository().map(Path::toString).orElse("");
    fetching.set(works.stream().filter(w -> w.subject().equals(repository)).findFirst());
  }

  private void draw() {
    content.set(read());
  }

  private Content read() {
    var overview = session.overview().get();
    var done = session.activity().get();
    var unmapped = new TreeMap<String, Integer>();
    overview.environments().stream()
        .filter(e -> e.phase() == Phase.UNMAPPED)
        .forEach(e -> unmapped.merge(e.environment().cluster(), 1, Integer::sum));
    var open = new ArrayList<Unmapped>();
    unmapped.forEach((cluster, n) ->
        open.add(new Unmapped(cluster, n, mappings.getOrDefault(cluster, new Mapping.Open()))));
    var inbox = InboxLine.of(overview.environments(), words);
    var matrix =
        Matrix.of(overview.environments(), overview.repository().map(HomeModel::name).orElse(""));
    int shown = Counted.of(overview.environments(), words).getOrDefault(filter.orElse(null), 0);
    // a state in which nothing is any longer is no longer asked for
    filter = filter.filter(f -> shown > 0);
    var only = filter;
    return new Content(
        overview,
        Needs.count(overview.environments(), words),
        only.map(f -> inbox.stream().filter(l -> f == Counted.of(l.condition())).toList())
            .orElse(inbox),
        Lacking.of(overview.environments(), only, words),
        only.isEmpty() || only.get() == Mark.UNMAPPED ? open : List.of(),
        only.map(f -> matrix.only(v -> f == Counted.of(v, words))).orElse(matrix),
        done.subList(0, Math.min(DONE, done.size())),
        session.preferences().get().repositories(),
        another || nothingOpen(overview),
        overview.repository().filter(r -> another).map(HomeModel::name),
        only,
        shown);
  }

  /// Shows one state alone, or all again when it is the one that is shown.
  void filter(Mark mark) {
    filter = filter.equals(Optional.of(mark)) ? Optional.empty() : Optional.of(mark);
    draw();
  }

  void showAll() {
    filter = Optional.empty();
    draw();
  }

  /// The fetch of the open repository that runs or ended last in this session.
  ReadOnlyObjectProperty<Optional<Work.View>> fetching() {
    return fetching.getReadOnlyProperty();
  }

  /// Asks the fetch that runs to stop.
  void stopFetch() {
    fetching.get().ifPresent(v -> session.cancel(v.id()));
  }

  private static boolean nothingOpen(Session.Overview overview) {
    boolean unread = overview.tip().isEmpty() && !overview.problems().isEmpty();
    return (overview.repository().isEmpty() || unread) && !overview.loading();
  }

  /// Cloning by address.
  CloneModel cloning() {
    return clone;
  }

  /// Asks for another repository.
  void another() {
    another = true;
    draw();
  }

  /// Stays with the open repository after all.
  void stay() {
    another = false;
    draw();
  }

  /// Fetches the remote.
  void fetch() {
    session.fetch();
  }

  /// The last part of a folder's path.
  static String name(Path folder) {
    var last = folder.getFileName();
    return last == null ? folder.toString() : last.toString();
  }

  /// The contexts to choose from, read as data.
  List<KubeContext> contexts() {
    return session.contexts();
  }

  List<Problem> contextProblems() {
    return session.contextProblems();
  }

  /// Whether repository and cluster are made up.
  boolean demo() {
    return session.demo();
  }

  /// Compares one environment now.
  void compare(String environment) {
    session.compare(environment);
  }

  /// Compares every environment whose cluster has a context. A person asked, so it may connect.
  void compareAll() {
    session.overview().get().environments().stream()
        .filter(e -> e.phase() != Phase.UNMAPPED && e.phase() != Phase.COMPARING)
        .map(EnvironmentView::environment)
        .forEach(e -> session.compare(e.name()));
  }

  /// Lets a context stand for a cluster; connects to learn which cluster it is.
  void map(String cluster, String context) {
    mappings.put(cluster, new Mapping.Reading(context));
    draw();
    owned.add(
        fx.slow(
            cancel -> {
              session.mapCluster(cluster, context, cancel);
              return cluster;
            },
            c -> {
              mappings.remove(c);
              draw();
            },
            problem -> {
              mappings.put(cluster, new Mapping.Failed(problem));
              draw();
            }));
  }

  /// Opens another repository.
  void open(Path folder) {
    another = false;
    session.open(folder);
  }

  /// Reads refs and environments again.
  void refresh() {
    session.refresh();
  }

  /// A folder as a person would type it: below their home with `~`.
  static String shown(Path folder) {
    var home = Path.of(System.getProperty("user.home", ""));
    return home.getNameCount() > 0 && folder.startsWith(home)
        ? "~/" + home.relativize(folder)
        : folder.toString();
  }

  /// The folder that a person typed; empty when it is no path.
  static Optional<Path> folder(String typed) {
    if (typed.isBlank()) {
      return Optional.empty();
    }
    var home = System.getProperty("user.home", "");
    var text = typed.strip();
    try {
      return Optional.of(Path.of(text.startsWith("~/") ? home + text.substring(1) : text));
    } catch (java.nio.file.InvalidPathException e) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    owned.close();
  }
}
