package dev.plumbline.engine;

import dev.plumbline.plan.SyncRecord;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

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
  /// @param link a `plumbline://` link to follow. It may come from anybody; the window says why
  ///   when it is not followed
  int window(Optional<Path> folder, Optional<Path> kubeconfig, Optional<String> link);

  /// Opens the window on the demo and returns its exit code when it is closed. Where no window can
  /// be opened it says so and takes the tour instead.
  ///
  /// @param tour where the pictures of the tour go then
  /// @param said hears what is going on, for a person
  int demo(Path tour, Consumer<String> said);

  /// Walks the main job on the demo without a display, with a picture of each step.
  ///
  /// @param folder where the pictures and a summary go
  /// @param said hears each step
  /// @return the exit code
  int tour(Path folder, Consumer<String> said);

  /// Starts a sandbox.
  ///
  /// @param port where to listen; 0 takes a free one
  /// @param kubeconfig where to write its kubeconfig, readable by this person only; a file that is
  ///   no sandbox's is not overwritten (`Refused`)
  RunningSandbox sandbox(int port, Optional<Path> kubeconfig);

  /// A sandbox that runs until it is closed.
  interface RunningSandbox extends AutoCloseable {

    /// Its URL.
    String server();

    /// A kubeconfig for it, with its token: a secret.
    String kubeconfig();

    /// Ends it and deletes the kubeconfig that was written.
    @Override
    void close();
  }
}
