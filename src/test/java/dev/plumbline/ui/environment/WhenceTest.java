package dev.plumbline.ui.environment;

import static dev.plumbline.model.Tree.arr;
import static dev.plumbline.model.Tree.obj;
import static dev.plumbline.model.Tree.str;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.Manifest;
import dev.plumbline.model.Origin;
import dev.plumbline.model.Path;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.Tree;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Paths by key are followed to the positions by which Git's lines are known.
class WhenceTest {

  private static final Tree.Obj BODY =
      obj(
          "kind",
          str("Deployment"),
          "spec",
          obj(
              "containers",
              arr(
                  obj("name", str("a"), "image", str("x")),
                  obj("name", str("b"), "image", str("y"))),
              "finalizers",
              arr(str("one"), str("two"))));

  private static Path image(String container) {
    return Path.of("spec", "containers")
        .then(Path.key(Map.of("name", str(container))))
        .field("image");
  }

  @Test
  void keysAndValuesBecomePositions() {
    assertThat(Whence.positions(BODY, image("b"))).hasToString(".spec.containers[1].image");
    assertThat(
            Whence.positions(
                BODY, Path.of("spec", "finalizers").then(new Path.Step.Value(str("two")))))
        .hasToString(".spec.finalizers[1]");
    assertThat(Whence.positions(BODY, image("gone"))).hasToString(".spec.containers");
  }

  @Test
  void theNearestKnownLineWinsOverTheDocument() {
    var document = new Origin("web.yaml", 1, 1);
    var line = new Origin("web.yaml", 9, 5);
    var manifest =
        new Manifest(
            ResourceRef.of(BODY),
            BODY,
            document,
            path ->
                path.toString().equals(".spec.containers[1]")
                    ? Optional.of(line)
                    : Optional.empty());
    assertThat(Whence.of(manifest, image("b"))).isEqualTo(line);
    assertThat(Whence.of(manifest, image("a"))).isEqualTo(document);
  }
}
