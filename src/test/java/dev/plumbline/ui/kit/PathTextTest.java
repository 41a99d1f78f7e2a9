package dev.plumbline.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.Path;
import dev.plumbline.model.Tree;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The last part of a path is set apart and never cut.
class PathTextTest {

  private static final Path IMAGE =
      Path.of("spec", "template", "spec", "containers")
          .then(Path.key(Map.of("name", Tree.str("checkout"))))
          .field("image");

  @Test
  void theLastPartStandsAlone() {
    assertThat(PathText.of(IMAGE))
        .isEqualTo(new PathText(".spec.template.spec.containers[name=\"checkout\"].", "image"));
    assertThat(PathText.of(Path.of("metadata", "annotations", "kubectl.kubernetes.io/restartedAt")))
        .isEqualTo(
            new PathText(".metadata.annotations[\"kubectl.kubernetes.io/", "restartedAt\"]"));
    assertThat(PathText.of(Path.of("spec", "args").then(new Path.Step.Index(2))))
        .isEqualTo(new PathText(".spec.args", "[2]"));
    assertThat(PathText.of(Path.ROOT)).isEqualTo(new PathText("", "."));
  }

  @Test
  void aLongPathIsCutInTheMiddle() {
    var path = PathText.of(IMAGE);
    for (int room = 1; room < 80; room++) {
      var cut = path.within(room);
      assertThat(cut.last()).isEqualTo("image");
      assertThat(cut.toString().length()).isLessThanOrEqualTo(Math.max(room, 6));
      assertThat(cut.head().contains("…")).isEqualTo(!cut.equals(path));
    }
    assertThat(path.within(40).toString()).isEqualTo(".spec.templ…iners[name=\"checkout\"].image");
    assertThat(path.within(80)).isEqualTo(path);
  }
}
