package dev.plumbline.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.Origin;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.Tree;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What a rule ignores, and what it leaves alone.
class RulesTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  private static final Origin WHERE = new Origin("plumbline.yaml", 7, 3);
  private static final ResourceRef WEB = new ResourceRef("apps", "v1", "Deployment", "shop", "web");

  private static IgnoreRule rule(String path) {
    return rule(Target.ANY, path, null, Optional.empty());
  }

  private static IgnoreRule rule(
      Target target,
      @org.jspecify.annotations.Nullable String path,
      IgnoreRule.@org.jspecify.annotations.Nullable Writer writer,
      Optional<LocalDate> expires) {
    return new IgnoreRule(
        "plumbline.yaml",
        WHERE,
        target,
        Optional.ofNullable(path).map(p -> PathPattern.parse(p).orElseThrow()),
        Optional.ofNullable(writer),
        "HPA",
        expires);
  }

  private static FieldChange change(String path, String owner) {
    return new FieldChange(
        RuleLawsTest.path(path),
        Optional.of(Tree.Num.of(2)),
        Optional.of(Tree.Num.of(5)),
        Cause.DRIFTED,
        Optional.of(new Owner(owner, "Update", "scale", Optional.empty())),
        true);
  }

  private static ResourceDrift changed(FieldChange... fields) {
    return new ResourceDrift.Changed(WEB, Optional.empty(), List.of(fields));
  }

  private static Rules rules(IgnoreRule... rules) {
    return new Rules(List.of(rules), List.of());
  }

  @Test
  void whatIsIgnoredIsListedWithItsRule() {
    var drift =
        rules(rule(".spec.replicas")).judge(changed(change(".spec.replicas", "hpa")), TODAY);

    assertThat(drift).isInstanceOf(ResourceDrift.InSync.class);
    assertThat(drift.fields())
        .singleElement()
        .satisfies(f -> {
          assertThat(f.counts()).isFalse();
          assertThat(f.cause()).isEqualTo(Cause.IGNORED);
          assertThat(f.live()).contains(Tree.Num.of(5));
          assertThat(f.exemption())
              .contains(new Exemption("plumbline.yaml", WHERE, "HPA", Optional.empty()));
        });
  }

  @Test
  void whatIsNotIgnoredCountsStill() {
    var drift =
        rules(rule(".spec.replicas"))
            .judge(changed(change(".spec.paused", "me"), change(".spec.replicas", "hpa")), TODAY);

    assertThat(drift).isInstanceOf(ResourceDrift.Changed.class);
    assertThat(drift.fields()).extracting(FieldChange::counts).containsExactly(true, false);
  }

  @Test
  void aRuleHoldsThroughItsLastDay() {
    var verdict = changed(change(".spec.replicas", "hpa"));
    var rules = rules(rule(Target.ANY, ".spec.replicas", null, Optional.of(TODAY)));

    assertThat(rules.judge(verdict, TODAY)).isInstanceOf(ResourceDrift.InSync.class);
    var tomorrow = rules.judge(verdict, TODAY.plusDays(1));
    assertThat(tomorrow).isEqualTo(verdict);
    assertThat(rules.notes(List.of(tomorrow), TODAY.plusDays(1)))
        .singleElement()
        .satisfies(n -> {
          assertThat(n.standing()).isEqualTo(Rules.Standing.EXPIRED);
          assertThat(n.origin()).isEqualTo(WHERE);
          assertThat(n.fields()).isZero();
        });
  }

  @Test
  void onlyWhatTheWriterSetIsIgnored() {
    var hpa = new IgnoreRule.Writer("hpa", Optional.of("Update"), Optional.of("scale"));
    var apply = new IgnoreRule.Writer("hpa", Optional.of("Apply"), Optional.empty());
    var verdict = changed(change(".spec.replicas", "hpa"), change(".spec.paused", "me"));

    var byHpa = rules(rule(Target.ANY, null, hpa, Optional.empty())).judge(verdict, TODAY);
    assertThat(byHpa.fields()).extracting(FieldChange::counts).containsExactly(false, true);
    var byApply = rules(rule(Target.ANY, null, apply, Optional.empty())).judge(verdict, TODAY);
    assertThat(byApply).isEqualTo(verdict);
    var elsewhere =
        rules(rule(Target.ANY, ".spec.paused", hpa, Optional.empty())).judge(verdict, TODAY);
    assertThat(elsewhere).isEqualTo(verdict);
  }

  @Test
  void onlyTheObjectsItNamesAreConcerned() {
    var verdict = changed(change(".spec.replicas", "hpa"));
    assertThat(judged(target("apps", "Deployment", "shop", "w*"), verdict)).isFalse();
    assertThat(judged(target("*", "*", "*", "*"), verdict)).isFalse();
    assertThat(judged(target("", "Deployment", "shop", "web"), verdict)).isTrue();
    assertThat(judged(target("apps", "StatefulSet", "shop", "web"), verdict)).isTrue();
    assertThat(judged(target("apps", "Deployment", "sho", "web"), verdict)).isTrue();
    assertThat(judged(target("apps", "Deployment", "shop", "we"), verdict)).isTrue();
  }

  private static Target target(String group, String kind, String namespace, String name) {
    return new Target(
        Optional.of(new Glob(group)),
        Optional.of(new Glob(kind)),
        Optional.of(new Glob(namespace)),
        Optional.of(new Glob(name)));
  }

  /// Whether it counts still.
  private static boolean judged(Target target, ResourceDrift verdict) {
    return rules(rule(target, ".spec.replicas", null, Optional.empty())).judge(verdict, TODAY)
        instanceof ResourceDrift.Changed;
  }

  @Test
  void nothingButADifferenceCanBeIgnored() {
    var all = rules(rule("[*]"));
    var missing = new ResourceDrift.OnlyInGit(WEB, Optional.empty(), Optional.empty());
    var orphan = new ResourceDrift.OnlyInCluster(WEB, "u");
    var same = new ResourceDrift.InSync(WEB, Optional.empty(), List.of());
    assertThat(List.of(missing, orphan, same))
        .allSatisfy(v -> assertThat(all.judge(v, TODAY)).isSameAs(v));
  }

  @Test
  void howManyFieldsARuleSilencesIsTold() {
    var rules = rules(rule(".spec[*]"));
    var judged =
        rules.judge(changed(change(".spec.replicas", "a"), change(".spec.paused", "b")), TODAY);
    assertThat(rules.notes(List.of(judged), TODAY))
        .singleElement()
        .satisfies(n -> {
          assertThat(n.standing()).isEqualTo(Rules.Standing.APPLIED);
          assertThat(n.fields()).isEqualTo(2);
          assertThat(n.says()).isEqualTo(".spec[*] of anything");
        });
  }

  @Test
  void globsTakeNoTime() {
    var hostile = new Glob("a*".repeat(200) + "b");
    assertThat(hostile.matches("a".repeat(2000))).isFalse();
    assertThat(new Glob("web-?").matches("web-1")).isTrue();
    assertThat(new Glob("web-?").matches("web-12")).isFalse();
    assertThat(new Glob("*").matches("")).isTrue();
    assertThat(new Glob("").matches("x")).isFalse();
  }
}
