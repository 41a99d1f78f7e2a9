package dev.plumbline.driver.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.plumbline.health.DiagnosisTest;
import dev.plumbline.model.Health;
import dev.plumbline.model.Owned;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.Tree;
import dev.plumbline.yaml.Yaml;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Who owns whom, and what is kept of each.
class KinshipTest {

  private static final ResourceRef WEB = ref("Deployment", "web");

  private final Kinship kinship = new Kinship();

  private static ResourceRef ref(String kind, String name) {
    return new ResourceRef("apps", "v1", kind, "shop", name);
  }

  private void add(String kind, String name, String uid, String... owners) {
    kinship.add(
        new Being(
            ref(kind, name),
            uid,
            List.of(owners),
            new Health(Health.State.HEALTHY, ""),
            "",
            List.of(),
            Optional.empty()));
  }

  @Test
  void whatIsOwnedThroughOthersIsFoundWithItsOwner() {
    add("Pod", "web-1-a", "p1", "rs1");
    add("ReplicaSet", "web-1", "rs1", "d");
    add("Pod", "other-a", "p2", "rs2");
    add("ReplicaSet", "other", "rs2", "d2");
    assertThat(kinship.below(Map.of("d", WEB)))
        .extracting(o -> o.ref().name(), o -> o.owner().name())
        .containsExactlyInAnyOrder(tuple("web-1", "web"), tuple("web-1-a", "web-1"));
  }

  @Test
  void anObjectOfTheSameNameAndAnotherUidOwnsNothing() {
    add("ReplicaSet", "web-1", "rs1", "uid of an earlier web");
    assertThat(kinship.below(Map.of("d", WEB))).isEmpty();
  }

  @Test
  void whoOwnEachOtherAreFoundOnce() {
    add("ReplicaSet", "a", "a", "b", "d");
    add("ReplicaSet", "b", "b", "a");
    assertThat(kinship.below(Map.of("d", WEB)))
        .extracting(Owned::uid)
        .containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void whatGitDeclaresIsNotShownAgainAsOwned() {
    add("ReplicaSet", "declared", "rs", "d");
    add("Pod", "pod", "p", "rs");
    var roots = Map.of("d", WEB, "rs", ref("ReplicaSet", "declared"));
    assertThat(kinship.below(roots)).extracting(Owned::uid).containsExactly("p");
  }

  @Test
  void theOwnerThatControlsComesFirst() {
    var pod =
        Being.of(
            Tree.obj(
                "metadata",
                Tree.obj(
                    "uid",
                    Tree.str("p"),
                    "ownerReferences",
                    Tree.arr(
                        Tree.obj("uid", Tree.str("looks on")),
                        Tree.obj("uid", Tree.str("rs"), "controller", Tree.bool(true))))));
    assertThat(pod.owners()).containsExactly("rs", "looks on");
  }

  /// What a thinned object says must be what the whole one says: each case of the health rules.
  @ParameterizedTest
  @ValueSource(strings = {"workloads.yaml", "pods.yaml", "others.yaml"})
  void whatIsLeftOutChangesNothing(String file) throws IOException {
    try (var in = DiagnosisTest.class.getResourceAsStream(file)) {
      for (var document : Yaml.read(in.readAllBytes(), file).documents()) {
        var object = (Tree.Obj) document.body().at("object").orElseThrow();
        assertThat(Being.of(Being.core(object))).isEqualTo(Being.of(object));
      }
    }
  }

  @Test
  void ofAPodOnlyTheNamesOfContainersAreKept() {
    var pod =
        Tree.obj(
            "apiVersion",
            Tree.str("v1"),
            "kind",
            Tree.str("Pod"),
            "spec",
            Tree.obj(
                "restartPolicy",
                Tree.str("Never"),
                "initContainers",
                Tree.arr(Tree.obj("name", Tree.str("init"), "env", Tree.arr())),
                "containers",
                Tree.arr(Tree.obj("name", Tree.str("web"), "image", Tree.str("shop/web")))));
    var core = Being.core(pod);
    assertThat(core.toString()).doesNotContain("shop/web").doesNotContain("env");
    assertThat(Being.of(core).containers()).containsExactly("init", "web");
  }
}
