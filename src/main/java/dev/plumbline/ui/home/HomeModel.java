package dev.plumbline.ui.home;

import dev.plumbline.engine.EnvironmentView;
import dev.plumbline.engine.EnvironmentView.Phase;
import dev.plumbline.engine.Session;
import dev.plumbline.model.KubeContext;
import dev.plumbline.model.Problem;
import dev.plumbline.plan.SyncRecord;
import dev.plumbline.ui.kit.Fx;
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
  private boolean another;

  /// Everything that is drawn; drawn anew only when it is another.
  ///
  /// @param unmapped clusters that no context stands for, with how many environments wait for it
  /// @param choosing whether a repository is to be chosen: none is open, or another is asked for
  /// @param leave what the open repository is called, while another is asked for
  record Content(
      Session.Overview overview,
      List<InboxLine> inbox,
      List<Unmapped> unmapped,
      Matrix matrix,
      List<SyncRecord> done,
      List<Path> recent,
      boolean choosing,
      Optional<String> leave) {

    /// How many things need a person.
    int needs() {
      return inbox.size() + unmapped.size();
    }

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
    owned.add(fx.show(session.preferences(), p -> draw()));
  }

  ReadOnlyObjectProperty<Content> content() {
    return content.getReadOnlyProperty();
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
    return new Content(
        overview,
        InboxLine.of(overview.environments(), words),
        open,
        Matrix.of(overview.environments(), overview.repository().map(HomeModel::name).orElse("")),
        done.subList(0, Math.min(DONE, done.size())),
        session.preferences().get().repositories(),
        another || nothingOpen(overview),
        overview.repository().filter(r -> another).map(HomeModel::name));
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
