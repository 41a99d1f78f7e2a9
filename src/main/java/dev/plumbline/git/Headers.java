package dev.plumbline.git;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;

/// What a walk needs of each commit (tree, parents, date), read once: a commit never changes.
final class Headers {

  private static final byte[] TREE = Constants.encodeASCII("tree ");
  private static final byte[] PARENT = Constants.encodeASCII("parent ");
  private static final byte[] AUTHOR = Constants.encodeASCII("author");
  private static final byte[] COMMITTER = Constants.encodeASCII("committer");

  /// About 100 MB; a longer history is read again by each walk.
  private static final int MOST_KEPT = 500_000;

  private static final int HEX = Constants.OBJECT_ID_STRING_LENGTH;

  private final Objects objects;
  private final Set<ObjectId> shallow;
  private final ConcurrentHashMap<ObjectId, Header> known = new ConcurrentHashMap<>();

  /// @param shallow commits whose parents were not cloned
  Headers(Objects objects, Set<ObjectId> shallow) {
    this.objects = objects;
    this.shallow = Set.copyOf(shallow);
  }

  /// Whether these are still the commits whose parents were not cloned.
  boolean cutAt(Set<ObjectId> now) {
    return shallow.equals(now);
  }

  /// @param time seconds since 1970 as Git compares them: unsigned
  record Header(ObjectId id, ObjectId tree, List<ObjectId> parents, long time) {}

  Header of(ObjectReader reader, ObjectId id) {
    var header = known.get(id);
    if (header == null) {
      header = parse(id, objects.bytes(reader, id, Constants.OBJ_COMMIT));
      if (known.size() < MOST_KEPT) {
        known.put(header.id(), header);
      }
    }
    return header;
  }

  private Header parse(ObjectId id, byte[] raw) {
    try {
      int at = expect(raw, 0, TREE);
      var tree = ObjectId.fromString(raw, at);
      at += HEX + 1;
      var parents = new ArrayList<ObjectId>(2);
      while (starts(raw, at, PARENT)) {
        parents.add(ObjectId.fromString(raw, at + PARENT.length));
        at += PARENT.length + HEX + 1;
      }
      return new Header(
          id.copy(), tree, shallow.contains(id) ? List.of() : List.copyOf(parents), date(raw, at));
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw objects.corrupt(id.name(), e);
    }
  }

  private static int expect(byte[] raw, int at, byte[] word) throws IOException {
    if (!starts(raw, at, word)) {
      throw new CorruptObjectException("commit without a tree");
    }
    return at + word.length;
  }

  private static boolean starts(byte[] raw, int at, byte[] word) {
    return at + word.length <= raw.length
        && java.util.Arrays.equals(raw, at, at + word.length, word, 0, word.length);
  }

  /// The committer's date as Git's `parse_commit_date` reads it; 0 when there is none.
  private static long date(byte[] raw, int from) {
    if (!starts(raw, from, AUTHOR)) {
      return 0;
    }
    int at = after(raw, from, '\n');
    if (!starts(raw, at, COMMITTER)) {
      return 0;
    }
    int end = after(raw, at, '\n');
    int number = at;
    for (int i = at; i < end; i++) {
      if (raw[i] == '>') {
        number = i + 1;
      }
    }
    return number == at ? 0 : Digits.unsigned(raw, number, end);
  }

  private static int after(byte[] raw, int from, char c) {
    int at = from;
    while (at < raw.length && raw[at] != c) {
      at++;
    }
    return Math.min(at + 1, raw.length);
  }
}
