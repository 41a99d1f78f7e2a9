package dev.plumbline.render;

import dev.plumbline.model.FileTree;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A private folder with some files of a repository, gone when closed.
final class Scratch implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Scratch.class);

  private final Path root;

  private Scratch(Path root) {
    this.root = root;
  }

  /// Writes these files, and nothing else, with the layout that they have in the repository. Only
  /// the user can read them: the folder is made with mode 0700.
  static Scratch with(FileTree tree, Collection<String> folders, Collection<FileTree.Entry> files) {
    Scratch scratch = null;
    try {
      scratch = new Scratch(Files.createTempDirectory("plumbline-render-").toRealPath());
      for (var folder : folders) {
        Files.createDirectories(scratch.inside(folder));
      }
      for (var entry : files) {
        scratch.write(entry, tree.bytes(entry));
      }
      return scratch;
    } catch (IOException e) {
      close(scratch);
      throw new ProblemException(
          new Problem.Unexpected(
              "The files to render could not be written",
              System.getProperty("java.io.tmpdir", ""),
              "Check the free space.",
              e.toString()),
          e);
    } catch (ProblemException e) {
      close(scratch);
      throw e;
    }
  }

  Path root() {
    return root;
  }

  /// A text of a program that ran here, with the repository's paths in place of this folder's.
  String inRepository(String text) {
    return text.replace(root + "/", "").replace(root.toString(), ".");
  }

  private void write(FileTree.Entry entry, byte[] bytes) throws IOException {
    var file = inside(entry.path());
    Files.createDirectories(file.getParent());
    if (entry.kind() == FileTree.Kind.LINK) {
      Files.createSymbolicLink(file, Path.of(new String(bytes, StandardCharsets.UTF_8)));
    } else {
      Files.write(file, bytes, StandardOpenOption.CREATE_NEW);
    }
  }

  private Path inside(String path) throws IOException {
    var file = root.resolve(path).normalize();
    if (!file.startsWith(root)) {
      throw new IOException(path + " leaves the folder");
    }
    return file;
  }

  private static void close(@Nullable Scratch scratch) {
    if (scratch != null) {
      scratch.close();
    }
  }

  @Override
  public void close() {
    try {
      Files.walkFileTree(root, new Deletion());
    } catch (IOException e) {
      LOG.warn("A scratch folder could not be removed: {}", e.toString());
    }
  }

  private static final class Deletion extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.delete(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failed)
        throws IOException {
      Files.delete(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}
