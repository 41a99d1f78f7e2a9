package dev.plumbline.app.demo;

import dev.plumbline.engine.Work;
import dev.plumbline.git.GitRepository;
import dev.plumbline.git.GitWriter;
import dev.plumbline.git.GitWriter.Change;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Writes the demo's story as commits into a new bare repository. The same moment gives the same
/// ids.
final class DemoRepository {

  static final String MAIN = "main";

  private final GitWriter git;
  private final Map<String, Branch> branches = new HashMap<>();
  private final Map<String, Made> made = new HashMap<>();
  private final Map<String, String> blobs = new HashMap<>();
  private final List<Point> main = new ArrayList<>();

  private DemoRepository(GitWriter git) {
    this.git = git;
  }

  /// The tip of main from a moment on.
  record Point(Instant from, String commit) {}

  /// A branch as it grows: its files, and what was done on it since it left main.
  private record Branch(
      @Nullable String tip, @Nullable String tree, Map<String, String> files, List<Edit> edits) {}

  /// A commit that others of the story speak of.
  private record Made(
      String commit, String subject, Map<String, String> before, Map<String, String> after) {}

  /// Writes it.
  ///
  /// @param folder does not exist or is empty
  /// @param work hears each commit; its cancel ends the writing
  /// @return the tips that main had, oldest first
  static List<Point> write(Path folder, Instant now, Work work) {
    try (var repository = GitRepository.initBare(folder, MAIN)) {
      var writing = new DemoRepository(repository.writer());
      writing.branches.put(MAIN, new Branch(null, null, new TreeMap<>(), List.of()));
      var steps = new Story(now).steps();
      for (int i = 0; i < steps.size(); i++) {
        work.cancelToken().check();
        work.progress("Writing the history of the repository", i, steps.size());
        writing.step(steps.get(i));
      }
      writing.branches.forEach((name, branch) ->
          writing.git.updateRef(
              "refs/heads/" + name, Objects.requireNonNull(branch.tip()), Optional.empty()));
      return List.copyOf(writing.main);
    }
  }

  private void step(Story.Step step) {
    var on = branches.getOrDefault(step.branch(), forked());
    var edits = step.merges().map(b -> known(branches, b).edits()).orElseGet(() -> edits(step, on));
    var files = new TreeMap<>(on.files());
    edits.forEach(e -> e.on(files));
    var tree = git.tree(Optional.ofNullable(on.tree()), changes(on.files(), files));
    var parents = new ArrayList<String>();
    Optional.ofNullable(on.tip()).ifPresent(parents::add);
    step.merges().map(b -> known(branches, b).tip()).ifPresent(parents::add);
    var message = message(step);
    var commit = git.commit(tree, parents, step.by(), step.by(), message);
    var since = new ArrayList<>(on.edits());
    since.addAll(edits);
    branches.put(step.branch(), new Branch(commit, tree, files, since));
    step.merges().ifPresent(branches::remove);
    if (step.branch().equals(MAIN)) {
      main.add(new Point(step.by().time().toInstant(), commit));
    }
    step.tag().ifPresent(tag -> git.tag(tag, commit, step.by(), tag.replace('-', ' ')));
    if (!step.id().isEmpty()) {
      made.put(
          step.id(), new Made(commit, message.lines().findFirst().orElse(""), on.files(), files));
    }
  }

  private Branch forked() {
    var from = known(branches, MAIN);
    return new Branch(from.tip(), from.tree(), from.files(), List.of());
  }

  private List<Edit> edits(Story.Step step, Branch on) {
    return step.reverts().map(id -> takenBack(known(made, id), on.files())).orElse(step.edits());
  }

  private static List<Edit> takenBack(Made commit, Map<String, String> files) {
    var edits = new ArrayList<Edit>();
    commit
        .after()
        .forEach((path, text) -> {
          var before = commit.before().get(path);
          if (!text.equals(before)) {
            if (before == null || !text.equals(files.get(path))) {
              throw new IllegalStateException("The story cannot take back what it did to " + path);
            }
            edits.add(new Edit.Put(path, before));
          }
        });
    return edits;
  }

  private String message(Story.Step step) {
    return step.reverts()
        .map(id -> known(made, id))
        .map(m ->
            "Revert \""
                + m.subject()
                + "\"\n\nThis reverts commit "
                + m.commit()
                + ".\n\n"
                + step.message())
        .orElse(step.message());
  }

  private Map<String, Change> changes(Map<String, String> before, Map<String, String> after) {
    var changes = new LinkedHashMap<String, Change>();
    before.keySet().stream()
        .filter(path -> !after.containsKey(path))
        .forEach(path -> changes.put(path, Change.removed()));
    after.forEach((path, text) -> {
      if (!text.equals(before.get(path))) {
        changes.put(
            path,
            Change.file(
                blobs.computeIfAbsent(text, t -> git.blob(t.getBytes(StandardCharsets.UTF_8)))));
      }
    });
    return changes;
  }

  private static <T> T known(Map<String, T> map, String name) {
    return Objects.requireNonNull(map.get(name), () -> "The story does not know " + name);
  }
}
