package dev.plumbline.ui.shell;

import dev.plumbline.engine.Session;
import dev.plumbline.model.Cancel;
import dev.plumbline.ui.kit.Fx;
import dev.plumbline.ui.kit.Keys;
import dev.plumbline.ui.kit.Look;
import dev.plumbline.ui.kit.Nav;
import dev.plumbline.ui.kit.Words;
import java.util.List;
import java.util.Optional;

/// What may lie over the window: the palette, the keys, the notices, words to wait by.
final class Sheets {

  private static final int COMMITS = 500;
  private static final int RECENT = 8;

  private final Session session;
  private final Fx fx;
  private final Words words;
  private final Nav nav;
  private final Offers offers;
  private final Overlay overlay = new Overlay();
  private Cancel reading = new Cancel();

  Sheets(Session session, Fx fx, Words words, Nav nav, Offers offers) {
    this.session = session;
    this.fx = fx;
    this.words = words;
    this.nav = nav;
    this.offers = offers;
  }

  Overlay overlay() {
    return overlay;
  }

  void help(Look look) {
    var sheet =
        new KeysSheet(
            words,
            overlay::hide,
            () -> {
              overlay.hide();
              nav.go(new dev.plumbline.ui.kit.Place.Settings());
            });
    overlay.show(sheet.root(), sheet.focus(), overlay::hide, look.still());
  }

  void notices(List<Notices.Notice> notices, Look look) {
    var sheet =
        new NoticesSheet(
            words,
            notices,
            place -> {
              overlay.hide();
              nav.go(place);
            },
            overlay::hide);
    overlay.show(sheet.root(), sheet.focus(), overlay::hide, look.still());
  }

  /// @param verbs of the present place
  void palette(List<Keys> verbs, Look look) {
    var recent = Remembered.of(session.preferences().get()).palette();
    var sheet = new Palette(words, offers.at(verbs), recent, look.size(), this::run);
    overlay.show(sheet.root(), sheet.focus(), this::leave, look.still());
    reading.cancel();
    if (session.overview().get().repository().isPresent()) {
      reading =
          fx.slow(
              cancel -> session.history(Optional.empty(), COMMITS, cancel),
              commits -> sheet.add(offers.commits(commits)),
              // commits are a convenience here; History tells why they cannot be read
              problem -> {});
    }
  }

  private void leave() {
    reading.cancel();
    overlay.hide();
  }

  private void run(PaletteEntry entry) {
    leave();
    session.prefer(p ->
        Remembered.palette(p, PaletteEntry.used(Remembered.of(p).palette(), entry.id(), RECENT)));
    entry.act().run();
  }

  /// Lays words and a Cancel over the window.
  WaitSheet wait(String title, String what, Runnable cancel) {
    var sheet =
        new WaitSheet(
            words,
            title,
            what,
            () -> {
              overlay.hide();
              cancel.run();
            });
    overlay.show(sheet.root(), sheet.focus(), sheet.cancel(), true);
    return sheet;
  }
}
