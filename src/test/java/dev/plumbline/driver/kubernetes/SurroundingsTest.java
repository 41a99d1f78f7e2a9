package dev.plumbline.driver.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.cluster.Cluster;
import dev.plumbline.driver.Driver;
import dev.plumbline.model.Cancel;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.Tree;
import dev.plumbline.yaml.Json;
import java.lang.management.ManagementFactory;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Watches are shared, given back, and cheap: what one environment costs that has 15,000 objects
/// and 5,000 Pods.
class SurroundingsTest {

  private static final int SETS = 500;
  private static final int PODS = 5_000;
  private static final int SETTINGS = 14_500;

  private final StillCluster cluster = new StillCluster();
  private final LiveStore store = new LiveStore(cluster, () -> new byte[32]);
  private final TypeBook types = new TypeBook(cluster, InstantSource.system());

  private static final Driver.Heard NOBODY =
      new Driver.Heard() {
        @Override
        public void changed() {}

        @Override
        public void lived() {}

        @Override
        public void health(Optional<Problem> lost) {}
      };

  private static Tree.Obj object(String kind, String name, String uid, String owner, String rest) {
    var apiVersion = kind.equals("Pod") || kind.equals("ConfigMap") ? "v1" : "apps/v1";
    return (Tree.Obj)
        Json.parse(
            """
            {"apiVersion":"%s","kind":"%s","metadata":{"name":"%s","namespace":"shop","uid":"%s",
             "creationTimestamp":"2026-11-24T10:00:00Z","labels":{"app":"web"},
             "ownerReferences":[%s],"managedFields":[{"manager":"m","fieldsV1":{"f:status":{"f:x":{}}}}]},%s}
            """
                .formatted(
                    apiVersion,
                    kind,
                    name,
                    uid,
                    owner.isEmpty() ? "" : "{\"uid\":\"" + owner + "\",\"controller\":true}",
                    rest),
            "test");
  }

  private static Tree.Obj pod(int i) {
    var env =
        IntStream.range(0, 30)
            .mapToObj(n -> "{\"name\":\"VARIABLE_" + n + "\",\"value\":\"value of " + n + "\"}")
            .toList();
    return object(
        "Pod",
        "pod-" + i,
        "p" + i,
        "rs" + i % SETS,
        """
        "spec":{"containers":[{"name":"web","image":"shop/web:1","env":%s}]},
        "status":{"phase":"Running","conditions":[{"type":"Ready","status":"True"}],
          "containerStatuses":[{"name":"web","ready":true,"restartCount":0,"imageID":"sha256:0",
            "state":{"running":{"startedAt":"2026-11-24T10:00:00Z"}}}]}
        """
            .formatted(env));
  }

  private static Tree.Obj replicaSet(int i) {
    return object(
        "ReplicaSet", "rs-" + i, "rs" + i, "d" + i, "\"spec\":{\"replicas\":10},\"status\":{}");
  }

  private static Tree.Obj deployment(int i) {
    return object(
        "Deployment", "web-" + i, "d" + i, "", "\"spec\":{\"replicas\":10},\"status\":{}");
  }

  private static Tree.Obj settings(int i) {
    return object("ConfigMap", "settings-" + i, "c" + i, "", "\"data\":{}");
  }

  private List<ResourceRef> own(EnvironmentWatch watch, int deployments, int settings) {
    var own = new ArrayList<ResourceRef>();
    for (int i = 0; i < deployments; i++) {
      own.add(new ResourceRef("apps", "v1", "Deployment", "shop", "web-" + i));
    }
    for (int i = 0; i < settings; i++) {
      own.add(new ResourceRef("", "v1", "ConfigMap", "shop", "settings-" + i));
    }
    for (var ref : List.of(own.getFirst(), own.getLast())) {
      var kind = cluster.kind(ref.group(), "v1", ref.kind(), Cancel.never()).orElseThrow();
      watch.get(kind, "shop", ref.name(), Cancel.never());
    }
    return own;
  }

  private void fill(int deployments, int pods, int settings) {
    cluster.holds("Deployment", () -> range(deployments).map(i -> deployment(i)));
    cluster.holds("ReplicaSet", () -> range(deployments).map(i -> replicaSet(i)));
    cluster.holds("Pod", () -> range(pods).map(i -> pod(i)));
    cluster.holds("ConfigMap", () -> range(settings).map(i -> settings(i)));
  }

  private static Stream<Integer> range(int n) {
    return IntStream.range(0, n).boxed();
  }

  @Test
  void environmentsShareWatchesAndGiveThemBack() {
    fill(2, 4, 1);
    var one = new EnvironmentWatch(cluster, store, types, NOBODY);
    var two = new EnvironmentWatch(cluster, store, types, NOBODY);
    assertThat(one.vitals(own(one, 2, 1), Cancel.never()).owned()).hasSize(2 + 2);
    assertThat(two.vitals(own(two, 2, 1), Cancel.never()).current()).isTrue();
    assertThat(cluster.watches.keySet())
        .containsExactlyInAnyOrder(
            "Deployment in shop", "ConfigMap in shop", "ReplicaSet in shop", "Pod in shop");
    one.close();
    assertThat(cluster.watches).hasSize(4);
    assertThat(two.vitals(own(two, 2, 1), Cancel.never()).owned()).hasSize(2 + 2);
    two.close();
    assertThat(cluster.watches).isEmpty();
  }

  @Test
  void aKindThatIsWatchedWholeAnywayIsNotWatchedTwice() {
    fill(1, 1, 1);
    var watch = new EnvironmentWatch(cluster, store, types, NOBODY);
    var pods = cluster.kind("", "v1", "Pod", Cancel.never()).orElseThrow();
    watch.get(pods, "shop", "pod-0", Cancel.never());
    var seen = watch.vitals(own(watch, 1, 1), Cancel.never());
    assertThat(seen.owned()).extracting(o -> o.ref().kind()).contains("Pod");
    assertThat(watch.look(pods, "shop", "pod-0", Cancel.never())).isPresent();
  }

  @Test
  void fifteenThousandObjectsWithFiveThousandPodsAreCheap() {
    fill(SETS, PODS, SETTINGS);
    var watch = new EnvironmentWatch(cluster, store, types, NOBODY);
    var own = own(watch, SETS, SETTINGS);
    long before = used();
    var vitals = watch.vitals(own, Cancel.never());
    long kept = used() - before;
    assertThat(vitals.owned()).hasSize(SETS + PODS);
    assertThat(vitals.health()).hasSize(SETS + SETTINGS);

    var millis = new double[21];
    for (int i = 0; i < millis.length; i++) {
      long begin = cpu();
      vitals = watch.vitals(own, Cancel.never());
      millis[i] = (cpu() - begin) / 1e6;
    }
    Arrays.sort(millis);
    var pod = pod(1);
    @SuppressWarnings("unchecked")
    var listener = (Cluster.Listener<Stored>) cluster.watches.get("Pod in shop");
    int events = 20_000;
    long begin = cpu();
    for (int i = 0; i < events; i++) {
      listener.changed(listener.kept(pod));
    }
    double each = (cpu() - begin) / 1e3 / events;
    System.out.printf(
        Locale.ROOT,
        "15,000 objects, 5,000 Pods: vitals %.1f ms of CPU (median of %d, worst %.1f), kept of %d made objects %.1f MB"
            + " with the answer, an event %.1f µs%n",
        millis[millis.length / 2],
        millis.length,
        millis[millis.length - 1],
        vitals.owned().size(),
        kept / 1e6,
        each);
    assertThat(millis[millis.length / 2]).isLessThan(300);
    assertThat(kept).isLessThan(30_000_000);
    assertThat(each).isLessThan(500);
    assertThat(whole()).isGreaterThan(3 * kept);
  }

  /// What the same Pods take as whole trees.
  private static long whole() {
    long before = used();
    List<Tree.Obj> pods = range(PODS).map(i -> pod(i)).toList();
    long taken = used() - before;
    assertThat(pods).hasSize(PODS);
    return taken;
  }

  /// Nanoseconds that this thread computed: other work on the machine does not count.
  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static long used() {
    System.gc();
    var runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
