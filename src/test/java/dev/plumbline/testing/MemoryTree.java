package dev.plumbline.testing;

import dev.plumbline.model.FileTree;
import dev.plumbline.model.Revision;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// A file tree for tests, held in memory. Ids are those that Git gives to the same contents.
public final class MemoryTree implements FileTree {

  private record Blob(Kind kind, byte[] content) {}

  private final NavigableMap<String, Blob> blobs = new TreeMap<>();

  /// A tree of files given as alternating paths and texts.
  public static MemoryTree of(String... pathsAndTexts) {
    var tree = new MemoryTree();
    for (int i = 0; i < pathsAndTexts.length; i += 2) {
      tree.file(pathsAndTexts[i], pathsAndTexts[i + 1]);
    }
    return tree;
  }

  /// Adds or replaces a file.
  public MemoryTree file(String path, String text) {
    return put(path, Kind.FILE, text);
  }

  /// Adds a symbolic link.
  public MemoryTree link(String path, String target) {
    return put(path, Kind.LINK, target);
  }

  /// Adds a submodule.
  public MemoryTree submodule(String path) {
    return put(path, Kind.SUBMODULE, "");
  }

  /// Adds or replaces a file that is no text.
  public MemoryTree file(String path, byte[] content) {
    blobs.put(path, new Blob(Kind.FILE, content.clone()));
    return this;
  }

  private MemoryTree put(String path, Kind kind, String text) {
    blobs.put(path, new Blob(kind, text.getBytes(StandardCharsets.UTF_8)));
    return this;
  }

  @Override
  public Revision revision() {
    return new Revision("0123456789abcdef0123456789abcdef01234567", "HEAD");
  }

  @Override
  public List<Entry> under(String folder) {
    return blobs.entrySet().stream()
        .filter(e -> folder.isEmpty() || e.getKey().startsWith(folder + "/"))
        .map(e -> new Entry(e.getKey(), e.getValue().kind(), id(e.getValue().content())))
        .toList();
  }

  @Override
  public Optional<Entry> entry(String path) {
    var blob = blobs.get(path);
    if (blob != null) {
      return Optional.of(new Entry(path, blob.kind(), id(blob.content())));
    }
    return path.isEmpty() || !under(path).isEmpty()
        ? Optional.of(new Entry(path, Kind.FOLDER, id(path.getBytes(StandardCharsets.UTF_8))))
        : Optional.empty();
  }

  @Override
  public byte[] bytes(Entry entry) {
    return blobs.get(entry.path()).content().clone();
  }

  private static String id(byte[] content) {
    try {
      var digest = MessageDigest.getInstance("SHA-1");
      digest.update(("blob " + content.length + "\0").getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
