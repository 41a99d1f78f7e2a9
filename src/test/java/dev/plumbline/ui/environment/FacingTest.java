package dev.plumbline.ui.environment;

import static dev.plumbline.model.Tree.Num.of;
import static dev.plumbline.model.Tree.arr;
import static dev.plumbline.model.Tree.obj;
import static dev.plumbline.model.Tree.str;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.Path;
import dev.plumbline.model.Tree;
import dev.plumbline.yaml.Yaml;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Git's text and the cluster's differ only where they differ in fact.
class FacingTest {

  private static final Tree.Obj GIT =
      obj(
          "kind",
          str("Deployment"),
          "metadata",
          obj("name", str("web")),
          "spec",
          obj(
              "replicas",
              of(3),
              "containers",
              arr(
                  obj("name", str("web"), "image", str("web:2")),
                  obj("name", str("side"), "image", str("side:1")))));

  private static final Tree.Obj LIVE =
      obj(
          "metadata",
          obj("uid", str("u"), "name", str("web"), "annotations", obj("by-hand", str("x"))),
          "kind",
          str("Deployment"),
          "spec",
          obj(
              "paused",
              str("no"),
              "containers",
              arr(
                  obj("image", str("side:1"), "name", str("side"), "tty", str("t")),
                  obj("image", str("web:2"), "name", str("web"))),
              "replicas",
              of(3)),
          "status",
          obj("replicas", of(3)));

  @Test
  void theClusterSpeaksInTheOrderOfGitAndOnlyOfWhatGitSets() {
    var facing = Facing.of(GIT, LIVE, false, List.of());
    assertThat(Yaml.write(facing.live()))
        .isEqualTo(
            """
            kind: Deployment
            metadata:
              name: web
            spec:
              replicas: 3
              containers:
              - name: side
                image: side:1
              - name: web
                image: web:2
            """);
    assertThat(facing.onlyLive()).isEqualTo(3);
  }

  @Test
  void whatCountsAsDriftIsKeptAndAllOfItWhenAsked() {
    var kept = Facing.of(GIT, LIVE, false, List.of(Path.of("metadata", "annotations", "by-hand")));
    assertThat(Yaml.write(kept.live())).contains("by-hand: x").doesNotContain("paused");
    var all = Facing.of(GIT, LIVE, true, List.of());
    assertThat(Yaml.write(all.live())).contains("paused", "tty").doesNotContain("uid", "status");
    assertThat(all.onlyLive()).isZero();
  }

  @Test
  void hiddenValuesOfTheSameLengthStillDiffer() {
    var git = obj("data", obj("a", Tree.Hidden.of(str("one")), "b", Tree.Hidden.of(str("two"))));
    var live = obj("data", obj("a", Tree.Hidden.of(str("ONE")), "b", Tree.Hidden.of(str("two"))));
    var text = Yaml.write(Facing.of(git, live, false, List.of()).live());
    assertThat(text)
        .contains("a: hidden, 3 characters, not the same", "b: hidden, 3 characters")
        .doesNotContain("ONE", "two");
  }
}
