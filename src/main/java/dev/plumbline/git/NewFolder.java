package dev.plumbline.git;

import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A folder that is there when it is whole, and not at all before: it is filled under another name
/// beside its place.
final class NewFolder {

  private static final Logger LOG = LoggerFactory.getLogger(NewFolder.class);
  private static final int TRIES = 40;
  private static final long BETWEEN_TRIES_MILLIS = 50;

  private NewFolder() {}

  /// @param folder not there, or empty; its parents are made
  static void fill(Path folder, Consumer<Path> work) {
    var place = folder.toAbsolutePath().normalize();
    var parents = new ArrayDeque<Path>();
    Path beside = null;
    boolean done = false;
    try {
      mustBeFree(place);
      makeParents(place.getParent(), parents);
      beside = Files.createTempDirectory(place.getParent(), "." + place.getFileName() + ".");
      work.accept(beside);
      Files.deleteIfExists(place);
      Files.move(beside, place);
      done = true;
    } catch (IOException e) {
      throw new ProblemException(
          new Problem.Unexpected(
              "The folder cannot be made",
              folder.toString(),
              "Choose another, or check its owner and the free space of the disk",
              Objects.words(e)),
          e);
    } finally {
      if (!done) {
        remove(beside, parents);
      }
    }
  }

  private static void mustBeFree(Path place) throws IOException {
    if (Files.isDirectory(place) && Opening.empty(place)) {
      return;
    }
    if (Files.exists(place, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
      throw new ProblemException(
          new Problem.Invalid(
              place + (Files.isDirectory(place) ? " is not empty" : " is not a folder"),
              "",
              "Name a new or an empty folder",
              ""));
    }
  }

  private static void makeParents(@org.jspecify.annotations.Nullable Path parent, Deque<Path> made)
      throws IOException {
    if (parent != null && !Files.isDirectory(parent)) {
      makeParents(parent.getParent(), made);
      Files.createDirectory(parent);
      made.push(parent);
    }
  }

  /// A program that was killed may write for a moment more.
  private static void remove(@org.jspecify.annotations.Nullable Path beside, Deque<Path> parents) {
    try {
      for (int i = 0; beside != null && Files.exists(beside) && i < TRIES; i++) {
        if (i > 0) {
          Thread.sleep(BETWEEN_TRIES_MILLIS);
        }
        delete(beside);
      }
      for (var parent : parents) {
        Files.deleteIfExists(parent);
      }
    } catch (IOException e) {
      LOG.warn("{} could not be removed: {}", beside, e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Deletes what can be deleted.
  private static void delete(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            return gone(file);
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) {
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(
              Path dir, @org.jspecify.annotations.Nullable IOException e) {
            return gone(dir);
          }
        });
  }

  private static FileVisitResult gone(Path path) {
    if (!path.toFile().delete()) {
      LOG.debug("{} is not gone yet", path);
    }
    return FileVisitResult.CONTINUE;
  }
}
