package dev.plumbline.model;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// What an environment should be at a revision: the manifests that could be read, and a problem for
/// each document that could not. A set with problems is never "everything"; nothing may be pruned
/// on its word.
///
/// @param pathsRead every repository path that the rendering read (with `/`)
/// @param warnings remarks that do not make a document unreadable (a duplicate key, lost precision)
public record ManifestSet(
    List<Manifest> manifests,
    List<Problem> problems,
    SortedSet<String> pathsRead,
    List<Warning> warnings) {

  public ManifestSet {
    manifests = List.copyOf(manifests);
    problems = List.copyOf(problems);
    pathsRead = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(pathsRead));
    warnings = List.copyOf(warnings);
  }

  /// A remark on a document that was read.
  public record Warning(Origin origin, String text) {}
}
