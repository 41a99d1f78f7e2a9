package dev.plumbline.ui.environment;

import dev.plumbline.model.ResourceRef;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/// What stands below an object: which of its sides is shown, whether the panel is open (both are
/// remembered), and its Pods.
final class PanelModel implements AutoCloseable {

  private static final String OPEN = "environment.panel.open";
  private static final String TAB = "environment.panel.tab";

  private final EnvironmentModel model;
  private final ObjectProperty<Tab> tab;
  private final BooleanProperty open;
  private final LogModel logs;
  private boolean small;

  /// The sides.
  enum Tab {
    EVENTS,
    CONDITIONS,
    PODS,
    LOGS,
    OWNERS
  }

  PanelModel(EnvironmentModel model) {
    this.model = model;
    tab =
        new SimpleObjectProperty<>(
            tab(model.session().preferences().get().window().getOrDefault(TAB, "")));
    open = new SimpleBooleanProperty(opened());
    logs = new LogModel(model.session(), model.fx(), model.name());
    tab.addListener((o, was, is) -> remember(TAB, is.name().toLowerCase(Locale.ROOT)));
    open.addListener((o, was, is) -> {
      if (!small) {
        remember(OPEN, is.toString());
      }
    });
    model.selected().addListener((o, was, is) -> logs.pods(pods()));
    model.living().addListener((o, was, is) -> logs.pods(pods()));
    logs.pods(pods());
  }

  ObjectProperty<Tab> tab() {
    return tab;
  }

  BooleanProperty open() {
    return open;
  }

  LogModel logs() {
    return logs;
  }

  /// In a small window the panel takes the place of the object: it is folded until asked for, and
  /// whether it is open there is not remembered.
  void small(boolean now) {
    if (now == small) {
      return;
    }
    small = true;
    open.set(!now && opened());
    small = now;
  }

  private boolean opened() {
    return !model.session().preferences().get().window().getOrDefault(OPEN, "true").equals("false");
  }

  /// The Pods of the selected object: itself, or those that it owns however far down.
  List<Subject> pods() {
    var forest = model.tree().forest();
    return model
        .selected()
        .get()
        .flatMap(s -> forest.find(s.ref()))
        .map(n ->
            forest.nodes().subList(n.at(), n.end()).stream()
                .map(Forest.Node::subject)
                .filter(s -> s.ref().kind().equals("Pod") && s.ref().group().isEmpty())
                .toList())
        .orElse(List.of());
  }

  /// Goes to another object.
  void go(ResourceRef ref) {
    model.tree().reveal(ref, false);
    model.select(ref);
  }

  @Override
  public void close() {
    logs.close();
  }

  private void remember(String word, String value) {
    model.session().prefer(p -> p.with(word, value));
  }

  private static Tab tab(String word) {
    return Optional.of(word.toUpperCase(Locale.ROOT)).stream()
        .flatMap(w -> java.util.Arrays.stream(Tab.values()).filter(t -> t.name().equals(w)))
        .findFirst()
        .orElse(Tab.EVENTS);
  }
}
