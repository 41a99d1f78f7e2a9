package dev.plumbline.app.demo;

import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.store.Folders;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where a demo keeps its things, readable by its owner only.
record Folder(Path root) {

  private static final Logger LOG = LoggerFactory.getLogger(Folder.class);

  private static final int TRIES = 20;

  /// A new one, below the system's folder for what is temporary.
  static Folder temporary() {
    try {
      return new Folder(Files.createTempDirectory("plumbline-demo-"));
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private static ProblemException unwritable(IOException e) {
    return new ProblemException(
        new Problem.Unexpected(
            "There is no folder for the demo",
            System.getProperty("java.io.tmpdir", ""),
            "Check its owner and the free space of the disk",
            String.valueOf(e.getMessage())),
        e);
  }

  Path repository() {
    return root.resolve("shop-config.git");
  }

  /// Who works in the demo, as its repository's configuration says: what is done in it is recorded
  /// under this name and not under the person's own.
  void operator(String name, String email) {
    try {
      Files.writeString(
          repository().resolve("config"),
          "[user]\n\tname = " + name + "\n\temail = " + email + "\n",
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  Path kubeconfig() {
    return root.resolve("kubeconfig");
  }

  Folders folders() {
    return new Folders(
        root.resolve("config"), root.resolve("state"), root.resolve("cache"), root.resolve("data"));
  }

  /// Deletes everything in it. At the end of the process something may still be writing: it is
  /// tried again. What cannot be deleted stays, and the log says so.
  void delete() {
    for (int i = 1; i <= TRIES; i++) {
      try {
        Files.walkFileTree(root, new Deleting());
        return;
      } catch (NoSuchFileException gone) {
        LOG.debug("{} is gone already", gone.getFile());
        if (!Files.exists(root)) {
          return;
        }
      } catch (IOException e) {
        if (i == TRIES) {
          LOG.warn("The demo's folder {} was not deleted: {}", root, e.toString());
        }
      }
    }
  }

  private static final class Deleting extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failed)
        throws IOException {
      if (failed != null) {
        throw failed;
      }
      Files.deleteIfExists(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}
