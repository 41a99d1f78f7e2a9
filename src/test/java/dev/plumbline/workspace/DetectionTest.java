package dev.plumbline.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.Environment;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What is an environment when nobody says so.
class DetectionTest {

  private static final String K = "/kustomization.yaml";
  private static final String OBJECT = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n";

  static Stream<Arguments> trees() {
    return Stream.of(
        row(
            "overlays are app and stage",
            List.of(
                "apps/shop/base" + K, "apps/shop/overlays/prod" + K, "apps/shop/overlays/dev" + K),
            "shop/dev apps/shop/overlays/dev kustomize",
            "shop/prod apps/shop/overlays/prod kustomize"),
        row(
            "overlays at the root have no app",
            List.of("base" + K, "overlays/prod" + K),
            "prod overlays/prod kustomize"),
        row(
            "overlays in groups",
            List.of("shop/overlays/eu/prod" + K, "shop/overlays/us/prod" + K),
            "shop/eu/prod shop/overlays/eu/prod kustomize",
            "shop/us/prod shop/overlays/us/prod kustomize"),
        row(
            "only the topmost kustomization of an overlay",
            List.of("shop/overlays/prod" + K, "shop/overlays/prod/extra" + K),
            "shop/prod shop/overlays/prod kustomize"),
        row(
            "other names of the file",
            List.of("a/overlays/x/kustomization.yml", "b/overlays/x/Kustomization"),
            "a/x a/overlays/x kustomize",
            "b/x b/overlays/x kustomize"),
        row(
            "clashing names grow on all sides",
            List.of(
                "eu/shop/overlays/prod" + K,
                "us/shop/overlays/prod" + K,
                "us/bar/overlays/prod" + K),
            "bar/prod us/bar/overlays/prod kustomize",
            "eu/shop/prod eu/shop/overlays/prod kustomize",
            "us/shop/prod us/shop/overlays/prod kustomize"),
        row(
            "envs, environments, clusters",
            List.of(
                "envs/prod" + K,
                "environments/dev/a.yaml",
                "clusters/eu/flux.yaml",
                "clusters/eu/flux-system" + K),
            "dev environments/dev plain",
            "eu clusters/eu plain",
            "prod envs/prod kustomize"),
        row(
            "envs below an app",
            List.of("apps/shop/envs/prod/a.yaml", "apps/bar/envs/prod/a.yaml"),
            "bar/prod apps/bar/envs/prod plain",
            "shop/prod apps/shop/envs/prod plain"),
        row(
            "apps below a stage",
            List.of("envs/prod/shop" + K, "envs/prod/bar" + K, "envs/dev/shop" + K),
            "bar/prod envs/prod/bar kustomize",
            "shop/dev envs/dev/shop kustomize",
            "shop/prod envs/prod/shop kustomize"),
        row(
            "manifests deep below a stage",
            List.of("envs/prod/shop/v1/a.yaml", "envs/empty/README.md"),
            "prod envs/prod plain"),
        row(
            "a folder at the root with a kustomization beside overlays",
            List.of("apps/shop/overlays/prod" + K, "platform" + K, "docs/a.yaml", "apps/x.yaml"),
            "platform platform kustomize",
            "shop/prod apps/shop/overlays/prod kustomize"),
        row(
            "a kustomization at the root is all there is",
            List.of("kustomization.yaml", "manifests/a.yaml", "scripts/a.yaml"),
            "default  kustomize"),
        row("manifests at the root", List.of("a.yaml", "more/b.yaml"), "default  plain"),
        row(
            "plain folders",
            List.of(
                "shop/a.yaml",
                "bar/deep/a.yml",
                "docs/a.yaml",
                "tests/a.yaml",
                "src/Main.java",
                "README.md"),
            "bar bar plain",
            "shop shop plain"),
        row(
            "kustomizations further down",
            List.of(
                "kubernetes/apps/dns" + K,
                "kubernetes/apps/web" + K,
                "kubernetes/apps/web/app" + K,
                "kubernetes/flux/a.yaml"),
            "dns kubernetes/apps/dns kustomize",
            "web kubernetes/apps/web kustomize"),
        row(
            "hidden, vendored and base folders are none, nor what is in a chart",
            List.of(
                ".github/overlays/prod" + K,
                "node_modules/x/a.yaml",
                "vendor/envs/prod/a.yaml",
                "base/a.yaml",
                "bases/b/a.yaml",
                "charts/shop/Chart.yaml",
                "charts/shop/envs/prod/a.yaml",
                "app/overlays/base" + K)),
        row(
            "a chart with values for stages",
            List.of(
                "apps/shop/Chart.yaml",
                "apps/shop/values.yaml",
                "apps/shop/values-common.yaml",
                "apps/shop/values-prod.yaml",
                "apps/shop/values.staging.yml",
                "apps/shop/templates/a.yaml",
                "apps/shop/charts/cache/Chart.yaml",
                "apps/shop/charts/cache/values-prod.yaml"),
            "shop/prod apps/shop helm [values-prod.yaml]",
            "shop/staging apps/shop helm [values.staging.yml]"),
        row(
            "charts of stages",
            List.of(
                "envs/prod/shop/Chart.yaml",
                "envs/prod/shop/templates/a.yaml",
                "envs/prod/web" + K,
                "envs/dev/Chart.yaml"),
            "dev envs/dev helm []",
            "shop/prod envs/prod/shop helm []",
            "web/prod envs/prod/web kustomize"),
        row("one chart", List.of("Chart.yaml", "templates/a.yaml"), "default  helm []"),
        row(
            "charts at the top",
            List.of("shop/Chart.yaml", "docs/Chart.yaml"),
            "shop shop helm []"),
        row(
            "words that a name cannot hold are replaced",
            List.of("my shop/overlays/größe 1" + K),
            "my-shop/gr--e-1 my shop/overlays/größe 1 kustomize"),
        row("nothing", List.of("README.md", "src/a.yaml.tmpl")));
  }

  private static Arguments row(String name, List<String> files, String... expected) {
    return Arguments.of(name, files, List.of(expected));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("trees")
  void detects(String name, List<String> files, List<String> expected) {
    var tree = MemoryTree.of();
    files.forEach(f -> tree.with(f, f.contains("ustomization") ? "resources: [a.yaml]\n" : OBJECT));
    var workspace = Workspaces.read(tree);
    assertThat(workspace.environments().stream().map(DetectionTest::show).toList())
        .isEqualTo(expected);
    assertThat(workspace.declared()).isFalse();
    assertThat(workspace.problems()).isEmpty();
    assertThat(workspace.environments())
        .allSatisfy(e -> {
          assertThat(e.cluster()).isEqualTo(e.stage());
          assertThat(e.driver()).isEqualTo("kubernetes");
          assertThat(e.declared()).isFalse();
          assertThat(e.name()).matches(DeclaredEnvironment.NAME);
        });
  }

  private static String show(Environment e) {
    var values = e.helm().map(h -> " " + h.values()).orElse("");
    return e.name() + " " + e.path() + " " + e.renderer().word() + values;
  }

  @Test
  void aComponentIsNoEnvironment() {
    var component = "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\n";
    var tree =
        MemoryTree.of(
            "parts/overlays/mtls" + K,
            component,
            "parts/overlays/mtls/alerts" + K,
            "resources: []\n",
            "shop/overlays/prod" + K,
            "resources: []\n");
    assertThat(Workspaces.read(tree).environments())
        .extracting(Environment::name)
        .containsExactly("shop/prod");
  }

  @Test
  void whatHasNoKindOrIsForAToolIsNoManifest() {
    var tree =
        MemoryTree.of(
            "values/a.yaml", "replicas: 3\n",
            "spec/a.yaml", "spec:\n    apiVersion: v1\n    kind: x\n",
            "kind/a.yaml", "kind: Cluster\napiVersion: kind.x-k8s.io/v1alpha4\n",
            "json/a.json", "{\n  \"apiVersion\": \"v1\",\n  \"kind\": \"Secret\"\n}\n",
            "late/a.yaml", "# comment\n---\nx: 1\n---\nkind: Secret\napiVersion: v1\n");
    assertThat(Workspaces.read(tree).environments())
        .extracting(Environment::name)
        .containsExactly("json", "late");
  }

  @Test
  void aLargeRepositoryIsNotReadThrough() {
    var tree = MemoryTree.of();
    for (int folder = 0; folder < 50; folder++) {
      for (int file = 0; file < 100; file++) {
        tree.with("f" + folder + "/" + file + ".yaml", "values: 1\n");
      }
    }
    assertThat(Workspaces.read(tree).environments()).isEmpty();
    assertThat(tree.filesRead()).isLessThanOrEqualTo(50 * Folders.PER_FOLDER);
  }

  @Test
  void aFolderOfEnvsWhoseFileIsNotYamlIsShownAllTheSame() {
    var tree =
        MemoryTree.of("envs/prod/web.yaml", "a: [", "envs/other/values.yaml", "replicas: 2\n");
    assertThat(Workspaces.read(tree).environments())
        .extracting(e -> e.name() + " " + e.path())
        .containsExactly("prod envs/prod");
  }
}
