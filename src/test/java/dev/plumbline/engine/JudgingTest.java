package dev.plumbline.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.drift.Cause;
import dev.plumbline.drift.FieldChange;
import dev.plumbline.drift.IgnoreRule;
import dev.plumbline.drift.PathPattern;
import dev.plumbline.drift.ResourceDrift;
import dev.plumbline.drift.Rules;
import dev.plumbline.drift.Target;
import dev.plumbline.driver.Observation;
import dev.plumbline.model.ClusterRef;
import dev.plumbline.model.Manifest;
import dev.plumbline.model.ManifestSet;
import dev.plumbline.model.Origin;
import dev.plumbline.model.Path;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.Revision;
import dev.plumbline.model.Tree;
import dev.plumbline.plan.Candidate;
import dev.plumbline.plan.Planner;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// What was observed, as rules and marks want it, and what a plan makes of that.
class JudgingTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

  private static Manifest manifest(String name, Tree.Obj more) {
    var body =
        Tree.obj(
            "apiVersion", Tree.str("v1"),
            "kind", Tree.str("ConfigMap"),
            "metadata", more.with("name", Tree.str(name)));
    return new Manifest(ResourceRef.of(body), body, Origin.file(name + ".yaml"));
  }

  private static Candidate changed(Manifest desired, String... fields) {
    var changes =
        List.of(fields).stream()
            .map(f ->
                new FieldChange(
                    Path.of("data", f),
                    Optional.of(Tree.str("git")),
                    Optional.of(Tree.str("live")),
                    Cause.DRIFTED,
                    Optional.empty(),
                    true))
            .toList();
    return new Candidate(
        // As the driver tells it: with its namespace.
        new ResourceDrift.Changed(
            desired.ref().inNamespace("shop"), Optional.of(desired.origin()), changes),
        Optional.of("h"),
        Optional.of("u"),
        Optional.of("f"));
  }

  @Test
  void rulesAndMarksDecideWhatCountsAndWhatIsPlanned() {
    var plain = manifest("plain", Tree.Obj.EMPTY);
    var mixed = manifest("mixed", Tree.Obj.EMPTY);
    var mark = Tree.obj("kustomize.toolkit.fluxcd.io/reconcile", Tree.str("disabled"));
    var alone = manifest("alone", Tree.obj("labels", mark));
    var cipher = manifest("cipher", Tree.Obj.EMPTY);
    var encrypted =
        new Manifest(
            cipher.ref(),
            cipher.body().with("sops", Tree.obj("mac", Tree.str("ENC[x]"))),
            cipher.origin());
    var orphan =
        new Candidate(
            new ResourceDrift.OnlyInCluster(plain.ref(), "u"),
            Optional.empty(),
            Optional.of("u"),
            Optional.empty());
    var seen =
        new Observation(
            new ManifestSet(
                List.of(plain, mixed, alone, encrypted), List.of(), new TreeSet<>(), List.of()),
            List.of(
                changed(plain, "a"),
                changed(mixed, "a", "b"),
                changed(alone, "b"),
                changed(encrypted, "b"),
                orphan),
            List.of(),
            Instant.EPOCH,
            1);
    var rule =
        new IgnoreRule(
            "plumbline.yaml",
            new Origin("plumbline.yaml", 7, 5),
            Target.ANY,
            PathPattern.parse(".data.a"),
            Optional.empty(),
            "r",
            Optional.empty());

    var judged = Judging.of(seen, new Rules(List.of(rule), List.of()), TODAY);

    assertThat(judged.resources())
        .extracting(ResourceDrift::word)
        .containsExactly("in-sync", "changed", "in-sync", "unknown", "only-in-cluster");
    var plan =
        Planner.plan(
            "p",
            "shop/prod",
            new Revision("0".repeat(40), "main"),
            new ClusterRef("c", "c", "https://c"),
            "uid",
            Instant.EPOCH,
            judged.candidates());
    assertThat(plan.steps()).extracting(s -> s.ref().name()).containsExactly("mixed");
    assertThat(plan.untouched()).isEqualTo(2);
    assertThat(plan.leftOut()).extracting(l -> l.ref().name()).contains("cipher", "plain");
  }
}
