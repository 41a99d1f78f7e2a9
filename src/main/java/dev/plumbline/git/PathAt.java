package dev.plumbline.git;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;

/// What stands at one path in many trees: reads each tree on the way once.
final class PathAt {

  private final Objects objects;
  private final ObjectReader reader;
  private final List<Step> steps = new ArrayList<>();

  /// @param path with `/`, no leading slash, not empty
  PathAt(Objects objects, ObjectReader reader, String path) {
    this.objects = objects;
    this.reader = reader;
    for (var name : path.split("/", -1)) {
      steps.add(new Step(name.getBytes(StandardCharsets.UTF_8), new HashMap<>()));
    }
  }

  private static final class Step {
    private final byte[] name;
    private final Map<ObjectId, Found> seen;

    Step(byte[] name, Map<ObjectId, Found> seen) {
      this.name = name;
      this.seen = seen;
    }
  }

  /// @param mode as Git compares it: 0 absent, else `040000`, `100644`, `100755`, `120000`,
  ///   `160000`
  record Found(int mode, ObjectId id) {
    static final Found NOTHING = new Found(0, ObjectId.zeroId());

    boolean folder() {
      return mode == 0040000;
    }
  }

  /// The entry below a root tree.
  Found in(ObjectId root) {
    var found = new Found(0040000, root);
    for (var step : steps) {
      if (!found.folder()) {
        return Found.NOTHING;
      }
      var tree = found.id();
      var known = step.seen.get(tree);
      if (known == null) {
        known = search(objects.bytes(reader, tree, Constants.OBJ_TREE), step.name, tree);
        step.seen.put(tree, known);
      }
      found = known;
    }
    return found;
  }

  private Found search(byte[] tree, byte[] name, ObjectId id) {
    try {
      int at = 0;
      while (at < tree.length) {
        int mode = 0;
        while (tree[at] != ' ') {
          mode = (mode << 3) + (tree[at++] - '0');
        }
        int start = ++at;
        while (tree[at] != 0) {
          at++;
        }
        if (Arrays.equals(tree, start, at, name, 0, name.length)) {
          return new Found(canonical(mode), ObjectId.fromRaw(tree, at + 1));
        }
        at += 1 + Constants.OBJECT_ID_LENGTH;
      }
      return Found.NOTHING;
    } catch (IndexOutOfBoundsException e) {
      throw objects.corrupt(id.name(), e);
    }
  }

  /// Git's `canon_mode`: old histories hold `100664`, which is the same as `100644`.
  static int canonical(int mode) {
    return switch (mode & 0170000) {
      case 0100000 -> (mode & 0100) != 0 ? 0100755 : 0100644;
      case 0120000 -> 0120000;
      case 0040000 -> 0040000;
      default -> 0160000;
    };
  }
}
