package dev.plumbline.ui.environment;

import dev.plumbline.drift.Drift;
import dev.plumbline.engine.EnvironmentView;
import dev.plumbline.engine.Session;
import dev.plumbline.model.Manifest;
import dev.plumbline.model.ResourceRef;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The tree of an environment's objects: which lines are listed, how they are filtered and folded.
/// What a person does is listed at once; news that would insert or move lines waits while they are
/// to stand still.
final class TreeModel {

  private final StringProperty query = new SimpleStringProperty("");
  private final ObjectProperty<Optional<Facet>> facet =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObjectProperty<Optional<Listing.By>> by =
      new SimpleObjectProperty<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Tally> tally = new ReadOnlyObjectWrapper<>(Tally.NONE);
  private final ReadOnlyObjectWrapper<Tally> found = new ReadOnlyObjectWrapper<>(Tally.NONE);
  private final ReadOnlyObjectWrapper<News> news = new ReadOnlyObjectWrapper<>(News.NONE);
  private final ObservableList<Line> lines = FXCollections.observableArrayList();
  private final Map<String, Boolean> folds = new HashMap<>();
  private final Map<String, String> labels = new HashMap<>();
  private Forest forest = Forest.EMPTY;
  private Tally whole = Tally.NONE;
  private BitSet passing = new BitSet();
  private Optional<Drift> drift = Optional.empty();
  private Session.Living living = Session.Living.unknown();
  private Consumer<Runnable> around = Runnable::run;
  private boolean still;

  /// What waits to be listed.
  ///
  /// @param came how many lines would come
  /// @param went how many would go
  record News(int came, int went, boolean waits) {
    static final News NONE = new News(0, 0, false);
  }

  TreeModel() {
    query.addListener((o, was, is) -> filter());
    facet.addListener((o, was, is) -> filter());
    by.addListener((o, was, is) -> list());
  }

  StringProperty query() {
    return query;
  }

  ObjectProperty<Optional<Facet>> facet() {
    return facet;
  }

  /// The order that a person chose; empty: by owner, of a huge environment by kind.
  ObjectProperty<Optional<Listing.By>> chosenOrder() {
    return by;
  }

  Listing.By order() {
    return by.get()
        .orElse(forest.nodes().size() < Listing.HUGE ? Listing.By.OWNER : Listing.By.KIND);
  }

  ObservableList<Line> lines() {
    return lines;
  }

  /// All objects, whatever is filtered.
  ReadOnlyObjectProperty<Tally> tally() {
    return tally.getReadOnlyProperty();
  }

  /// What the words of the filter leave, whatever chip is pressed.
  ReadOnlyObjectProperty<Tally> found() {
    return found.getReadOnlyProperty();
  }

  /// What waits because the lines are to stand still.
  ReadOnlyObjectProperty<News> news() {
    return news.getReadOnlyProperty();
  }

  Forest forest() {
    return forest;
  }

  boolean filtered() {
    return !query.get().isBlank() || facet.get().isPresent();
  }

  /// Whether nothing passes the filter.
  boolean nothingPasses() {
    return passing.isEmpty();
  }

  /// How many of what passes the filter stand how.
  Tally left() {
    return facet.get().isEmpty() ? found.get() : forest.tally(passing);
  }

  /// What passes the filter, owners before what they own.
  List<Subject> passing() {
    return passing.stream().mapToObj(i -> forest.nodes().get(i).subject()).toList();
  }

  /// What is done around every change of the lines: keeping the view where it was.
  void around(Consumer<Runnable> keeping) {
    around = keeping;
  }

  /// Lets no line move until told otherwise: the pointer is over them.
  void standStill(boolean now) {
    still = now;
    if (!still && news.get().waits()) {
      list();
    }
  }

  /// Lists what waited.
  void showNews() {
    list();
  }

  void show(EnvironmentView view) {
    if (!view.drift().equals(drift)) {
      drift = view.drift();
      grow();
    }
  }

  void show(Session.Living next) {
    boolean same = next.health().equals(living.health()) && next.owned().equals(living.owned());
    living = next;
    if (!same) {
      grow();
    }
  }

  /// Lets the filter find the labels that Git gives.
  void label(Collection<Manifest> manifests) {
    labels.clear();
    for (var manifest : manifests) {
      var text = new StringBuilder();
      manifest
          .body()
          .fields("metadata", "labels")
          .forEach((k, v) -> text.append(k).append('=').append(string(v)).append(' '));
      if (!text.isEmpty()) {
        labels.put(Subject.id(manifest.ref()), text.toString());
        labels.putIfAbsent(Subject.id(manifest.ref().inNamespace("")), text.toString());
      }
    }
    grow();
  }

  private static String string(dev.plumbline.model.Tree value) {
    return value instanceof dev.plumbline.model.Tree.Str(String text) ? text : value.toString();
  }

  /// Opens or folds a line.
  void fold(Line line) {
    fold(line, !open(line));
  }

  /// Opens or folds a line; false when it is so already or has nothing below it.
  boolean fold(Line line, boolean open) {
    boolean can =
        switch (line) {
          case Line.Thing t -> t.fold() != Line.Fold.NONE;
          case Line.Kind k -> true;
          case Line.More m -> true;
        };
    if (!can || open(line) == open) {
      return false;
    }
    folds.put(line.id(), open);
    list();
    return true;
  }

  private static boolean open(Line line) {
    return switch (line) {
      case Line.Thing t -> t.fold() == Line.Fold.OPEN;
      case Line.Kind k -> k.open();
      case Line.More m -> m.open();
    };
  }

  /// Opens everything above an object, so that it is listed; below it, what it owns.
  void reveal(ResourceRef ref, boolean children) {
    var node = forest.find(ref);
    if (node.isEmpty()) {
      return;
    }
    var before = Map.copyOf(folds);
    if (order() == Listing.By.KIND) {
      folds.put("kind:" + ref.group() + "/" + ref.kind(), true);
    } else {
      forest.owners(node.get()).forEach(o -> folds.put(o.subject().id(), true));
      boolean listed = lines.stream().anyMatch(l -> l.ref().filter(ref::sameObject).isPresent());
      if (!listed && node.get().depth() > 0) {
        folds.put(Listing.moreId(forest, node.get()), true);
      }
      if (children) {
        folds.putIfAbsent(node.get().subject().id(), true);
      }
    }
    if (!before.equals(folds)) {
      list();
    }
  }

  private void grow() {
    forest =
        Forest.of(
            drift.map(Drift::resources).orElse(List.of()),
            living,
            ref -> labels.isEmpty() ? "" : labels.getOrDefault(Subject.id(ref), ""));
    whole = forest.tally(forest.passing(""));
    look();
    list(still);
  }

  private void filter() {
    look();
    list();
  }

  private void look() {
    var words = forest.passing(query.get());
    passing = facet.get().map(f -> forest.only(f, words)).orElse(words);
    tally.set(whole);
    found.set(query.get().isBlank() ? whole : forest.tally(words));
  }

  private void list() {
    list(false);
  }

  private void list(boolean hold) {
    var next = Listing.lines(forest, passing, order(), folds, !query.get().isBlank());
    if (!hold || lines.isEmpty() || Lines.sameOrder(lines, next)) {
      news.set(News.NONE);
      if (!lines.equals(next)) {
        around.accept(() -> Lines.become(lines, next));
      }
      return;
    }
    Lines.refresh(lines, next);
    var now = new HashSet<String>();
    lines.forEach(l -> now.add(l.id()));
    var then = new HashSet<String>();
    next.forEach(l -> then.add(l.id()));
    var came = new ArrayList<>(then);
    came.removeAll(now);
    now.removeAll(then);
    news.set(new News(came.size(), now.size(), true));
  }
}
