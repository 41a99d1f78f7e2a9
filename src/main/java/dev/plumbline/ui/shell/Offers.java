package dev.plumbline.ui.shell;

import dev.plumbline.engine.Session;
import dev.plumbline.model.Commit;
import dev.plumbline.ui.kit.Condition;
import dev.plumbline.ui.kit.Keys;
import dev.plumbline.ui.kit.Nav;
import dev.plumbline.ui.kit.Place;
import dev.plumbline.ui.kit.Words;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// What the palette offers at a place.
final class Offers {

  private static final List<Keys> WINDOW =
      List.of(Keys.DRAWER, Keys.HELP, Keys.LARGER, Keys.SMALLER, Keys.USUAL_SIZE);

  private final Session session;
  private final Words words;
  private final Nav nav;
  private final Consumer<Keys> perform;

  Offers(Session session, Words words, Nav nav, Consumer<Keys> perform) {
    this.session = session;
    this.words = words;
    this.nav = nav;
    this.perform = perform;
  }

  /// Verbs of the place first, then environments, places, repositories, and what the window does.
  ///
  /// @param verbs the keys on which the present screen acts
  List<PaletteEntry> at(List<Keys> verbs) {
    var entries = new ArrayList<PaletteEntry>();
    verbs.forEach(k -> entries.add(verb(k, "mdi2p-play-circle-outline")));
    for (var e : session.overview().get().environments()) {
      var name = e.environment().name();
      var condition = Condition.of(e, words);
      entries.add(
          new PaletteEntry(
              "environment " + name,
              condition.mark().icon(),
              name,
              condition.word(),
              () -> nav.go(new Place.Environment(name))));
    }
    for (var key : List.of(Keys.HOME, Keys.HISTORY, Keys.ACTIVITY, Keys.SETTINGS)) {
      entries.add(verb(key, "mdi2a-arrow-right"));
    }
    for (var e : session.overview().get().environments()) {
      var name = e.environment().name();
      entries.add(
          new PaletteEntry(
              "history " + name,
              "mdi2s-source-branch",
              words.get("shell.palette.history", name),
              "",
              () -> nav.go(new Place.History(Optional.of(name)))));
    }
    repositories(entries);
    WINDOW.forEach(k -> entries.add(verb(k, "mdi2k-keyboard-outline")));
    return entries;
  }

  private PaletteEntry verb(Keys key, String icon) {
    return new PaletteEntry(
        "key " + key.id(), icon, words.get(key.word()), key.label(), () -> perform.accept(key));
  }

  private void repositories(List<PaletteEntry> entries) {
    var open = session.overview().get().repository();
    for (var folder : session.preferences().get().repositories()) {
      if (open.filter(folder::equals).isEmpty()) {
        entries.add(
            new PaletteEntry(
                "repository " + folder,
                "mdi2f-folder-outline",
                words.get("shell.palette.repository", name(folder)),
                shortened(folder),
                () -> session.open(folder)));
      }
    }
  }

  private static String shortened(Path folder) {
    return folder.getParent() == null ? "" : folder.getParent().toString();
  }

  static String name(Path folder) {
    return folder.getFileName() == null ? folder.toString() : folder.getFileName().toString();
  }

  /// Commits, found by their id or their subject.
  List<PaletteEntry> commits(List<Commit> commits) {
    return commits.stream()
        .map(c ->
            new PaletteEntry(
                "commit " + c.id(),
                "mdi2s-source-commit",
                c.shortId() + " " + c.subject(),
                c.author().name(),
                () -> nav.go(new Place.History(Optional.empty(), Optional.of(c.id())))))
        .toList();
  }
}
