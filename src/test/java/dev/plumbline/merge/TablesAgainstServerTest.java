package dev.plumbline.merge;

import static dev.plumbline.merge.Subjects.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.Tree;
import dev.plumbline.testing.ControlPlane;
import dev.plumbline.testing.RawApi;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The cases that random stories seldom meet, each told to the real API server and to `merge`;
/// [Story] compares after every step.
class TablesAgainstServerTest {

  private static final String DEPLOYMENT =
      """
      spec:
        replicas: 1
        selector: {matchLabels: {app: x}}
        template:
          metadata: {labels: {app: x}}
          spec: {containers: [{name: web, image: nginx}]}
      """;

  private static final AtomicInteger NAMES = new AtomicInteger();
  private static RawApi api;
  private static String namespace;

  @BeforeAll
  static void server() {
    var plane = ControlPlane.quiet();
    api = RawApi.of(plane);
    namespace = plane.namespace("tables");
    Subjects.install(api);
  }

  private static Story deployment() {
    return new Story(api, Subjects.deployment(namespace), "t" + NAMES.incrementAndGet());
  }

  private static Story widget() {
    return new Story(api, Subjects.widget(namespace), "t" + NAMES.incrementAndGet());
  }

  private static Story configMap() {
    var subject = Subjects.builtIn(namespace, "v1", "ConfigMap", "configmaps");
    return new Story(api, subject, "t" + NAMES.incrementAndGet());
  }

  @Test
  void statusHasEntriesOfItsOwn() {
    var story = widget();
    story.apply("ann", false, yaml("spec: {size: 1}\nstatus: {phase: Never}"));
    assertThat(story.live().at("status")).isEmpty();
    story.apply(
        "ctl",
        "status",
        false,
        yaml("status: {phase: Up, conditions: [{type: A, status: 'True'}]}"));
    story.apply("ann", "status", false, yaml("status: {phase: Down}"));
    story.apply("ann", "status", true, yaml("status: {phase: Down}\nspec: {size: 9}"));
    assertThat(story.live().at("spec", "size")).contains(Tree.Num.of(1));
    story.put("ctl", "status", story.live().with("status", yaml("phase: Away")));
    story.patch("ann", "status", "merge-patch", yaml("status: {phase: null}"));
    story.put("ann", "", story.live().without("status"));
    assertThat(story.compared()).as(story.tell()).isEqualTo(7);
  }

  @Test
  void statusOfABuiltInKind() {
    var story = deployment();
    story.apply("ann", false, yaml(DEPLOYMENT));
    story.patch(
        "ctl",
        "status",
        "merge-patch",
        yaml("status: {replicas: 1, conditions: [{type: Available, status: 'True'}]}"));
    story.apply(
        "ctl",
        "status",
        false,
        yaml("metadata: {annotations: {a: b}}\nstatus: {readyReplicas: 1}"));
    story.apply("bob", "status", false, yaml("status: {readyReplicas: 0, replicas: 1}"));
    assertThat(story.compared()).as(story.tell()).isEqualTo(4);
  }

  @Test
  void scalingIsAnUpdateOfTheSubresource() {
    var story = deployment();
    story.apply("ann", false, yaml(DEPLOYMENT));
    story.patch("hpa", "scale", "merge-patch", yaml("spec: {replicas: 4}"));
    assertThat(story.live().at("spec", "replicas")).contains(Tree.Num.of(4));
    story.apply("ann", false, yaml(DEPLOYMENT));
    story.apply("ann", true, yaml(DEPLOYMENT));
    assertThat(story.compared()).as(story.tell()).isEqualTo(4);
  }

  @Test
  void whatIsNotOfTheTypeIsRefusedInTheServersWords() {
    var story = deployment();
    story.apply("ann", false, yaml(DEPLOYMENT));
    for (var wrong :
        new String[] {
          "spec: {replica: 2}",
          "spec: {replicas: three}",
          "spec: {paused: 1}",
          "spec: {template: {spec: {containers: web}}}",
          "spec: {template: {spec: {containers: [{name: a, ports: [{containerPort: 80}, {containerPort: 80, protocol: TCP}]}]}}}",
          "spec: {template: {spec: {containers: [{name: a}, {name: a}]}}}",
          "metadata: {finalizers: [a.b/c, a.b/c]}",
          "spec: {template: {spec: {containers: [null]}}}",
          "spec: {template: {spec: {containers: [{name: 1}]}}}",
        }) {
      story.apply("ann", true, yaml(wrong));
    }
    story.apply("ann", true, yaml("metadata: {managedFields: []}\nspec: {replicas: 2}"));
    assertThat(story.compared()).as(story.tell()).isEqualTo(11);
  }

  @Test
  void whatTwoApplyGoesWhenBothHaveLeft() {
    var story = widget();
    var both =
        "spec: {size: 1, tags: [a, b], labels: {x: '1'}, items: [{name: i, weight: 2}], groups: {g: {note: hey}}}";
    story.apply("ann", false, yaml(both));
    story.apply("bob", false, yaml(both));
    story.apply("ann", false, yaml("spec: {}"));
    assertThat(story.live().at("spec", "size")).as(story.tell()).isPresent();
    story.apply("bob", false, yaml("spec: {mode: x}"));
    assertThat(story.live().at("spec", "size")).isEmpty();
    story.apply("bob", false, yaml("metadata: {}"));
    story.apply("ann", false, yaml("metadata: {}"));
    assertThat(story.live().items("metadata", "managedFields")).isEmpty();
    assertThat(story.compared()).as(story.tell()).isEqualTo(6);
  }

  @Test
  void whatAnUpdaterOwnsStays() {
    var story = configMap();
    story.apply("ann", false, yaml("data: {a: '1', b: '1', c: '1'}"));
    story.patch("kubectl-edit", "", "merge-patch", yaml("data: {a: '2', d: '1'}"));
    story.apply("ann", false, yaml("data: {a: '1', b: '1'}"));
    story.apply("ann", false, yaml("data: {b: '1', d: '1'}"));
    assertThat(story.live().fields("data").keySet()).containsExactlyInAnyOrder("a", "b", "d");
    story.apply("ann", false, yaml("data: {b: '1'}"));
    assertThat(story.live().fields("data").keySet()).containsExactlyInAnyOrder("a", "b", "d");
    assertThat(story.compared()).as(story.tell()).isEqualTo(5);
  }

  @Test
  void ownersCanBeForgottenAndAreFoundAgain() {
    var story = configMap();
    story.apply("ann", false, yaml("data: {a: '1'}"));
    var reset = yaml("metadata: {managedFields: [{}]}");
    story.patch("bob", "", "merge-patch", reset);
    assertThat(story.live().items("metadata", "managedFields")).isEmpty();
    story.patch("bob", "", "merge-patch", yaml("data: {b: '1'}"));
    assertThat(story.live().items("metadata", "managedFields")).isEmpty();
    story.apply("ann", false, yaml("data: {a: '2'}"));
    story.apply("ann", true, yaml("data: {a: '2'}"));
    assertThat(story.compared()).as(story.tell()).isEqualTo(5);
  }

  @Test
  void theOldestOfManyUpdatersBecomeOne() {
    var story = configMap();
    story.create("first", yaml("data: {a: '1'}"));
    for (int i = 0; i < 14; i++) {
      story.patch("u" + i, "", "merge-patch", yaml("data: {k" + i + ": v}"));
    }
    assertThat(story.live().toString()).contains("ancient-changes");
    story.apply("ann", false, yaml("data: {k1: w, k12: w}"));
    assertThat(story.compared()).as(story.tell()).isEqualTo(16);
  }

  @Test
  void orderOfKeyedListsAndSets() {
    var story = widget();
    story.apply(
        "ann", false, yaml("spec: {items: [{name: a}, {name: b}, {name: c}], tags: [a, b, c]}"));
    story.apply(
        "bob", false, yaml("spec: {items: [{name: x}, {name: b}, {name: w}], tags: [x, b, w]}"));
    story.apply(
        "ann", false, yaml("spec: {items: [{name: c}, {name: a}, {name: b}], tags: [c, a, b]}"));
    story.apply("bob", false, yaml("spec: {items: [{name: w}, {name: x}], tags: [w, x]}"));
    story.apply(
        "bob", false, yaml("spec: {items: [{name: m}, {name: w}, {name: a}], tags: [m, w, a]}"));
    story.apply(
        "cat",
        false,
        yaml(
            "spec: {items: [{name: b}, {name: a}, {name: m}, {name: z}, {name: c}], tags: [b, a, m, z, c]}"));
    assertThat(story.compared()).as(story.tell()).isEqualTo(6);
  }

  @Test
  void keysWithDefaultsNameTheSameItem() {
    var story = widget();
    story.apply("ann", false, yaml("spec: {items: [{name: a, parts: [{id: 1, value: v}]}]}"));
    story.apply(
        "bob", false, yaml("spec: {items: [{name: a, parts: [{id: 1, side: left, value: w}]}]}"));
    story.apply(
        "bob", false, yaml("spec: {items: [{name: a, parts: [{id: 1, side: right, value: w}]}]}"));
    story.apply("ann", false, yaml("spec: {items: [{name: a}]}"));
    assertThat(story.compared()).as(story.tell()).isEqualTo(4);
  }

  @Test
  void duplicatesOfAnUpdateAreOneThing() {
    var story = deployment();
    var env = "{name: web, image: nginx, env: [{name: A, value: '1'}, {name: A, value: '2'}]}";
    story.create("ann", yaml(DEPLOYMENT.replace("{name: web, image: nginx}", env)));
    story.apply("bob", false, yaml(DEPLOYMENT));
    var one = "{name: web, image: nginx, env: [{name: A, value: '1'}]}";
    story.apply("bob", false, yaml(DEPLOYMENT.replace("{name: web, image: nginx}", one)));
    story.apply("bob", true, yaml(DEPLOYMENT.replace("{name: web, image: nginx}", one)));
    assertThat(story.compared()).as(story.tell()).isEqualTo(4);
  }

  @Test
  void severalConflictsAreListedByManager() {
    var story = deployment();
    story.apply("zoe", false, yaml(DEPLOYMENT));
    story.apply(
        "bob", false, yaml("metadata: {annotations: {a.b/c: x}}\nspec: {minReadySeconds: 3}"));
    story.patch("kubectl-edit", "", "merge-patch", yaml("spec: {paused: true}"));
    story.apply(
        "ann",
        false,
        yaml(
            DEPLOYMENT
                    .replace("nginx", "other")
                    .replace("replicas: 1", "replicas: 2\n  paused: false\n  minReadySeconds: 4")
                + "metadata: {annotations: {a.b/c: y}}"));
    assertThat(story.compared()).as(story.tell()).isEqualTo(4);
  }

  @Test
  void nullsOfACustomResource() {
    var story = widget();
    story.apply(
        "ann", false, yaml("spec: {mode: null, maybe: null, size: 1, inner: {deep: null}}"));
    story.apply("bob", false, yaml("spec: {maybe: x}"));
    story.apply("bob", true, yaml("spec: {maybe: x, inner: {other: z}}"));
    story.apply("bob", true, yaml("spec: {free: {a: {b: 1}}, box: {a: x, z: [1, 2]}}"));
    story.apply("bob", true, yaml("spec: {free: {a: {}}, box: {a: x}}"));
    assertThat(story.compared()).as(story.tell()).isEqualTo(5);
  }

  @Test
  void applyingTheSameAgainChangesNothing() {
    var story = deployment();
    story.apply("ann", false, yaml(DEPLOYMENT));
    var version = story.live().at("metadata", "resourceVersion");
    story.apply("ann", false, yaml(DEPLOYMENT));
    assertThat(story.live().at("metadata", "resourceVersion")).isEqualTo(version);
    story.apply("bob", false, yaml(DEPLOYMENT));
    assertThat(story.live().at("metadata", "resourceVersion")).isNotEqualTo(version);
    assertThat(story.compared()).as(story.tell()).isEqualTo(3);
  }

  @Test
  void kubectlGoesOverFromClientSideApply() {
    var story = deployment();
    var last =
        "{\"apiVersion\":\"apps/v1\",\"kind\":\"Deployment\",\"spec\":{\"replicas\":1,\"minReadySeconds\":2,"
            + "\"template\":{\"spec\":{\"containers\":[{\"name\":\"web\",\"image\":\"nginx\"}]}}}}";
    var annotation = "kubectl.kubernetes.io/last-applied-configuration";
    var meta = Tree.obj("annotations", Tree.obj(annotation, Tree.str(last), "a", Tree.str("b")));
    story.create(
        "kubectl-client-side-apply",
        yaml(DEPLOYMENT.replace("replicas: 1", "replicas: 1\n  minReadySeconds: 2"))
            .with("metadata", meta));
    var wanted = DEPLOYMENT.replace("nginx", "nginx:2").replace("replicas: 1", "replicas: 3");
    story.apply("ann", false, yaml(wanted));
    story.apply("kubectl", false, yaml(wanted + "metadata: {annotations: {c: '<&>'}}"));
    assertThat(story.live().text("metadata", "annotations", annotation).orElseThrow())
        .contains("nginx:2");
    story.patch("kubectl-edit", "", "merge-patch", yaml("spec: {replicas: 5, paused: true}"));
    story.apply(
        "kubectl", false, yaml(wanted.replace("replicas: 3", "replicas: 4\n  paused: false")));
    story.apply("kubectl", true, yaml(wanted));
    assertThat(story.compared()).as(story.tell()).isEqualTo(6);
  }
}
