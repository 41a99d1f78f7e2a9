package dev.plumbline.ui.environment;

import dev.plumbline.drift.ResourceDrift;
import dev.plumbline.model.Health;
import dev.plumbline.ui.kit.Buttons;
import dev.plumbline.ui.kit.HealthMark;
import dev.plumbline.ui.kit.Icons;
import dev.plumbline.ui.kit.KindIcons;
import dev.plumbline.ui.kit.Mark;
import dev.plumbline.ui.kit.NameAndKind;
import dev.plumbline.ui.kit.StateChip;
import dev.plumbline.ui.kit.Texts;
import dev.plumbline.ui.kit.Words;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// An object: edge, indent, fold, icon of the kind, name, kind, state. It reads as one sentence.
final class ThingRow {

  private final Words words;
  private final FontIcon chevron = Icons.small("mdi2c-chevron-right");
  private final Button twist;
  private final Region twistless = RowFrame.twistless();
  private final FontIcon icon = RowFrame.icon();
  private final NameAndKind name = new NameAndKind(Texts.body(""));
  private final FontIcon broken;
  private final StateChip chip;
  private final Label was;
  private final RowFrame frame;
  private @Nullable Line shown;

  /// @param fold opens or folds a line
  ThingRow(Consumer<Line> fold, Words words) {
    this.words = words;
    twist = Buttons.icon("fold", "mdi2c-chevron-right", "", () -> fold(fold));
    twist.setGraphic(chevron);
    twist.setFocusTraversable(false);
    twist.getStyleClass().add("twist");
    var degraded = HealthMark.of(Health.State.DEGRADED);
    broken = Icons.toned(degraded.icon(), 14, degraded.tone());
    chip = StateChip.plain(Mark.IN_SYNC, words);
    was = Texts.second(words.get("environment.was-in-sync"));
    was.setMinWidth(Region.USE_PREF_SIZE);
    HBox.setHgrow(name, Priority.ALWAYS);
    name.setMaxWidth(Double.MAX_VALUE);
    frame = new RowFrame(twist, twistless, RowFrame.held(icon), name, broken, chip, was);
  }

  private void fold(Consumer<Line> fold) {
    if (shown != null) {
      fold.accept(shown);
    }
  }

  Region root() {
    return frame.root();
  }

  /// Says what a line says, and returns it as a sentence.
  String show(Line.Thing thing, boolean stale) {
    shown = thing;
    var subject = thing.subject();
    var ref = subject.ref();
    frame.show(subject.drift().map(ThingRow::mark), thing.depth());
    twist(thing);
    RowFrame.become(icon, KindIcons.of(ref.kind()));
    name.name().setId("resource-" + ref.kind() + "-" + ref.name());
    name.show(
        thing.name(),
        thing.elided() ? "" : ref.kind(),
        thing.namespaced() && !thing.elided() ? " · " + ref.namespace() : "",
        ref.kind() + " " + ref.name());
    RowFrame.show(broken, subject.degraded() && loud(subject));
    boolean past = stale && quietly(subject);
    RowFrame.show(was, past);
    RowFrame.show(chip, !past);
    var say = say(subject);
    chip.say(say);
    return sentence(thing, past ? was.getText() : say.text());
  }

  private void twist(Line.Thing thing) {
    boolean folds = thing.fold() != Line.Fold.NONE;
    RowFrame.show(twist, folds);
    RowFrame.show(twistless, !folds);
    if (folds) {
      boolean open = thing.fold() == Line.Fold.OPEN;
      var ref = thing.subject().ref();
      var said = words.get(open ? "environment.fold" : "environment.unfold", ref.name());
      RowFrame.become(chevron, open ? "mdi2c-chevron-down" : "mdi2c-chevron-right");
      twist.setId("fold-" + ref.kind() + "-" + ref.name());
      twist.setAccessibleText(said);
      twist.setTooltip(null);
    }
  }

  /// The chip at the right: the verdict, unless that is quiet and the health is not.
  private StateChip.Say say(Subject subject) {
    if (subject.owned().isPresent()) {
      return OwnedChip.say(subject.owned().get(), words);
    }
    if (!loud(subject) && subject.degraded()) {
      return HealthMark.of(Health.State.DEGRADED).say(words);
    }
    return StateChip.Say.of(subject.drift().orElseThrow(), words);
  }

  /// What was in sync is not called in sync once it may no longer be true.
  private static boolean quietly(Subject subject) {
    return subject.owned().isEmpty() && !loud(subject) && !subject.degraded();
  }

  private String sentence(Line.Thing thing, String state) {
    var subject = thing.subject();
    var text =
        words.get("environment.row.sentence", subject.ref().name(), subject.ref().kind(), state);
    var health =
        subject
            .health()
            .filter(h -> subject.drift().isPresent() && h.state() != Health.State.HEALTHY)
            .map(h -> ", " + words.get(HealthMark.of(h.state()).word()))
            .orElse("");
    return text
        + health
        + switch (thing.fold()) {
          case NONE -> "";
          case OPEN -> ", " + words.get("environment.row.open");
          case FOLDED -> ", " + words.get("environment.row.folded");
        };
  }

  private static boolean loud(Subject subject) {
    return subject.drift().filter(d -> Standing.of(d) != Standing.IN_SYNC).isPresent();
  }

  /// A resource of which everything that differs would be removed is marked as that.
  static Mark mark(ResourceDrift drift) {
    return drift instanceof ResourceDrift.Changed && Standing.onlyRemovals(drift)
        ? Mark.TO_BE_REMOVED
        : Mark.of(drift);
  }
}
