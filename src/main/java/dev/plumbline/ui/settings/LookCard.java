package dev.plumbline.ui.settings;

import dev.plumbline.engine.Session;
import dev.plumbline.ui.kit.Buttons;
import dev.plumbline.ui.kit.Card;
import dev.plumbline.ui.kit.Look;
import dev.plumbline.ui.kit.Segmented;
import dev.plumbline.ui.kit.Segmented.Choice;
import dev.plumbline.ui.kit.Texts;
import dev.plumbline.ui.kit.Words;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Theme, density, text size, motion.
final class LookCard {

  private final SettingsModel model;
  private final Words words;
  private final Card card;
  private final Map<Session.Theme, RadioButton> themes = new EnumMap<>(Session.Theme.class);
  private final Segmented density;
  private final Segmented motion;
  private final Label size = Texts.mono("");
  private final Button smaller;
  private final Button larger;
  private final Button usual;

  LookCard(SettingsModel model, Words words) {
    this.model = model;
    this.words = words;
    card = new Card("look", Texts.head(words.get("settings.look")));
    card.setMinWidth(Region.USE_PREF_SIZE);
    card.setMaxHeight(Region.USE_PREF_SIZE);
    density = new Segmented("density", words.get("settings.density"));
    motion = new Segmented("motion", words.get("settings.motion"));
    smaller =
        Buttons.icon(
            "text-smaller", "mdi2m-minus", words.get("settings.size.smaller"), () -> by(-1));
    larger =
        Buttons.icon("text-larger", "mdi2p-plus", words.get("settings.size.larger"), () -> by(1));
    usual =
        Buttons.flat(
            "text-usual",
            words.get("settings.size.usual"),
            () -> model.look(l -> l.withSize(Look.USUAL)));
    size.setMinWidth(Region.USE_PREF_SIZE);
    var sizes = new HBox(4, smaller, size, larger, usual);
    sizes.setAlignment(Pos.CENTER_LEFT);
    var form =
        new VBox(
            16,
            line("settings.theme", themes()),
            line("settings.density", density),
            line("settings.size", sizes),
            line("settings.motion", motion));
    form.getStyleClass().add("form");
    card.body().getChildren().add(form);
  }

  Region root() {
    return card;
  }

  private void by(double px) {
    model.look(l -> l.withSize(l.size() + px));
  }

  private VBox line(String word, Node control) {
    return new VBox(6, Texts.second(words.get(word)), control);
  }

  private VBox themes() {
    var group = new ToggleGroup();
    var list = new VBox(2);
    for (var theme : Session.Theme.values()) {
      var radio =
          new RadioButton(words.get("settings.theme." + theme.name().toLowerCase(Locale.ROOT)));
      radio.setId("theme-" + theme.name().toLowerCase(Locale.ROOT));
      radio.setAccessibleText(radio.getText());
      radio.setToggleGroup(group);
      radio.setOnAction(e -> model.theme(theme));
      themes.put(theme, radio);
      list.getChildren().add(radio);
    }
    return list;
  }

  void show(Session.Preferences preferences) {
    themes.forEach((theme, radio) -> radio.setSelected(theme == preferences.theme()));
    var look = Look.of(preferences);
    density.show(
        List.of(
            choice("density-cosy", false, words.get("settings.density.cosy")),
            choice("density-compact", true, words.get("settings.density.compact"))),
        look.compact(),
        compact -> model.look(l -> l.withCompact(compact)));
    motion.show(
        Stream.of(Look.Motion.values())
            .map(m -> {
              var name = m.name().toLowerCase(Locale.ROOT);
              return choice("motion-" + name, m, words.get("settings.motion." + name));
            })
            .toList(),
        look.motion(),
        m -> model.look(l -> l.withMotion(m)));
    size.setText(words.get("settings.size.px", Math.round(look.size())));
    smaller.setDisable(look.size() <= Look.SMALLEST);
    larger.setDisable(look.size() >= Look.LARGEST);
    usual.setVisible(look.size() != Look.USUAL);
  }

  private static <T> Choice<T> choice(String id, T value, String text) {
    return new Choice<>(id, value, text, text, List.of());
  }
}
