package dev.plumbline.git;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.model.FileTree;
import dev.plumbline.model.FileTree.Entry;
import dev.plumbline.model.FileTree.Kind;
import dev.plumbline.model.ProblemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The files of a revision against `git ls-tree`.
class TreeTest {

  @TempDir Path temp;
  private Git git = Git.at(Path.of(""));

  @BeforeEach
  void aTreeWithEveryKindOfEntry() {
    git = Git.init(temp.resolve("r.git"), "--bare");
    var stream =
        new StringBuilder(
            "commit refs/heads/main\ncommitter B <b@c> 1700000000 +0000\ndata 1\nm\n");
    file(stream, "100644", "apps/a.yaml", "a: 1");
    file(stream, "100644", "apps-two/a.yaml", "a: 2");
    file(stream, "100644", "apps.yaml", "a: 3");
    file(stream, "100755", "bin/run", "#!");
    file(stream, "100644", "größe/日本 x.yaml", "ü");
    file(stream, "120000", "apps/link", "../apps.yaml");
    stream.append("M 160000 ").append("1".repeat(40)).append(" vendor/module\n\n");
    git.feed(stream.toString().getBytes(UTF_8), "fast-import", "--quiet");
  }

  private static void file(StringBuilder stream, String mode, String path, String text) {
    stream.append("M ").append(mode).append(" inline ").append(path);
    stream
        .append("\ndata ")
        .append(text.getBytes(UTF_8).length)
        .append('\n')
        .append(text)
        .append('\n');
  }

  @Test
  void underListsAsLsTree() {
    try (var repository = GitRepository.open(git.folder())) {
      var tree = repository.tree(repository.tip(Optional.empty()));
      assertThat(tree.revision().name()).isEqualTo("refs/heads/main");
      for (var folder : List.of("", "apps", "größe", "vendor", "bin/")) {
        var listed =
            folder.isEmpty()
                ? git.run("ls-tree", "-r", "-z", "main")
                : git.run("ls-tree", "-r", "-z", "main", folder.replaceAll("/?$", "/"));
        assertThat(tree.under(folder).stream().map(e -> mode(e) + " " + e.id() + "\t" + e.path()))
            .as(folder)
            .isNotEmpty()
            .containsExactlyElementsOf(
                List.of(listed.split("\0")).stream()
                    .map(l -> l.replaceFirst(" (blob|commit) ", " "))
                    .toList());
      }
      assertThat(tree.under("nowhere")).isEmpty();
      assertThat(tree.under("apps.yaml")).isEmpty();
      assertThat(tree.under("..")).isEmpty();
    }
  }

  @Test
  void entriesAndTheirBytes() {
    try (var repository = GitRepository.open(git.folder())) {
      var tree = repository.tree(repository.tip(Optional.empty()));
      assertThat(tree.entry("größe/日本 x.yaml"))
          .get()
          .satisfies(e -> assertThat(text(tree, e)).isEqualTo("ü"));
      assertThat(tree.entry("apps/link"))
          .get()
          .satisfies(e -> {
            assertThat(e.kind()).isEqualTo(Kind.LINK);
            assertThat(text(tree, e)).isEqualTo("../apps.yaml");
          });
      assertThat(tree.entry("apps")).get().extracting(Entry::kind).isEqualTo(Kind.FOLDER);
      assertThat(tree.entry("")).get().extracting(Entry::kind).isEqualTo(Kind.FOLDER);
      assertThat(tree.entry("app")).isEmpty();
      assertThat(tree.entry("apps.yaml/a")).isEmpty();
      assertThat(tree.entry("vendor/module/x")).isEmpty();
      for (var path : List.of("apps", "vendor/module")) {
        var entry = tree.entry(path).orElseThrow();
        assertThatThrownBy(() -> tree.bytes(entry))
            .isInstanceOf(ProblemException.class)
            .hasMessageContaining(path);
      }
    }
  }

  private static String text(FileTree tree, Entry entry) {
    return new String(tree.bytes(entry), UTF_8);
  }

  private static String mode(Entry entry) {
    return switch (entry.kind()) {
      case FILE -> "100644";
      case EXECUTABLE -> "100755";
      case LINK -> "120000";
      case FOLDER -> "040000";
      case SUBMODULE -> "160000";
    };
  }
}
