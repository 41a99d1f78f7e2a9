package dev.plumbline.git;

import dev.plumbline.git.GitWriter.Change;
import dev.plumbline.git.GitWriter.Change.Put;
import dev.plumbline.git.GitWriter.Change.Removed;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.lib.ObjectChecker;

/// Changes as a tree: what is removed or put at a name, and what changes below it.
final class Folder {

  private final Map<String, Folder> children = new LinkedHashMap<>();
  private boolean removed;
  private Optional<Put> put = Optional.empty();

  private Folder() {}

  static Folder of(Map<String, Change> changes) {
    var root = new Folder();
    // In the order of paths, so that a folder is seen before what is below it.
    new TreeMap<>(changes).forEach((path, change) -> root.at(path).becomes(change));
    root.check("");
    return root;
  }

  private Folder at(String path) {
    checkPath(path);
    var folder = this;
    for (var name : path.split("/", -1)) {
      folder = folder.children.computeIfAbsent(name, n -> new Folder());
    }
    return folder;
  }

  private void becomes(Change change) {
    switch (change) {
      case Removed() -> removed = true;
      case Put p -> put = Optional.of(p);
    }
  }

  /// Whether anything below this is put; throws when it is put itself, too.
  private boolean check(String path) {
    boolean below = false;
    for (var child : children.entrySet()) {
      below |=
          child.getValue().check(path.isEmpty() ? child.getKey() : path + "/" + child.getKey());
    }
    if (below && put.isPresent()) {
      throw invalid(path, "is put, and so is something below it");
    }
    return below || put.isPresent();
  }

  Map<String, Folder> children() {
    return children;
  }

  /// Whether what was there goes first.
  boolean removed() {
    return removed;
  }

  Optional<Put> put() {
    return put;
  }

  /// As `git fsck --strict`: no `.git` in any spelling of any file system, no `..`.
  private static void checkPath(String path) {
    try {
      if (!StandardCharsets.UTF_8.newEncoder().canEncode(path)) {
        throw invalid(path, "is not valid Unicode");
      }
      new ObjectChecker().setSafeForMacOS(true).checkPath(path);
    } catch (CorruptObjectException e) {
      throw new ProblemException(
          new Problem.Invalid("Git does not accept the path " + path, "", "", Objects.words(e)), e);
    }
  }

  private static ProblemException invalid(String path, String why) {
    return new ProblemException(new Problem.Invalid("The path " + path + " " + why, "", "", ""));
  }
}
