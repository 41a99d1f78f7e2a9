package dev.plumbline.sandbox.controllers;

import dev.plumbline.model.Tree;
import dev.plumbline.sandbox.api.Hands;
import dev.plumbline.sandbox.store.Change;
import dev.plumbline.sandbox.store.Entry;
import dev.plumbline.sandbox.store.Key;
import dev.plumbline.sandbox.store.Watch;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// All simulated controllers on one virtual thread: a change marks objects, marked objects are
/// looked at anew (never what the event said), pods move on when their time has come.
public final class Controllers implements AutoCloseable {

  private static final Duration SCHEDULING = Duration.ofMillis(100);
  private static final Duration STARTING = Duration.ofMillis(900);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
  private static final long LOOK_AGAIN_MILLIS = 100;

  private final Hands hands;
  private final Pods pods;
  private final Deployments deployments;
  private final Workloads workloads;
  private final Endpoints endpoints;
  private final Namespaces namespaces;
  private final Garbage garbage;
  private final Set<Key> marked = new LinkedHashSet<>();
  private final PriorityQueue<Due> due = new PriorityQueue<>(Comparator.comparingLong(Due::at));
  private final Queue<CountDownLatch> hurried = new ConcurrentLinkedQueue<>();
  private final Watch watch;

  private record Due(long at, Key pod) {}

  private Controllers(Hands hands, String certificate, Watch watch) {
    var work = new Work(hands);
    this.hands = hands;
    this.watch = watch;
    this.pods = new Pods(work);
    this.deployments = new Deployments(work);
    this.workloads = new Workloads(work, pods);
    this.endpoints = new Endpoints(work);
    this.namespaces = new Namespaces(work, certificate);
    this.garbage = new Garbage(work);
  }

  /// Starts them. To be closed.
  ///
  /// @param certificate of the server, in PEM, for the ConfigMap in each namespace
  public static Controllers start(Hands hands, String certificate) {
    var all = new Controllers(hands, certificate, hands.watch());
    hands.create(
        hands.kind("", "Node").orElseThrow(),
        "",
        Tree.obj("metadata", Tree.obj("name", Tree.str(Pods.NODE))),
        "kubelet");
    for (var entry : hands.list(hands.kind("", "Namespace").orElseThrow(), "")) {
      all.marked.add(entry.key());
    }
    Thread.ofVirtual().name("sandbox-controllers").start(all::run);
    return all;
  }

  @Override
  public void close() {
    watch.close();
  }

  /// Blocks until nothing is left to do. Pods do not wait their time meanwhile: all of it happens
  /// at what is now on the sandbox's clock.
  public void playOut() {
    var done = new CountDownLatch(1);
    hurried.add(done);
    watch.wake();
    try {
      boolean over = false;
      while (!over && !watch.ended()) {
        over = done.await(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      while (!watch.ended()) {
        boolean waits = marked.isEmpty() && hurried.isEmpty();
        var change = watch.next(waits ? untilDue() : Duration.ZERO);
        if (change.isPresent()) {
          note(change.get());
        } else if (!marked.isEmpty()) {
          var key = marked.iterator().next();
          marked.remove(key);
          reconcile(key);
        } else if (!hurried.isEmpty() && due.isEmpty() && watch.idle()) {
          // whoever hurries wrote before: nothing of that waits any more
          hurried.remove().countDown();
        } else {
          moveOn(!hurried.isEmpty());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Duration untilDue() {
    var next = due.peek();
    if (next == null) {
      return LONGEST_WAIT;
    }
    return Duration.ofNanos(Math.max(0, next.at() - System.nanoTime()));
  }

  private void moveOn(boolean atOnce) {
    while (!due.isEmpty() && (atOnce || due.peek().at() <= System.nanoTime())) {
      var pod = due.remove().pod();
      switch (pods.next(pod.namespace(), pod.name())) {
        case SCHEDULED -> {
          pods.schedule(pod.namespace(), pod.name());
          later(STARTING, pod);
        }
        case READY -> pods.run(pod.namespace(), pod.name());
        case NOTHING -> {}
      }
    }
  }

  private void later(Duration wait, Key pod) {
    due.add(new Due(System.nanoTime() + wait.toNanos(), pod));
  }

  private void note(Change change) {
    garbage.changed(change);
    var key = change.key();
    marked.add(key);
    owners(change.shown());
    if (key.resource().equals("pods")) {
      if (change.before().isEmpty()) {
        later(SCHEDULING, key);
      }
      services(change.shown());
    }
    if (!key.namespace().isEmpty() && change.after().isEmpty()) {
      leaving(key.namespace());
    }
  }

  private void owners(Entry entry) {
    if (entry.owners().isEmpty()) {
      return;
    }
    for (var reference : entry.body().items("metadata", "ownerReferences")) {
      var version = reference.text("apiVersion").orElse("");
      var group = version.contains("/") ? version.substring(0, version.indexOf('/')) : "";
      hands
          .kind(group, reference.text("kind").orElse(""))
          .ifPresent(kind ->
              marked.add(
                  new Key(
                      kind.name(), entry.key().namespace(), reference.text("name").orElse(""))));
    }
  }

  private void services(Entry pod) {
    var kind = hands.kind("", "Service").orElseThrow();
    for (var service : hands.list(kind, pod.key().namespace())) {
      if (Work.matches(service.body().fields("spec", "selector"), pod)) {
        marked.add(service.key());
      }
    }
  }

  /// A namespace that is being deleted may be empty now.
  private void leaving(String namespace) {
    var kind = hands.kind("", "Namespace").orElseThrow();
    if (hands.get(kind, "", namespace).filter(Work::deleted).isPresent()) {
      marked.add(new Key(kind.name(), "", namespace));
    }
  }

  private void reconcile(Key key) {
    switch (key.resource()) {
      case "namespaces" -> namespaces.reconcile(key.name());
      case "deployments.apps" -> deployments.reconcile(key.namespace(), key.name());
      case "replicasets.apps" -> workloads.replicaSet(key.namespace(), key.name());
      case "statefulsets.apps" -> workloads.statefulSet(key.namespace(), key.name());
      case "daemonsets.apps" -> workloads.daemonSet(key.namespace(), key.name());
      case "jobs.batch" -> workloads.job(key.namespace(), key.name());
      case "persistentvolumeclaims" -> workloads.claim(key.namespace(), key.name());
      case "services" -> endpoints.reconcile(key.namespace(), key.name());
      default -> {}
    }
  }
}
