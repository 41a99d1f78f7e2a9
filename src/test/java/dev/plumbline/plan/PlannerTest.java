package dev.plumbline.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.drift.Cause;
import dev.plumbline.drift.FieldChange;
import dev.plumbline.drift.ResourceDrift;
import dev.plumbline.model.ClusterRef;
import dev.plumbline.model.Origin;
import dev.plumbline.model.Path;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.Revision;
import dev.plumbline.model.Tree;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PlannerTest {

  static final Optional<Origin> ORIGIN = Optional.of(new Origin("base/app.yaml", 1, 1));
  static final FieldChange IMAGE =
      new FieldChange(
          Path.of("spec", "image"),
          Optional.of(Tree.str("web:1")),
          Optional.of(Tree.str("web:2")),
          Cause.DRIFTED,
          Optional.empty(),
          true);

  static ResourceRef ref(String apiVersion, String kind, String namespace, String name) {
    return ResourceRef.of(
        Tree.obj(
            "apiVersion", Tree.str(apiVersion),
            "kind", Tree.str(kind),
            "metadata", Tree.obj("namespace", Tree.str(namespace), "name", Tree.str(name))));
  }

  static Candidate missing(ResourceRef ref) {
    return candidate(new ResourceDrift.OnlyInGit(ref, ORIGIN, Optional.empty()));
  }

  private static Candidate waiting(ResourceRef ref, String waitingFor) {
    return candidate(new ResourceDrift.OnlyInGit(ref, ORIGIN, Optional.of(waitingFor)));
  }

  static Candidate changed(ResourceRef ref) {
    return new Candidate(
        new ResourceDrift.Changed(ref, ORIGIN, List.of(IMAGE)),
        Optional.of("hash of " + ref),
        Optional.of("uid of " + ref),
        Optional.of("print of " + ref));
  }

  static Candidate candidate(ResourceDrift drift) {
    return new Candidate(
        drift, Optional.of("hash of " + drift.ref()), Optional.empty(), Optional.empty());
  }

  static SyncPlan plan(List<Candidate> candidates) {
    return Planner.plan(
        "5f0c",
        "shop/prod",
        new Revision("a".repeat(40), "refs/remotes/origin/main"),
        new ClusterRef("prod-eu", "eu-1", "https://eu-1.example:6443"),
        "uid-of-kube-system",
        Instant.parse("2026-11-24T10:00:00Z"),
        candidates);
  }

  private static final ResourceRef CRD =
      ref("apiextensions.k8s.io/v1", "CustomResourceDefinition", "", "widgets.acme.io");
  private static final ResourceRef SHOP = ref("v1", "Namespace", "", "shop");
  private static final ResourceRef WIDGET = ref("acme.io/v1", "Widget", "shop", "w");

  @Test
  void whatTheServerWarnedOfIsKeptByObject() {
    var web = changed(ref("apps/v1", "Deployment", "shop", "web"));
    var warned =
        new Candidate(
            web.drift(), web.desiredHash(), web.uid(), web.fingerprint(), List.of("unknown field"));

    var plan = plan(List.of(warned, missing(SHOP)));

    assertThat(plan.warnings(web.drift().ref())).containsExactly("unknown field");
    assertThat(plan.warnings(SHOP)).isEmpty();
  }

  @Test
  void stagesAreDefinitionsThenNamespacesThenTheRest() {
    var plan =
        plan(
            List.of(
                waiting(WIDGET, "CustomResourceDefinition widgets.acme.io"),
                changed(ref("apps/v1", "Deployment", "shop", "web")),
                missing(SHOP),
                missing(CRD)));

    assertThat(plan.stages().stream().map(Stage::name))
        .containsExactly("CustomResourceDefinitions", "Namespaces", "Resources");
    assertThat(plan.stages().getFirst().steps())
        .containsExactly(
            new Step.Apply(
                CRD,
                Step.Action.CREATE,
                "hash of " + CRD,
                Optional.empty(),
                Optional.empty(),
                List.of()),
            new Step.AwaitCrd(CRD));
    assertThat(plan.stages().getLast().steps().stream().map(s -> s.ref().toString()))
        .containsExactly("Deployment shop/web", "Widget shop/w");
    assertThat(plan.applies()).isEqualTo(4);
    assertThat(plan.leftOut()).isEmpty();
  }

  @Test
  void aChangeCarriesWhatItWasPlannedOn() {
    var ref = ref("apps/v1", "Deployment", "shop", "web");

    assertThat(plan(List.of(changed(ref))).steps())
        .containsExactly(
            new Step.Apply(
                ref,
                Step.Action.CHANGE,
                "hash of " + ref,
                Optional.of("uid of " + ref),
                Optional.of("print of " + ref),
                List.of(IMAGE)));
  }

  @Test
  void kindsAreOrderedWithTheirGroupAndWebhooksComeLast() {
    var sorted =
        Stream.of(
                ref("v1", "LimitRange", "b", "x"),
                ref("v1", "ServiceAccount", "b", "x"),
                ref("v1", "Secret", "a", "x"),
                ref("v1", "Secret", "b", "w"),
                ref("v1", "Secret", "b", "x"),
                ref("v1", "ConfigMap", "a", "x"),
                ref("storage.k8s.io/v1", "StorageClass", "", "x"),
                ref("v1", "PersistentVolumeClaim", "a", "x"),
                ref("rbac.authorization.k8s.io/v1", "ClusterRole", "", "x"),
                ref("rbac.authorization.k8s.io/v1", "RoleBinding", "a", "x"),
                ref("v1", "Service", "a", "x"),
                ref("apps/v1", "DaemonSet", "a", "x"),
                ref("v1", "Pod", "a", "x"),
                ref("apps/v1", "Deployment", "a", "x"),
                ref("autoscaling/v2", "HorizontalPodAutoscaler", "a", "x"),
                ref("apps/v1", "StatefulSet", "a", "x"),
                ref("batch/v1", "CronJob", "a", "x"),
                ref("networking.k8s.io/v1", "Ingress", "a", "x"),
                ref("apiregistration.k8s.io/v1", "APIService", "", "x"),
                ref("serving.knative.dev/v1", "Service", "a", "x"),
                ref("acme.io/v1", "Widget", "c", "x"),
                ref("admissionregistration.k8s.io/v1", "ValidatingWebhookConfiguration", "", "x"))
            .toList();

    var planned = plan(sorted.reversed().stream().map(PlannerTest::missing).toList());

    assertThat(planned.steps().stream().map(Step::ref)).containsExactlyElementsOf(sorted);
  }

  @Test
  void whatWaitsForSomethingThatNobodyMakesIsLeftOut() {
    var plan = plan(List.of(waiting(WIDGET, "CustomResourceDefinition widgets.acme.io")));

    assertThat(plan.isNoop()).isTrue();
    var problem = plan.leftOut().getFirst().problem();
    assertThat(problem).isInstanceOf(Problem.NotFound.class);
    assertThat(problem.sentence())
        .isEqualTo(
            "It needs CustomResourceDefinition widgets.acme.io, which is neither in the cluster nor made by this"
                + " plan (Widget shop/w, base/app.yaml:1). Add it to Git or install it, then plan again");
  }

  @Test
  void whatWaitsForSomethingThatCouldNotBeComparedIsLeftOutToo() {
    var problem = new Problem.Forbidden("You may not patch it", "", "", "");
    var unknown =
        new ResourceDrift.Unknown(SHOP, ORIGIN, problem, Optional.empty(), Optional.empty());

    var plan = plan(List.of(candidate(unknown), waiting(WIDGET, "Namespace shop")));

    assertThat(plan.isNoop()).isTrue();
    assertThat(plan.leftOut().stream().map(SyncPlan.LeftOut::ref)).containsExactly(SHOP, WIDGET);
    assertThat(plan.leftOut().getFirst().problem()).isEqualTo(problem);
  }

  @Test
  void whatWaitsForSomethingThatCameMeanwhileIsPlanned() {
    var there = new ResourceDrift.InSync(SHOP, ORIGIN, List.of());

    var plan = plan(List.of(candidate(there), waiting(WIDGET, "Namespace shop")));

    assertThat(plan.steps().stream().map(Step::ref)).containsExactly(WIDGET);
    assertThat(plan.untouched()).isEqualTo(1);
  }

  @Test
  void anotherGroupsNamespaceOpensNoNamespace() {
    var other = ref("acme.io/v1", "Namespace", "", "shop");

    var plan = plan(List.of(missing(other), waiting(WIDGET, "Namespace shop")));

    assertThat(plan.stages().stream().map(Stage::name)).containsExactly("Resources");
    assertThat(plan.leftOut().stream().map(SyncPlan.LeftOut::ref)).containsExactly(WIDGET);
  }

  @Test
  void whatIsNoLongerInGitIsNamedAndNotDeleted() {
    var orphan = ref("v1", "ConfigMap", "shop", "old");

    var plan = plan(List.of(candidate(new ResourceDrift.OnlyInCluster(orphan, "u"))));

    assertThat(plan.isNoop()).isTrue();
    assertThat(plan.leftOut().getFirst().problem().sentence())
        .isEqualTo(
            "No longer in Git; this version does not delete (ConfigMap shop/old)."
                + " Delete it with kubectl, or put it back into Git");
  }

  @Test
  void aChangeWithoutAFingerprintCannotBePlanned() {
    var drift = new ResourceDrift.Changed(SHOP, ORIGIN, List.of(IMAGE));
    var blind = new Candidate(drift, Optional.of("h"), Optional.of("u"), Optional.empty());

    assertThatThrownBy(() -> plan(List.of(blind)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Namespace shop has no fingerprint");
  }
}
