package dev.plumbline.render;

import dev.plumbline.model.FileTree;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where a path of a file tree leads when links are followed, as a file system would follow them.
sealed interface Place {

  /// More hops than this are a circle (Linux allows 40).
  int MOST_LINKS = 40;

  /// A file.
  ///
  /// @param links the links on the way, the path itself included when it is one
  record File(FileTree.Entry entry, List<FileTree.Entry> links) implements Place {}

  /// A folder, by its own path.
  record Folder(String path, List<FileTree.Entry> links) implements Place {}

  /// Nothing is there.
  record Missing() implements Place {}

  /// It leaves the repository, or goes in a circle.
  record Outside() implements Place {}

  /// It is, or leads into, a submodule.
  record Submodule(String path) implements Place {}

  /// Where a path leads.
  static Place of(FileTree tree, String path) {
    var left = new ArrayDeque<>(List.of(path.split("/", -1)));
    var links = new ArrayList<FileTree.Entry>();
    var here = "";
    while (!left.isEmpty()) {
      var segment = left.removeFirst();
      if (segment.isEmpty() || segment.equals(".")) {
        continue;
      }
      if (segment.equals("..")) {
        if (here.isEmpty()) {
          return new Outside();
        }
        here = parent(here);
        continue;
      }
      var next = here.isEmpty() ? segment : here + "/" + segment;
      var found = tree.entry(next);
      if (found.isEmpty()) {
        return new Missing();
      }
      var entry = found.get();
      switch (entry.kind()) {
        case FOLDER -> here = next;
        case SUBMODULE -> {
          return new Submodule(next);
        }
        case FILE, EXECUTABLE -> {
          return left.isEmpty() ? new File(entry, List.copyOf(links)) : new Missing();
        }
        case LINK -> {
          var target = new String(tree.bytes(entry), StandardCharsets.UTF_8);
          links.add(entry);
          if (target.startsWith("/") || links.size() > MOST_LINKS) {
            return new Outside();
          }
          List.of(target.split("/", -1)).reversed().forEach(left::addFirst);
        }
      }
    }
    return new Folder(here, List.copyOf(links));
  }

  /// A path relative to a folder, with `.` and `..` resolved by name alone; empty when it leaves
  /// the repository.
  static Optional<String> join(String folder, String relative) {
    if (relative.startsWith("/")) {
      return Optional.empty();
    }
    var segments = new ArrayDeque<String>();
    for (var segment : (folder + "/" + relative).split("/", -1)) {
      if (segment.equals("..")) {
        if (segments.pollLast() == null) {
          return Optional.empty();
        }
      } else if (!segment.isEmpty() && !segment.equals(".")) {
        segments.addLast(segment);
      }
    }
    return Optional.of(String.join("/", segments));
  }

  /// The folder that a path stands in.
  static String parent(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }

  /// The last part of a path.
  static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
