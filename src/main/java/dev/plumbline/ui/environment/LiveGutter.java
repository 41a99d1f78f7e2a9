package dev.plumbline.ui.environment;

import dev.plumbline.drift.Owner;
import dev.plumbline.ui.kit.Avatar;
import dev.plumbline.ui.kit.Texts;
import dev.plumbline.ui.kit.When;
import dev.plumbline.ui.kit.Words;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Who set a live value: manager, operation and time as managedFields tells them. A person is never
/// recorded there.
final class LiveGutter extends HBox {

  LiveGutter(FieldCard card, Words words) {
    super(8);
    getStyleClass().add("gutter");
    setAlignment(Pos.TOP_LEFT);
    setMinWidth(0);
    var owner = card.change().owner();
    var text = new VBox();
    text.setMinWidth(0);
    HBox.setHgrow(text, Priority.ALWAYS);
    if (owner.isEmpty()) {
      var key = card.live().isEmpty() ? "environment.owner.not-there" : "environment.owner.nobody";
      text.getChildren().add(Texts.cut(Texts.caption(words.get(key))));
      getChildren().addAll(Avatar.icon("mdi2m-minus"), text);
      return;
    }
    var who = owner.get();
    var manager = Texts.cut(Texts.label(who.manager(), "gutter-manager"));
    var did = Texts.cut(Texts.caption(did(who, words)));
    who.time().ifPresent(t -> did.setTooltip(new Tooltip(t)));
    var person = Texts.cut(Texts.caption(words.get("environment.owner.person")));
    text.getChildren().addAll(manager, did, person);
    getChildren().addAll(Avatar.icon(icon(who.manager())), text);
  }

  private static String did(Owner owner, Words words) {
    var operation =
        owner.subresource().isEmpty()
            ? owner.operation()
            : owner.operation() + " " + owner.subresource();
    return owner
        .time()
        .flatMap(LiveGutter::instant)
        .map(t -> operation + " · " + When.of(t, Instant.now(), ZoneId.systemDefault(), words))
        .orElse(operation);
  }

  private static Optional<Instant> instant(String time) {
    try {
      return Optional.of(Instant.parse(time));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static String icon(String manager) {
    if (manager.startsWith("kubectl")) {
      return "mdi2c-console-line";
    }
    return manager.endsWith("controller") || manager.endsWith("controller-manager")
        ? "mdi2c-cog-outline"
        : "mdi2r-robot-outline";
  }
}
