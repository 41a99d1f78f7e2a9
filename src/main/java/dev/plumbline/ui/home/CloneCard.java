package dev.plumbline.ui.home;

import dev.plumbline.engine.Work;
import dev.plumbline.ui.kit.Buttons;
import dev.plumbline.ui.kit.Choosers;
import dev.plumbline.ui.kit.Icons;
import dev.plumbline.ui.kit.Texts;
import dev.plumbline.ui.kit.Tone;
import dev.plumbline.ui.kit.Words;
import java.nio.file.Path;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Cloning by address: the form, said in words as it is typed; then how far the clone is; then why
/// it failed, which the welcome says, with the form as it was.
final class CloneCard {

  private final CloneModel model;
  private final Words words;
  private final Way way;
  private final TextField url = new TextField();
  private final TextField folder = new TextField();
  private final Label understood = Texts.wrapped(Texts.caption(""));
  private final Label into = Texts.wrapped(Texts.caption(""));
  private final VBox form;
  private final Button begin;
  private final Button cancel;
  private final VBox running = new VBox(8);
  private final Label title = Texts.cutMiddle(Texts.mono(""));
  private final Label doing = Texts.cut(Texts.second(""));
  private final Label far = Texts.second("");
  private final ProgressBar bar = new ProgressBar(0);

  CloneCard(CloneModel model, Words words, Choosers choosers) {
    this.model = model;
    this.words = words;
    way = new Way("clone", "mdi2c-cloud-download-outline", words.get("home.clone.title"));
    url.setId("clone-url");
    url.setPromptText(words.get("home.clone.prompt"));
    url.textProperty().bindBidirectional(model.url());
    url.setOnAction(e -> go());
    understood.setId("clone-understood");
    folder.setId("clone-folder");
    folder.setPromptText(words.get("home.clone.folder.prompt"));
    folder.textProperty().bindBidirectional(model.folder());
    folder.setOnAction(e -> go());
    into.setId("clone-into");
    var change =
        Buttons.plain(
            "clone-choose",
            words.get("home.open.choose"),
            () ->
                choosers
                    .folder(
                        url.getScene().getWindow(),
                        words.get("home.clone.folder"),
                        HomeModel.folder(folder.getText()).map(Path::getParent))
                    .ifPresent(this::within));
    form =
        new VBox(
            8,
            new VBox(4, Way.field("clone-url-name", words.get("home.clone.url"), url), understood),
            new VBox(
                4,
                Way.field("clone-folder-name", words.get("home.clone.folder"), folder, change),
                into));
    running(way);
    begin = Buttons.plain("clone-go", words.get("home.clone.verb"), this::go);
    cancel = Buttons.plain("clone-cancel", words.get("home.clone.cancel"), model::cancel);
    model.address().subscribe(a -> say());
    model.into().subscribe(i -> say());
    model.going().subscribe(g -> draw());
  }

  private void running(Way card) {
    title.setId("clone-title");
    doing.setId("clone-doing");
    far.setId("clone-far");
    far.setMinWidth(Region.USE_PREF_SIZE);
    bar.setId("clone-bar");
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setAccessibleText(words.get("home.clone.title"));
    HBox.setHgrow(doing, Priority.ALWAYS);
    doing.setMaxWidth(Double.MAX_VALUE);
    var line = new HBox(8, doing, far);
    line.setAlignment(Pos.CENTER_LEFT);
    running.getChildren().addAll(title, bar, line);
    card.body().getChildren().addAll(Way.about(words.get("home.clone.what")), form);
  }

  /// Begins, or goes where something is missing.
  void go() {
    if (model.ready()) {
      model.begin();
    } else {
      (model.address().get() instanceof Address.Whole ? folder : url).requestFocus();
    }
  }

  /// A folder that a person chose is where the clone's own folder is put.
  private void within(Path parent) {
    var name = HomeModel.folder(folder.getText()).map(HomeModel::name);
    folder.setText(name.map(parent::resolve).orElse(parent).toString());
  }

  private void draw() {
    var body = way.body().getChildren();
    body.remove(1, body.size());
    switch (model.going().get()) {
      case CloneModel.Going.Form _, CloneModel.Going.Failed _ -> {
        body.add(form);
        boolean had = cancel.isFocused();
        way.verb(begin);
        if (had) {
          begin.requestFocus();
        }
      }
      case CloneModel.Going.Running(Work.View view) -> {
        body.add(running);
        boolean had = begin.isFocused() || url.isFocused() || folder.isFocused();
        way.verb(cancel);
        show(view);
        if (had) {
          cancel.requestFocus();
        }
      }
    }
  }

  private void show(Work.View view) {
    title.setText(view.title());
    doing.setText(view.doing().isEmpty() ? words.get("home.clone.asking") : view.doing());
    boolean counted = view.total() > 0;
    far.setText(
        counted ? words.get("home.clone.of", number(view.done()), number(view.total())) : "");
    bar.setProgress(counted ? (double) view.done() / view.total() : 0);
  }

  private static String number(int n) {
    return String.format(java.util.Locale.ENGLISH, "%,d", n);
  }

  private void say() {
    switch (model.address().get()) {
      case Address.Nothing n -> tell(understood, words.get("home.clone.examples"), Tone.NEUTRAL);
      case Address.Odd(String word, String about) ->
          tell(understood, words.get(word, about), Tone.WARNING);
      case Address.Whole(Address.Way by, String host, String name) ->
          tell(
              understood,
              words.get(
                  switch (by) {
                    case HTTPS -> "home.clone.by.https";
                    case HTTP -> "home.clone.by.http";
                    case GIT -> "home.clone.by.git";
                    case SSH -> "home.clone.by.ssh";
                    case FILE -> "home.clone.by.file";
                  },
                  name,
                  host),
              by == Address.Way.HTTP || by == Address.Way.GIT ? Tone.WARNING : Tone.SUCCESS);
    }
    switch (model.into().get()) {
      case NOTHING -> tell(into, words.get("home.clone.into.nothing"), Tone.NEUTRAL);
      case LOOKING -> tell(into, words.get("home.clone.into.looking"), Tone.NEUTRAL);
      case FREE -> tell(into, words.get("home.clone.into.free"), Tone.SUCCESS);
      case TAKEN -> tell(into, words.get("home.clone.into.taken"), Tone.WARNING);
      case NO_PATH -> tell(into, words.get("home.clone.into.no-path"), Tone.WARNING);
    }
  }

  private static void tell(Label label, String text, Tone tone) {
    label.setText(text);
    label.setGraphic(
        switch (tone) {
          case SUCCESS -> Icons.toned("mdi2c-check", 12, Tone.SUCCESS);
          case WARNING -> Icons.toned("mdi2a-alert-outline", 12, Tone.WARNING);
          default -> null;
        });
  }

  Region root() {
    return way.root();
  }
}
