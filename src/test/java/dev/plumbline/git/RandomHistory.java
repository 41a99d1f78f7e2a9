package dev.plumbline.git;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/// A seeded history with merges (also of three parents, also with a content of their own), reverts,
/// several roots, equal and skewed dates, written by `git fast-import`.
final class RandomHistory {

  static final List<String> PATHS =
      List.of("apps", "apps/shop", "apps/shop/base", "envs/prod", "envs", "apps/shop/a.yaml", "x");
  private static final List<String> FILES =
      List.of(
          "apps/shop/a.yaml",
          "apps/shop/base/b.yaml",
          "apps/shop-two/c.yaml",
          "envs/prod/d.yaml",
          "envs/prod",
          "envs/staging/e.yaml",
          "x",
          "apps");

  private final Random random;
  private final StringBuilder stream = new StringBuilder();
  private final List<Map<String, String>> files = new ArrayList<>();
  private final Set<Integer> childless = new LinkedHashSet<>();

  private RandomHistory(long seed) {
    this.random = new Random(seed);
  }

  /// A bare repository whose `main` reaches every commit.
  static Git write(Path folder, long seed, int commits) {
    var git = Git.init(folder, "--bare");
    var history = new RandomHistory(seed);
    for (int i = 0; i < commits; i++) {
      history.commit(i, i == commits - 1);
    }
    git.feed(history.stream.toString().getBytes(StandardCharsets.UTF_8), "fast-import", "--quiet");
    return git;
  }

  private void commit(int number, boolean last) {
    var parents = List.copyOf(parents(number, last));
    var content = content(parents);
    long time =
        1_700_000_000L
            + (number / 4) * 10L
            + (random.nextInt(6) == 0 ? random.nextInt(200) - 100 : 0);
    stream
        .append("commit refs/heads/main\nmark :")
        .append(number + 1)
        .append("\ncommitter Bob <bob@example.org> ")
        .append(time)
        .append(" +0000\ndata 1\n")
        .append(number % 10)
        .append('\n');
    if (parents.isEmpty() && number > 0) {
      stream.insert(stream.lastIndexOf("commit refs/heads/main"), "reset refs/heads/main\n");
    }
    var names = parents.iterator();
    if (names.hasNext()) {
      stream.append("from :").append(names.next() + 1).append('\n');
    }
    names.forEachRemaining(p -> stream.append("merge :").append(p + 1).append('\n'));
    stream.append("deleteall\n");
    content.forEach((path, text) ->
        stream
            .append("M ")
            .append(text.startsWith("!") ? "100755" : "100644")
            .append(" inline ")
            .append(path)
            .append("\ndata ")
            .append(text.length())
            .append('\n')
            .append(text)
            .append('\n'));
    stream.append('\n');
    childless.removeAll(parents);
    childless.add(number);
    files.add(content);
  }

  private Set<Integer> parents(int number, boolean last) {
    if (last) {
      return childless;
    }
    var parents = new LinkedHashSet<Integer>();
    if (number == 0 || random.nextInt(40) == 0) {
      return parents;
    }
    int count = 1 + (random.nextInt(3) == 0 ? 1 + random.nextInt(2) : 0);
    for (int i = 0; i < count; i++) {
      parents.add(
          !childless.isEmpty() && random.nextBoolean()
              ? childless.iterator().next()
              : Math.max(0, number - 1 - random.nextInt(7)));
    }
    return parents;
  }

  private Map<String, String> content(List<Integer> all) {
    var content = new TreeMap<String, String>();
    if (!all.isEmpty()) {
      content.putAll(files.get(all.get(random.nextInt(all.size()))));
      if (all.size() > 1 && random.nextBoolean()) {
        files.get(all.get(all.size() - 1)).forEach((path, text) -> put(content, path, text));
      }
      if (all.size() > 1 && random.nextInt(3) > 0) {
        return content;
      }
    }
    if (!files.isEmpty() && random.nextInt(8) == 0) {
      return new TreeMap<>(files.get(random.nextInt(files.size())));
    }
    var path = FILES.get(random.nextInt(FILES.size()));
    switch (random.nextInt(6)) {
      case 0 -> content.remove(path);
      case 1 -> put(content, path, "!" + random.nextInt(3));
      default -> put(content, path, String.valueOf(random.nextInt(3)));
    }
    return content;
  }

  /// A file takes the place of a folder of the same name, and the other way round.
  private static void put(Map<String, String> content, String path, String text) {
    content.keySet().removeIf(p -> p.startsWith(path + "/") || path.startsWith(p + "/"));
    content.put(path, text);
  }
}
