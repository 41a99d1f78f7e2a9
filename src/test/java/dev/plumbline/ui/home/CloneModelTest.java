package dev.plumbline.ui.home;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.Problem;
import dev.plumbline.ui.FakeSession;
import dev.plumbline.ui.kit.Fx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CloneModelTest {

  private static final String URL = "https://github.com/acme/shop-config.git";

  @TempDir private Path base;
  private final FakeSession session = FakeSession.empty();
  private CloneModel model;

  @BeforeEach
  void open() {
    session.clones = base;
    model = new CloneModel(session, Fx.direct());
  }

  @AfterEach
  void close() {
    model.close();
  }

  @Test
  void theFolderFollowsTheAddressUntilAPersonChangesIt() throws IOException {
    model.url().set(URL);
    assertThat(model.folder().get()).isEqualTo(base.resolve("acme/shop-config.git").toString());
    assertThat(model.into().get()).isEqualTo(CloneModel.Into.FREE);

    Files.writeString(Files.createDirectories(base.resolve("acme/edge.git")).resolve("HEAD"), "x");
    model.url().set("git@github.com:acme/edge.git");
    assertThat(model.folder().get()).isEqualTo(base.resolve("acme/edge-2.git").toString());

    model.folder().set(base.resolve("mine").toString());
    model.url().set(URL);
    assertThat(model.folder().get()).isEqualTo(base.resolve("mine").toString());
  }

  @Test
  void aFolderThatHoldsSomethingOrIsNoPathIsNotClonedInto() throws IOException {
    model.url().set(URL);
    Files.writeString(base.resolve("notes"), "x");
    for (var folder : new String[] {base.toString(), base.resolve("notes").toString()}) {
      model.folder().set(folder);
      assertThat(model.into().get()).as(folder).isEqualTo(CloneModel.Into.TAKEN);
      assertThat(model.ready()).isFalse();
    }
    model.folder().set("not/absolute");
    assertThat(model.into().get()).isEqualTo(CloneModel.Into.NO_PATH);
    model.begin();
    assertThat(session.asked).isEmpty();
  }

  @Test
  void aCloneIsFollowedCancelledAndItsFailureKeepsWhatWasTyped() {
    model.url().set(URL);
    model.begin();
    assertThat(session.asked)
        .containsExactly("clone " + URL + " to " + base.resolve("acme/shop-config.git"));
    var work = session.started.getFirst();
    work.progress("receiving objects", 1204, 3379);
    assertThat(model.going().get())
        .isInstanceOfSatisfying(
            CloneModel.Going.Running.class, r -> assertThat(r.view().done()).isEqualTo(1204));
    assertThat(model.ready()).isFalse();

    model.cancel();
    assertThat(session.asked).contains("cancel " + work.state().get().id());

    var problem = new Problem.Network("github.com did not answer", "", "Try again", "timed out");
    work.end(Optional.of(problem));
    assertThat(model.going().get()).isEqualTo(new CloneModel.Going.Failed(problem));
    assertThat(model.url().get()).isEqualTo(URL);
    assertThat(model.ready()).isTrue();
  }

  @Test
  void aCloneThatRunsIsFoundAgainByTheNextWelcome() {
    model.url().set(URL);
    model.begin();
    try (var next = new CloneModel(session, Fx.direct())) {
      assertThat(next.going().get()).isInstanceOf(CloneModel.Going.Running.class);
      session.started.getFirst().end(Optional.empty());
      assertThat(next.going().get()).isEqualTo(new CloneModel.Going.Form());
    }
  }
}
