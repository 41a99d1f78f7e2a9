package dev.plumbline.ui.settings;

import dev.plumbline.ui.kit.Banner;
import dev.plumbline.ui.kit.Bindings;
import dev.plumbline.ui.kit.Buttons;
import dev.plumbline.ui.kit.Card;
import dev.plumbline.ui.kit.Keys;
import dev.plumbline.ui.kit.Texts;
import dev.plumbline.ui.kit.Tone;
import dev.plumbline.ui.kit.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Every key: press Change, then the keys. Keys that another verb has are told, and taken only when
/// a person says so.
final class KeysCard {

  private final SettingsModel model;
  private final Words words;
  private final Card card = new Card("keys");
  private final Button all;
  private Bindings bindings = Bindings.USUAL;
  private Optional<Keys> asking = Optional.empty();
  private Optional<Refused> refused = Optional.empty();

  /// Keys that were typed and not taken.
  ///
  /// @param holder the verb that has them; empty when they can be no verb
  private record Refused(Keys wanted, KeyCodeCombination keys, Optional<Keys> holder) {}

  KeysCard(SettingsModel model, Words words) {
    this.model = model;
    this.words = words;
    all =
        Buttons.flat(
            "keys-reset-all", words.get("settings.keys.reset-all"), () -> change(Bindings.USUAL));
    card.header()
        .getChildren()
        .setAll(
            Texts.head(words.get("settings.keys")),
            Texts.second(words.get("settings.keys.what")),
            Texts.spacer(),
            all);
  }

  Region root() {
    return card;
  }

  void show(Map<String, List<String>> settings) {
    bindings = Bindings.of(settings);
    draw();
  }

  private void draw() {
    all.setVisible(!bindings.words().isEmpty());
    var columns = new HBox(24);
    columns.getStyleClass().add("key-table");
    var keys = List.of(Keys.values());
    int half = (keys.size() + 1) / 2;
    columns
        .getChildren()
        .addAll(column(keys.subList(0, half)), column(keys.subList(half, keys.size())));
    card.body().getChildren().setAll(columns);
  }

  private VBox column(List<Keys> keys) {
    var column = new VBox();
    HBox.setHgrow(column, Priority.ALWAYS);
    for (var key : keys) {
      column.getChildren().add(row(key));
      refused.filter(r -> r.wanted() == key).ifPresent(r -> column.getChildren().add(told(r)));
    }
    return column;
  }

  private Node row(Keys key) {
    var does = Texts.cut(Texts.body(words.get(key.word())));
    HBox.setHgrow(does, Priority.ALWAYS);
    does.setMaxWidth(Double.MAX_VALUE);
    var row = new HBox(8, does);
    var labels = bindings.of(key).stream().map(Keys::name).distinct().toList();
    boolean asked = asking.filter(key::equals).isPresent();
    if (asked) {
      row.getChildren().add(Texts.label(words.get("settings.keys.press"), "accent"));
    } else if (labels.isEmpty()) {
      row.getChildren().add(Texts.second(words.get("kit.key.none")));
    } else {
      labels.forEach(l -> row.getChildren().add(cap(l)));
    }
    if (bindings.chosen(key) && !asked) {
      row.getChildren()
          .add(
              named(
                  Buttons.flat(
                      "key-reset-" + key.id(),
                      words.get("settings.keys.reset"),
                      () -> change(bindings.usual(key))),
                  words.get("settings.keys.reset-what", does.getText())));
    }
    row.getChildren()
        .add(
            named(
                Buttons.flat(
                    "key-change-" + key.id(),
                    words.get(asked ? "settings.keys.leave" : "settings.keys.change"),
                    () -> ask(asked ? Optional.empty() : Optional.of(key))),
                words.get("settings.keys.change-what", does.getText(), String.join(", ", labels))));
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().addAll("row", "row-28", "plain-row");
    row.setAccessibleRole(AccessibleRole.TEXT);
    row.setAccessibleText(does.getText() + ": " + String.join(", ", labels));
    return row;
  }

  private static Button named(Button button, String name) {
    button.setAccessibleText(name);
    return button;
  }

  private static Node cap(String label) {
    var cap = Texts.label(label, "key-cap");
    cap.setMinWidth(Region.USE_PREF_SIZE);
    return cap;
  }

  private Node told(Refused told) {
    var typed = Keys.name(told.keys());
    var take =
        told.holder()
            .map(h ->
                List.of(
                    Buttons.plain(
                        "key-take",
                        words.get("settings.keys.take"),
                        () -> change(bindings.with(told.wanted(), told.keys())))))
            .orElse(List.of());
    return new Banner(
        "key-refused",
        Tone.WARNING,
        told.holder()
            .map(h -> words.get("settings.keys.taken", typed, words.get(h.word())))
            .orElseGet(() -> words.get("settings.keys.reserved", typed)),
        "",
        "",
        take);
  }

  private void ask(Optional<Keys> key) {
    asking = key;
    refused = Optional.empty();
    redraw(key);
  }

  private void redraw(Optional<Keys> focus) {
    draw();
    focus.map(k -> card.lookup("#key-change-" + k.id())).ifPresent(Node::requestFocus);
  }

  /// The keys that were asked for.
  ///
  /// @return whether they were asked for
  boolean typed(KeyEvent event) {
    if (asking.isEmpty()) {
      return false;
    }
    var key = asking.get();
    Bindings.typed(event).ifPresent(keys -> typed(key, keys));
    return true;
  }

  private void typed(Keys key, KeyCodeCombination keys) {
    asking = Optional.empty();
    var holder = bindings.holder(keys).filter(h -> h != key);
    if (keys.getCode() == KeyCode.ESCAPE) {
      redraw(Optional.of(key));
    } else if (Bindings.reserved(keys) || holder.isPresent()) {
      refused = Optional.of(new Refused(key, keys, holder));
      redraw(Optional.of(key));
    } else {
      change(bindings.with(key, keys));
    }
  }

  private void change(Bindings next) {
    asking = Optional.empty();
    refused = Optional.empty();
    model.keys(next);
  }
}
