package dev.plumbline.cluster;

import static dev.plumbline.cluster.Real.CONFIG_MAP;
import static dev.plumbline.cluster.Real.configMap;
import static dev.plumbline.cluster.Real.object;
import static dev.plumbline.cluster.Real.problem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.Cancel;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Tree;
import dev.plumbline.testing.ControlPlane;
import dev.plumbline.yaml.Json;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// [Cluster] against a real API server.
class RealClusterTest {

  private static ControlPlane plane;
  private static Cluster admin;
  private static String namespace;

  private final Cancel cancel = Cancel.never();

  @BeforeAll
  static void connect() {
    plane = ControlPlane.shared();
    admin = Real.as(plane, "admin");
    namespace = plane.namespace("cluster");
  }

  @AfterAll
  static void disconnect() {
    if (admin != null) {
      admin.close();
    }
  }

  private Kind kind(String group, String version, String kind) {
    return admin.kind(group, version, kind, cancel).orElseThrow();
  }

  private Cluster.Applied apply(Kind kind, Tree.Obj body) {
    return admin.apply(kind, body, "plumbline", true, false, cancel);
  }

  @Test
  void tellsItsVersionItsUidAndWhoWeAreWithEveryKindOfLogin() {
    assertThat(admin.version(cancel)).startsWith("v1.");
    assertThat(admin.uid(cancel))
        .isEqualTo(plane.kubectl("", "get", "ns", "kube-system", "-o=jsonpath={.metadata.uid}"));
    assertThat(admin.whoAmI(cancel)).contains("admin");
    assertThat(Real.as(plane, "viewer").whoAmI(cancel)).contains("viewer");
    assertThat(Real.as(plane, "admin-ec").whoAmI(cancel)).contains("admin-ec");
    assertThat(Real.as(plane, "token").whoAmI(cancel)).contains("token-user");
  }

  @Test
  void knowsKindsAndTheirVersions() {
    var deployment = kind("apps", "v1", "Deployment");
    assertThat(deployment.plural()).isEqualTo("deployments");
    assertThat(deployment.namespaced()).isTrue();
    assertThat(deployment.verbs()).contains("get", "list", "watch", "patch");
    assertThat(kind("", "v1", "Namespace").namespaced()).isFalse();
    assertThat(admin.kind("apps", "v1", "Nonesuch", cancel)).isEmpty();
    assertThat(admin.kind("apps", "v9", "Deployment", cancel)).isEmpty();
    assertThat(admin.kind("nonesuch.example", "v1", "Thing", cancel)).isEmpty();
    assertThat(admin.servedVersions("autoscaling", "HorizontalPodAutoscaler", cancel))
        .containsExactly("v2", "v1");
    assertThat(admin.servedVersions("apps", "Nonesuch", cancel)).isEmpty();
  }

  @Test
  void seesANewKindOnceDiscoveryIsReadAgain() {
    assertThat(admin.kind("seen.example", "v1", "Lamp", cancel)).isEmpty();
    plane.kubectl(Crds.preserving("seen.example", "Lamp", "lamps"), "apply", "-f-");
    plane.kubectl("", "wait", "--for=condition=Established", "crd/lamps.seen.example");
    assertThat(admin.kind("seen.example", "v1", "Lamp", cancel)).isEmpty();
    admin.refreshDiscovery();
    assertThat(Crds.await(admin, "seen.example", "Lamp").plural()).isEqualTo("lamps");
  }

  @Test
  void appliesWithAndWithoutDryRun() {
    var body = configMap(namespace, "first", "x");
    var dry = admin.apply(CONFIG_MAP, body, "plumbline", true, true, cancel);
    assertThat(dry.created()).isTrue();
    assertThat(admin.get(CONFIG_MAP, namespace, "first", cancel)).isEmpty();

    var applied = apply(CONFIG_MAP, body);
    assertThat(applied.created()).isTrue();
    assertThat(admin.get(CONFIG_MAP, namespace, "first", cancel)).contains(applied.object());
    assertThat(admin.list(CONFIG_MAP, namespace, cancel).items()).contains(applied.object());
    assertThat(applied.object().items("metadata", "managedFields").getFirst().text("manager"))
        .contains("plumbline");

    var changed = apply(CONFIG_MAP, configMap(namespace, "first", "y"));
    assertThat(changed.created()).isFalse();
    assertThat(changed.object().text("data", "a")).contains("y");
  }

  @Test
  void aConflictNamesTheOtherManager() {
    apply(CONFIG_MAP, configMap(namespace, "contested", "ours"));
    var theirs = configMap(namespace, "contested", "theirs");
    var problem = problem(() -> admin.apply(CONFIG_MAP, theirs, "somebody", false, false, cancel));
    assertThat(problem).isInstanceOf(Problem.Conflict.class);
    assertThat(problem.what()).contains("belong to somebody else");
    assertThat(problem.detail()).contains("conflict with \"plumbline\"").contains(".data.a");
    assertThat(admin.apply(CONFIG_MAP, theirs, "somebody", true, false, cancel).created())
        .isFalse();
  }

  @Test
  void whatTheServerRefusesIsRejectedInItsOwnWords() {
    var deployment =
        object(
            """
            {"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"bad","namespace":"%s"},
             "spec":{"selector":{"matchLabels":{"a":"b"}},"template":{"metadata":{"labels":{"a":"c"}},
             "spec":{"containers":[{"name":"x","image":"y"}]}}}}\
            """
                .formatted(namespace));
    var problem = problem(() -> apply(kind("apps", "v1", "Deployment"), deployment));
    assertThat(problem).isInstanceOf(Problem.Rejected.class);
    assertThat(problem.where()).isEqualTo("Deployment " + namespace + "/bad");
    assertThat(problem.detail())
        .contains("`selector` does not match template `labels`")
        .contains("Invalid");
  }

  @Test
  void unknownFieldsComeAsWarnings() {
    var body = configMap(namespace, "warned", "x").with("metadatas", Tree.str("x"));
    var problem = problem(() -> apply(CONFIG_MAP, body));
    assertThat(problem.detail()).contains(".metadatas: field not declared in schema");
    var endpoints =
        object(
            """
            {"apiVersion":"v1","kind":"Endpoints","metadata":{"name":"w","namespace":"%s"}}\
            """
                .formatted(namespace));
    assertThat(apply(kind("", "v1", "Endpoints"), endpoints).warnings())
        .anyMatch(w -> w.contains("Endpoints is deprecated"));
  }

  @Test
  void aMissingNamespaceAndAMissingKindAreNotFound() {
    var nowhere = configMap("nowhere", "a", "x");
    var namespaceProblem = problem(() -> apply(CONFIG_MAP, nowhere));
    assertThat(namespaceProblem).isInstanceOf(Problem.NotFound.class);
    assertThat(namespaceProblem.what()).isEqualTo("There is no namespace nowhere");
    assertThat(admin.get(CONFIG_MAP, "nowhere", "a", cancel)).isEmpty();

    var ghost = new Kind("ghost.example", "v1", "Ghost", "ghosts", true, java.util.Set.of());
    assertThat(problem(() -> admin.list(ghost, namespace, cancel)))
        .isInstanceOf(Problem.NotFound.class)
        .extracting(Problem::what)
        .isEqualTo("The server does not serve this kind");
    assertThat(problem(() -> admin.get(ghost, namespace, "a", cancel)))
        .isInstanceOf(Problem.NotFound.class);
  }

  @Test
  void aViewerIsForbiddenToWrite() {
    try (var viewer = Real.as(plane, "viewer")) {
      var body = configMap(namespace, "forbidden", "x");
      var problem = problem(() -> viewer.apply(CONFIG_MAP, body, "plumbline", true, true, cancel));
      assertThat(problem).isInstanceOf(Problem.Forbidden.class);
      assertThat(problem.what())
          .isEqualTo("You may not patch configmaps in " + namespace + " (RBAC)");
      assertThat(problem.detail()).contains("User \"viewer\" cannot patch");
      assertThat(viewer.list(CONFIG_MAP, namespace, cancel).resourceVersion()).isNotEmpty();
    }
  }

  @Test
  void createsOnceAndReplacesOnlyWhatDidNotChange() {
    var created = admin.create(CONFIG_MAP, configMap(namespace, "made", "1"), "plumbline", cancel);
    var again = configMap(namespace, "made", "1");
    assertThat(problem(() -> admin.create(CONFIG_MAP, again, "plumbline", cancel)))
        .isInstanceOf(Problem.Conflict.class)
        .extracting(Problem::what)
        .asString()
        .endsWith("exists already");
    var second = created.with("data", Tree.obj("a", Tree.str("2")));
    var replaced = admin.replace(CONFIG_MAP, second, "plumbline", cancel);
    assertThat(replaced.text("data", "a")).contains("2");
    assertThat(problem(() -> admin.replace(CONFIG_MAP, second, "plumbline", cancel)))
        .isInstanceOf(Problem.Conflict.class)
        .extracting(Problem::what)
        .asString()
        .endsWith("was changed by somebody else");
  }

  @Test
  void secretsAreHiddenOnTheWayInAndRevealedOnTheWayOut() {
    var secret = kind("", "v1", "Secret");
    var body =
        object(
            """
            {"apiVersion":"v1","kind":"Secret","metadata":{"name":"s","namespace":"%s"},
             "data":{"password":"aHVudGVyMg=="}}\
            """
                .formatted(namespace));
    var stored = apply(secret, dev.plumbline.model.Secrets.hide(body)).object();
    assertThat(stored.toString()).doesNotContain("aHVudGVyMg==");
    assertThat(plane.kubectl("", "-n", namespace, "get", "secret", "s", "-o=jsonpath={.data}"))
        .contains("aHVudGVyMg==");
    assertThat(admin.list(secret, namespace, cancel).items())
        .singleElement()
        .satisfies(s -> {
          assertThat(Json.compact(s)).doesNotContain("aHVudGVyMg==");
          assertThat(s.fields("data").get("password").revealed())
              .isEqualTo(Tree.str("aHVudGVyMg=="));
          assertThat(s).isEqualTo(stored);
        });
  }

  @Test
  void readsListsInPagesAndFillsWhatItemsLack() {
    var many = plane.namespace("pages");
    IntStream.range(0, 23).forEach(i -> apply(CONFIG_MAP, configMap(many, "m" + i, "x")));
    var small = ((RawCluster) admin).withPage(5);
    var listing = small.list(CONFIG_MAP, many, cancel);
    assertThat(listing.items()).hasSize(24); // and kube-root-ca.crt
    assertThat(listing.items()).isEqualTo(admin.list(CONFIG_MAP, many, cancel).items());
    for (var item : listing.items()) {
      var name = item.text("metadata", "name").orElseThrow();
      assertThat(admin.get(CONFIG_MAP, many, name, cancel)).contains(item);
    }
  }

  @Test
  void namesWithColonsAndDotsAreEncoded() {
    var role = kind("rbac.authorization.k8s.io", "v1", "ClusterRole");
    assertThat(admin.get(role, "", "system:aggregate-to-view", cancel)).isPresent();
    assertThat(admin.get(role, "", "system:no body", cancel)).isEmpty();
  }
}
