package dev.plumbline.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.Cancel;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Tree;
import dev.plumbline.testing.ControlPlane;
import dev.plumbline.yaml.Json;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// [Cluster] against a real API server.
class RealClusterTest {

  private static final Kind CONFIG_MAP =
      new Kind("", "v1", "ConfigMap", "configmaps", true, java.util.Set.of());
  private static ControlPlane plane;
  private static Cluster admin;
  private static String namespace;

  private final Cancel cancel = Cancel.never();

  @BeforeAll
  static void connect() {
    plane = ControlPlane.shared();
    admin = as("admin");
    namespace = plane.namespace("cluster");
  }

  private static Cluster as(String user) {
    var config = Kubeconfig.load(List.of(plane.kubeconfig(user)), new NoPrograms());
    assertThat(config.problems()).isEmpty();
    return config.open(config.current().orElseThrow().name());
  }

  private Kind kind(String group, String version, String kind) {
    return admin.kind(group, version, kind, cancel).orElseThrow();
  }

  static Tree.Obj configMap(String namespace, String name, String value) {
    return (Tree.Obj)
        Json.parse(
            """
            {"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"%s","namespace":"%s"},"data":{"a":"%s"}}\
            """
                .formatted(name, namespace, value),
            "");
  }

  private static Problem problem(ThrowingCallable call) {
    var thrown = org.assertj.core.api.Assertions.catchThrowableOfType(ProblemException.class, call);
    assertThat(thrown).as("it must fail").isNotNull();
    return thrown.problem();
  }

  @Test
  void tellsItsVersionItsUidAndWhoWeAre() {
    assertThat(admin.version(cancel)).startsWith("v1.");
    assertThat(admin.uid(cancel))
        .isEqualTo(plane.kubectl("", "get", "ns", "kube-system", "-o=jsonpath={.metadata.uid}"));
    assertThat(admin.whoAmI(cancel)).contains("admin");
    assertThat(as("viewer").whoAmI(cancel)).contains("viewer");
    assertThat(as("admin-ec").whoAmI(cancel)).contains("admin-ec");
    assertThat(as("token").whoAmI(cancel)).contains("token-user");
  }

  @Test
  void knowsKindsAndTheirVersions() {
    assertThat(kind("apps", "v1", "Deployment"))
        .satisfies(k -> {
          assertThat(k.plural()).isEqualTo("deployments");
          assertThat(k.namespaced()).isTrue();
          assertThat(k.verbs()).contains("get", "list", "watch", "patch");
        });
    assertThat(kind("", "v1", "Namespace").namespaced()).isFalse();
    assertThat(admin.kind("apps", "v1", "Nonesuch", cancel)).isEmpty();
    assertThat(admin.kind("nonesuch.example", "v1", "Thing", cancel)).isEmpty();
    assertThat(admin.servedVersions("autoscaling", "HorizontalPodAutoscaler", cancel))
        .containsExactly("v2", "v1");
  }

  @Test
  void getsListsAndAppliesWithoutAndWithDryRun() {
    var body = configMap(namespace, "first", "x");
    var dry = admin.apply(CONFIG_MAP, body, "plumbline", true, true, cancel);
    assertThat(dry.created()).isTrue();
    assertThat(admin.get(CONFIG_MAP, namespace, "first", cancel)).isEmpty();

    var applied = admin.apply(CONFIG_MAP, body, "plumbline", true, false, cancel);
    assertThat(applied.created()).isTrue();
    assertThat(admin.get(CONFIG_MAP, namespace, "first", cancel)).contains(applied.object());
    assertThat(admin.list(CONFIG_MAP, namespace, cancel).items()).contains(applied.object());

    var changed =
        admin.apply(
            CONFIG_MAP, configMap(namespace, "first", "y"), "plumbline", true, false, cancel);
    assertThat(changed.created()).isFalse();
    assertThat(changed.object().text("data", "a")).contains("y");
  }
}
