package dev.plumbline.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.Environment;
import dev.plumbline.model.Environment.Renderer;
import dev.plumbline.model.Problem;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Files as they were, rules as they are.
class TwoRevisionsTest {

  private static Environment environment(
      String name, String path, Renderer renderer, String cluster, boolean reviewed) {
    return new Environment(
        name,
        path,
        Optional.of(cluster),
        "kubernetes",
        renderer,
        cluster,
        Optional.of(cluster),
        reviewed,
        Optional.of(cluster),
        true);
  }

  private static Workspace workspace(boolean declared, Environment... environments) {
    return new Workspace(List.of(environments), List.of(), List.of(), declared);
  }

  @Test
  void pathAndRendererAreOfTheRevisionTheRestOfTheTip() {
    var tip = environment("shop", "new", Renderer.KUSTOMIZE, "safe", true);
    var then = environment("shop", "old", Renderer.PLAIN, "unsafe", false);
    var merged = Workspaces.merge(workspace(true, tip), workspace(true, then));
    assertThat(merged.environments())
        .containsExactly(environment("shop", "old", Renderer.PLAIN, "safe", true));
    assertThat(merged.problems()).isEmpty();
    assertThat(merged.remarks()).isEmpty();
  }

  @Test
  void anEnvironmentThatTheRevisionDoesNotDeclareIsAProblem() {
    var merged =
        Workspaces.merge(
            workspace(true, environment("shop", "p", Renderer.PLAIN, "c", false)),
            workspace(true, environment("other", "p", Renderer.PLAIN, "c", false)));
    assertThat(merged.environments()).isEmpty();
    assertThat(merged.problems()).singleElement().isInstanceOf(Problem.NotFound.class);
  }

  @Test
  void beforeTheFileWasWrittenTheTipsPathIsUsedAndSaid() {
    var tip = environment("shop", "p", Renderer.PLAIN, "c", true);
    var merged = Workspaces.merge(workspace(true, tip), workspace(false));
    assertThat(merged.environments()).containsExactly(tip);
    assertThat(merged.warnings("shop"))
        .singleElement()
        .satisfies(w -> assertThat(w.text()).contains("shop").contains("p"));
  }

  @Test
  void problemsOfBothAreKeptOnce() {
    var same = new Problem.Invalid("same", "", "", "");
    var old = new Problem.Invalid("old", "", "", "");
    var merged =
        Workspaces.merge(
            new Workspace(List.of(), List.of(same), List.of(), true),
            new Workspace(List.of(), List.of(same, old), List.of(), true));
    assertThat(merged.problems()).containsExactly(same, old);
  }
}
