package dev.plumbline.ui.kit;

import dev.plumbline.model.Problem;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// A problem inline: what in bold, where and what to do, the other program's own words, Copy, and
/// one verb. Red: failed. Amber: out of date or declined. Violet: not known.
public final class Banner extends HBox {

  /// A banner of a problem.
  ///
  /// @param id the node's id; the buttons are `id-copy` and that of the verb
  public Banner(String id, Problem problem, Words words, Optional<Button> verb) {
    this(
        id,
        tone(problem),
        problem.what(),
        problem instanceof Problem.Missing ? words.get("kit.install") : rest(problem),
        shorten(detail(problem), words),
        java.util.stream.Stream.concat(
                detail(problem).isEmpty()
                    ? java.util.stream.Stream.of()
                    : java.util.stream.Stream.of(copy(id, problem, words)),
                verb.stream())
            .toList());
  }

  /// A banner of any words.
  public Banner(String id, Tone tone, String what, String rest, String detail, List<Button> verbs) {
    setId(id);
    getStyleClass().addAll("banner", tone.css());
    setAccessibleRole(AccessibleRole.TEXT);
    setFocusTraversable(false);
    setAccessibleText(sentence(what) + " " + rest + (detail.isEmpty() ? "" : " " + detail));
    var bold = new Text(sentence(what));
    bold.getStyleClass().add("banner-what");
    var more = new Text(rest.isEmpty() ? "" : " " + rest);
    var text = new VBox(2, new TextFlow(bold, more));
    text.setMinHeight(USE_PREF_SIZE);
    text.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(text, Priority.ALWAYS);
    if (!detail.isEmpty()) {
      var said = Texts.wrapped(Texts.mono(detail));
      said.getStyleClass().add("banner-detail");
      text.getChildren().add(said);
    }
    setMinHeight(USE_PREF_SIZE);
    getChildren().addAll(Icons.toned(icon(tone), 18, tone), text);
    getChildren().addAll(verbs);
    verbs.forEach(v -> v.getStyleClass().add("small"));
  }

  private static String sentence(String what) {
    return what.isEmpty() || what.endsWith(".") || what.endsWith("?") ? what : what + ".";
  }

  /// Where it is and what to do, as sentences; where is left out when *what* has just said it.
  public static String rest(Problem problem) {
    var where = problem.what().endsWith(problem.where()) ? "" : sentence(problem.where());
    return (where + " " + sentence(problem.whatToDo())).strip();
  }

  /// What stands alone to be copied: the other program's words, or the line that installs it.
  private static String detail(Problem problem) {
    return problem instanceof Problem.Missing m ? m.install() : problem.detail();
  }

  private static String shorten(String detail, Words words) {
    var lines = detail.strip().lines().toList();
    return lines.size() <= 6
        ? String.join("\n", lines)
        : String.join("\n", lines.subList(0, 6))
            + "\n"
            + words.get("kit.lines-more", lines.size() - 6);
  }

  private static Button copy(String id, Problem problem, Words words) {
    var button =
        Buttons.flat(
            id + "-copy",
            words.get(problem instanceof Problem.Missing ? "kit.copy-command" : "kit.copy"),
            () ->
                Copied.text(
                    problem instanceof Problem.Missing m
                        ? m.install()
                        : problem.sentence() + "\n" + problem.detail()));
    button.setGraphic(Icons.small("mdi2c-content-copy"));
    return button;
  }

  private static Tone tone(Problem problem) {
    return switch (problem) {
      case Problem.Auth p -> Tone.UNKNOWN;
      case Problem.Network p -> Tone.UNKNOWN;
      case Problem.Forbidden p -> Tone.UNKNOWN;
      case Problem.Conflict p -> Tone.WARNING;
      case Problem.Refused p -> Tone.WARNING;
      case Problem.Cancelled p -> Tone.WARNING;
      case Problem.NotFound p -> Tone.DANGER;
      case Problem.Invalid p -> Tone.DANGER;
      case Problem.Missing p -> Tone.UNKNOWN;
      case Problem.Render p -> Tone.DANGER;
      case Problem.Rejected p -> Tone.DANGER;
      case Problem.Unexpected p -> Tone.DANGER;
    };
  }

  private static String icon(Tone tone) {
    return switch (tone) {
      case DANGER -> "mdi2c-close-octagon-outline";
      case UNKNOWN -> "mdi2h-help-rhombus-outline";
      case WARNING -> "mdi2a-alert-outline";
      case SUCCESS -> "mdi2c-check-circle-outline";
      case ACCENT, NEUTRAL -> "mdi2i-information-outline";
    };
  }
}
