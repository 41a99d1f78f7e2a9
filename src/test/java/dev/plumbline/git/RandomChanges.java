package dev.plumbline.git;

import dev.plumbline.git.GitWriter.Change;
import dev.plumbline.model.FileTree.Kind;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/// Seeded changes of files, and a plain map of what is there after them, which `git fast-import`
/// turns into a tree.
final class RandomChanges {

  /// Names whose order as files and as folders differs, and files that folders replace.
  private static final List<String> PATHS =
      List.of(
          "a", "a.b", "a/x", "a/x/y", "a-b/z", "a0", "a/b.yaml", "ä/ö", "a.b/c", "z/a", "z/a/b");

  private static final Map<Kind, String> MODES =
      Map.of(Kind.FILE, "100644", Kind.EXECUTABLE, "100755", Kind.LINK, "120000");

  private record File(Kind kind, String content) {}

  private final Random random;
  private final TreeMap<String, File> files = new TreeMap<>();

  RandomChanges(long seed) {
    this.random = new Random(seed);
  }

  Map<String, Change> next(GitWriter writer) {
    var changes = new HashMap<String, Change>();
    var put = new TreeMap<String, File>();
    for (int i = random.nextInt(4); i >= 0; i--) {
      var path = PATHS.get(random.nextInt(PATHS.size()));
      if (random.nextInt(3) == 0) {
        changes.put(path, Change.removed());
        put.remove(path);
      } else if (put.keySet().stream().noneMatch(p -> isBelow(p, path) || isBelow(path, p))) {
        var kind = List.copyOf(new TreeMap<>(MODES).keySet()).get(random.nextInt(3));
        var file = new File(kind, "c" + random.nextInt(5));
        put.put(path, file);
        var id = writer.blob(file.content().getBytes(StandardCharsets.UTF_8));
        changes.put(path, new Change.Put(kind, id));
      }
    }
    changes.forEach((path, change) -> {
      if (change instanceof Change.Removed) {
        files.keySet().removeIf(f -> f.equals(path) || isBelow(f, path));
      }
    });
    put.forEach((path, file) -> {
      files.keySet().removeIf(f -> isBelow(f, path) || isBelow(path, f));
      files.put(path, file);
    });
    return changes;
  }

  private static boolean isBelow(String path, String folder) {
    return path.startsWith(folder + "/");
  }

  String asGitWrites(Git git) {
    var stream =
        new StringBuilder("commit refs/heads/git\ncommitter B <b@b> 1 +0000\ndata 0\ndeleteall\n");
    files.forEach((path, file) ->
        stream
            .append("M ")
            .append(MODES.get(file.kind()))
            .append(" inline ")
            .append(path)
            .append("\ndata ")
            .append(file.content().length())
            .append('\n')
            .append(file.content())
            .append('\n'));
    git.feed(
        stream.toString().getBytes(StandardCharsets.UTF_8), "fast-import", "--quiet", "--force");
    return git.run("rev-parse", "refs/heads/git^{tree}");
  }
}
