package dev.plumbline.ui.shell;

import dev.plumbline.drift.ResourceDrift;
import dev.plumbline.engine.EnvironmentView;
import dev.plumbline.engine.Session;
import dev.plumbline.ui.kit.Condition;
import dev.plumbline.ui.kit.Keys;
import dev.plumbline.ui.kit.Place;
import dev.plumbline.ui.kit.Production;
import dev.plumbline.ui.kit.Words;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.WritableImage;
import javafx.scene.text.Text;
import javafx.stage.Stage;

/// What the steps of a [Tour] can do and see. For the FX thread only.
final class Walk {

  private final Shell shell;
  private final Session session;
  private final Words words;
  private final Stage stage;
  private String subject = "";

  Walk(Shell shell, Session session, Words words, Stage stage) {
    this.shell = shell;
    this.session = session;
    this.words = words;
    this.stage = stage;
  }

  Session session() {
    return session;
  }

  List<EnvironmentView> environments() {
    return session.overview().get().environments();
  }

  /// The environment that the tour is about: production and drifted, else drifted, else the first.
  /// Once chosen, it stays.
  String subject() {
    if (subject.isEmpty()) {
      subject =
          environments().stream()
              .min(
                  Comparator.comparing((EnvironmentView e) -> !drifted(e))
                      .thenComparing(e -> !Production.is(e)))
              .map(e -> e.environment().name())
              .orElse("");
    }
    return subject;
  }

  Optional<EnvironmentView> about() {
    return environments().stream()
        .filter(e -> e.environment().name().equals(subject()))
        .findFirst();
  }

  private static boolean drifted(EnvironmentView view) {
    return view.drift().stream()
        .flatMap(d -> d.resources().stream())
        .anyMatch(r -> r instanceof ResourceDrift.Changed);
  }

  /// Whether nothing is left that a sync would write.
  static boolean settled(EnvironmentView view) {
    return view.drift()
        .filter(d ->
            d.resources().stream()
                .noneMatch(r ->
                    r instanceof ResourceDrift.Changed || r instanceof ResourceDrift.OnlyInGit))
        .isPresent();
  }

  String state(EnvironmentView view) {
    return Condition.of(view, words).word();
  }

  void go(Place place) {
    shell.go(place);
  }

  void key(Keys key) {
    shell.perform(key);
  }

  /// Presses a button that can be pressed.
  ///
  /// @return whether there was one
  boolean press(String id) {
    if (find(id).orElse(null) instanceof ButtonBase button && !button.isDisabled()) {
      button.fire();
      return true;
    }
    return false;
  }

  /// Types into a field, if it is there.
  void type(String id, String text) {
    if (find(id).orElse(null) instanceof TextInputControl field) {
      field.setText(text);
    }
  }

  /// A node that can be seen.
  Optional<Node> find(String id) {
    return shell.scene().getRoot().lookupAll("#" + id).stream().filter(Walk::seen).findFirst();
  }

  boolean there(String... ids) {
    return Stream.of(ids).anyMatch(id -> find(id).isPresent());
  }

  /// The id of a tab of the environment whose name has one of these parts.
  Optional<String> tab(String... parts) {
    return shell.scene().getRoot().lookupAll(".toggle-button").stream()
        .map(n -> n.getId() == null ? "" : n.getId())
        .filter(id -> id.startsWith("environment-tab-"))
        .filter(id -> Stream.of(parts).anyMatch(id::contains))
        .findFirst();
  }

  int howMany(String css) {
    return (int) shell.scene().getRoot().lookupAll("." + css).stream().filter(Walk::seen).count();
  }

  /// What a node says: its text, else all texts within it.
  Stream<String> text(String id) {
    return find(id).stream()
        .map(n -> {
          if (n instanceof Labeled labeled && !labeled.getText().isEmpty()) {
            return labeled.getText();
          }
          return String.join(
              " ",
              n.lookupAll(".text").stream()
                  .filter(t -> t instanceof Text && seen(t))
                  .map(t -> ((Text) t).getText())
                  .toList());
        })
        .map(t -> t.replaceAll("\\s+", " ").strip())
        .filter(t -> !t.isEmpty());
  }

  private static boolean seen(Node node) {
    for (Node n = node; n != null; n = n.getParent()) {
      if (!n.isVisible()) {
        return false;
      }
    }
    return true;
  }

  boolean wear(Session.Theme theme) {
    shell.wear(theme);
    return true;
  }

  String word(Session.Theme theme) {
    return theme.name().toLowerCase(Locale.ROOT);
  }

  WritableImage picture() {
    return shell.scene().snapshot(null);
  }

  /// Closes the window.
  ///
  /// @return the session, to be closed
  Session leave() {
    stage.close();
    return shell.leave();
  }
}
