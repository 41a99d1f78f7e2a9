package dev.plumbline.git;

import dev.plumbline.model.FileTree;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Revision;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.treewalk.TreeWalk;

/// The files of one commit in the object database. Safe for use by many threads.
final class GitTree implements FileTree {

  private final Objects objects;
  private final Revision revision;
  private final ObjectId root;

  GitTree(Objects objects, Revision revision, ObjectId root) {
    this.objects = objects;
    this.revision = revision;
    this.root = root;
  }

  @Override
  public Revision revision() {
    return revision;
  }

  @Override
  public List<Entry> under(String folder) {
    var path = normal(folder);
    var start = path.isEmpty() ? Optional.of(root) : tree(path);
    return start.map(tree -> files(path.isEmpty() ? "" : path + "/", tree)).orElse(List.of());
  }

  private Optional<ObjectId> tree(String path) {
    return entry(path).filter(e -> e.kind() == Kind.FOLDER).map(e -> ObjectId.fromString(e.id()));
  }

  private List<Entry> files(String prefix, ObjectId tree) {
    try (var reader = objects.reader();
        var walk = new TreeWalk(reader)) {
      walk.setRecursive(true);
      walk.addTree(tree);
      var entries = new ArrayList<Entry>();
      while (walk.next()) {
        var path = prefix + new String(walk.getRawPath(), StandardCharsets.UTF_8);
        entries.add(new Entry(path, kind(walk.getRawMode(0)), walk.getObjectId(0).name()));
      }
      return List.copyOf(entries);
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw objects.corrupt(
          e instanceof org.eclipse.jgit.errors.MissingObjectException missing
              ? missing.getObjectId().name()
              : tree.name(),
          e);
    }
  }

  @Override
  public Optional<Entry> entry(String path) {
    var normal = normal(path);
    if (normal.isEmpty()) {
      return Optional.of(new Entry("", Kind.FOLDER, root.name()));
    }
    try (var reader = objects.reader()) {
      var found = new PathAt(objects, reader, normal).in(root);
      return found.mode() == 0
          ? Optional.empty()
          : Optional.of(new Entry(normal, kind(found.mode()), found.id().name()));
    }
  }

  @Override
  public byte[] bytes(Entry entry) {
    return switch (entry.kind()) {
      case FILE, EXECUTABLE, LINK -> {
        try (var reader = objects.reader()) {
          yield objects.bytes(reader, ObjectId.fromString(entry.id()), Constants.OBJ_BLOB).clone();
        }
      }
      case FOLDER -> throw holdsNothing(entry, "is a folder, not a file");
      case SUBMODULE -> throw holdsNothing(entry, "is a submodule: its files are elsewhere");
    };
  }

  private ProblemException holdsNothing(Entry entry, String why) {
    return new ProblemException(
        new Problem.Invalid(entry.path() + " " + why, revision.shortId(), "", ""));
  }

  /// A path without the slash that may end it.
  static String normal(String path) {
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  private static Kind kind(int mode) {
    return switch (PathAt.canonical(mode)) {
      case 0040000 -> Kind.FOLDER;
      case 0100755 -> Kind.EXECUTABLE;
      case 0120000 -> Kind.LINK;
      case 0160000 -> Kind.SUBMODULE;
      default -> Kind.FILE;
    };
  }
}
