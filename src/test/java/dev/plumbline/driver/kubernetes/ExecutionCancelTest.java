package dev.plumbline.driver.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.cluster.Cluster;
import dev.plumbline.cluster.Kind;
import dev.plumbline.drift.Fingerprint;
import dev.plumbline.driver.Progress;
import dev.plumbline.model.Cancel;
import dev.plumbline.model.ClusterRef;
import dev.plumbline.model.Manifest;
import dev.plumbline.model.Origin;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.Revision;
import dev.plumbline.model.Tree;
import dev.plumbline.plan.Stage;
import dev.plumbline.plan.Step;
import dev.plumbline.plan.StepResult;
import dev.plumbline.plan.SyncPlan;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// A cancel leaves what is not under way, within a kind as well.
class ExecutionCancelTest {

  private static final byte[] KEY = {1};
  private static final int OBJECTS = 200;
  private static final Kind KIND =
      new Kind("", "v1", "ConfigMap", "configmaps", true, Set.of("get", "list", "watch"));

  private final Cancel cancel = new Cancel();
  private final AtomicInteger applied = new AtomicInteger();

  private final Cluster cluster =
      (Cluster)
          Proxy.newProxyInstance(
              Cluster.class.getClassLoader(),
              new Class<?>[] {Cluster.class},
              (proxy, method, args) ->
                  switch (method.getName()) {
                    case "kind" -> Optional.of(KIND);
                    case "get" -> Optional.empty();
                    case "create" -> args[1];
                    case "apply" -> {
                      applied.incrementAndGet();
                      cancel.cancel();
                      Thread.sleep(20);
                      yield new Cluster.Applied((Tree.Obj) args[1], true, List.of());
                    }
                    default -> throw new AssertionError(method);
                  });

  @Test
  void onlyWhatIsUnderWayEnds() {
    var manifests = new ArrayList<Manifest>();
    var steps = new ArrayList<Step>();
    for (int i = 0; i < OBJECTS; i++) {
      var ref = new ResourceRef("", "v1", "ConfigMap", "shop", "c" + i);
      var body =
          Tree.obj(
              "apiVersion", Tree.str("v1"),
              "kind", Tree.str("ConfigMap"),
              "metadata",
                  Tree.obj("name", Tree.str(ref.name()), "namespace", Tree.str(ref.namespace())));
      manifests.add(new Manifest(ref, body, Origin.file("c.yaml")));
      steps.add(
          new Step.Apply(
              ref,
              Step.Action.CREATE,
              Fingerprint.desired(body, KEY),
              Optional.empty(),
              Optional.empty(),
              List.of()));
    }
    var plan =
        new SyncPlan(
            "p",
            "shop",
            new Revision("0".repeat(40), "main"),
            new ClusterRef("eu", "eu", "https://eu"),
            "u",
            Instant.EPOCH,
            List.of(new Stage("Resources", steps)),
            List.of(),
            0);
    var results =
        new Execution(
                cluster,
                new Inventory(cluster, "shop", "shop"),
                KEY,
                plan,
                manifests,
                false,
                cancel,
                Progress.none(),
                r -> {})
            .run();
    assertThat(applied.get()).isBetween(1, 16);
    assertThat(results.stream().filter(r -> r.outcome() == StepResult.Outcome.NOT_RUN))
        .hasSize(OBJECTS - applied.get());
  }
}
