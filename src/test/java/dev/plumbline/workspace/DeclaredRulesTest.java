package dev.plumbline.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.drift.IgnoreRule;
import dev.plumbline.drift.PathPattern;
import dev.plumbline.drift.Rules;
import dev.plumbline.model.Environment;
import dev.plumbline.model.Problem;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// `ignore` in `plumbline.yaml`: what is read, and that a rule which cannot be read ignores nothing
/// and is named.
class DeclaredRulesTest {

  private static final String HEAD =
      """
      apiVersion: plumbline.dev/v1
      environments:
      - name: shop/prod
        source: {path: prod}
      """;

  private static Workspace read(String yaml) {
    return Workspaces.read(
        MemoryTree.of("plumbline.yaml", yaml, "prod/a.yaml", "apiVersion: v1\nkind: ConfigMap\n"));
  }

  @Test
  void everyKeyIsRead() {
    var rules =
        read(HEAD
                + """
                  ignore:
                  - group: apps
                    kind: Deployment
                    namespace: shop
                    name: web-*
                    path: .spec.template.spec.containers[name="web"].image
                    when: {owner: kube-controller-manager, operation: Update, subresource: scale}
                    reason: The autoscaler decides
                    expires: 2027-06-30
                """)
            .rules("shop/prod");
    assertThat(rules.others()).isEmpty();
    assertThat(rules.rules())
        .singleElement()
        .satisfies(rule -> {
          assertThat(rule.by()).isEqualTo("plumbline.yaml");
          assertThat(rule.origin()).hasToString("plumbline.yaml:6");
          assertThat(rule.target()).hasToString("Deployment of apps web-* in shop");
          assertThat(rule.path().map(PathPattern::toString))
              .contains(".spec.template.spec.containers[name=\"web\"].image");
          assertThat(rule.writer())
              .contains(
                  new IgnoreRule.Writer(
                      "kube-controller-manager", Optional.of("Update"), Optional.of("scale")));
          assertThat(rule.reason()).isEqualTo("The autoscaler decides");
          assertThat(rule.expires()).contains(LocalDate.of(2027, 6, 30));
        });
  }

  @Test
  void aRuleBesideTheEnvironmentsNamesThoseItIsAbout() {
    var workspace =
        read(
            HEAD
                + """
                - name: other/dev
                  source: {path: prod}
                ignore:
                - {path: .spec.replicas, reason: all of them}
                - {environment: shop/*, path: .spec.paused, reason: shops alone}
                """);
    assertThat(workspace.problems()).isEmpty();
    assertThat(workspace.rules("shop/prod").rules())
        .extracting(IgnoreRule::reason)
        .containsExactly("all of them", "shops alone");
    assertThat(workspace.rules("other/dev").rules())
        .extracting(IgnoreRule::reason)
        .containsExactly("all of them");
  }

  /// A bad rule, what is said of it, and on which line (the list begins on line 6).
  static Stream<Arguments> badRules() {
    return Stream.of(
        Arguments.of("  - {path: .a, owner: x, reason: r}\n", "The key owner is unknown", 6),
        Arguments.of("  - {path: .a, when: {ownr: x}, reason: r}\n", "ownr", 6),
        Arguments.of("  - kind: Secret\n    reason: r\n", "neither path nor when", 6),
        Arguments.of("  - path: .a\n    reason: r\n    expires: soon\n", "expires", 8),
        Arguments.of("  - path: .a\n    reason: r\n    expires: 2027-02-30\n", "expires", 8),
        Arguments.of("  - path: .a\n", "reason is missing", 6),
        Arguments.of("  - path: .a\n    reason: ' '\n", "reason is empty", 7),
        Arguments.of("  - reason: r\n    path: spec.replicas\n", "no path", 7),
        Arguments.of("  - reason: r\n    path: .\n", "no path", 7),
        Arguments.of("  - reason: r\n    path: '.a[name=\"x\"'\n", "no path", 7),
        Arguments.of("  - reason: r\n    when: {owner: plumbline}\n", "this program", 7),
        Arguments.of("  - reason: r\n    when: {owner: a, operation: Patch}\n", "Apply, Update", 7),
        Arguments.of("  - reason: r\n    path:\n", "path has no value", 7),
        Arguments.of("  - just text\n", "not a mapping", 6),
        Arguments.of("    text\n", "ignore must be a list", 6));
  }

  @ParameterizedTest
  @MethodSource("badRules")
  void aRuleThatCannotBeReadIgnoresNothingAndIsNamed(String rule, String words, int line) {
    var workspace = read(HEAD + "  ignore:\n" + rule);
    assertThat(workspace.environments()).extracting(Environment::name).containsExactly("shop/prod");
    var rules = workspace.rules("shop/prod");
    assertThat(rules.rules()).isEmpty();
    assertThat(rules.others())
        .extracting(Rules.Other::why)
        .singleElement()
        .satisfies(why -> assertThat(why).contains(words));
    assertThat(workspace.problems())
        .anySatisfy(p -> {
          assertThat(p).isInstanceOf(Problem.Invalid.class);
          assertThat(p.what()).contains(words);
          assertThat(p.where()).isEqualTo("plumbline.yaml:" + line);
        });
  }

  @Test
  void theOtherRulesHold() {
    var rules =
        read(HEAD + "  ignore:\n  - {path: bad}\n  - {path: .a, reason: r}\n").rules("shop/prod");
    assertThat(rules.rules()).hasSize(1);
    assertThat(rules.others()).hasSize(1);
  }
}
