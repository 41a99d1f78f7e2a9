package dev.plumbline.ui.environment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.drift.Cause;
import dev.plumbline.drift.FieldChange;
import dev.plumbline.drift.ResourceDrift;
import dev.plumbline.model.Origin;
import dev.plumbline.model.Path;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Filtering, counting, order and folding of the resource list.
class ListingTest {

  private static final Optional<Origin> NOWHERE = Optional.empty();

  private static ResourceRef ref(String kind, String namespace, String name) {
    return new ResourceRef("", "v1", kind, namespace, name);
  }

  private static ResourceDrift same(String kind, String name) {
    return new ResourceDrift.InSync(ref(kind, "shop", name), NOWHERE, List.of());
  }

  private static ResourceDrift changed(String kind, String name, Path path) {
    return new ResourceDrift.Changed(
        ref(kind, "shop", name),
        NOWHERE,
        List.of(
            new FieldChange(
                path,
                Optional.of(Tree.str("a")),
                Optional.of(Tree.str("b")),
                Cause.DRIFTED,
                Optional.empty(),
                true)));
  }

  private static final List<ResourceDrift> SOME =
      List.of(
          same("Service", "web"),
          changed("Deployment", "web", Path.of("spec", "replicas")),
          new ResourceDrift.OnlyInGit(ref("ConfigMap", "shop", "env"), NOWHERE, Optional.empty()),
          new ResourceDrift.OnlyInCluster(ref("ConfigMap", "shop", "old"), "uid"),
          new ResourceDrift.Unknown(
              ref("Secret", "shop", "key"),
              NOWHERE,
              new Problem.Network("The server did not answer", "", "", ""),
              Optional.empty(),
              Optional.empty()),
          changed("Deployment", "api", Path.of("spec", "paused")));

  private static List<String> names(List<ResourceDrift> drifts) {
    return drifts.stream().map(d -> d.ref().kind() + "/" + d.ref().name()).toList();
  }

  @Test
  void orderIsByKindThenName() {
    assertThat(names(Listing.passing(SOME, "", Optional.empty())))
        .containsExactly(
            "Deployment/api",
            "Deployment/web",
            "ConfigMap/env",
            "ConfigMap/old",
            "Secret/key",
            "Service/web");
  }

  @Test
  void everyWordMustStandInKindNameNamespaceOrADifferingPath() {
    assertThat(names(Listing.passing(SOME, "WEB", Optional.empty())))
        .containsExactly("Deployment/web", "Service/web");
    assertThat(names(Listing.passing(SOME, "web deploy", Optional.empty())))
        .containsExactly("Deployment/web");
    assertThat(names(Listing.passing(SOME, ".spec.paused", Optional.empty())))
        .containsExactly("Deployment/api");
    assertThat(Listing.passing(SOME, "shop", Optional.empty())).hasSize(6);
    assertThat(Listing.passing(SOME, "nowhere", Optional.empty())).isEmpty();
  }

  @Test
  void aStandingFilters() {
    assertThat(names(Listing.passing(SOME, "", Optional.of(Standing.UNKNOWN))))
        .containsExactly("Secret/key");
    assertThat(names(Listing.passing(SOME, "api", Optional.of(Standing.CHANGED))))
        .containsExactly("Deployment/api");
  }

  @Test
  void countsAreOfWhatStandsHow() {
    var counts = Counts.of(SOME);
    assertThat(counts.all()).isEqualTo(6);
    assertThat(counts.of(Standing.CHANGED)).isEqualTo(2);
    assertThat(counts.of(Standing.IN_SYNC)).isEqualTo(1);
    assertThat(counts.toSync()).isEqualTo(3);
    assertThat(Counts.NONE.all()).isZero();
  }

  @Test
  void twoOfTheSameNameSayTheirNamespace() {
    var two =
        List.<ResourceDrift>of(
            new ResourceDrift.InSync(ref("Service", "a", "web"), NOWHERE, List.of()),
            new ResourceDrift.InSync(ref("Service", "b", "web"), NOWHERE, List.of()),
            same("Service", "api"));
    assertThat(Listing.lines(two, Set.of()))
        .extracting(i -> ((Listing.Item.Row) i).namespaced())
        .containsExactly(true, true, false);
  }

  @Test
  void aHugeListFoldsByKindAndOpensOneKindAtATime() {
    var many = new ArrayList<ResourceDrift>();
    for (int i = 0; i < 15_000; i++) {
      many.add(same(i % 3 == 0 ? "Pod" : "ConfigMap", "n" + i));
    }
    many.add(changed("Pod", "odd", Path.of("spec")));
    var ordered = Listing.passing(many, "", Optional.empty());
    var folded = Listing.lines(ordered, Set.of());
    assertThat(folded).hasSize(2);
    var pods = (Listing.Item.Group) folded.getFirst();
    assertThat(pods.kind()).isEqualTo("Pod");
    assertThat(pods.counts().all()).isEqualTo(5_001);
    assertThat(pods.counts().of(Standing.CHANGED)).isEqualTo(1);
    assertThat(Listing.lines(ordered, Set.of(pods.id()))).hasSize(5_003);
  }
}
