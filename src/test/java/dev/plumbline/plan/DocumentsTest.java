package dev.plumbline.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.drift.ResourceDrift;
import dev.plumbline.model.ClusterRef;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.Revision;
import dev.plumbline.model.Tree;
import dev.plumbline.yaml.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/// Plans and records as documents: what is written is read again, and nothing else is.
class DocumentsTest {

  private static final List<String> WORDS =
      List.of("", "shop", "\"quoted\"\n", "…", "a/b", "2026-11-24T10:00:00Z");

  private final Random random = new Random(7);

  private String word() {
    return WORDS.get(random.nextInt(WORDS.size())) + random.nextInt(100);
  }

  private Optional<String> maybe() {
    return random.nextBoolean() ? Optional.of(word()) : Optional.empty();
  }

  private Instant time() {
    return Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000));
  }

  private ResourceRef ref() {
    return new ResourceRef(word(), "v1", word(), word(), word());
  }

  private Problem problem() {
    return switch (random.nextInt(11)) {
      case 0 -> new Problem.Auth(word(), word(), word(), word());
      case 1 -> new Problem.Network(word(), word(), word(), word());
      case 2 -> new Problem.Forbidden(word(), word(), word(), word());
      case 3 -> new Problem.Conflict(word(), word(), word(), word());
      case 4 -> new Problem.NotFound(word(), word(), word(), word());
      case 5 -> new Problem.Invalid(word(), word(), word(), word());
      case 6 -> new Problem.Render(word(), word(), word(), word());
      case 7 -> new Problem.Rejected(word(), word(), word(), word());
      case 8 -> new Problem.Refused(word(), word(), word(), word());
      case 9 -> new Problem.Cancelled(word(), word(), word(), word());
      default -> new Problem.Unexpected(word(), word(), word(), word());
    };
  }

  private Step step() {
    return switch (random.nextInt(3)) {
      case 0 ->
          new Step.Apply(
              ref(), Step.Action.CREATE, word(), Optional.empty(), Optional.empty(), List.of());
      case 1 ->
          new Step.Apply(
              ref(),
              Step.Action.CHANGE,
              word(),
              Optional.of(word()),
              Optional.of(word()),
              List.of());
      default -> new Step.AwaitCrd(ref());
    };
  }

  private <T> List<T> some(Supplier<T> make) {
    var list = new ArrayList<T>();
    for (int i = random.nextInt(4); i > 0; i--) {
      list.add(make.get());
    }
    return list;
  }

  private ClusterRef cluster() {
    return new ClusterRef(word(), word(), word());
  }

  private SyncPlan plan() {
    return new SyncPlan(
        word(),
        word(),
        new Revision(word(), word()),
        cluster(),
        word(),
        time(),
        some(() -> new Stage(word(), some(this::step))),
        some(() -> new SyncPlan.LeftOut(ref(), problem())),
        random.nextInt(1000));
  }

  private SyncRecord record() {
    return new SyncRecord(
        word(),
        word(),
        word(),
        cluster(),
        word(),
        time(),
        time(),
        word(),
        maybe(),
        maybe(),
        maybe(),
        word(),
        word(),
        some(() ->
            new StepResult(
                ref(),
                word(),
                StepResult.Outcome.values()[random.nextInt(3)],
                random.nextBoolean() ? Optional.of(problem()) : Optional.empty(),
                Duration.ofNanos(random.nextLong(1L << 50)),
                some(this::word))),
        maybe());
  }

  @Test
  void aPlanIsReadAsItWasWritten() {
    for (int i = 0; i < 500; i++) {
      var plan = plan();
      var text = Json.pretty(PlanFile.toTree(plan));

      assertThat(PlanFile.fromTree(Json.parse(text, "plan.json"))).isEqualTo(plan);
    }
  }

  @Test
  void aRecordIsReadAsItWasWritten() {
    for (int i = 0; i < 500; i++) {
      var record = record();
      var text = Json.compact(RecordFile.toTree(record));

      assertThat(RecordFile.fromTree(Json.parse(text, "record.json"))).isEqualTo(record);
    }
  }

  @Test
  void everyPartOfAPlanIsNeeded() {
    var whole =
        PlannerTest.plan(
            List.of(
                PlannerTest.changed(PlannerTest.ref("apps/v1", "Deployment", "shop", "web")),
                PlannerTest.candidate(
                    new ResourceDrift.OnlyInCluster(
                        PlannerTest.ref("v1", "ConfigMap", "shop", "old"), "u"))));
    var tree = PlanFile.toTree(whole);
    var cut = new ArrayList<Tree>();
    without(tree, cut);
    assertThat(cut).hasSizeGreaterThan(30);

    for (var broken : cut) {
      assertThatThrownBy(() -> PlanFile.fromTree(broken))
          .isInstanceOfSatisfying(
              ProblemException.class,
              e -> {
                assertThat(e.problem()).isInstanceOf(Problem.Invalid.class);
                assertThat(e.problem().what())
                    .startsWith("This is not a plan of Plumbline: .")
                    .endsWith(" is missing");
              });
    }
  }

  /// Every tree that lacks one key somewhere.
  private static void without(Tree tree, List<Tree> found) {
    if (tree instanceof Tree.Obj object) {
      object
          .fields()
          .forEach((key, value) -> {
            found.add(object.without(key));
            var below = new ArrayList<Tree>();
            without(value, below);
            below.forEach(b -> found.add(object.with(key, b)));
          });
    } else if (tree instanceof Tree.Arr(List<Tree> items)) {
      for (int i = 0; i < items.size(); i++) {
        var below = new ArrayList<Tree>();
        without(items.get(i), below);
        for (var b : below) {
          var copy = new ArrayList<>(items);
          copy.set(i, b);
          found.add(new Tree.Arr(copy));
        }
      }
    }
  }

  @Test
  void otherVersionsAndFormsAreRefused() {
    var plan = PlanFile.toTree(plan());
    for (var entry :
        Map.<String, Tree>of(
                "format", Tree.str("plumbline.dev/plan/v2"),
                "computed", Tree.str("yesterday"),
                "untouched", new Tree.Num("1.5"),
                "stages", Tree.obj(),
                "cluster", Tree.str("prod"),
                "id", Tree.Null.VALUE)
            .entrySet()) {
      assertThatThrownBy(() -> PlanFile.fromTree(plan.with(entry.getKey(), entry.getValue())))
          .as(entry.getKey())
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("." + entry.getKey());
    }
    assertThatThrownBy(() -> PlanFile.fromTree(Tree.arr()))
        .isInstanceOf(ProblemException.class)
        .hasMessage("This is not a plan of Plumbline: it must be an object. Plan again");
  }

  @Test
  void aPlanHoldsNoValueOfAnyField() {
    var ref = PlannerTest.ref("apps/v1", "Deployment", "shop", "web");

    var text = Json.pretty(PlanFile.toTree(PlannerTest.plan(List.of(PlannerTest.changed(ref)))));

    assertThat(text).contains("hash of Deployment shop/web").doesNotContain("web:1", "web:2");
  }

  @Test
  void whatAServerSaidAboutASecretIsNotRecorded() {
    var secret = PlannerTest.ref("v1", "Secret", "shop", "login");
    var said = new Problem.Rejected("The server refused it", "Secret shop/login", "", "hunter2");
    var result =
        new StepResult(
            secret,
            "change",
            StepResult.Outcome.FAILED,
            Optional.of(said),
            Duration.ZERO,
            List.of("hunter2 is weak"));
    var record = record().ended(Instant.EPOCH, "failed", List.of(result), Optional.empty());

    var text = Json.compact(RecordFile.toTree(record));

    assertThat(text).contains("The server refused it").doesNotContain("hunter2");
  }
}
