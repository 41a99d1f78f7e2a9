package dev.plumbline.git;

import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.eclipse.jgit.api.errors.InvalidRefNameException;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.util.FS;

/// Finds and opens a repository, and refuses what JGit would read wrongly without a word: SHA-256
/// repositories (it truncates ids) and formats it does not know.
final class Opening {

  private static final Set<String> KNOWN =
      Set.of(
          "noop",
          "preciousobjects",
          "partialclone",
          "worktreeconfig",
          "relativeworktrees",
          "refstorage",
          "objectformat");

  private Opening() {}

  static Repository open(Path folder) {
    JGit.ready();
    if (!Files.isDirectory(folder)) {
      throw new ProblemException(
          new Problem.NotFound(
              "There is no folder " + folder, "", "Name a clone or a bare repository", ""));
    }
    var builder = new FileRepositoryBuilder();
    try {
      builder.findGitDir(folder.toAbsolutePath().normalize().toFile());
      var found = builder.getGitDir();
      if (found == null || !found.isDirectory()) {
        throw notOne(folder, found == null ? "" : found + " is not there", null);
      }
      check(configuration(found.toPath()), folder);
      return builder.setMustExist(true).build();
    } catch (ConfigInvalidException e) {
      throw new ProblemException(
          new Problem.Invalid(
              "The Git configuration cannot be read",
              folder.toString(),
              "Run git config --list there",
              Objects.words(e)),
          e);
    } catch (IOException | IllegalArgumentException e) {
      throw notOne(folder, Objects.words(e), e);
    }
  }

  static Repository initBare(Path folder, String branch) {
    JGit.ready();
    if (!Repository.isValidRefName(Constants.R_HEADS + branch)) {
      throw new ProblemException(
          new Problem.Invalid("Git does not accept the name " + branch, "", "", ""));
    }
    try {
      Files.createDirectories(folder);
      if (!empty(folder)) {
        throw refused(folder, "is not empty", "Name a new or an empty folder");
      }
      var repository =
          new FileRepositoryBuilder()
              .setGitDir(folder.toAbsolutePath().normalize().toFile())
              .setBare()
              .setInitialBranch(branch)
              .build();
      repository.create(true);
      return repository;
    } catch (InvalidRefNameException | IOException e) {
      throw new ProblemException(
          new Problem.Unexpected(
              "No repository could be made",
              folder.toString(),
              "Check the owner of the folder and the free space of the disk",
              Objects.words(e)),
          e);
    }
  }

  static boolean empty(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
  }

  /// The repository's own configuration, read before JGit opens it: a linked work tree shares that
  /// of its main one.
  private static Config configuration(Path gitDir) throws IOException, ConfigInvalidException {
    var pointer = gitDir.resolve("commondir");
    var common =
        Files.isRegularFile(pointer)
            ? gitDir.resolve(Files.readString(pointer).strip()).normalize()
            : gitDir;
    var config = new FileBasedConfig(common.resolve("config").toFile(), FS.DETECTED);
    config.load();
    return config;
  }

  private static ProblemException notOne(
      Path folder, String detail, @org.jspecify.annotations.Nullable Exception e) {
    var problem =
        new Problem.Invalid(
            folder + " is not a Git repository",
            "",
            "Name a folder inside a clone, or a bare repository",
            detail);
    return e == null ? new ProblemException(problem) : new ProblemException(problem, e);
  }

  private static void check(Config config, Path folder) {
    var format = config.getString("extensions", null, "objectFormat");
    if (format != null && !format.equalsIgnoreCase("sha1")) {
      throw refused(
          folder, "uses " + format + " object ids", "Only SHA-1 repositories can be opened");
    }
    if (config.getInt("core", "repositoryformatversion", 0) < 1) {
      return;
    }
    for (var name : config.getNames("extensions")) {
      if (!KNOWN.contains(name.toLowerCase(Locale.ROOT))) {
        throw refused(folder, "uses the Git extension " + name + ", which is not known here", "");
      }
    }
    var refs = config.getString("extensions", null, "refStorage");
    if (refs != null && !refs.equalsIgnoreCase("reftable")) {
      throw refused(
          folder,
          "declares extensions.refStorage = " + refs + ", which cannot be read here",
          refs.equalsIgnoreCase("files") ? "Run git config --unset extensions.refStorage" : "");
    }
  }

  private static ProblemException refused(Path folder, String why, String toDo) {
    return new ProblemException(new Problem.Invalid(folder + " " + why, "", toDo, ""));
  }
}
