package dev.plumbline.git;

import dev.plumbline.model.Cancel;
import dev.plumbline.model.Changes;
import dev.plumbline.model.Changes.How;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/// The files that differ between two trees, as `git diff-tree -r --no-renames --name-status`. Only
/// folders that differ are read.
final class FilesChanged {

  /// More files are counted, not named.
  static final int NAMED = 200;

  private FilesChanged() {}

  /// @param before the tree before; empty for the first commit
  static Changes between(
      Objects objects,
      ObjectReader reader,
      Optional<ObjectId> before,
      ObjectId after,
      Cancel cancel) {
    var files = new ArrayList<Changes.File>();
    int more = 0;
    try (var walk = new TreeWalk(reader)) {
      walk.setRecursive(true);
      walk.setFilter(TreeFilter.ANY_DIFF);
      if (before.isPresent()) {
        walk.addTree(before.get());
      } else {
        walk.addTree(new EmptyTreeIterator());
      }
      walk.addTree(after);
      while (walk.next()) {
        cancel.check();
        int was = mode(walk.getRawMode(0));
        int is = mode(walk.getRawMode(1));
        if (was == is && walk.idEqual(0, 1)) {
          continue;
        }
        if (files.size() == NAMED) {
          more++;
        } else {
          files.add(new Changes.File(path(walk), how(was, is)));
        }
      }
      return new Changes(files, more);
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw objects.corrupt(after.name(), e);
    }
  }

  private static int mode(int raw) {
    return raw == 0 ? 0 : PathAt.canonical(raw);
  }

  private static String path(TreeWalk walk) {
    return new String(walk.getRawPath(), StandardCharsets.UTF_8);
  }

  private static How how(int was, int is) {
    return was == 0 ? How.ADDED : is == 0 ? How.DELETED : How.MODIFIED;
  }
}
