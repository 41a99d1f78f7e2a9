package dev.plumbline.ui.environment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.drift.Cause;
import dev.plumbline.drift.FieldChange;
import dev.plumbline.drift.ResourceDrift;
import dev.plumbline.engine.Session;
import dev.plumbline.model.Health;
import dev.plumbline.model.Origin;
import dev.plumbline.model.Owned;
import dev.plumbline.model.Path;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.Tree;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  private static Forest forest(List<ResourceDrift> drifts, Owned... owned) {
    return Forest.of(
        drifts,
        new Session.Living(Map.of(), List.of(owned), List.of(), Optional.of(Instant.EPOCH)),
        ref -> ref.name().equals("env") ? "app=shop" : "");
  }

  private static List<String> names(Forest forest, String query, Optional<Facet> facet) {
    var words = forest.passing(query);
    return facet.map(f -> forest.only(f, words)).orElse(words).stream()
        .mapToObj(i -> forest.nodes().get(i).subject().ref())
        .map(r -> r.kind() + "/" + r.name())
        .toList();
  }

  private static List<String> lines(Forest forest, String query, Map<String, Boolean> folds) {
    return said(
        Listing.lines(forest, forest.passing(query), Listing.By.OWNER, folds, !query.isBlank()));
  }

  private static List<String> said(List<Line> lines) {
    return lines.stream()
        .map(l ->
            switch (l) {
              case Line.Kind k -> k.kind() + " " + k.tally().all();
              case Line.Thing t -> " ".repeat(t.depth()) + t.name();
              case Line.More m -> " ".repeat(m.depth()) + m.count() + " more " + m.word();
            })
        .toList();
  }

  private static Owned owned(String kind, String name, ResourceRef owner, Health.State state) {
    return new Owned(
        ref(kind, "shop", name),
        name,
        owner,
        new Health(state, ""),
        state == Health.State.HEALTHY ? "Running" : "CrashLoopBackOff",
        List.of(),
        Optional.empty());
  }

  private static final ResourceRef WEB = ref("Deployment", "shop", "web");

  private static Forest sevenPods() {
    var set = ref("ReplicaSet", "shop", "web-7d9");
    var owned = new ArrayList<Owned>();
    owned.add(owned("ReplicaSet", "web-7d9", WEB, Health.State.HEALTHY));
    for (var end : List.of("a", "b", "c", "d", "e", "f")) {
      owned.add(owned("Pod", "web-7d9-" + end, set, Health.State.HEALTHY));
    }
    owned.add(owned("Pod", "web-7d9-z", set, Health.State.DEGRADED));
    return forest(SOME, owned.toArray(Owned[]::new));
  }

  @Test
  void orderIsByKindThenName() {
    assertThat(names(forest(SOME), "", Optional.empty()))
        .containsExactly(
            "Deployment/api",
            "Deployment/web",
            "ConfigMap/env",
            "ConfigMap/old",
            "Secret/key",
            "Service/web");
  }

  @Test
  void everyWordMustStandInKindNameNamespaceLabelOrADifferingPath() {
    var some = forest(SOME);
    assertThat(names(some, "WEB", Optional.empty()))
        .containsExactly("Deployment/web", "Service/web");
    assertThat(names(some, "web deploy", Optional.empty())).containsExactly("Deployment/web");
    assertThat(names(some, ".spec.paused", Optional.empty())).containsExactly("Deployment/api");
    assertThat(names(some, "app=shop", Optional.empty())).containsExactly("ConfigMap/env");
    assertThat(names(some, "shop", Optional.empty())).hasSize(6);
    assertThat(names(some, "nowhere", Optional.empty())).isEmpty();
  }

  @Test
  void aChipFilters() {
    assertThat(names(forest(SOME), "", Optional.of(Facet.UNKNOWN))).containsExactly("Secret/key");
    assertThat(names(forest(SOME), "api", Optional.of(Facet.CHANGED)))
        .containsExactly("Deployment/api");
    assertThat(names(sevenPods(), "", Optional.of(Facet.DEGRADED)))
        .containsExactly("Pod/web-7d9-z");
  }

  @Test
  void countsAreOfWhatStandsHow() {
    var counts = Counts.of(SOME);
    assertThat(counts.all()).isEqualTo(6);
    assertThat(counts.of(Standing.CHANGED)).isEqualTo(2);
    assertThat(counts.of(Standing.IN_SYNC)).isEqualTo(1);
    assertThat(counts.toSync()).isEqualTo(3);
    assertThat(Counts.NONE.all()).isZero();
    var forest = sevenPods();
    var tally = forest.tally(forest.passing("pod"));
    assertThat(tally.counts().all()).isZero();
    assertThat(tally.owned()).isEqualTo(7);
    assertThat(tally.of(Facet.DEGRADED)).isEqualTo(1);
  }

  @Test
  void twoOfTheSameNameSayTheirNamespace() {
    var two =
        List.<ResourceDrift>of(
            new ResourceDrift.InSync(ref("Service", "a", "web"), NOWHERE, List.of()),
            new ResourceDrift.InSync(ref("Service", "b", "web"), NOWHERE, List.of()),
            same("Service", "api"));
    var forest = forest(two);
    assertThat(Listing.lines(forest, forest.passing(""), Listing.By.OWNER, Map.of(), false))
        .extracting(l -> ((Line.Thing) l).namespaced())
        .containsExactly(false, true, true);
  }

  @Test
  void whatIsOwnedStandsBelowItsOwnerAndTheBrokenFirst() {
    var forest = sevenPods();
    assertThat(lines(forest, "", Map.of())).hasSize(6).contains("web").doesNotContain(" web-7d9");
    var open = Map.of(Subject.id(WEB), true);
    assertThat(lines(forest, "", open))
        .containsSequence("web", " web-7d9", "  …-z", "  …-a", "  …-b", "  4 more Running", "env");
    var more =
        Listing.lines(forest, forest.passing(""), Listing.By.OWNER, open, false).stream()
            .filter(Line.More.class::isInstance)
            .findFirst()
            .orElseThrow();
    assertThat(lines(forest, "", Map.of(Subject.id(WEB), true, more.id(), true)))
        .contains("  …-f", "  4 more Running")
        .hasSize(15);
  }

  @Test
  void whatIsLookedForNeverHidesInAFold() {
    assertThat(lines(sevenPods(), "7d9-f", Map.of())).containsExactly("web", " web-7d9", "  …-f");
    assertThat(lines(sevenPods(), "pod", Map.of())).hasSize(9);
  }

  @Test
  void aRingOfOwnersIsWalkedOnce() {
    var a = ref("Pod", "shop", "a");
    var forest =
        forest(
            SOME,
            owned("Pod", "a", WEB, Health.State.HEALTHY),
            owned("Pod", "a", a, Health.State.HEALTHY));
    assertThat(forest.nodes()).hasSize(7);
  }

  @Test
  void aHugeListByKindIsFoldedAndOpensOneKindAtATime() {
    var many = new ArrayList<ResourceDrift>();
    for (int i = 0; i < 15_000; i++) {
      many.add(same(i % 3 == 0 ? "Pod" : "ConfigMap", "n" + i));
    }
    many.add(changed("Pod", "odd", Path.of("spec")));
    var forest = forest(many);
    var all = forest.passing("");
    var folded = Listing.lines(forest, all, Listing.By.KIND, Map.of(), false);
    assertThat(said(folded)).containsExactly("Pod 5001", "ConfigMap 10000");
    var pods = (Line.Kind) folded.getFirst();
    assertThat(pods.tally().of(Facet.CHANGED)).isEqualTo(1);
    assertThat(Listing.lines(forest, all, Listing.By.KIND, Map.of(pods.id(), true), false))
        .hasSize(5_003);
  }
}
