package dev.plumbline.render;

import static dev.plumbline.render.Rendered.configMap;
import static dev.plumbline.render.Rendered.objects;
import static dev.plumbline.render.Rendered.plain;
import static dev.plumbline.render.Rendered.problems;
import static dev.plumbline.render.Rendered.warnings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.model.Cancel;
import dev.plumbline.model.Environment;
import dev.plumbline.model.Origin;
import dev.plumbline.model.Path;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Tree;
import dev.plumbline.process.Programs;
import dev.plumbline.store.Cache;
import dev.plumbline.testing.MemoryTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainFilesTest {

  @Test
  void takesWhatKubectlTakesRecursivelyInPathOrder() {
    var tree =
        MemoryTree.of(
            "p/b.yml",
            configMap("b"),
            "p/a/c.json",
            "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"c\"}}",
            "p/z.yaml",
            "# comment only\n---\n" + configMap("z") + "---\n",
            "p/README.md",
            "no manifest",
            "p/upper.YAML",
            "kubectl does not take it",
            "other/d.yaml",
            configMap("d"));
    var set = plain(tree, "p");
    assertThat(objects(set))
        .containsExactly(
            "ConfigMap c (p/a/c.json:1)", "ConfigMap b (p/b.yml:1)", "ConfigMap z (p/z.yaml:3)");
    assertThat(set.pathsRead()).containsExactly("p/a/c.json", "p/b.yml", "p/z.yaml");
    assertThat(set.problems()).isEmpty();
  }

  @Test
  void rootIsAnEnvironmentAndPlumblineYamlIsNoManifest() {
    var tree = MemoryTree.of("plumbline.yaml", "environments: []\n", "a.yaml", configMap("a"));
    var set = plain(tree, "");
    assertThat(objects(set)).containsExactly("ConfigMap a (a.yaml:1)");
    assertThat(set.problems()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{kind: A, metadata: {name: x}} | A has no apiVersion",
        "{apiVersion: v1, metadata: {name: x}} | A document has no kind",
        "{apiVersion: v1, kind: A} | A has no metadata.name",
        "{apiVersion: v1, kind: A, metadata: {name: ''}} | A has no metadata.name",
        "{apiVersion: v1, kind: A, metadata: {name: 7}} | A has a name that is not a string",
        "{apiVersion: v1, kind: A, metadata: {name: x, namespace: 7}} | A has a namespace that is not a string",
        "{apiVersion: v1, kind: A, metadata: {generateName: x-}} | A has a generateName and no name",
        "{apiVersion: v1, kind: List, items: [7]} | An item of a list is not an object",
        "[1, 2] | ''",
        "text | ''",
        "{a: b | ''",
      })
  void whatIsNoObjectIsReportedNeverDropped(String text, String what) {
    var set = plain(MemoryTree.of("p/a.yaml", configMap("a") + "---\n" + text + "\n"), "p");
    assertThat(objects(set)).containsExactly("ConfigMap a (p/a.yaml:1)");
    assertThat(set.problems()).singleElement().isInstanceOf(Problem.Invalid.class);
    assertThat(problems(set).getFirst()).startsWith(what).contains("p/a.yaml:");
  }

  @Test
  void listsBecomeTheirItemsWithTheirOwnPlaces() {
    var tree =
        MemoryTree.of(
            "p/list.yaml",
            """
            apiVersion: v1
            kind: List
            items:
            - apiVersion: v1
              kind: ConfigMap
              metadata: {name: a}
              data:
                k: v
            - apiVersion: v1
              kind: List
              items:
              - {apiVersion: v1, kind: Secret, metadata: {name: s}, data: {p: cHc=}}
            ---
            apiVersion: v1
            kind: ConfigMapList
            items:
            - metadata: {name: b}
            ---
            apiVersion: acme.dev/v1
            kind: AllowList
            metadata: {name: mine}
            items: [{cidr: 10.0.0.0/8}]
            ---
            apiVersion: v1
            kind: List
            items: []
            """);
    var set = plain(tree, "p");
    assertThat(objects(set))
        .containsExactly(
            "ConfigMap a (p/list.yaml:4)",
            "Secret s (p/list.yaml:12)",
            "ConfigMap b (p/list.yaml:17)",
            "AllowList mine (p/list.yaml:19)");
    assertThat(set.problems()).isEmpty();
    var a = set.manifests().getFirst();
    assertThat(a.origins().at(Path.of("data", "k")).map(Origin::line)).contains(8);
    assertThat(set.manifests().get(2).ref().apiVersion()).isEqualTo("v1");
  }

  @Test
  void secretsAreHidden() {
    var tree =
        MemoryTree.of(
            "p/s.yaml",
            "apiVersion: v1\nkind: Secret\nmetadata: {name: s}\nstringData: {password: hunter2}\n");
    var set = plain(tree, "p");
    assertThat(set.manifests().getFirst().body().at("stringData", "password"))
        .containsInstanceOf(Tree.Hidden.class);
    assertThat(set.toString() + set.manifests().getFirst().body()).doesNotContain("hunter2");
  }

  @Test
  void ofTwoDeclarationsTheLastCountsAndTheFirstIsNamed() {
    var first = configMap("a");
    var set =
        plain(MemoryTree.of("p/1.yaml", first, "p/2.yaml", configMap("b") + "---\n" + first), "p");
    assertThat(objects(set))
        .containsExactly("ConfigMap b (p/2.yaml:1)", "ConfigMap a (p/2.yaml:7)");
    assertThat(warnings(set))
        .containsExactly(
            "p/1.yaml:1 ConfigMap a is declared again in p/2.yaml:7; that one counts.");
  }

  @Test
  void kustomizationsAndLocalConfigurationAreLeftOutWithAWord() {
    var tree =
        MemoryTree.of(
            "p/kustomization.yaml", "resources: [a.yaml]\n",
            "p/part.yaml", "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\n",
            "p/flux.yaml",
                "apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: {name: f}\n",
            "p/local.yaml",
                "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: l\n"
                    + "  annotations: {config.kubernetes.io/local-config: 'true'}\n");
    var set = plain(tree, "p");
    assertThat(objects(set)).containsExactly("Kustomization f (p/flux.yaml:1)");
    assertThat(warnings(set)).hasSize(3);
    assertThat(warnings(set).get(1)).contains("ConfigMap l is left out");
    assertThat(set.problems()).isEmpty();
  }

  /// DRIFT.md G04, G05: neither compared nor applied, and said.
  @ParameterizedTest
  @CsvSource({
    "argocd.argoproj.io/hook, PreSync, an Argo CD hook (PreSync)",
    "argocd.argoproj.io/hook, Skip, an Argo CD hook (Skip)",
    "helm.sh/hook, pre-install, a Helm hook (pre-install)"
  })
  void hooksAreLeftOutAndSaid(String key, String value, String words) {
    var tree =
        MemoryTree.of(
            "p/a.yaml",
            configMap("a"),
            "p/hook.yaml",
            configMap("h")
                .replace("name: h\n", "name: h\n  annotations: {" + key + ": " + value + "}\n"));
    var set = plain(tree, "p");
    assertThat(objects(set)).containsExactly("ConfigMap a (p/a.yaml:1)");
    assertThat(warnings(set))
        .singleElement()
        .satisfies(w -> assertThat(w).contains("ConfigMap h is left out").contains(words));
  }

  @Test
  void linksAreFollowedInsideTheRepositoryOnly() {
    var tree =
        MemoryTree.of("base/a.yaml", configMap("a"), "p/real.yaml", configMap("r"))
            .link("p/a.yaml", "../base/a.yaml")
            .link("p/away.yaml", "../../etc/passwd")
            .link("p/absolute.yaml", "/etc/passwd")
            .link("p/gone.yaml", "gone/away.yaml")
            .link("p/circle.yaml", "circle.yaml")
            .link("p/folder", "../base")
            .submodule("p/vendor");
    var set = plain(tree, "p");
    assertThat(objects(set))
        .containsExactly("ConfigMap a (base/a.yaml:1)", "ConfigMap r (p/real.yaml:1)");
    assertThat(set.pathsRead()).contains("p/a.yaml", "base/a.yaml");
    assertThat(set.problems())
        .extracting(Problem::where)
        .containsExactly(
            "p/absolute.yaml", "p/away.yaml", "p/circle.yaml", "p/gone.yaml", "p/vendor");
    assertThat(warnings(set)).singleElement().asString().contains("p/folder", "leads to base");
  }

  @ParameterizedTest
  @CsvSource({
    "gone, gone is not there",
    "empty, empty holds no manifests",
    "file.yaml, 'file.yaml is a file, not a folder'",
    "../up, ../up leaves the repository",
    "sub/x, 'sub/x is in a submodule, which is not read'",
  })
  void aFolderThatGivesNothingIsAProblem(String path, String what) {
    var tree = MemoryTree.of("empty/README.md", "", "file.yaml", configMap("f")).submodule("sub");
    var set = plain(tree, path);
    assertThat(set.manifests()).isEmpty();
    assertThat(set.problems()).singleElement().isInstanceOf(Problem.NotFound.class);
    assertThat(set.problems().getFirst().what()).isEqualTo(what);
  }

  @Test
  void cancelStops() {
    var cancel = new Cancel();
    cancel.cancel();
    var rendering = Rendering.create(Programs.system(), Cache.none());
    var environment = Rendered.environment("p", Environment.Renderer.PLAIN);
    var tree = MemoryTree.of("p/a.yaml", configMap("a"));
    assertThatThrownBy(() -> rendering.render(tree, environment, cancel))
        .isInstanceOf(ProblemException.class);
  }
}
