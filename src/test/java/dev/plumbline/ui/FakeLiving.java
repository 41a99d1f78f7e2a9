package dev.plumbline.ui;

import static dev.plumbline.model.Tree.Num.of;
import static dev.plumbline.model.Tree.arr;
import static dev.plumbline.model.Tree.obj;
import static dev.plumbline.model.Tree.str;

import dev.plumbline.engine.Session;
import dev.plumbline.model.ClusterEvent;
import dev.plumbline.model.Health;
import dev.plumbline.model.Health.State;
import dev.plumbline.model.Owned;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.Tree;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// What lives in the made-up cluster of `checkout/prod-eu`: ReplicaSets and Pods, one of which
/// crashes, their events and logs, and the live objects themselves.
public final class FakeLiving {
  private FakeLiving() {}

  /// Health of what Git declares, and 14 owned objects.
  public static Session.Living checkout() {
    var owned = new ArrayList<Owned>();
    var deployment = FakeDrift.ref("apps", "Deployment", "checkout");
    var now = set(owned, deployment, "7d9f8b6c4d", "6 of 6", State.HEALTHY, 44);
    for (var end : List.of("4xk2p", "9rw7m", "c6v8d", "hq2zt", "mmx4b", "vb7ls")) {
      pod(owned, now, end, "Running", State.HEALTHY, "checkout", "istio-proxy");
    }
    set(owned, deployment, "66c5b7f98", "0 Pods", State.HEALTHY, 4000);
    var worker = FakeDrift.ref("apps", "Deployment", "checkout-worker");
    var set = set(owned, worker, "5b9c7d6f4", "2 of 3", State.PROGRESSING, 90);
    pod(owned, set, "2mzq8", "Running", State.HEALTHY, "worker");
    pod(owned, set, "8kdtr", "CrashLoopBackOff", State.DEGRADED, "worker");
    pod(owned, set, "tq5wn", "Running", State.HEALTHY, "worker");
    var cron = FakeDrift.ref("batch", "CronJob", "checkout-settle");
    owned.add(
        owned("batch", "Job", "checkout-settle-29401920", cron, State.HEALTHY, "Complete", 30));
    var health = new HashMap<ResourceRef, Health>();
    health.put(deployment, new Health(State.HEALTHY, ""));
    health.put(worker, new Health(State.DEGRADED, "2 of 3 ready, 1 in CrashLoopBackOff"));
    health.put(cron, new Health(State.HEALTHY, ""));
    health.put(
        FakeDrift.ref("", "PersistentVolumeClaim", "checkout-spool"),
        new Health(State.HEALTHY, "Bound"));
    return new Session.Living(health, owned, List.of(), Optional.of(Instant.now()));
  }

  /// Every one of so many Deployments with a ReplicaSet and two Pods.
  public static Session.Living ofEach(List<ResourceRef> deployments) {
    var owned = new ArrayList<Owned>();
    for (var deployment : deployments) {
      var set = set(owned, deployment, "6c5d8f", "2 of 2", State.HEALTHY, 60);
      pod(owned, set, "aaaaa", "Running", State.HEALTHY, "main");
      pod(owned, set, "bbbbb", "Running", State.HEALTHY, "main");
    }
    return new Session.Living(Map.of(), owned, List.of(), Optional.of(Instant.now()));
  }

  private static ResourceRef set(
      List<Owned> owned, ResourceRef owner, String end, String word, State state, long minutes) {
    var name = owner.name() + "-" + end;
    var set = owned("apps", "ReplicaSet", name, owner, state, word, minutes);
    owned.add(set);
    return set.ref();
  }

  private static void pod(
      List<Owned> owned,
      ResourceRef set,
      String end,
      String word,
      State state,
      String... containers) {
    var pod = owned("", "Pod", set.name() + "-" + end, set, state, word, 44);
    owned.add(
        new Owned(
            pod.ref(), pod.uid(), set, pod.health(), word, List.of(containers), pod.created()));
  }

  private static Owned owned(
      String group,
      String kind,
      String name,
      ResourceRef owner,
      State state,
      String word,
      long minutes) {
    return new Owned(
        FakeDrift.ref(group, kind, name),
        "uid-" + name,
        owner,
        new Health(
            state, state == State.DEGRADED ? "back-off 5m0s restarting failed container" : ""),
        word,
        List.of(),
        Optional.of(FakeWorld.ago(minutes)));
  }

  static List<ClusterEvent> events() {
    var set = FakeDrift.ref("apps", "Deployment", "checkout");
    var pod = FakeDrift.ref("", "Pod", "checkout-7d9f8b6c4d-4xk2p");
    return List.of(
        event(
            40,
            1,
            "Normal",
            "ScalingReplicaSet",
            "Scaled up replica set checkout-7d9f8b6c4d from 5 to 6",
            set,
            "deployment-controller"),
        event(
            42,
            3,
            "Warning",
            "Unhealthy",
            "Readiness probe failed: HTTP probe failed with statuscode: 503",
            pod,
            "kubelet"),
        event(
            43,
            1,
            "Normal",
            "ScalingReplicaSet",
            "Scaled down replica set checkout-66c5b7f98 from 6 to 5",
            set,
            "deployment-controller"),
        event(
            44,
            1,
            "Normal",
            "Pulled",
            "Container image \"ghcr.io/acme/checkout:2.13.8-hotfix\" already present on machine",
            pod,
            "kubelet"));
  }

  private static ClusterEvent event(
      long minutes,
      int count,
      String type,
      String reason,
      String message,
      ResourceRef about,
      String from) {
    return new ClusterEvent(
        Optional.of(FakeWorld.ago(minutes)), count, type, reason, message, about, from);
  }

  static List<String> logs() {
    return IntStream.range(0, 120)
        .mapToObj(i ->
            "2026-11-24T10:%02d:%02dZ %s checkout: %s"
                .formatted(
                    i / 60,
                    i % 60,
                    i % 17 == 0 ? "WARN " : i % 41 == 0 ? "ERROR" : "INFO ",
                    i % 17 == 0
                        ? "payment provider answered after 8.4 s"
                        : i % 41 == 0
                            ? "order 88" + i + " was not settled: connection reset"
                            : "order 88" + i + " settled in " + (20 + i % 60) + " ms"))
        .toList();
  }

  /// Live objects by reference.
  static Map<ResourceRef, Tree.Obj> live() {
    var objects = new HashMap<ResourceRef, Tree.Obj>();
    objects.put(FakeDrift.ref("apps", "Deployment", "checkout"), deployment());
    objects.put(
        FakeDrift.ref("", "Secret", "checkout-token"),
        obj(
            "apiVersion",
            str("v1"),
            "kind",
            str("Secret"),
            "metadata",
            obj("name", str("checkout-token"), "namespace", str("shop")),
            "type",
            str("Opaque"),
            "data",
            obj("token", Tree.Hidden.of(str("YW5vdGhlci10b2tlbi1vZi10aGUtc2hvcC1saXZlLXk=")))));
    for (var owned : checkout().owned()) {
      objects.put(
          owned.ref(),
          obj(
              "apiVersion",
              str(owned.ref().apiVersion()),
              "kind",
              str(owned.ref().kind()),
              "metadata",
              obj(
                  "name",
                  str(owned.ref().name()),
                  "namespace",
                  str("shop"),
                  "uid",
                  str(owned.uid())),
              "status",
              obj("phase", str(owned.word()))));
    }
    return objects;
  }

  private static Tree.Obj deployment() {
    return obj(
        "apiVersion",
        str("apps/v1"),
        "kind",
        str("Deployment"),
        "metadata",
        obj(
            "annotations",
            obj("deployment.kubernetes.io/revision", str("41")),
            "creationTimestamp",
            str("2026-03-02T08:11:40Z"),
            "generation",
            of(57),
            "labels",
            obj("app", str("checkout")),
            "managedFields",
            arr(
                manager("plumbline", "Apply", "", "2026-11-23T16:22:10Z", 14),
                manager("kubectl-set", "Update", "", "2026-11-24T09:58:31Z", 1),
                manager("kubectl-edit", "Update", "", "2026-11-24T09:59:12Z", 1),
                manager("kube-controller-manager", "Update", "status", "2026-11-24T10:02:14Z", 9)),
            "name",
            str("checkout"),
            "namespace",
            str("shop"),
            "resourceVersion",
            str("1184231"),
            "uid",
            str("0f6c9f0e-6a51-4f11-9e8b-1b1f8f2f7c55")),
        "spec",
        obj(
            "progressDeadlineSeconds",
            of(600),
            "replicas",
            of(6),
            "revisionHistoryLimit",
            of(10),
            "selector",
            obj("matchLabels", obj("app", str("checkout"))),
            "strategy",
            obj("rollingUpdate", obj("maxSurge", of(0), "maxUnavailable", of(1))),
            "template",
            obj(
                "metadata",
                obj(
                    "annotations",
                    obj("kubectl.kubernetes.io/restartedAt", str("2026-11-24T09:59:40Z")),
                    "labels",
                    obj("app", str("checkout"))),
                "spec",
                obj(
                    "containers",
                    arr(FakeWorld.container("2.13.8-hotfix", "30s")),
                    "dnsPolicy",
                    str("ClusterFirst"),
                    "restartPolicy",
                    str("Always"),
                    "terminationGracePeriodSeconds",
                    of(30)))),
        "status",
        obj(
            "availableReplicas",
            of(6),
            "conditions",
            arr(
                condition(
                    "Available",
                    "True",
                    "MinimumReplicasAvailable",
                    "Deployment has minimum availability.",
                    "2026-11-24T08:31:02Z"),
                condition(
                    "Progressing",
                    "True",
                    "NewReplicaSetAvailable",
                    "ReplicaSet \"checkout-7d9f8b6c4d\" has successfully progressed.",
                    "2026-11-24T10:02:14Z")),
            "observedGeneration",
            of(57),
            "readyReplicas",
            of(6),
            "replicas",
            of(6)));
  }

  private static Tree.Obj condition(
      String type, String status, String reason, String message, String time) {
    return obj(
        "lastTransitionTime",
        str(time),
        "lastUpdateTime",
        str(time),
        "message",
        str(message),
        "reason",
        str(reason),
        "status",
        str(status),
        "type",
        str(type));
  }

  private static Tree.Obj manager(
      String name, String operation, String subresource, String time, int fields) {
    var set = new ArrayList<Object>();
    for (int i = 0; i < fields; i++) {
      set.add("f:field" + i);
      set.add(Tree.Obj.EMPTY);
    }
    var entry =
        obj(
            "apiVersion",
            str("apps/v1"),
            "fieldsType",
            str("FieldsV1"),
            "fieldsV1",
            obj("f:spec", obj(set.toArray())),
            "manager",
            str(name),
            "operation",
            str(operation),
            "time",
            str(time));
    return subresource.isEmpty() ? entry : entry.with("subresource", str(subresource));
  }
}
