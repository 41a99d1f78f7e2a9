package dev.plumbline.ui.kit;

import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.Window;

/// The system's own dialogs, behind an interface because a test cannot drive them.
public interface Choosers {

  /// Asks for a folder; empty when the person thinks better of it, or when there is no such dialog.
  Optional<Path> folder(Window owner, String title, Optional<Path> start);

  /// The dialogs of this system.
  static Choosers system() {
    return (owner, title, start) -> {
      var chooser = new DirectoryChooser();
      chooser.setTitle(title);
      start.map(Path::toFile).filter(f -> f.isDirectory()).ifPresent(chooser::setInitialDirectory);
      try {
        return Optional.ofNullable(chooser.showDialog(owner)).map(f -> f.toPath());
      } catch (UnsupportedOperationException e) {
        // a platform without such a dialog: the path can be typed
        return Optional.empty();
      }
    };
  }
}
