package dev.plumbline.git;

import dev.plumbline.model.Commit.Person;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.Repository;

/// Writes through JGit's inserter, after a check that everything an object names is there.
final class ObjectWriter implements GitWriter {

  private final Repository repository;
  private final Path folder;
  private final Objects objects;
  private final RefWriter refs;

  ObjectWriter(Repository repository, Path folder, Objects objects) {
    this.repository = repository;
    this.folder = folder;
    this.objects = objects;
    this.refs = new RefWriter(repository, folder);
  }

  @Override
  public String blob(byte[] content) {
    return insert(Constants.OBJ_BLOB, content);
  }

  @Override
  public String tree(Optional<String> base, Map<String, Change> changes) {
    try (var reader = objects.reader();
        var inserter = repository.newObjectInserter()) {
      var root = base.map(b -> objects.tree(reader, objects.id(b)));
      changes
          .values()
          .forEach(change -> {
            if (change instanceof Change.Put put) {
              mustBeThere(put);
            }
          });
      var tree = new TreeEdit(objects, reader, inserter).apply(root, Folder.of(changes));
      inserter.flush();
      return tree.name();
    } catch (IOException e) {
      throw notWritten(e);
    }
  }

  private void mustBeThere(Change.Put put) {
    switch (put.kind()) {
      case FILE, EXECUTABLE, LINK -> check(put.id(), Constants.OBJ_BLOB);
      case FOLDER -> check(put.id(), Constants.OBJ_TREE);
      // The commit of a submodule is in another repository.
      case SUBMODULE -> objects.id(put.id());
    }
  }

  private void check(String id, int type) {
    var wanted = objects.id(id);
    try (var reader = objects.reader()) {
      if (reader.open(wanted).getType() != type) {
        throw new ProblemException(
            new Problem.Invalid(
                id + " is not a " + Constants.typeString(type), folder.toString(), "", ""));
      }
    } catch (MissingObjectException e) {
      throw new ProblemException(
          new Problem.NotFound(
              "There is no " + Constants.typeString(type) + " " + id, folder.toString(), "", ""),
          e);
    } catch (IOException e) {
      throw objects.corrupt(id, e);
    }
  }

  @Override
  public String commit(
      String tree, List<String> parents, Person author, Person committer, String message) {
    check(tree, Constants.OBJ_TREE);
    parents.forEach(p -> check(p, Constants.OBJ_COMMIT));
    return insert(
        Constants.OBJ_COMMIT, ObjectText.commit(tree, parents, author, committer, message));
  }

  @Override
  public String tag(String name, String target, Person tagger, String message) {
    var ref = Constants.R_TAGS + name;
    refs.mayMove(ref);
    check(target, Constants.OBJ_COMMIT);
    var id = insert(Constants.OBJ_TAG, ObjectText.tag(name, target, tagger, message));
    refs.update(ref, ObjectId.fromString(id), ObjectId.zeroId());
    return id;
  }

  @Override
  public void updateRef(String name, String id, Optional<String> expected) {
    refs.mayMove(name);
    check(id, Constants.OBJ_COMMIT);
    refs.update(name, objects.id(id), expected.map(objects::id).orElse(ObjectId.zeroId()));
  }

  @Override
  public void deleteRef(String name, String expected) {
    refs.mayMove(name);
    refs.delete(name, objects.id(expected));
  }

  private String insert(int type, byte[] bytes) {
    try (ObjectInserter inserter = repository.newObjectInserter()) {
      var id = inserter.insert(type, bytes);
      inserter.flush();
      return id.name();
    } catch (IOException e) {
      throw notWritten(e);
    }
  }

  private ProblemException notWritten(IOException e) {
    return new ProblemException(
        new Problem.Unexpected(
            "The repository cannot be written into",
            folder.toString(),
            "Check its owner and the free space of the disk",
            Objects.words(e)),
        e);
  }
}
