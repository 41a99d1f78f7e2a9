package dev.plumbline.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.drift.Drift;
import dev.plumbline.drift.FieldChange;
import dev.plumbline.drift.ResourceDrift;
import dev.plumbline.engine.EnvironmentView;
import dev.plumbline.engine.Session;
import dev.plumbline.model.Tree;
import dev.plumbline.process.Programs;
import dev.plumbline.testing.ControlPlane;
import dev.plumbline.yaml.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the demo promises, as the engine compares it.
class DemoTest {

  private static final Instant NOW = Instant.now();
  private static final String CHECKOUT =
      ".spec.template.spec.containers[name=\"checkout\"]";

  @TempDir private Path root;

  @Test
  void theSandboxKeepsThem() {
    var began = Instant.now();
    try (var sandbox = dev.plumbline.sandbox.Sandbox.start(new dev.plumbline.sandbox.Sandbox.Options(0, demo().clock(), true))) {
      keepsItsPromises(sandbox::kubeconfig);
    }
  }

  @Test
  void aRealServerSaysTheSame() throws IOException {
    var real = ControlPlane.shared();
    var known =
        Yaml.read(Files.readAllBytes(real.kubeconfig()), "kubeconfig")
            .documents()
            .getFirst()
            .body();
    keepsItsPromises(contexts -> Yaml.write(withContexts((Tree.Obj) known, contexts)));
  }

  private static Tree withContexts(Tree.Obj kubeconfig, Map<String, String> contexts) {
    var context = (Tree.Obj) kubeconfig.items("contexts").getFirst().at("context").orElseThrow();
    return kubeconfig.with(
        "contexts",
        new Tree.Arr(
            contexts.entrySet().stream()
                .map(c ->
                    (Tree)
                        Tree.obj(
                            "name",
                            Tree.str(c.getKey()),
                            "context",
                            context.with("namespace", Tree.str(c.getValue()))))
                .toList()));
  }

  private void keepsItsPromises(Function<Map<String, String>, String> kubeconfig) {
    var demo = demo();
    try (var session = demo.session(kubeconfig, () -> {})) {
      var compared = compare(session);
      compared.forEach((name, drift) -> {
        System.out.println(name + " " + drift.verdict());
        drift.resources().stream().filter(r -> !r.word().equals("in-sync") || !r.fields().isEmpty()).forEach(r -> { System.out.println("   " + r.word() + " " + r.ref() + (r instanceof ResourceDrift.Unknown u ? u.problem().sentence()+u.problem().detail():"")); r.fields().forEach(f -> System.out.println("       " + f.path() + " " + f.cause() + " " + f.desired() + " " + f.live() + " " + f.owner())); });
      });
      session.activity().get().forEach(r -> System.out.println(r.started() + " " + r.verb() + " " + r.environment() + " " + r.outcome() + " " + r.revision() + " " + r.steps().size() + r.message() + r.steps().stream().filter(s->s.problem().isPresent()).toList()));
    }
  }

  private @org.jspecify.annotations.Nullable Demo made;

  private Demo demo() {
    if (made == null) {
      made = new Demo(new Folder(root), Programs.system(), NOW);
    }
    return made;
  }

  private static Map<String, Drift> compare(Session session) {
    await(() -> !session.overview().get().loading() && !session.overview().get().environments().isEmpty());
    var names =
        session.overview().get().environments().stream().map(e -> e.environment().name()).toList();
    names.forEach(session::compare);
    var drifts = new TreeMap<String, Drift>();
    for (var name : names) {
      await(() -> session.environment(name).get().drift().isPresent() || session.environment(name).get().phase() == EnvironmentView.Phase.FAILED);
      var view = session.environment(name).get();
      if (view.drift().isEmpty()) { System.out.println(name + view.problems()); } else
      drifts.put(name, view.drift().orElseThrow());
    }
    return drifts;
  }

  private interface Condition {
    boolean met();
  }

  private static void await(Condition condition) {
    var until = Instant.now().plus(Duration.ofSeconds(60));
    try {
      while (!condition.met() && Instant.now().isBefore(until)) {
        new CountDownLatch(1).await(50, TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    assertThat(condition.met()).isTrue();
  }
}
