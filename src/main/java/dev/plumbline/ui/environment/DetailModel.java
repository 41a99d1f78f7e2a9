package dev.plumbline.ui.environment;

import dev.plumbline.drift.FieldChange;
import dev.plumbline.drift.ResourceDrift;
import dev.plumbline.engine.Session;
import dev.plumbline.model.Cancel;
import dev.plumbline.model.Commit;
import dev.plumbline.model.Manifest;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.Revision;
import dev.plumbline.ui.kit.CodePage;
import dev.plumbline.ui.kit.Fx;
import dev.plumbline.yaml.Yaml;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;

/// The selected resource: its differences, where Git sets each, and what Git says as YAML. What
/// takes time (the rendering, the last commit of a file) comes in later and once for each revision.
final class DetailModel implements AutoCloseable {

  private final Session session;
  private final Fx fx;
  private final String environment;
  private final ReadOnlyObjectWrapper<Fields> fields = new ReadOnlyObjectWrapper<>(Fields.NONE);
  private final IntegerProperty selectedCard = new SimpleIntegerProperty(-1);
  private final ObservableMap<String, Optional<Commit>> changes = FXCollections.observableHashMap();
  private final ReadOnlyObjectWrapper<GitText> git =
      new ReadOnlyObjectWrapper<>(new GitText.Loading());
  private final Set<String> asked = new HashSet<>();
  private final Map<ResourceRef, Manifest> manifests = new HashMap<>();
  private final Consumer<Collection<Manifest>> told;
  private Optional<ResourceDrift> shown = Optional.empty();
  private Optional<Revision> revision = Optional.empty();
  private Optional<Problem> unrendered = Optional.empty();
  private boolean rendered;
  private Cancel rendering = new Cancel();
  private Cancel writing = new Cancel();
  private final Cancel closing = new Cancel();

  /// @param told is handed the manifests of the environment when they are known
  DetailModel(Session session, Fx fx, String environment, Consumer<Collection<Manifest>> told) {
    this.told = told;
    this.session = session;
    this.fx = fx;
    this.environment = environment;
  }

  /// The differences of the selected resource.
  ///
  /// @param cards what counts as drift
  /// @param notCounted what differs and does not count
  record Fields(Optional<ResourceDrift> drift, List<FieldCard> cards, List<FieldCard> notCounted) {
    static final Fields NONE = new Fields(Optional.empty(), List.of(), List.of());

    Fields {
      cards = List.copyOf(cards);
      notCounted = List.copyOf(notCounted);
    }
  }

  ReadOnlyObjectProperty<Fields> fields() {
    return fields.getReadOnlyProperty();
  }

  /// What counts as drift.
  List<FieldCard> cards() {
    return fields.get().cards();
  }

  /// The position of the selected card; -1 for none.
  IntegerProperty selectedCard() {
    return selectedCard;
  }

  /// The last commit of each file that was asked for; empty for a file of which none is known.
  ObservableMap<String, Optional<Commit>> changes() {
    return changes;
  }

  ReadOnlyObjectProperty<GitText> git() {
    return git.getReadOnlyProperty();
  }

  void show(Optional<Subject> subject, Optional<Revision> at) {
    var drift = subject.flatMap(Subject::drift);
    if (!at.equals(revision)) {
      revision = at;
      forget();
    }
    boolean same = drift.map(ResourceDrift::ref).equals(shown.map(ResourceDrift::ref));
    if (drift.equals(shown) && same && rendered) {
      return;
    }
    shown = drift;
    if (drift.isPresent() && !rendered) {
      render();
    }
    redraw(same);
  }

  /// Moves to the next or previous card; false when there is none.
  boolean move(int step) {
    int next = selectedCard.get() + step;
    if (next < 0 || next >= cards().size()) {
      return false;
    }
    selectedCard.set(next);
    return true;
  }

  /// Selects the first card when coming from above, the last when coming from below.
  void enter(int step) {
    selectedCard.set(cards().isEmpty() ? -1 : step > 0 ? 0 : cards().size() - 1);
  }

  @Override
  public void close() {
    rendering.cancel();
    writing.cancel();
    closing.cancel();
  }

  private void forget() {
    rendering.cancel();
    rendering = new Cancel();
    rendered = false;
    unrendered = Optional.empty();
    manifests.clear();
    asked.clear();
    changes.clear();
  }

  private void render() {
    if (revision.isEmpty()) {
      return;
    }
    rendered = true;
    rendering =
        fx.slow(
            cancel -> session.rendered(environment, cancel),
            set -> {
              set.manifests().forEach(m -> manifests.put(m.ref(), m));
              told.accept(set.manifests());
              arrived();
            },
            problem -> {
              unrendered = Optional.of(problem);
              arrived();
            });
  }

  private void arrived() {
    rendering = new Cancel();
    redraw(true);
  }

  private void redraw(boolean keepSelection) {
    int at = keepSelection ? selectedCard.get() : 0;
    var all = shown.map(ResourceDrift::fields).orElse(List.of()).stream().map(this::card).toList();
    fields.set(
        new Fields(
            shown,
            all.stream().filter(c -> c.change().counts()).toList(),
            all.stream().filter(c -> !c.change().counts()).toList()));
    selectedCard.set(cards().isEmpty() ? -1 : Math.clamp(at, 0, cards().size() - 1));
    write();
    cards().forEach(c -> c.origin().ifPresent(o -> ask(o.file())));
  }

  private FieldCard card(FieldChange change) {
    var origin =
        manifest()
            .map(m -> Whence.of(m, change.path()))
            .or(() -> shown.flatMap(ResourceDrift::origin));
    return FieldCard.of(change, origin);
  }

  /// Writes the manifest as YAML, off the FX thread: one may be as long as a book.
  private void write() {
    var manifest = manifest();
    if (shown.isEmpty()
        || shown.get() instanceof ResourceDrift.OnlyInCluster
        || manifest.isEmpty()) {
      writing.cancel();
      git.set(unwritten());
      return;
    }
    if (git.get() instanceof GitText.Text t && t.manifest().equals(manifest.get())) {
      return;
    }
    writing.cancel();
    git.set(new GitText.Loading());
    var body = manifest.get().body();
    writing =
        fx.slow(
            cancel -> CodePage.yaml(Yaml.write(body)),
            page -> git.set(new GitText.Text(manifest.get(), page)),
            problem -> git.set(new GitText.Failed(problem)));
  }

  private GitText unwritten() {
    if (shown.isEmpty() || shown.get() instanceof ResourceDrift.OnlyInCluster) {
      return new GitText.Absent();
    }
    return unrendered
        .<GitText>map(GitText.Failed::new)
        .orElseGet(() -> manifests.isEmpty() ? new GitText.Loading() : new GitText.Absent());
  }

  /// The manifest as it was rendered: its namespace may only be filled in when it is applied.
  private Optional<Manifest> manifest() {
    return shown
        .map(ResourceDrift::ref)
        .flatMap(ref ->
            Optional.ofNullable(manifests.get(ref))
                .or(() -> Optional.ofNullable(manifests.get(ref.inNamespace("")))));
  }

  private void ask(String file) {
    if (!asked.add(file)) {
      return;
    }
    var at = revision;
    fx.slow(
        cancel -> session.lastChange(environment, file, cancel),
        commit -> {
          if (at.equals(revision) && !closing.isCancelled()) {
            changes.put(file, commit);
          }
        },
        problem -> {
          if (at.equals(revision)) {
            changes.put(file, Optional.empty());
          }
        });
  }
}
