package dev.plumbline.store;

import dev.plumbline.model.ClusterRef;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.plan.StepResult;
import dev.plumbline.plan.SyncRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

final class Records {

  static final Instant START = Instant.parse("2026-11-24T10:00:00Z");

  private Records() {}

  static SyncRecord running(String id) {
    return record(id, "shop/prod", SyncRecord.RUNNING);
  }

  static SyncRecord done(String id, String environment) {
    var ref = new ResourceRef("apps", "v1", "Deployment", "shop", "web");
    var problem = new Problem.Rejected("The server refused it", "Deployment shop/web", "", "why");
    return record(id, environment, SyncRecord.RUNNING)
        .ended(
            START.plusSeconds(3),
            "partial",
            List.of(
                new StepResult(
                    ref,
                    "change",
                    StepResult.Outcome.DONE,
                    Optional.empty(),
                    Duration.ofMillis(12)),
                new StepResult(
                    ref, "create", StepResult.Outcome.FAILED, Optional.of(problem), Duration.ZERO)),
            Optional.of("1 of 2"));
  }

  private static SyncRecord record(String id, String environment, String outcome) {
    return new SyncRecord(
        id,
        "sync",
        environment,
        new ClusterRef("prod-eu", "eu-1", "https://eu-1.example:6443"),
        "a".repeat(40),
        START,
        START,
        "mara",
        Optional.of("Mara <mara@example.com>"),
        Optional.empty(),
        Optional.empty(),
        "plan-" + id,
        outcome,
        List.of(),
        Optional.empty());
  }
}
