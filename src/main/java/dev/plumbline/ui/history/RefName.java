package dev.plumbline.ui.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What names a commit. Pure.
///
/// @param full `refs/remotes/origin/main`
/// @param text as a person says it: `origin/main`; a branch that its remote also has there says
///   both
record RefName(Kind kind, String full, String text) {

  /// What kind of name; in the order in which they are shown.
  enum Kind {
    BRANCH,
    REMOTE,
    TAG,
    OTHER
  }

  static RefName of(String full) {
    for (var known :
        List.of(
            new RefName(Kind.BRANCH, "refs/heads/", ""),
            new RefName(Kind.REMOTE, "refs/remotes/", ""),
            new RefName(Kind.TAG, "refs/tags/", ""))) {
      if (full.startsWith(known.full)) {
        return new RefName(known.kind, full, full.substring(known.full.length()));
      }
    }
    return new RefName(Kind.OTHER, full, full);
  }

  /// In the order in which they are shown, without the HEAD of a remote, which only repeats one.
  static List<RefName> of(List<String> names) {
    var all = new ArrayList<RefName>();
    for (var name : names) {
      if (!name.matches("refs/remotes/[^/]+/HEAD")) {
        all.add(of(name));
      }
    }
    all.sort(Comparator.comparing(RefName::kind).thenComparing(RefName::text));
    return all;
  }
}
