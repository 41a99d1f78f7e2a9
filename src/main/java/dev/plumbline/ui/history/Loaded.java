package dev.plumbline.ui.history;

import dev.plumbline.model.Commit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Commits as they were read, newest first, and what names them.
///
/// @param environment whose folder; empty for the whole repository
/// @param all every commit that was read
/// @param main those that are reached by first parents alone
/// @param more whether there are older ones that were not read
record Loaded(
    Optional<String> environment,
    Listing all,
    Listing main,
    Map<String, List<RefName>> refs,
    boolean more) {

  /// Commits with the graph over them.
  ///
  /// @param graph empty where the commits between these are left out, so that no line would be true
  record Listing(List<Commit> commits, Optional<Lanes> graph) {
    Listing {
      commits = List.copyOf(commits);
    }
  }

  Loaded {
    refs = Map.copyOf(refs);
  }

  /// @param before what was read before, when these only go further back
  static Loaded of(
      Optional<String> environment,
      List<Commit> commits,
      Map<String, List<String>> refs,
      boolean more,
      Optional<Loaded> before) {
    if (environment.isPresent()) {
      var plain = new Listing(commits, Optional.empty());
      return new Loaded(environment, plain, plain, named(refs), more);
    }
    var main = firstParents(commits);
    return new Loaded(
        environment,
        new Listing(commits, Optional.of(lanes(commits, false, before.map(Loaded::all)))),
        new Listing(main, Optional.of(lanes(main, true, before.map(Loaded::main)))),
        named(refs),
        more);
  }

  private static Map<String, List<RefName>> named(Map<String, List<String>> refs) {
    return refs.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> RefName.of(e.getValue())));
  }

  private static Lanes lanes(List<Commit> commits, boolean first, Optional<Listing> before) {
    return before
        .flatMap(Listing::graph)
        .map(known -> known.longer(commits))
        .orElseGet(() -> Lanes.of(commits, first));
  }

  private static List<Commit> firstParents(List<Commit> commits) {
    var main = new ArrayList<Commit>();
    var wanted = commits.isEmpty() ? "" : commits.getFirst().id();
    for (var commit : commits) {
      if (commit.id().equals(wanted)) {
        main.add(commit);
        wanted = commit.parents().isEmpty() ? "" : commit.parents().getFirst();
      }
    }
    return main;
  }

  /// What is shown.
  Listing listing(boolean firstParent) {
    return firstParent ? main : all;
  }

  /// The branch and tag names of a commit.
  List<RefName> refsOf(Commit commit) {
    return refs.getOrDefault(commit.id(), List.of());
  }

  /// Each commit's row.
  static Map<String, Integer> rows(List<Commit> commits) {
    var rows = new HashMap<String, Integer>();
    for (int i = 0; i < commits.size(); i++) {
      rows.put(commits.get(i).id(), i);
    }
    return rows;
  }
}
