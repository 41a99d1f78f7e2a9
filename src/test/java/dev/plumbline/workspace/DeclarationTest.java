package dev.plumbline.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.Environment;
import dev.plumbline.model.Environment.Renderer;
import dev.plumbline.model.Helm;
import dev.plumbline.model.ManifestSet.Warning;
import dev.plumbline.model.Problem;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// `plumbline.yaml`: what is read, what is refused with which place, what is said.
class DeclarationTest {

  private static final String HEAD = "apiVersion: plumbline.dev/v1\nenvironments:\n";
  private static final String GOOD = "- name: dev\n  source: {path: dev}\n";

  private static final String FULL =
      HEAD
          + """
          - name: shop/prod
            source: {path: apps/shop/overlays/prod, revision: main}
            driver: kubernetes
            render: kustomize
            cluster: prod-eu
            namespace: shop
            reviewed: required
            sync: {mode: manual, prune: true, selfHeal: false, windows: ["Mon-Thu 09:00-16:00 Europe/Berlin"], requireSigned: true}
            promotesFrom: shop/staging
            ignore: [{kind: Deployment, path: .spec.replicas, when: {owner: kube-controller-manager}, reason: "HPA", expires: 2027-06-30}]
          - name: shop/staging
            source: {path: ./apps/shop/overlays/staging/}
          """;

  private static Workspace read(String yaml) {
    return Workspaces.read(
        MemoryTree.of(
            "plumbline.yaml", yaml,
            "dev/a.yaml", "apiVersion: v1\nkind: ConfigMap\n",
            "overlays/hidden/kustomization.yaml", "",
            "apps/shop/overlays/staging/kustomization.yaml", ""));
  }

  @Test
  void everyKeyOfTheArchitectureIsRead() {
    var workspace = read(FULL);
    assertThat(workspace.problems()).isEmpty();
    assertThat(workspace.declared()).isTrue();
    assertThat(workspace.environments())
        .containsExactly(
            new Environment(
                "shop/prod",
                "apps/shop/overlays/prod",
                Optional.of("main"),
                "kubernetes",
                Renderer.KUSTOMIZE,
                "prod-eu",
                Optional.of("shop"),
                true,
                Optional.of("shop/staging"),
                true),
            new Environment(
                "shop/staging",
                "apps/shop/overlays/staging",
                Optional.empty(),
                "kubernetes",
                Renderer.KUSTOMIZE,
                "staging",
                Optional.empty(),
                false,
                Optional.empty(),
                true));
  }

  @Test
  void helmIsAWordOrSaysHow() {
    var environments =
        read("""
        apiVersion: plumbline.dev/v1
        environments:
          - {name: a/dev, source: {path: dev}, render: helm}
          - name: b/dev
            source: {path: dev}
            render:
              helm:
                chart: /charts/b-1.2.3.tgz
                release: b
                values: [values.yaml, ../prod.yaml]
                skipCrds: true
                kubeVersion: "1.31"
                apiVersions: [monitoring.coreos.com/v1]
        """)
            .environments();
    assertThat(environments).extracting(Environment::renderer).containsOnly(Renderer.HELM);
    assertThat(environments.getFirst().helm()).contains(Helm.OF_FOLDER);
    assertThat(environments.getLast().helm())
        .contains(
            new Helm(
                "/charts/b-1.2.3.tgz",
                Optional.of("b"),
                List.of("values.yaml", "../prod.yaml"),
                true,
                Optional.of("1.31"),
                List.of("monitoring.coreos.com/v1")));
  }

  @Test
  void rulesThatDoNotHoldYetAreSaid() {
    var workspace = read(FULL);
    assertThat(workspace.warnings("shop/prod"))
        .extracting(Warning::text)
        .satisfiesExactly(
            t -> assertThat(t).contains("sync.prune").contains("not enforced"),
            t -> assertThat(t).contains("sync.windows").contains("not enforced"),
            t -> assertThat(t).contains("sync.requireSigned").contains("not enforced"));
    assertThat(workspace.warnings("shop/prod").getFirst().origin())
        .hasToString("plumbline.yaml:10");
    assertThat(workspace.warnings("shop/staging")).isEmpty();
    assertThat(
            read(HEAD
                    + "- name: dev\n  source: {path: dev}\n  sync: {mode: auto, selfHeal: true}\n")
                .warnings("dev"))
        .extracting(Warning::text)
        .satisfiesExactly(
            t -> assertThat(t).contains("sync.mode auto"),
            t -> assertThat(t).contains("sync.selfHeal"));
  }

  /// A bad entry, what is said of it, and on which line (the good entry stands on lines 3 and 4).
  static Stream<Arguments> badEntries() {
    return Stream.of(
        bad("- name: a\n  source: {path: dev}\n  reviewd: required\n", "reviewd", 7),
        bad("- name: a\n  source: {path: dev, revison: x}\n", "revison", 6),
        bad("- name: a\n  source: {path: dev}\n  sync:\n    prun: true\n", "prun", 8),
        bad("- source: {path: dev}\n", "name is missing", 5),
        bad("- name: a\n", "source is missing", 5),
        bad("- name: a\n  source: {revision: main}\n", "path is missing", 6),
        bad("- name: a\n  source: dev\n", "source must be a mapping", 6),
        bad("- name: a b\n  source: {path: dev}\n", "name is \"a b\"", 5),
        bad("- name: a//b\n  source: {path: dev}\n", "name is", 5),
        bad("- name: 5\n  source: {path: dev}\n", "name must be a text", 5),
        bad("- name: a\n  source: {path: ../x}\n", "inside the repository", 6),
        bad("- name: a\n  source: {path: /x}\n", "inside the repository", 6),
        bad("- name: a\n  source: {path: dev, revision: -x}\n", "branch", 6),
        bad(
            "- name: a\n  source: {path: dev}\n  driver: argocd\n",
            "driver argocd is not part of this version",
            7),
        bad("- name: a\n  source: {path: dev}\n  driver: nomad\n", "one of kubernetes", 7),
        bad("- name: a\n  source: {path: dev}\n  render: {}\n", "helm is missing", 7),
        bad("- name: a\n  source: {path: dev}\n  render: {helm: {sets: x}}\n", "key sets", 7),
        bad("- name: a\n  source: {path: dev}\n  render: {helm: {release: A_}}\n", "release", 7),
        bad(
            "- name: a\n  source: {path: dev}\n  render: {helm: {chart: 'oci://r/x'}}\n",
            "of this repository",
            7),
        bad(
            "- name: a\n  source: {path: dev}\n  render: {helm: {values: ['https://x/v.yaml']}}\n",
            "of this repository",
            7),
        bad("- name: a\n  source: {path: dev}\n  render: jsonnet\n", "one of plain", 7),
        bad("- name: a\n  source: {path: dev}\n  namespace: Shop\n", "namespace", 7),
        bad("- name: a\n  source: {path: dev}\n  cluster:\n", "cluster has no value", 7),
        bad("- name: a\n  source: {path: dev}\n  reviewed: true\n", "reviewed must be a text", 7),
        bad("- name: a\n  source: {path: dev}\n  reviewed: always\n", "one of required", 7),
        bad("- name: a\n  source: {path: dev}\n  sync: {mode: fast}\n", "one of manual", 7),
        bad("- name: a\n  source: {path: dev}\n  sync: {prune: \"yes\"}\n", "true or false", 7),
        bad("- name: a\n  source: {path: dev}\n  sync: {windows: now}\n", "a list", 7),
        bad("- just text\n", "not a mapping", 5));
  }

  private static Arguments bad(String entry, String words, int line) {
    return Arguments.of(entry, words, line);
  }

  @ParameterizedTest
  @MethodSource("badEntries")
  void aBadEntryIsNamedAndTheOthersWork(String entry, String words, int line) {
    var workspace = read(HEAD + GOOD + entry);
    assertThat(workspace.environments()).extracting(Environment::name).containsExactly("dev");
    assertThat(workspace.problems())
        .isNotEmpty()
        .allSatisfy(p -> assertThat(p).isInstanceOf(Problem.Invalid.class));
    assertThat(workspace.problems())
        .anySatisfy(p -> {
          assertThat(p.what()).contains(words);
          assertThat(p.where()).isEqualTo("plumbline.yaml:" + line);
        });
  }

  @Test
  void aNameThatIsUsedTwiceNamesNeither() {
    var workspace = read(HEAD + GOOD + GOOD + "- name: b\n  source: {path: dev}\n");
    assertThat(workspace.environments()).extracting(Environment::name).containsExactly("b");
    assertThat(workspace.problems())
        .hasSize(2)
        .allSatisfy(p ->
            assertThat(p.sentence())
                .contains("dev")
                .contains("plumbline.yaml:3")
                .contains("plumbline.yaml:5"));
  }

  /// A file that is broken as a whole, and what is said.
  static Stream<Arguments> badFiles() {
    return Stream.of(
        Arguments.of("", "empty"),
        Arguments.of("# only a comment\n", "empty"),
        Arguments.of(HEAD + "- name: [\n", ""),
        Arguments.of(HEAD + GOOD + "---\n" + HEAD + GOOD, "more than one document"),
        Arguments.of("environments:\n" + GOOD, "apiVersion is missing"),
        Arguments.of(
            "apiVersion: plumbline.dev/v2\nenvironments:\n" + GOOD,
            "apiVersion is \"plumbline.dev/v2\""),
        Arguments.of("apiVersion: plumbline.dev/v1\n", "environments is missing"),
        Arguments.of("apiVersion: plumbline.dev/v1\nenviroments:\n" + GOOD, "enviroments"),
        Arguments.of(
            "apiVersion: plumbline.dev/v1\nenvironments: {}\n", "environments must be a list"));
  }

  @ParameterizedTest
  @MethodSource("badFiles")
  void aBrokenFileIsAProblemAndNothingIsGuessed(String text, String words) {
    var workspace = read(text);
    assertThat(workspace.environments()).isEmpty();
    assertThat(workspace.declared()).isTrue();
    assertThat(workspace.problems())
        .anySatisfy(p -> {
          assertThat(p.what()).contains(words);
          assertThat(p.where()).startsWith("plumbline.yaml");
        });
  }

  @Test
  void anUnknownKeyAtTheTopIsNamed() {
    var workspace = read(HEAD + GOOD + "defaults: {}\n");
    assertThat(workspace.problems())
        .singleElement()
        .satisfies(p ->
            assertThat(p.sentence())
                .contains("defaults")
                .contains("plumbline.yaml:5")
                .contains("environments"));
    assertThat(workspace.environments()).hasSize(1);
  }

  @Test
  void theOtherSpellingOfTheFileIsRefused() {
    var workspace =
        Workspaces.read(
            MemoryTree.of("plumbline.yml", HEAD + GOOD, "envs/prod/kustomization.yaml", ""));
    assertThat(workspace.environments()).isEmpty();
    assertThat(workspace.problems())
        .singleElement()
        .satisfies(p -> assertThat(p.whatToDo()).contains("plumbline.yaml"));
  }

  @Test
  void theRootIsAFolder() {
    assertThat(read(HEAD + "- name: all\n  source: {path: .}\n").environments())
        .singleElement()
        .satisfies(e -> assertThat(e.path()).isEmpty());
    assertThat(read(HEAD + "- name: all\n  source: {path: .}\n").warnings("all")).isEmpty();
  }

  @Test
  void whatIsNotThereIsSaid() {
    var workspace = read(HEAD + "- name: a\n  source: {path: gone}\n  promotesFrom: nowhere\n");
    assertThat(workspace.warnings("a"))
        .extracting(Warning::text)
        .satisfiesExactlyInAnyOrder(
            t -> assertThat(t).contains("gone"), t -> assertThat(t).contains("nowhere"));
    assertThat(read(HEAD + "- name: a\n  source: {path: gone, revision: other}\n").warnings("a"))
        .as("another branch may have it")
        .isEmpty();
  }

  @Test
  void aKeyThatStandsTwiceIsSaid() {
    var workspace = read(HEAD + "- name: a\n  name: b\n  source: {path: dev}\n");
    assertThat(workspace.warnings("")).isNotEmpty();
  }
}
