package dev.plumbline.git;

import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import java.io.IOException;
import java.nio.file.Path;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;

/// Moves refs from a known id to another, and none that is somebody else's.
final class RefWriter {

  private final Repository repository;
  private final Path folder;

  RefWriter(Repository repository, Path folder) {
    this.repository = repository;
    this.folder = folder;
  }

  /// Throws when this ref is not ours to move.
  void mayMove(String name) {
    if (!name.startsWith(Constants.R_REFS) || !Repository.isValidRefName(name)) {
      throw new ProblemException(
          new Problem.Invalid("Git does not accept the name " + name, folder.toString(), "", ""));
    }
    if (name.startsWith(Constants.R_REMOTES)) {
      throw refused(name + " says what the remote has, and only a fetch moves it", "");
    }
    try {
      var ref = repository.exactRef(name);
      if (ref != null && ref.isSymbolic()) {
        throw refused(name + " stands for " + ref.getTarget().getName(), "Name that one");
      }
      var where = new WorkTrees(repository).using(name);
      if (where.isPresent()) {
        throw refused(
            name + " is checked out in " + where.get(),
            "Write to another branch, or switch that work tree to one");
      }
    } catch (IOException e) {
      throw unreadable(name, e);
    }
  }

  void update(String name, ObjectId id, ObjectId expected) {
    try {
      var update = update(name, expected);
      update.setNewObjectId(id);
      done(name, update.forceUpdate());
    } catch (IOException e) {
      throw unreadable(name, e);
    }
  }

  void delete(String name, ObjectId expected) {
    try {
      done(name, update(name, expected).delete());
    } catch (IOException e) {
      throw unreadable(name, e);
    }
  }

  private RefUpdate update(String name, ObjectId expected) throws IOException {
    var update = repository.updateRef(name);
    update.setExpectedOldObjectId(expected);
    update.setForceUpdate(true);
    update.setRefLogMessage("plumbline", true);
    return update;
  }

  private void done(String name, RefUpdate.Result result) {
    switch (result) {
      case NEW, FORCED, FAST_FORWARD, NO_CHANGE -> {}
      case LOCK_FAILURE, REJECTED ->
          throw new ProblemException(
              new Problem.Conflict(
                  "Somebody else changed " + name,
                  folder.toString(),
                  "Look again",
                  result.toString()));
      case NOT_ATTEMPTED,
          REJECTED_CURRENT_BRANCH,
          RENAMED,
          IO_FAILURE,
          REJECTED_MISSING_OBJECT,
          REJECTED_OTHER_REASON ->
          throw new ProblemException(
              new Problem.Unexpected(
                  name + " could not be written", folder.toString(), "", result.toString()));
    }
  }

  private ProblemException refused(String what, String toDo) {
    return new ProblemException(new Problem.Refused(what, folder.toString(), toDo, ""));
  }

  private ProblemException unreadable(String name, IOException e) {
    return new ProblemException(
        new Problem.Unexpected(
            name + " could not be written", folder.toString(), "", Objects.words(e)),
        e);
  }
}
