package dev.plumbline.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.Session;
import dev.plumbline.engine.State;
import dev.plumbline.engine.Work;
import dev.plumbline.git.Git;
import dev.plumbline.model.Problem;
import dev.plumbline.store.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A clone by URL and a fetch, from the window's side and on the command line.
class CloneAndFetchTest {

  @TempDir Path temp;
  private Git upstream;
  private Session session;
  private Terminal terminal;

  @BeforeEach
  void begin() throws IOException {
    upstream = Git.init(temp.resolve("srv/shop"));
    declare("shop/prod");
    terminal = new Terminal(temp.resolve("home"));
    var home = Map.of("PLUMBLINE_HOME", temp.resolve("home").toString());
    var kubeconfig = Files.writeString(temp.resolve("kubeconfig"), "");
    session =
        new Wiring(Folders.of(home, "Linux", temp), home)
            .session(Optional.empty(), Optional.of(kubeconfig));
  }

  @AfterEach
  void end() {
    session.close();
  }

  private void declare(String... environments) throws IOException {
    var text = new StringBuilder("apiVersion: plumbline.dev/v1\nenvironments:\n");
    for (var name : environments) {
      text.append("  - {name: ").append(name).append(", source: {path: envs}, cluster: c}\n");
    }
    Files.createDirectories(upstream.folder().resolve("envs"));
    Files.writeString(upstream.folder().resolve("envs/x.yaml"), "");
    Files.writeString(upstream.folder().resolve("plumbline.yaml"), text);
    upstream.run("add", "-A");
    upstream.run("commit", "-qm", "Declare " + String.join(", ", environments));
  }

  @Test
  void aCloneOpensAndAFetchIsRead() throws Exception {
    var url = "file://" + upstream.folder();
    var folder = session.cloneFolder(url).orElseThrow();
    assertThat(folder)
        .startsWithRaw(temp.resolve("home/data/repositories/file"))
        .hasFileName("shop.git");
    assertThat(session.cloneFolder("ext::x")).isEmpty();

    var work = ended(session.cloneFrom(url, folder));
    assertThat(work.problem()).isEmpty();
    assertThat(work.title()).isEqualTo("Clone " + url);
    var overview = await(session.overview(), o -> !o.environments().isEmpty());
    assertThat(overview.repository()).contains(folder);
    assertThat(overview.remote()).contains("origin");

    declare("shop/prod", "shop/staging");
    assertThat(ended(session.fetch()).problem()).isEmpty();
    await(session.overview(), o -> o.environments().size() == 2);
    assertThat(session.works().get()).extracting(Work.View::title).first().isEqualTo("Fetch");

    var again = ended(session.cloneFrom(url, folder));
    assertThat(again.problem().orElseThrow().what()).contains("is not empty");
  }

  @Test
  void withoutARepositoryOrARemoteThereIsNothingToFetch() throws Exception {
    assertThat(ended(session.fetch()).problem()).containsInstanceOf(Problem.NotFound.class);
    session.open(upstream.folder());
    await(session.overview(), o -> !o.environments().isEmpty());
    assertThat(ended(session.fetch()).problem().orElseThrow().what()).contains("no remote");
  }

  @Test
  void theCommandLineClonesAndFetches() throws IOException {
    var cloned =
        terminal.run("clone", upstream.folder().toString(), temp.resolve("c.git").toString());
    assertThat(cloned.exit()).as(cloned.err()).isZero();
    assertThat(cloned.out()).isEqualTo(temp.resolve("c.git") + "\n");
    var bare = terminal.with("--repo", temp.resolve("c.git").toString());
    assertThat(bare.run("envs").out()).contains("shop/prod");
    assertThat(bare.run("fetch").out()).isEqualTo("Nothing new\n");

    declare("shop/prod", "shop/staging");
    var fetched = bare.run("fetch", "-o", "json");
    assertThat(fetched.exit()).isZero();
    assertThat(fetched.json().items()).hasSize(1);
    assertThat(fetched.json().items().getFirst().text("ref")).contains("refs/remotes/origin/main");
    assertThat(fetched.json().items().getFirst().text("after"))
        .contains(upstream.run("rev-parse", "HEAD"));
    upstream.run("branch", "-q", "side");
    assertThat(bare.run("fetch").out())
        .matches("(?s)REF +BEFORE +NOW\n *origin/side +new +[0-9a-f]{7}\n");
    assertThat(bare.run("envs").out()).contains("shop/staging");
  }

  @Test
  void theCommandLineSaysWhatFailedAndHow() {
    var here = upstream.folder().toString();
    assertThat(terminal.run("clone").exit()).isEqualTo(64);
    assertThat(terminal.run("clone", "ext::sh", temp.resolve("x").toString()).exit()).isEqualTo(3);
    assertThat(terminal.run("clone", "--", "-x").exit()).isEqualTo(2);
    var notEmpty = terminal.run("clone", here, here);
    assertThat(notEmpty.exit()).isEqualTo(2);
    assertThat(notEmpty.err()).contains("is not empty", "Name a new or an empty folder");
    var noRemote = terminal.run("fetch", "--repo", here);
    assertThat(noRemote.exit()).isEqualTo(2);
    assertThat(noRemote.err()).contains("There is no remote to fetch from", "git remote add");
  }

  private static Work.View ended(Work work) throws InterruptedException {
    return await(work.state(), v -> !v.running());
  }

  private static <T> T await(State<T> state, Predicate<T> wanted) throws InterruptedException {
    var there = new CountDownLatch(1);
    try (var _ =
        state.subscribe(v -> {
          if (wanted.test(v)) {
            there.countDown();
          }
        })) {
      assertThat(there.await(30, TimeUnit.SECONDS)).as("%s", state.get()).isTrue();
    }
    return state.get();
  }
}
