package dev.plumbline.git;

import dev.plumbline.git.GitWriter.Change.Put;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.TreeFormatter;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;

/// Makes a new tree of an old one, folder by folder; what does not change keeps its id and is not
/// read.
final class TreeEdit {

  /// Git sorts entries as if the name of a folder ended with a slash.
  private static final Comparator<Name> ORDER = (a, b) -> Arrays.compareUnsigned(a.key(), b.key());

  private final Objects objects;
  private final ObjectReader reader;
  private final ObjectInserter inserter;

  TreeEdit(Objects objects, ObjectReader reader, ObjectInserter inserter) {
    this.objects = objects;
    this.reader = reader;
    this.inserter = inserter;
  }

  ObjectId apply(Optional<ObjectId> base, Folder changes) throws IOException {
    return write(changed(base, changes));
  }

  private ObjectId write(Map<String, Entry> entries) throws IOException {
    var sorted = new TreeMap<Name, Entry>(ORDER);
    entries.forEach((name, entry) -> sorted.put(new Name(name, entry.isFolder()), entry));
    var tree = new TreeFormatter();
    for (var entry : sorted.entrySet()) {
      var value = entry.getValue();
      tree.append(
          entry.getKey().text().getBytes(StandardCharsets.ISO_8859_1),
          FileMode.fromBits(value.mode()),
          value.id());
    }
    return inserter.insert(tree);
  }

  /// Names are kept as Latin-1 so that old trees with other encodings come out as they went in.
  private Map<String, Entry> changed(Optional<ObjectId> base, Folder changes) throws IOException {
    var entries = base.isPresent() ? read(base.get()) : new TreeMap<String, Entry>();
    for (var child : changes.children().entrySet()) {
      var name =
          new String(child.getKey().getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
      var before = child.getValue().removed() ? null : entries.get(name);
      var after = after(Optional.ofNullable(before), child.getValue());
      if (after.isPresent()) {
        entries.put(name, after.get());
      } else {
        entries.remove(name);
      }
    }
    return entries;
  }

  private Optional<Entry> after(Optional<Entry> before, Folder changes) throws IOException {
    if (changes.put().isPresent()) {
      return changes.put().map(Entry::of);
    }
    if (changes.children().isEmpty()) {
      return before;
    }
    var below = changed(before.filter(Entry::isFolder).map(Entry::id), changes);
    // A file stays when there was nothing to put below it, only something to remove.
    return below.isEmpty()
        ? before.filter(e -> !e.isFolder())
        : Optional.of(new Entry(FileMode.TYPE_TREE, write(below)));
  }

  private Map<String, Entry> read(ObjectId tree) {
    var entries = new TreeMap<String, Entry>();
    var parser = new CanonicalTreeParser();
    parser.reset(objects.bytes(reader, tree, Constants.OBJ_TREE));
    for (; !parser.eof(); parser.next()) {
      var name = new byte[parser.getNameLength()];
      parser.getName(name, 0);
      entries.put(
          new String(name, StandardCharsets.ISO_8859_1),
          new Entry(PathAt.canonical(parser.getEntryRawMode()), parser.getEntryObjectId()));
    }
    return entries;
  }

  private record Name(String text, boolean folder) {
    byte[] key() {
      return (folder ? text + "/" : text).getBytes(StandardCharsets.ISO_8859_1);
    }
  }

  private record Entry(int mode, ObjectId id) {

    static Entry of(Put put) {
      int mode =
          switch (put.kind()) {
            case FILE -> 0100644;
            case EXECUTABLE -> 0100755;
            case LINK -> 0120000;
            case FOLDER -> 0040000;
            case SUBMODULE -> 0160000;
          };
      return new Entry(mode, ObjectId.fromString(put.id()));
    }

    boolean isFolder() {
      return mode == FileMode.TYPE_TREE;
    }
  }
}
