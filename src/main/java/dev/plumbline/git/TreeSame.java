package dev.plumbline.git;

import dev.plumbline.git.PathAt.Found;
import java.io.IOException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/// Whether two commits hold the same at a path, as Git's `TREESAME`: by the files below it, so that
/// neither an empty tree nor an old mode counts.
final class TreeSame {

  private final Objects objects;
  private final ObjectReader reader;
  private final PathAt path;

  TreeSame(Objects objects, ObjectReader reader, String path) {
    this.objects = objects;
    this.reader = reader;
    this.path = new PathAt(objects, reader, path);
  }

  /// Whether nothing differs at the path between two root trees.
  boolean same(ObjectId root, ObjectId other) {
    return root.equals(other) || same(path.in(root), path.in(other));
  }

  /// Whether a root tree holds nothing at the path.
  boolean empty(ObjectId root) {
    return same(path.in(root), Found.NOTHING);
  }

  private boolean same(Found a, Found b) {
    if (a.equals(b)) {
      return true;
    }
    boolean trees = (a.folder() || a.mode() == 0) && (b.folder() || b.mode() == 0);
    return trees && sameFiles(a, b);
  }

  private boolean sameFiles(Found a, Found b) {
    try (var walk = new TreeWalk(reader)) {
      walk.setRecursive(true);
      walk.setFilter(TreeFilter.ANY_DIFF);
      add(walk, a);
      add(walk, b);
      while (walk.next()) {
        if (!walk.idEqual(0, 1) || mode(walk.getRawMode(0)) != mode(walk.getRawMode(1))) {
          return false;
        }
      }
      return true;
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw objects.corrupt(a.id().name(), e);
    }
  }

  private static int mode(int raw) {
    return raw == 0 ? 0 : PathAt.canonical(raw);
  }

  private static void add(TreeWalk walk, Found found) throws IOException {
    if (found.folder()) {
      walk.addTree(found.id());
    } else {
      walk.addTree(new EmptyTreeIterator());
    }
  }
}
