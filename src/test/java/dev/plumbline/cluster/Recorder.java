package dev.plumbline.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.Problem;
import dev.plumbline.model.Tree;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/// Keeps what a watch told: the objects as they should be now, and the calls in order.
final class Recorder implements Cluster.Listener<Tree.Obj> {

  private static final Duration LIMIT = Duration.ofSeconds(40);

  private static final long LOOK_MILLIS = 50;

  final Map<String, Tree.Obj> objects = new TreeMap<>();
  final List<String> calls = new ArrayList<>();
  final List<Problem> problems = new ArrayList<>();

  @Override
  public Tree.Obj kept(Tree.Obj object) {
    return object;
  }

  @Override
  public synchronized void replaced(List<Tree.Obj> all) {
    objects.clear();
    all.forEach(o -> objects.put(name(o), o));
    tell("replaced");
  }

  @Override
  public synchronized void changed(Tree.Obj object) {
    objects.put(name(object), object);
    tell("changed " + name(object));
  }

  @Override
  public synchronized void deleted(Tree.Obj object) {
    objects.remove(name(object));
    tell("deleted " + name(object));
  }

  @Override
  public synchronized void lost(Problem problem) {
    problems.add(problem);
    tell("lost " + problem.getClass().getSimpleName());
  }

  @Override
  public synchronized void current() {
    tell("current");
  }

  synchronized List<String> calls() {
    return List.copyOf(calls);
  }

  synchronized Map<String, Tree.Obj> objects() {
    return Map.copyOf(objects);
  }

  synchronized long count(String call) {
    return calls.stream().filter(call::equals).count();
  }

  /// Waits until the calls and objects are as wanted; fails after a while, showing the calls.
  synchronized void until(BooleanSupplier wanted) {
    var end = System.nanoTime() + LIMIT.toNanos();
    while (!wanted.getAsBoolean()) {
      var left = (end - System.nanoTime()) / 1_000_000;
      assertThat(left).as("waited in vain; told so far: %s", calls).isPositive();
      try {
        wait(Math.min(left, LOOK_MILLIS));
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }

  private void tell(String call) {
    calls.add(call);
    notifyAll();
  }

  private static String name(Tree.Obj object) {
    return object.text("metadata", "name").orElse("");
  }
}
