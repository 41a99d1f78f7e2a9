package dev.plumbline.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.plumbline.model.Cancel;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A fetch moves what the remote moved, and nothing of the person who has the clone.
@Timeout(60)
class FetchTest {

  @TempDir Path temp;
  private Git upstream = Git.at(Path.of(""));
  private Git clone = Git.at(Path.of(""));
  private final Heard heard = new Heard();

  @BeforeEach
  void aClone() {
    upstream = Git.init(temp.resolve("upstream"));
    upstream.commit("a", "1");
    upstream.run("branch", "-q", "side");
    upstream.run("tag", "-m", "Version 1", "v1");
    clone = Git.at(upstream.folder());
    clone.run("clone", "-q", upstream.folder().toString(), temp.resolve("clone").toString());
    clone = Git.at(temp.resolve("clone"));
  }

  @Test
  void branchesMoveComeAndGoAndTagsStay() throws IOException {
    var own = clone.commit("mine", "not pushed");
    Files.writeString(clone.folder().resolve("dirty"), "x");
    var newer = upstream.commit("a", "2");
    upstream.run("branch", "-q", "-D", "side");
    upstream.run("branch", "-q", "fresh");
    upstream.run("tag", "-d", "v1");
    fetch(clone.folder());
    assertThat(refs())
        .containsExactly(
            "refs/heads/main " + own,
            "refs/remotes/origin/HEAD " + newer,
            "refs/remotes/origin/fresh " + newer,
            "refs/remotes/origin/main " + newer,
            "refs/tags/v1 " + clone.run("rev-parse", "v1"));
    assertThat(clone.run("status", "--porcelain")).isEqualTo("?? dirty");
    assertThat(clone.folder().resolve(".git/FETCH_HEAD")).doesNotExist();
    assertThat(heard.said).anyMatch(l -> l.matches(".*\\.\\..* main +-> origin/main"));
  }

  @Test
  void aDefaultBranchWithAnotherNameIsFollowed() {
    upstream.run("branch", "-q", "-m", "main", "trunk");
    try (var repository = GitRepository.open(clone.folder())) {
      GitTransport.of(PersonsPrograms.with(Map.of())).fetch(repository, heard, Cancel.never());
      assertThat(repository.defaultBranch()).contains("trunk");
    }
  }

  @Test
  void branchesOfAMirrorAreNotPruned() {
    clone.run("config", "remote.origin.fetch", "+refs/heads/*:refs/heads/copies/*");
    var own = clone.run("rev-parse", "HEAD");
    clone.run("branch", "-q", "copies/mine");
    fetch(clone.folder());
    assertThat(refs()).contains("refs/heads/copies/mine " + own, "refs/heads/copies/side " + own);
  }

  @Test
  void aBareCloneWithoutRefspecGetsTheRemotesBranches() {
    clone.run(
        "clone", "-q", "--bare", upstream.folder().toString(), temp.resolve("bare").toString());
    var newer = upstream.commit("a", "2");
    fetch(temp.resolve("bare"));
    try (var repository = GitRepository.open(temp.resolve("bare"))) {
      assertThat(repository.reviewedTip(Optional.of("main")).orElseThrow().id()).isEqualTo(newer);
    }
  }

  @Test
  void aLinkedWorkTreeFetchesForAll() {
    clone.run("worktree", "add", "-q", temp.resolve("linked").toString(), "-b", "linked");
    var newer = upstream.commit("a", "2");
    fetch(temp.resolve("linked"));
    assertThat(clone.run("rev-parse", "origin/main")).isEqualTo(newer);
  }

  @Test
  void manyLooseObjectsAreLeftToTheirOwner() {
    clone.run("config", "gc.auto", "1");
    clone.commit("b", "2");
    upstream.commit("a", "2");
    fetch(clone.folder());
    assertThat(clone.run("count-objects")).doesNotStartWith("0 ");
  }

  @Test
  void withoutARemoteThereIsNothingToFetch() {
    var problem = problem(upstream.folder());
    assertThat(problem).isInstanceOf(Problem.NotFound.class);
    assertThat(problem.sentence()).contains("no remote", "git remote add");
  }

  @Test
  void aRemoteThatRunsAProgramIsRefused() {
    var made = temp.resolve("made");
    clone.run("config", "remote.origin.url", "ext::touch% " + made);
    clone.run("config", "protocol.ext.allow", "always");
    assertThat(problem(clone.folder())).isInstanceOf(Problem.Refused.class);
    assertThat(made).doesNotExist();
  }

  @Test
  void aLockOfSomebodyElseIsNamed() throws IOException {
    upstream.commit("a", "2");
    Files.createFile(clone.folder().resolve(".git/refs/remotes/origin/main.lock"));
    assertThat(problem(clone.folder())).isInstanceOf(Problem.Conflict.class);
  }

  private List<String> refs() {
    return clone.lines("for-each-ref", "--format=%(refname) %(objectname)");
  }

  private void fetch(Path folder) {
    try (var repository = GitRepository.open(folder)) {
      GitTransport.of(PersonsPrograms.with(Map.of())).fetch(repository, heard, Cancel.never());
    }
  }

  private Problem problem(Path folder) {
    return catchThrowableOfType(ProblemException.class, () -> fetch(folder)).problem();
  }
}
