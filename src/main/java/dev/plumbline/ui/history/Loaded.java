package dev.plumbline.ui.history;

import dev.plumbline.model.Commit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Commits as they were read, newest first, and what names them.
///
/// @param environment whose folder; empty for the whole repository
/// @param more whether there are older ones that were not read
record Loaded(
    Optional<String> environment,
    List<Commit> commits,
    Map<String, List<String>> refs,
    boolean more) {

  Loaded {
    commits = List.copyOf(commits);
    refs = Map.copyOf(refs);
  }

  /// The branch and tag names of a commit.
  List<String> refsOf(Commit commit) {
    return refs.getOrDefault(commit.id(), List.of());
  }

  /// Those whose subject, body, author, id or refs hold every word; an id matches by its beginning.
  List<Commit> matching(String query) {
    var words = query.toLowerCase(Locale.ROOT).strip();
    if (words.isEmpty()) {
      return commits;
    }
    var each = words.split("\\s+");
    return commits.stream().filter(c -> matches(c, each)).toList();
  }

  private boolean matches(Commit commit, String[] words) {
    var text =
        String.join(
                "\n",
                commit.subject(),
                commit.body(),
                commit.author().name(),
                commit.author().email(),
                String.join("\n", refsOf(commit)))
            .toLowerCase(Locale.ROOT);
    for (var word : words) {
      if (!text.contains(word) && !commit.id().startsWith(word)) {
        return false;
      }
    }
    return true;
  }
}
