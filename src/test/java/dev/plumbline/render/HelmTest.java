package dev.plumbline.render;

import static dev.plumbline.render.Rendered.configMap;
import static dev.plumbline.render.Rendered.objects;
import static dev.plumbline.render.Rendered.problems;
import static dev.plumbline.render.Rendered.warnings;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.Cancel;
import dev.plumbline.model.Environment;
import dev.plumbline.model.FileTree;
import dev.plumbline.model.Helm;
import dev.plumbline.model.ManifestSet;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Tree;
import dev.plumbline.store.Cache;
import dev.plumbline.testing.MemoryTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// With the real helm: what it leaves out, what it is not given, and how that is said.
/// [HelmAgainstHelmTest] compares what comes out with helm itself.
class HelmTest {

  static final String CHART = "apiVersion: v2\nname: shop\nversion: 1.0.0\n";

  @TempDir Path temp;

  @BeforeEach
  void helmIsThere() {
    HelmProgram.isThere();
  }

  @Test
  void objectsNameTheirTemplates() {
    var set =
        render(
            MemoryTree.of(
                "apps/shop/Chart.yaml", CHART,
                "apps/shop/templates/two.yaml", configMap("a") + "---\n" + configMap("b"),
                "apps/shop/crds/x.yaml", configMap("crd"),
                "apps/shop/charts/cache/Chart.yaml", CHART.replace("shop", "cache"),
                "apps/shop/charts/cache/templates/c.yaml", configMap("c")),
            "apps/shop",
            Helm.OF_FOLDER);
    assertThat(problems(set)).isEmpty();
    assertThat(objects(set))
        .containsExactlyInAnyOrder(
            "ConfigMap a (apps/shop/templates/two.yaml)",
            "ConfigMap b (apps/shop/templates/two.yaml)",
            "ConfigMap c (apps/shop/charts/cache/templates/c.yaml)",
            "ConfigMap crd (apps/shop/crds/x.yaml)");
    assertThat(set.pathsRead()).hasSize(5);
  }

  @Test
  void hooksAreLeftOutAndNamedAndTestsAreNot() {
    var set =
        render(
            MemoryTree.of(
                "Chart.yaml",
                CHART,
                "templates/a.yaml",
                configMap("a"),
                "templates/hook.yaml",
                hook("Job", "migrate", "pre-install,pre-upgrade"),
                "templates/tests/t.yaml",
                hook("Pod", "t", "test")),
            "",
            Helm.OF_FOLDER);
    assertThat(objects(set)).containsExactly("ConfigMap a (templates/a.yaml)");
    assertThat(warnings(set))
        .containsExactly(
            "templates/hook.yaml Job migrate is left out: it is a Helm hook"
                + " (pre-install,pre-upgrade), which is not run here.");
  }

  private static String hook(String kind, String name, String when) {
    return "apiVersion: v1\nkind: %s\nmetadata: {name: %s, annotations: {helm.sh/hook: \"%s\"}}\n"
        .formatted(kind, name, when);
  }

  @Test
  void aDependencyThatIsNotVendoredIsNamed() {
    var needs =
        CHART + "dependencies: [{name: redis, version: 1.x, repository: 'oci://r.invalid/c'}]\n";
    var set = render(MemoryTree.of("shop/Chart.yaml", needs), "shop", Helm.OF_FOLDER);
    assertThat(problems(set))
        .containsExactly(
            "The chart needs redis, which is not in its charts folder (shop/Chart.yaml)."
                + " Run helm dependency build shop, and commit its charts folder");
  }

  @Test
  void whatLeavesTheRepositoryIsRefused() {
    var tree =
        MemoryTree.of("a/Chart.yaml", CHART, "a/x", "")
            .link("a/out", "../../etc/passwd")
            .link("b/values.yaml", "/etc/passwd")
            .submodule("c/charts/sub");
    tree.file("c/Chart.yaml", CHART);
    assertThat(problems(render(tree, "a", Helm.OF_FOLDER)))
        .containsExactly("a/out leaves the repository (shop/prod). Copy it into the repository");
    assertThat(problems(render(tree, "b", helm("../c", "values.yaml", "../../x"))))
        .contains(
            "values.yaml leaves the repository (shop/prod). Copy it into the repository",
            "../../x leaves the repository (shop/prod). Copy it into the repository")
        .anyMatch(p -> p.startsWith("c/charts/sub is a submodule"));
    assertThat(problems(render(tree, "a", helm("nowhere", "none.yaml"))))
        .satisfiesExactly(
            p -> assertThat(p).startsWith("There is no chart nowhere"),
            p -> assertThat(p).startsWith("There is no values file none.yaml"));
    assertThat(problems(render(tree, "b", helm("/b"))))
        .singleElement()
        .asString()
        .startsWith("b holds no Chart.yaml");
  }

  @Test
  void aTemplateThatFailsIsSaidInHelmsWordsWithTheRepositorysPaths() {
    var set =
        render(
            MemoryTree.of(
                "shop/Chart.yaml",
                CHART,
                "shop/templates/a.yaml",
                "a: {{ required \"port!\" .Values.port }}"),
            "shop",
            Helm.OF_FOLDER);
    assertThat(set.problems())
        .singleElement()
        .satisfies(p -> {
          assertThat(p.sentence()).isEqualTo("helm cannot render shop (shop/Chart.yaml)");
          assertThat(p.detail())
              .contains("shop/templates/a.yaml:1", "port!")
              .doesNotContain("/tmp/");
        });
  }

  @Test
  void valuesThatTheSchemaForbidsAreAProblem() {
    var tree =
        MemoryTree.of(
            "Chart.yaml", CHART,
            "values.schema.json", "{\"properties\": {\"port\": {\"type\": \"integer\"}}}",
            "prod.yaml", "port: high\n");
    var set = render(tree, "", helm(".", "prod.yaml"));
    assertThat(set.problems())
        .singleElement()
        .satisfies(p -> assertThat(p.detail()).contains("port"));
  }

  @Test
  void aChartThatMakesThingsUpIsNamedEachTimeAndNotKeptOnDisk() {
    var kept = new HashMap<String, byte[]>();
    var rendering = Rendering.create(HelmProgram.programs(), cache(kept));
    var tree =
        MemoryTree.of(
            "Chart.yaml",
            CHART,
            "templates/a.yaml",
            configMap("a") + "  x: {{ randAlphaNum 20 }}\n");
    tree.file(
        "templates/a.yaml",
        "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {x: {{ randAlphaNum 20 }}}\n");
    var environment = environment("", Helm.OF_FOLDER);
    var first = rendering.render(tree, environment, Cancel.never());
    assertThat(warnings(first)).singleElement().asString().contains("Chart.yaml", "each time");
    assertThat(rendering.render(tree, environment, Cancel.never())).isEqualTo(first);
    assertThat(kept).isEmpty();
  }

  @Test
  void outputIsKeptUntilAnythingItWasMadeOfChanges() {
    var kept = new HashMap<String, byte[]>();
    var programs = HelmProgram.programs();
    var rendering = Rendering.create(programs, cache(kept));
    var tree =
        MemoryTree.of(
            "Chart.yaml",
            CHART,
            "templates/a.yaml",
            configMap("a"),
            "v.yaml",
            "x: 1\n",
            "other",
            "");
    var environment = environment("", helm(".", "v.yaml"));
    var first = rendering.render(tree, environment, Cancel.never());
    assertThat(problems(first)).isEmpty();
    assertThat(rendering.render(tree, environment, Cancel.never())).isEqualTo(first);
    assertThat(programs.ran).as("once and once more to see whether it is the same").hasSize(2);
    tree.file("v.yaml", "x: 2\n");
    rendering.render(tree, environment, Cancel.never());
    assertThat(programs.ran).hasSize(4).noneMatch(Files::exists);
    rendering.render(tree, environment("", helm(".")), Cancel.never());
    assertThat(programs.ran).hasSize(6);
    assertThat(kept).hasSize(3);
    tree.file(
        "templates/a.yaml",
        "apiVersion: v1\nkind: Secret\nmetadata: {name: s}\nstringData: {p: hunter2}\n");
    var secret = rendering.render(tree, environment, Cancel.never());
    assertThat(secret.manifests().getFirst().body().at("stringData", "p"))
        .containsInstanceOf(Tree.Hidden.class);
    assertThat(kept).hasSize(3);
  }

  @Test
  void aPersonsOwnHelmIsNotAskedNorTheNetwork() throws IOException {
    var script =
        """
        #!/bin/sh
        printf 'apiVersion: v1\\nkind: ConfigMap\\nmetadata: {name: a}\\ndata:\\n'
        printf '  here: %s\\n' "$PWD"
        env | sed -nE 's/^(HELM_[A-Z_]*|https_proxy|HTTPS_PROXY|KUBECONFIG)=(.*)$/  \\1: \\2/p'
        """;
    var helm = Files.writeString(temp.resolve("helm"), script);
    Files.setPosixFilePermissions(helm, PosixFilePermissions.fromString("rwx------"));
    var set =
        Rendering.create(new FakePrograms(Map.of("helm", helm)), Cache.none())
            .render(
                MemoryTree.of("Chart.yaml", CHART),
                environment("", Helm.OF_FOLDER),
                Cancel.never());
    var data = set.manifests().getFirst().body().fields("data");
    var own = data.get("here").text().orElseThrow() + "/.plumbline-helm/";
    for (var name : List.of("CACHE_HOME", "CONFIG_HOME", "DATA_HOME", "PLUGINS")) {
      assertThat(data.get("HELM_" + name).text()).contains(own + name);
    }
    assertThat(data).hasSize(8);
    assertThat(data.get("HTTPS_PROXY").text()).contains("http://127.0.0.1:9");
    assertThat(data.get("KUBECONFIG").text()).contains("/dev/null");
  }

  @Test
  void withoutHelmItSaysSo() {
    var nothing = new FakePrograms(Map.of("helm", Path.of("")));
    var set =
        Rendering.create(nothing, Cache.none())
            .render(
                MemoryTree.of("p/Chart.yaml", CHART),
                environment("p", Helm.OF_FOLDER),
                Cancel.never());
    assertThat(problems(set))
        .containsExactly(
            "helm is not installed. p cannot be rendered without it. Install it: "
                + Installing.HELM.line(nothing));
    assertThat(set.problems())
        .singleElement()
        .isInstanceOfSatisfying(
            Problem.Missing.class, p -> assertThat(p.program()).isEqualTo("helm"));
  }

  private static Cache cache(Map<String, byte[]> kept) {
    return new Cache() {
      @Override
      public Optional<byte[]> get(String key) {
        return Optional.ofNullable(kept.get(key));
      }

      @Override
      public void put(String key, byte[] bytes) {
        kept.put(key, bytes);
      }
    };
  }

  static Helm helm(String chart, String... values) {
    return new Helm(chart, Optional.empty(), List.of(values), false, Optional.empty(), List.of());
  }

  static ManifestSet render(FileTree tree, String path, Helm helm) {
    return Rendering.create(HelmProgram.programs(), Cache.none())
        .render(tree, environment(path, helm), Cancel.never());
  }

  static Environment environment(String path, Helm helm) {
    return new Environment(
        "shop/prod",
        path,
        Optional.empty(),
        "kubernetes",
        Environment.Renderer.HELM,
        "prod",
        Optional.of("shop-prod"),
        false,
        Optional.empty(),
        true,
        Optional.of(helm));
  }
}
