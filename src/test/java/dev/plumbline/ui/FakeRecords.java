package dev.plumbline.ui;

import dev.plumbline.drift.ResourceDrift;
import dev.plumbline.engine.Work;
import dev.plumbline.model.ClusterRef;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.plan.Stage;
import dev.plumbline.plan.Step;
import dev.plumbline.plan.StepResult;
import dev.plumbline.plan.SyncPlan;
import dev.plumbline.plan.SyncRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A plan, works and the activity log of the made-up clusters.
final class FakeRecords {
  private FakeRecords() {}

  static SyncPlan plan(String environment) {
    var steps = new ArrayList<Step>();
    for (var d : FakeDrift.checkout()) {
      if (d instanceof ResourceDrift.Changed c) {
        steps.add(
            new Step.Apply(
                c.ref(),
                Step.Action.CHANGE,
                "sha256:9f2c",
                Optional.of("1f6f0c58-9a5e-4d2b-8f5e-0b7c35a1d9e3"),
                Optional.of("fp-1"),
                c.fields()));
      } else if (d instanceof ResourceDrift.OnlyInGit g && g.waitingFor().isEmpty()) {
        steps.add(
            new Step.Apply(
                g.ref(),
                Step.Action.CREATE,
                "sha256:77aa",
                Optional.empty(),
                Optional.empty(),
                List.of()));
      }
    }
    var crd =
        new ResourceRef(
            "apiextensions.k8s.io",
            "v1",
            "CustomResourceDefinition",
            "",
            "servicemonitors.monitoring.coreos.com");
    var monitor = FakeDrift.ref("monitoring.coreos.com", "ServiceMonitor", "checkout");
    steps.add(
        new Step.Apply(
            monitor,
            Step.Action.CREATE,
            "sha256:0d9e",
            Optional.empty(),
            Optional.empty(),
            List.of()));
    var stage = environment.substring(environment.lastIndexOf('/') + 1);
    return new SyncPlan(
        "6d1c0f2e-7c55-4b5a-9a0f-6e6a6f7f0c11",
        environment,
        FakeWorld.revision("4f2c19e"),
        new ClusterRef(
            stage,
            FakeWorld.context(stage),
            "https://" + FakeWorld.context(stage) + ".acme.io:6443"),
        "1f6f0c58-9a5e-4d2b-8f5e-0b7c35a1d9e3",
        Instant.now(),
        List.of(
            new Stage(
                "CustomResourceDefinitions",
                List.of(
                    new Step.Apply(
                        crd,
                        Step.Action.CREATE,
                        "sha256:c0de",
                        Optional.empty(),
                        Optional.empty(),
                        List.of()),
                    new Step.AwaitCrd(crd))),
            new Stage("Resources", steps)),
        List.of(
            new SyncPlan.LeftOut(
                FakeDrift.ref("", "Secret", "payment-gateway"),
                new Problem.Network(
                    "Secret payment-gateway was not compared",
                    "the webhook quota.acme.io timed out after 10 s",
                    "Compare again",
                    "")),
            new SyncPlan.LeftOut(
                FakeDrift.ref("", "ConfigMap", "checkout-env-5c4h8"),
                new Problem.Refused(
                    "ConfigMap checkout-env-5c4h8 is no longer in Git and stays",
                    "",
                    "Delete it by hand; deleting comes with the reconcile engine",
                    ""))),
        8,
        Map.of(FakeDrift.ref("apps", "Deployment", "checkout"), FakeWorld.WARNINGS));
  }

  static List<Work.View> works() {
    return List.of(
        new Work.View(
            "w1",
            "Sync api/dev to 9c01b7e",
            "api/dev",
            "waiting for Deployment api",
            9,
            14,
            FakeWorld.ago(0),
            Optional.empty(),
            Optional.empty(),
            List.of(
                "10:42:01 applied  Service api",
                "10:42:01 applied  ConfigMap api-env-2k9fd",
                "10:42:02 applied  Deployment api",
                "10:42:07 waiting  2 of 3 replicas updated")),
        new Work.View(
            "w2",
            "Compare search/prod-eu",
            "search/prod-eu",
            "reading 14 kinds, 9 done",
            9,
            14,
            FakeWorld.ago(0),
            Optional.empty(),
            Optional.empty(),
            List.of()),
        new Work.View(
            "w3",
            "Sync api/staging to a1be07d",
            "api/staging",
            "",
            14,
            15,
            FakeWorld.ago(6),
            Optional.of(FakeWorld.ago(4)),
            Optional.of(
                new Problem.Rejected(
                    "Job migrate-db cannot change",
                    ".spec.template is immutable",
                    "Replace it, or give it a new name in Git",
                    "The Job \"migrate-db\" is invalid: spec.template: field is immutable")),
            List.of("10:36:01 applied  Service api", "10:36:02 refused  Job migrate-db")));
  }

  static List<SyncRecord> records() {
    var list = new ArrayList<SyncRecord>();
    list.add(
        record(
            "web/dev", "9c01b7e", 2, 38, "done", "sync", "Noor Haddad <noor@acme.io>", List.of()));
    list.add(
        record(
            "api/staging",
            "a1be07d",
            6,
            112,
            "partial",
            "sync",
            "Iben Koch <iben@acme.io>",
            List.of(
                new Problem.Rejected(
                    "Job migrate-db cannot change",
                    ".spec.template is immutable",
                    "Replace it, or give it a new name in Git",
                    "The Job \"migrate-db\" is invalid: spec.template: field is immutable"))));
    list.add(
        record(
            "checkout/prod-eu",
            "4f2c19e",
            52,
            4,
            "done",
            "dry-run",
            "Noor Haddad <noor@acme.io>",
            List.of()));
    list.add(
        record(
            "search/staging",
            "77aa310",
            140,
            21,
            "cancelled",
            "sync",
            "Mara Lindt <mara@acme.io>",
            List.of()));
    list.add(
        record(
            "checkout/prod-eu",
            "4f2c19e",
            1080,
            241,
            "done",
            "sync",
            "Mara Lindt <mara@acme.io>",
            List.of()));
    list.add(
        record(
            "checkout/staging",
            "4f2c19e",
            1190,
            96,
            "done",
            "sync",
            "Mara Lindt <mara@acme.io>",
            List.of()));
    list.add(
        record(
            "mailer/prod-eu",
            "0d9e412",
            2900,
            2,
            "refused",
            "sync",
            "Iben Koch <iben@acme.io>",
            List.of()));
    list.add(
        record(
            "search/dev",
            "77aa310",
            5400,
            52,
            "done",
            "sync",
            "Aiko Tan <aiko@acme.io>",
            List.of()));
    list.add(
        record(
            "ingress/prod-eu",
            "0d9e412",
            9800,
            12,
            "failed",
            "sync",
            "Noor Haddad <noor@acme.io>",
            List.of(
                new Problem.Network(
                    "The API server did not answer",
                    "https://eu-1.acme.io:6443",
                    "Try again",
                    "connect timed out"))));
    return list;
  }

  private static SyncRecord record(
      String environment,
      String commit,
      long minutes,
      long seconds,
      String outcome,
      String verb,
      String who,
      List<Problem> problems) {
    var stage = environment.substring(environment.lastIndexOf('/') + 1);
    var app = environment.substring(0, environment.indexOf('/'));
    var steps = new ArrayList<StepResult>();
    steps.add(
        new StepResult(
            FakeDrift.ref("", "ConfigMap", app + "-env"),
            "change",
            StepResult.Outcome.DONE,
            Optional.empty(),
            Duration.ofMillis(210)));
    steps.add(
        new StepResult(
            FakeDrift.ref("", "Service", app),
            "change",
            StepResult.Outcome.DONE,
            Optional.empty(),
            Duration.ofMillis(180)));
    steps.add(
        new StepResult(
            FakeDrift.ref("apps", "Deployment", app),
            "change",
            outcome.equals("refused") ? StepResult.Outcome.NOT_RUN : StepResult.Outcome.DONE,
            Optional.empty(),
            Duration.ofMillis(340),
            outcome.equals("refused") ? List.of() : FakeWorld.WARNINGS));
    for (var p : problems) {
      steps.add(
          new StepResult(
              FakeDrift.ref("batch", "Job", "migrate-db"),
              "change",
              StepResult.Outcome.FAILED,
              Optional.of(p),
              Duration.ofMillis(120)));
      steps.add(
          new StepResult(
              FakeDrift.ref("batch", "CronJob", app + "-clean"),
              "create",
              StepResult.Outcome.NOT_RUN,
              Optional.empty(),
              Duration.ZERO));
    }
    var started = FakeWorld.ago(minutes);
    return new SyncRecord(
        "r-" + environment + "-" + minutes,
        verb,
        environment,
        new ClusterRef(
            stage,
            FakeWorld.context(stage),
            "https://" + FakeWorld.context(stage) + ".acme.io:6443"),
        FakeHistory.full(commit),
        started,
        started.plusSeconds(seconds),
        who.substring(0, who.indexOf(' ')).toLowerCase(java.util.Locale.ROOT),
        Optional.of(who),
        Optional.of("oidc:" + who.replaceAll(".*<|>", "")),
        Optional.empty(),
        "plan-" + minutes,
        outcome,
        steps,
        Optional.empty());
  }
}
