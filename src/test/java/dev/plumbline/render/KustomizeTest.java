package dev.plumbline.render;

import static dev.plumbline.render.Rendered.configMap;
import static dev.plumbline.render.Rendered.kustomize;
import static dev.plumbline.render.Rendered.objects;
import static dev.plumbline.render.Rendered.problems;
import static dev.plumbline.render.Rendered.warnings;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.model.Cancel;
import dev.plumbline.model.Environment;
import dev.plumbline.model.ManifestSet;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Tree;
import dev.plumbline.process.Programs;
import dev.plumbline.store.Cache;
import dev.plumbline.testing.MemoryTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// With the real kustomize, or the one inside kubectl.
class KustomizeTest {

  @BeforeEach
  void kustomizeIsThere() {
    boolean there = KustomizeTool.find(Programs.system()).isPresent();
    assertThat(there || !"true".equals(System.getenv("CI"))).isTrue();
    if (!there) {
      System.err.println("SKIPPED: neither kustomize nor kubectl is on the PATH");
    }
    Assumptions.assumeTrue(there);
  }

  @Test
  void buildsAnOverlayOfEverythingThatReadsFiles() {
    var tree =
        MemoryTree.of(
                "base/kustomization.yaml",
                "resources: [web.yaml, ../crd]\ncomponents: [../component]\n",
                "base/web.yaml",
                "apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec: {type: A}\n",
                "crd/Kustomization",
                "resources: [crd.yaml]\n",
                "crd/crd.yaml",
                configMap("crd"),
                "component/kustomization.yml",
                """
                apiVersion: kustomize.config.k8s.io/v1alpha1
                kind: Component
                resources: [part.yaml]
                """,
                "component/part.yaml",
                configMap("part"),
                "envs/prod/kustomization.yaml",
                """
                resources: [../../base, linked]
                patches:
                - path: patch.yaml
                - patch: '[{"op": "add", "path": "/metadata/labels", "value": {"in": "line"}}]'
                  target: {kind: Service}
                replacements: [{path: replacement.yaml}]
                transformers:
                - label.yaml
                - |
                  apiVersion: builtin
                  kind: PatchTransformer
                  metadata: {name: p}
                  path: fromplugin.yaml
                configMapGenerator:
                - name: generated
                  files: [renamed=file.txt, plain.txt]
                  envs: [vars.env]
                generatorOptions: {disableNameSuffixHash: true}
                configurations: [config.yaml]
                """,
                "envs/prod/patch.yaml",
                "apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec: {type: B}\n",
                "envs/prod/fromplugin.yaml",
                "apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec: {extra: C}\n",
                "envs/prod/replacement.yaml",
                """
                source: {kind: Service, name: web, fieldPath: spec.type}
                targets: [{select: {kind: ConfigMap, name: part}, fieldPaths: [data.a]}]
                """,
                "envs/prod/label.yaml",
                """
                apiVersion: builtin
                kind: LabelTransformer
                metadata: {name: l}
                labels: {stage: prod}
                fieldSpecs: [{path: metadata/labels, create: true}]
                """,
                "envs/prod/file.txt",
                "F",
                "envs/prod/plain.txt",
                "P",
                "envs/prod/vars.env",
                "E=V\n",
                "envs/prod/config.yaml",
                "nameReference: []\n",
                "envs/prod/unused.yaml",
                "not: needed\n",
                "shared/kustomization.yaml",
                "resources: [s.yaml]\n",
                "shared/s.yaml",
                configMap("shared"))
            .link("envs/prod/linked", "../../shared");
    var set = kustomize(tree, "envs/prod");
    assertThat(set.problems()).isEmpty();
    assertThat(objects(set))
        .containsExactlyInAnyOrder(
            "Service web (envs/prod/kustomization.yaml)",
            "ConfigMap crd (envs/prod/kustomization.yaml)",
            "ConfigMap part (envs/prod/kustomization.yaml)",
            "ConfigMap shared (envs/prod/kustomization.yaml)",
            "ConfigMap generated (envs/prod/kustomization.yaml)");
    assertThat(body(set, "web").text("spec", "type")).contains("B");
    assertThat(body(set, "web").text("spec", "extra")).contains("C");
    assertThat(body(set, "web").text("metadata", "labels", "in")).contains("line");
    assertThat(body(set, "part").text("data", "a")).contains("B");
    assertThat(body(set, "crd").text("metadata", "labels", "stage")).contains("prod");
    assertThat(body(set, "generated").fields("data")).containsOnlyKeys("renamed", "plain.txt", "E");
    assertThat(set.pathsRead())
        .hasSize(18)
        .contains("envs/prod/linked", "shared/s.yaml", "component/kustomization.yml")
        .doesNotContain("envs/prod/unused.yaml");
  }

  @Test
  void kustomizeNeverRunsWhenSomethingIsRemoteOrRunsCode() throws IOException {
    var tree =
        MemoryTree.of(
            "base/kustomization.yaml",
            "resources:\n- https://example.org/x.yaml\n",
            "p/kustomization.yaml",
            """
            resources:
            - ../base
            - github.com/acme/base?ref=v1
            - git@example.org:acme/base
            - acme/base?ref=main
            Resources:
            - ssh://git@example.org/acme
            bases:
            - ../../outside
            patches:
            - path: http://example.org/patch.yaml
            generators:
            - |
              apiVersion: acme.dev/v1
              kind: Exec
              metadata: {name: x, annotations: {config.kubernetes.io/function: "exec: {path: ./x}"}}
            transformers:
            - plugin.yaml
            - plugins
            validators:
            - ../sub
            helmCharts:
            - name: chart
            """,
            "p/plugin.yaml",
            "apiVersion: builtin\nkind: HelmChartInflationGenerator\nmetadata: {name: h}\n",
            "p/plugins/kustomization.yaml",
            "resources: [t.yaml]\n",
            "p/plugins/t.yaml",
            "apiVersion: acme.dev/v1\nkind: Turn\nmetadata: {name: t}\n");
    var never = new FakePrograms(Map.of("kustomize", Path.of("/bin/sh")));
    var set = kustomize(tree.submodule("sub"), "p", never, Cache.none());
    assertThat(set.manifests()).isEmpty();
    assertThat(never.ran).isEmpty();
    assertThat(set.problems()).allMatch(Problem.Refused.class::isInstance);
    assertThat(set.problems().stream().map(p -> p.where() + " " + p.what()))
        .containsExactlyInAnyOrder(
            "base/kustomization.yaml:2 https://example.org/x.yaml is remote, and nothing is fetched",
            "p/kustomization.yaml:3 github.com/acme/base?ref=v1 is remote, and nothing is fetched",
            "p/kustomization.yaml:4 git@example.org:acme/base is remote, and nothing is fetched",
            "p/kustomization.yaml:5 acme/base?ref=main is remote, and nothing is fetched",
            "p/kustomization.yaml:7 ssh://git@example.org/acme is remote, and nothing is fetched",
            "p/kustomization.yaml:9 ../../outside leaves the repository",
            "p/kustomization.yaml:11 http://example.org/patch.yaml is remote, and nothing is fetched",
            "p/kustomization.yaml:13 Exec is a plugin, and plugins are not run",
            "p/plugin.yaml:1 A kustomization that inflates Helm charts is not rendered",
            "p/plugins/t.yaml:1 Turn is a plugin, and plugins are not run",
            "p/kustomization.yaml:21 sub is a submodule, which is not read",
            "p/kustomization.yaml:23 A kustomization that inflates Helm charts is not rendered");
  }

  @Test
  void aFolderWhoseNameLooksRemoteIsNotReadAsOne() {
    var tree =
        MemoryTree.of(
            "p/kustomization.yaml", "resources: [github.com/a]\n",
            "p/github.com/a/kustomization.yaml", "resources: []\n");
    assertThat(problems(kustomize(tree, "p")))
        .singleElement()
        .asString()
        .startsWith("github.com/a is remote");
  }

  @Test
  void itsOwnWordsTellWhatFailedWithPathsOfTheRepository() {
    var tree = MemoryTree.of("envs/prod/kustomization.yaml", "resources: [gone.yaml]\n");
    var set = kustomize(tree, "envs/prod");
    assertThat(set.manifests()).isEmpty();
    assertThat(set.problems()).singleElement().isInstanceOf(Problem.Render.class);
    var problem = set.problems().getFirst();
    assertThat(problem.what()).isEqualTo("kustomize cannot build envs/prod");
    assertThat(problem.detail())
        .contains("envs/prod/gone.yaml")
        .doesNotContain("command failed")
        .doesNotContain(System.getProperty("java.io.tmpdir") + "/plumbline-render");
  }

  @Test
  void leavesNoScratchFolderBehind() throws IOException {
    var programs = new FakePrograms(Map.of());
    kustomize(
        MemoryTree.of("p/kustomization.yaml", "resources: [x]\n"), "p", programs, Cache.none());
    kustomize(
        MemoryTree.of("p/kustomization.yaml", "resources: [x.yaml]\n", "p/x.yaml", configMap("x")),
        "p",
        programs,
        Cache.none());
    assertThat(programs.ran).hasSize(2).noneMatch(Files::exists);
  }

  @Test
  void withoutKustomizeAndKubectlItSaysSo() {
    var tree = MemoryTree.of("p/kustomization.yaml", "resources: []\n");
    var nothing = new FakePrograms(Map.of("kustomize", Path.of(""), "kubectl", Path.of("")));
    assertThat(problems(kustomize(tree, "p", nothing, Cache.none())))
        .containsExactly(
            "kustomize is not installed. p cannot be rendered without it. Install it: "
                + Installing.KUSTOMIZE.line(nothing));
  }

  @Test
  void folderWithoutKustomizationIsAProblem() {
    assertThat(problems(kustomize(MemoryTree.of("p/a.yaml", configMap("a")), "p")))
        .singleElement()
        .asString()
        .startsWith("p holds no kustomization.yaml");
  }

  @Test
  void unreadableKustomizationNamesFileAndLine() {
    var tree = MemoryTree.of("p/kustomization.yaml", "resources: [\n");
    assertThat(problems(kustomize(tree, "p")).getFirst()).contains("p/kustomization.yaml:");
  }

  @Test
  void outputIsKeptUntilAnInputChangesButOnlyInMemoryWithASecret() {
    var kept = new HashMap<String, byte[]>();
    var cache =
        new Cache() {
          @Override
          public Optional<byte[]> get(String key) {
            return Optional.ofNullable(kept.get(key));
          }

          @Override
          public void put(String key, byte[] bytes) {
            kept.put(key, bytes);
          }
        };
    var programs = new FakePrograms(Map.of());
    var rendering = Rendering.create(programs, cache);
    var environment = Rendered.environment("p", Environment.Renderer.KUSTOMIZE);
    var tree =
        MemoryTree.of("p/kustomization.yaml", "resources: [a.yaml]\n", "p/a.yaml", configMap("a"));
    var first = rendering.render(tree, environment, Cancel.never());
    assertThat(rendering.render(tree, environment, Cancel.never())).isEqualTo(first);
    assertThat(programs.ran).hasSize(1);
    tree.file("p/a.yaml", configMap("b"));
    assertThat(objects(rendering.render(tree, environment, Cancel.never())))
        .containsExactly("ConfigMap b (p/kustomization.yaml)");
    assertThat(programs.ran).hasSize(2);
    assertThat(kept).hasSize(2);

    tree.file("p/kustomization.yaml", "secretGenerator: [{name: s, literals: [p=hunter2]}]\n");
    var secret = rendering.render(tree, environment, Cancel.never());
    assertThat(secret.manifests().getFirst().body().at("data", "p"))
        .containsInstanceOf(Tree.Hidden.class);
    assertThat(kept).hasSize(2);
    assertThat(rendering.render(tree, environment, Cancel.never())).isEqualTo(secret);
    assertThat(programs.ran).hasSize(3);
    assertThat(kept.values()).noneMatch(b -> new String(b, UTF_8).contains("aHVudGVyMg"));
  }

  @Test
  void wordsThatKubectlReadsOtherwiseAreNamed() {
    var tree =
        MemoryTree.of(
            "p/kustomization.yaml",
            "resources: [a.yaml]\n",
            "p/a.yaml",
            "apiVersion: a/v1\nkind: A\nmetadata: {name: a}\n"
                + "spec:\n  on: \"yes\"\n  enabled: yes\n  flow: {a: off, b: true}\n"
                + "  list:\n  - y # why\n  d: 2024-01-02\n  s: \"2024-01-02\"\n"
                + "  text: |\n    on\n");
    var set = kustomize(tree, "p");
    assertThat(problems(set)).isEmpty();
    assertThat(set.warnings().stream().map(w -> w.origin().toString()))
        .containsExactly("p/a.yaml:6", "p/a.yaml:7", "p/a.yaml:9", "p/a.yaml:10");
    assertThat(warnings(set).getFirst())
        .isEqualTo(
            "p/a.yaml:6 kustomize reads .spec.enabled otherwise than kubectl, for which it is true."
                + " Quote it, or write true or false.");
    assertThat(set.manifests().getFirst().body().text("spec", "enabled")).contains("yes");
  }

  @Test
  void cancelStopsIt() {
    var cancel = new Cancel();
    cancel.cancel();
    var rendering = Rendering.create(Programs.system(), Cache.none());
    var environment = Rendered.environment("p", Environment.Renderer.KUSTOMIZE);
    var tree = MemoryTree.of("p/kustomization.yaml", "resources: []\n");
    assertThatThrownBy(() -> rendering.render(tree, environment, cancel))
        .isInstanceOf(ProblemException.class);
  }

  private static Tree body(ManifestSet set, String name) {
    return set.manifests().stream()
        .filter(m -> m.ref().name().equals(name))
        .findFirst()
        .orElseThrow()
        .body();
  }
}
