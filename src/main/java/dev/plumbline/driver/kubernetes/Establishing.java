package dev.plumbline.driver.kubernetes;

import dev.plumbline.cluster.Cluster;
import dev.plumbline.model.Cancel;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.Tree;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Waits until a CustomResourceDefinition is established and its kinds are served (DRIFT.md 3.8
/// rule 1: 60 s).
final class Establishing {

  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final long POLL_MILLIS = 200;

  private final Cluster cluster;

  Establishing(Cluster cluster) {
    this.cluster = cluster;
  }

  /// Empty when established; else why not.
  Optional<Problem> await(ResourceRef crd, Cancel cancel) {
    var end = Instant.now().plus(LIMIT);
    try {
      while (Instant.now().isBefore(end)) {
        cancel.check();
        cluster.refreshDiscovery();
        var kind = cluster.kind(crd.group(), crd.version(), crd.kind(), cancel);
        var live = kind.flatMap(k -> cluster.get(k, "", crd.name(), cancel));
        if (live.isPresent()) {
          var refused = refusal(live.get());
          if (refused.isPresent()) {
            return refused;
          }
          if (holds(live.get(), "Established") && served(live.get(), cancel)) {
            return Optional.empty();
          }
        }
        pause(cancel);
      }
      return Optional.of(
          new Problem.Unexpected(
              crd.name() + " was not established within " + LIMIT.toSeconds() + " s",
              crd.toString(),
              "Look at its conditions",
              ""));
    } catch (ProblemException e) {
      return Optional.of(e.problem());
    }
  }

  private static Optional<Problem> refusal(Tree.Obj crd) {
    return crd.items("status", "conditions").stream()
        .filter(c ->
            c.text("type").equals(Optional.of("NamesAccepted"))
                && c.text("status").equals(Optional.of("False")))
        .findFirst()
        .map(c ->
            new Problem.Rejected(
                "Its names are taken by another definition",
                crd.text("metadata", "name").orElse(""),
                "Rename the kind, or remove the other definition",
                c.text("message").orElse("")));
  }

  private static boolean holds(Tree.Obj crd, String condition) {
    return crd.items("status", "conditions").stream()
        .anyMatch(c ->
            c.text("type").equals(Optional.of(condition))
                && c.text("status").equals(Optional.of("True")));
  }

  private boolean served(Tree.Obj crd, Cancel cancel) {
    var group = crd.text("spec", "group").orElse("");
    var kind = crd.text("spec", "names", "kind").orElse("");
    return crd.items("spec", "versions").stream()
        .filter(v -> v.at("served").equals(Optional.of(Tree.bool(true))))
        .allMatch(v -> cluster.kind(group, v.text("name").orElse(""), kind, cancel).isPresent());
  }

  private static void pause(Cancel cancel) {
    var over = new CountDownLatch(1);
    try (var _ = cancel.onCancel(over::countDown)) {
      if (over.await(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
        cancel.check();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
