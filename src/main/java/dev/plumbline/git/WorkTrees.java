package dev.plumbline.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Repository;

/// The work trees of a repository, its own and linked ones, and the branches that they use. As Git
/// counts it, a branch is in use while it is checked out, rebased or bisected.
final class WorkTrees {

  private final Repository repository;
  private final Path common;

  WorkTrees(Repository repository) {
    this.repository = repository;
    this.common = repository.getCommonDirectory().toPath();
  }

  /// The Git folder of a work tree that uses a branch; empty when none does.
  Optional<Path> using(String ref) throws IOException {
    var reftable =
        "reftable"
            .equalsIgnoreCase(repository.getConfig().getString("extensions", null, "refStorage"));
    for (var gitDir : gitDirs()) {
      if (reftable ? usesInTable(gitDir, ref) : uses(gitDir, ref)) {
        return Optional.of(gitDir);
      }
    }
    return Optional.empty();
  }

  private List<Path> gitDirs() throws IOException {
    var found = new ArrayList<Path>();
    if (!repository.getConfig().getBoolean("core", "bare", false)) {
      found.add(common);
    }
    var linked = common.resolve("worktrees");
    if (Files.isDirectory(linked)) {
      try (var folders = Files.list(linked)) {
        found.addAll(folders.filter(Files::isDirectory).sorted().toList());
      }
    }
    return found;
  }

  private static boolean uses(Path gitDir, String ref) throws IOException {
    return names(gitDir.resolve("HEAD"), "ref: " + ref) || halfWay(gitDir, ref);
  }

  private static boolean halfWay(Path gitDir, String ref) throws IOException {
    return names(gitDir.resolve("rebase-merge/head-name"), ref)
        || names(gitDir.resolve("rebase-apply/head-name"), ref)
        || names(gitDir.resolve("BISECT_START"), Repository.shortenRefName(ref));
  }

  private static boolean names(Path file, String ref) throws IOException {
    return Files.isRegularFile(file) && Files.readString(file).strip().equals(ref);
  }

  /// The HEAD of another work tree is in that one's own table, which JGit does not open: its
  /// branches are taken to be in use.
  private boolean usesInTable(Path gitDir, String ref) throws IOException {
    if (!gitDir.equals(repository.getDirectory().toPath())) {
      return ref.startsWith(Constants.R_HEADS);
    }
    var head = repository.exactRef(Constants.HEAD);
    return halfWay(gitDir, ref)
        || (head != null && head.isSymbolic() && head.getTarget().getName().equals(ref));
  }
}
