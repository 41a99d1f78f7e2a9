package dev.plumbline.ui.shell;

import dev.plumbline.engine.Session;
import java.util.Optional;

/// What the application's window shows. For the FX thread only.
interface Shown {

  /// Ends what is shown; what is remembered of it is on its way into the settings.
  ///
  /// @return the session, to be closed where it may block; empty while there is none
  Optional<Session> leave();
}
