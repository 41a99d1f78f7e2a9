package dev.plumbline.git;

import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import java.io.IOException;
import java.nio.file.Path;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.InvalidObjectIdException;
import org.eclipse.jgit.errors.LargeObjectException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;

/// Reads objects by id and turns everything JGit throws on the way into a [Problem] that names the
/// object.
final class Objects {

  /// A file of the configuration that is larger is no manifest; JGit would keep it on the heap.
  private static final int MOST_BYTES = 64 << 20;

  private final Repository repository;
  private final Path folder;
  private final boolean partial;

  /// @param partial whether objects may be missing because the clone was made with a filter
  Objects(Repository repository, Path folder, boolean partial) {
    this.repository = repository;
    this.folder = folder;
    this.partial = partial;
  }

  /// A reader for one piece of work on one thread; close it.
  ObjectReader reader() {
    return repository.newObjectReader();
  }

  /// The bytes of an object of a type (`Constants.OBJ_…`).
  byte[] bytes(ObjectReader reader, AnyObjectId id, int type) {
    try {
      return reader.open(id, type).getCachedBytes(MOST_BYTES);
    } catch (LargeObjectException e) {
      throw tooLarge(id, e);
    } catch (MissingObjectException e) {
      throw missing(id, type, e);
    } catch (IncorrectObjectTypeException e) {
      throw new ProblemException(
          new Problem.Invalid(
              id.name() + " is not a " + Constants.typeString(type),
              folder.toString(),
              "",
              words(e)),
          e);
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw corrupt(id.name(), e);
    }
  }

  /// The tree of a commit, or the tree itself. `Invalid` for anything else.
  ObjectId tree(ObjectReader reader, ObjectId id) {
    try (var walk = new RevWalk(reader)) {
      return walk.parseTree(id).copy();
    } catch (MissingObjectException e) {
      throw missing(id, Constants.OBJ_TREE, e);
    } catch (IncorrectObjectTypeException e) {
      throw new ProblemException(
          new Problem.Invalid(
              id.name() + " is neither a commit nor a tree", folder.toString(), "", words(e)),
          e);
    } catch (IOException e) {
      throw corrupt(id.name(), e);
    }
  }

  /// An id from its 40 digits; `Invalid` when it is none.
  ObjectId id(String digits) {
    try {
      return ObjectId.fromString(digits);
    } catch (InvalidObjectIdException e) {
      throw new ProblemException(
          new Problem.Invalid(digits + " is not an object id", folder.toString(), "", words(e)), e);
    }
  }

  private ProblemException tooLarge(AnyObjectId id, LargeObjectException e) {
    return new ProblemException(
        new Problem.Invalid(
            "The object " + id.name() + " is larger than " + (MOST_BYTES >> 20) + " MiB",
            folder.toString(),
            "Keep large files out of the configuration repository",
            ""),
        e);
  }

  private ProblemException missing(AnyObjectId id, int type, MissingObjectException e) {
    var what = "The " + Constants.typeString(type) + " " + id.name() + " is missing";
    var toDo =
        partial
            ? "This clone was made with a filter: run git fetch --refetch --no-filter"
            : "Run git fsck";
    return new ProblemException(new Problem.Unexpected(what, folder.toString(), toDo, words(e)), e);
  }

  /// An object, or the repository itself, cannot be read.
  ProblemException corrupt(String object, Exception e) {
    return new ProblemException(
        new Problem.Unexpected(
            "The object " + object + " cannot be read",
            folder.toString(),
            "Run git fsck",
            words(e)),
        e);
  }

  static String words(Exception e) {
    var message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message;
  }
}
