package dev.plumbline.ui.settings;

import dev.plumbline.engine.Session;
import dev.plumbline.engine.Session.Preferences;
import dev.plumbline.engine.Session.Theme;
import dev.plumbline.model.KubeContext;
import dev.plumbline.model.Problem;
import dev.plumbline.ui.kit.Bindings;
import dev.plumbline.ui.kit.Fx;
import dev.plumbline.ui.kit.Look;
import dev.plumbline.ui.kit.Owned;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What a person chose, and how they change it. Contexts are read as data; only letting one stand
/// for a cluster connects.
final class SettingsModel implements AutoCloseable {

  private final Session session;
  private final Fx fx;
  private final Owned owned = new Owned();
  private final ReadOnlyObjectWrapper<Content> content;
  private Optional<Problem> problem = Optional.empty();
  private Optional<String> reading = Optional.empty();

  /// Everything that is drawn.
  ///
  /// @param clusters the cluster names that environments use
  /// @param problem why the last choice of a context did not work
  /// @param reading the context that is being asked which cluster it is
  record Content(
      Preferences preferences,
      Optional<Path> open,
      List<String> clusters,
      List<KubeContext> contexts,
      List<Problem> contextProblems,
      Optional<Problem> problem,
      Optional<String> reading) {

    /// The cluster names that a context stands for.
    List<String> standsFor(KubeContext context) {
      return preferences.clusters().entrySet().stream()
          .filter(e -> e.getValue().context().equals(context.name()))
          .map(e -> e.getKey())
          .sorted()
          .toList();
    }

    /// The cluster names that no context stands for.
    List<String> unmapped() {
      return clusters.stream().filter(c -> !preferences.clusters().containsKey(c)).toList();
    }
  }

  SettingsModel(Session session, Fx fx) {
    this.session = session;
    this.fx = fx;
    content = new ReadOnlyObjectWrapper<>(read());
    owned.add(fx.show(session.preferences(), p -> draw()));
    owned.add(fx.show(session.overview(), o -> draw()));
  }

  ReadOnlyObjectProperty<Content> content() {
    return content.getReadOnlyProperty();
  }

  private void draw() {
    content.set(read());
  }

  private Content read() {
    var overview = session.overview().get();
    var clusters =
        new TreeSet<>(
            overview.environments().stream().map(e -> e.environment().cluster()).toList());
    return new Content(
        session.preferences().get(),
        overview.repository(),
        List.copyOf(clusters),
        session.contexts(),
        session.contextProblems(),
        problem,
        reading);
  }

  void theme(Theme theme) {
    session.prefer(p -> p.withTheme(theme));
  }

  void look(UnaryOperator<Look> change) {
    session.prefer(p -> change.apply(Look.of(p)).in(p));
  }

  void keys(Bindings bindings) {
    session.prefer(p -> p.withKeys(bindings.words()));
  }

  /// Whether this is the demo, which has one repository.
  boolean demo() {
    return session.demo();
  }

  void open(Path folder) {
    session.open(folder);
  }

  /// Forgets a repository; the folder stays as it is.
  void forget(Path folder) {
    session.prefer(
        p -> p.withRepositories(p.repositories().stream().filter(r -> !r.equals(folder)).toList()));
  }

  /// Lets a context stand for a cluster; connects to learn which cluster it is.
  void map(String cluster, String context) {
    problem = Optional.empty();
    reading = Optional.of(context);
    draw();
    owned.add(
        fx.slow(
            cancel -> {
              session.mapCluster(cluster, context, cancel);
              return cluster;
            },
            done -> {
              reading = Optional.empty();
              draw();
            },
            why -> {
              reading = Optional.empty();
              problem = Optional.of(why);
              draw();
            }));
  }

  /// Takes the context of a cluster away: its environments ask again.
  void unmap(String cluster) {
    session.prefer(p -> {
      var clusters = new HashMap<>(p.clusters());
      clusters.remove(cluster);
      return p.withClusters(clusters);
    });
  }

  @Override
  public void close() {
    owned.close();
  }
}
