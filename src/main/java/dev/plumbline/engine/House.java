package dev.plumbline.engine;

import dev.plumbline.plan.SyncRecord;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What a face needs to open the house: each part is made when it is asked for, so that a verb pays
/// only for what it uses.
public interface House {

  /// Opens a clone or a bare repository. The caller closes it.
  ConfigRepository repository(Path folder);

  /// Contexts and mappings.
  ///
  /// @param kubeconfig the file that was named; else KUBECONFIG, else the default
  Targets targets(Optional<Path> kubeconfig);

  /// Makes manifests.
  Render render();

  /// Runs plans and records them.
  Sync sync();

  /// Clones and fetches.
  Remotes remotes();

  /// The activity log, newest first.
  List<SyncRecord> activity(Optional<String> environment, int limit);

  /// Opens the window and returns its exit code when it is closed.
  ///
  /// @param folder the repository to open; empty: the last one
  int window(Optional<Path> folder, Optional<Path> kubeconfig);
}
