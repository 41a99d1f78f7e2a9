package dev.plumbline.workspace;

import dev.plumbline.model.FileTree;
import dev.plumbline.model.Revision;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// A file tree of texts that counts what is read.
final class MemoryTree implements FileTree {

  private final TreeMap<String, String> files = new TreeMap<>();
  private int read;

  static MemoryTree of(String... pathsAndTexts) {
    var tree = new MemoryTree();
    for (int i = 0; i < pathsAndTexts.length; i += 2) {
      tree.files.put(pathsAndTexts[i], pathsAndTexts[i + 1]);
    }
    return tree;
  }

  MemoryTree with(String path, String text) {
    files.put(path, text);
    return this;
  }

  int filesRead() {
    return read;
  }

  @Override
  public Revision revision() {
    return new Revision("0".repeat(40), "main");
  }

  @Override
  public List<Entry> under(String folder) {
    return files.keySet().stream()
        .filter(p -> folder.isEmpty() || p.startsWith(folder + "/"))
        .map(p -> new Entry(p, Kind.FILE, p))
        .toList();
  }

  @Override
  public Optional<Entry> entry(String path) {
    if (files.containsKey(path)) {
      return Optional.of(new Entry(path, Kind.FILE, path));
    }
    return under(path).isEmpty()
        ? Optional.empty()
        : Optional.of(new Entry(path, Kind.FOLDER, path));
  }

  @Override
  public byte[] bytes(Entry entry) {
    read++;
    return java.util.Objects.requireNonNull(files.get(entry.path()))
        .getBytes(StandardCharsets.UTF_8);
  }
}
