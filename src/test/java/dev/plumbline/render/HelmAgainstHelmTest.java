package dev.plumbline.render;

import static dev.plumbline.render.Rendered.configMap;
import static dev.plumbline.render.Rendered.problems;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.FileTree;
import dev.plumbline.model.Helm;
import dev.plumbline.model.Manifest;
import dev.plumbline.model.Tree;
import dev.plumbline.testing.MemoryTree;
import dev.plumbline.yaml.Yaml;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What we render is what `helm template` prints for the same files in a folder of its own.
class HelmAgainstHelmTest {

  private static final String CHART = HelmTest.CHART;

  /// Everything that Helm tells a template.
  private static final String TOLD =
      """
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: {{ .Release.Name }}-told
        namespace: {{ .Release.Namespace }}
        labels: {{- include "labels" . | nindent 4 }}
      data:
        service: {{ .Release.Service | quote }}
        install: {{ .Release.IsInstall | quote }}
        revision: {{ .Release.Revision | quote }}
        kube: {{ .Capabilities.KubeVersion.Version | quote }}
        monitors: {{ .Capabilities.APIVersions.Has "monitoring.coreos.com/v1" | quote }}
        lookup: {{ lookup "v1" "Secret" "default" "x" | toJson | quote }}
        values: {{ .Values | toJson | quote }}
        file: {{ .Files.Get "files/a.txt" | quote }}
        glob: {{ range $path, $_ := .Files.Glob "files/**" }}{{ $path }} {{ end }}
      """;

  private static final String HELPERS =
      "{{- define \"labels\" -}}\napp.kubernetes.io/name: {{ .Chart.Name }}\n{{- end -}}\n";

  @TempDir Path temp;

  @BeforeEach
  void helmIsThere() {
    HelmProgram.isThere();
  }

  static Stream<Arguments> charts() {
    return Stream.of(
        row("what a template is told", told("shop"), "shop", HelmTest.helm("."), List.of()),
        row(
            "values in order",
            told("shop").file("shop/a.yaml", "x: 1\ny: 1\n").file("shop/b.yaml", "y: 2\nz: [1]\n"),
            "shop",
            HelmTest.helm(".", "a.yaml", "b.yaml"),
            List.of("--values", "shop/a.yaml", "--values", "shop/b.yaml")),
        row(
            "a chart elsewhere",
            told("charts/shop").file("envs/prod/values.yaml", "x: prod\n"),
            "envs/prod",
            HelmTest.helm("../../charts/shop", "values.yaml"),
            List.of("--values", "envs/prod/values.yaml")),
        row(
            "from the root of the repository",
            told("charts/shop")
                .file("envs/prod/values.yaml", "x: prod\n")
                .file("all.yaml", "y: 1\n"),
            "envs/prod",
            HelmTest.helm("/charts/shop", "/all.yaml", "values.yaml"),
            List.of("--values", "all.yaml", "--values", "envs/prod/values.yaml")),
        row(
            "a chart at the root, a Kubernetes version and APIs",
            told(""),
            "",
            new Helm(
                ".",
                Optional.of("mine"),
                List.of(),
                false,
                Optional.of("1.29.3"),
                List.of("monitoring.coreos.com/v1")),
            List.of("--kube-version", "1.29.3", "--api-versions", "monitoring.coreos.com/v1")),
        row("definitions", crds(), "shop", HelmTest.helm("."), List.of()),
        row(
            "definitions left out",
            crds(),
            "shop",
            new Helm(".", Optional.empty(), List.of(), true, Optional.empty(), List.of()),
            List.of()),
        row(
            "charts in the chart, with an alias, a condition and values from above",
            told("shop")
                .file(
                    "shop/Chart.yaml",
                    CHART
                        + "dependencies:\n- {name: cache, version: 1.0.0, alias: fast}\n"
                        + "- {name: cache, version: 1.0.0, alias: slow, condition: slow.enabled}\n")
                .file("shop/charts/cache/Chart.yaml", CHART.replace("shop", "cache"))
                .file("shop/charts/cache/values.yaml", "size: 1\n")
                .file(
                    "shop/charts/cache/templates/c.yaml",
                    configMap("{{ .Release.Name }}-{{ .Chart.Name }}-{{ .Values.size }}"))
                .file(
                    "shop/values.yaml",
                    "fast: {size: 2}\nslow: {enabled: false}\nglobal: {x: 1}\n"),
            "shop",
            HelmTest.helm("."),
            List.of()),
        row(
            "files that are ignored, and links",
            told("shop")
                .file("shop/.helmignore", "files/b.txt\n*.bak\n")
                .file("shop/files/b.txt", "b")
                .file("shop/templates/x.bak", "no: {{ template")
                .file("shared/common.yaml", configMap("common"))
                .file("shared/more/m.yaml", configMap("more"))
                .link("shop/templates/common.yaml", "../../shared/common.yaml")
                .link("shop/templates/more", "../../shared/more"),
            "shop",
            HelmTest.helm("."),
            List.of()),
        row(
            "an old chart",
            MemoryTree.of(
                "shop/Chart.yaml", CHART.replace("v2", "v1"),
                "shop/requirements.yaml", "dependencies: [{name: cache, version: 1.0.0}]\n",
                "shop/charts/cache/Chart.yaml", CHART.replace("shop", "cache").replace("v2", "v1"),
                "shop/charts/cache/templates/c.yaml", configMap("c"),
                "shop/templates/NOTES.txt", "{{ .Release.Name }} is there\n"),
            "shop",
            HelmTest.helm("."),
            List.of()),
        row(
            "documents with comments, lists, and a text that looks like helm's",
            MemoryTree.of(
                "shop/Chart.yaml",
                CHART,
                "shop/templates/a.yaml",
                "# Source: nowhere\n# a comment\n"
                    + configMap("a")
                    + "---\n# nothing\n---\n"
                    + "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: b}\ndata:\n  x: |\n"
                    + "    # Source: elsewhere/templates/x.yaml\n    ---x\n"),
            "shop",
            HelmTest.helm("."),
            List.of()));
  }

  private static MemoryTree crds() {
    var crd =
        "apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\n"
            + "metadata: {name: xs.example.org}\n";
    return told("shop").file("shop/crds/x.yaml", crd);
  }

  private static MemoryTree told(String chart) {
    var at = chart.isEmpty() ? "" : chart + "/";
    return MemoryTree.of(
        at + "Chart.yaml", CHART,
        at + "values.yaml", "x: 0\nnested: {a: 1}\n",
        at + "templates/_helpers.tpl", HELPERS,
        at + "templates/told.yaml", TOLD,
        at + "files/a.txt", "a\n");
  }

  private static Arguments row(
      String name, MemoryTree tree, String path, Helm helm, List<String> told) {
    return Arguments.of(name, tree, path, helm, told);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("charts")
  void rendersTheSame(String name, FileTree tree, String path, Helm helm, List<String> told)
      throws Exception {
    var ours = HelmTest.render(tree, path, helm);
    assertThat(problems(ours)).isEmpty();
    write(tree);
    var chart =
        Place.join(helm.chart().startsWith("/") ? "" : path, helm.chart().replaceFirst("^/", ""));
    var argv = new ArrayList<>(List.of("template", helm.release().orElse("shop")));
    argv.add("./" + chart.orElseThrow());
    argv.addAll(List.of("--namespace", "shop-prod"));
    argv.add(helm.skipCrds() ? "--skip-crds" : "--include-crds");
    argv.addAll(told);
    assertSame(ours.manifests(), helm(argv));
  }

  @Test
  void anArchive() throws Exception {
    write(told("shop"));
    helm(List.of("package", "shop"));
    var archive = Files.readAllBytes(temp.resolve("shop-1.0.0.tgz"));
    var tree = MemoryTree.of("prod.yaml", "x: 5\n").file("vendor/shop-1.0.0.tgz", archive);
    var ours = HelmTest.render(tree, "", HelmTest.helm("vendor/shop-1.0.0.tgz", "prod.yaml"));
    assertThat(problems(ours)).isEmpty();
    write(tree);
    assertSame(
        ours.manifests(),
        helm(
            List.of(
                "template",
                "shop",
                "shop-1.0.0.tgz",
                "--namespace",
                "shop-prod",
                "--values",
                "prod.yaml")));
    assertThat(Rendered.objects(ours))
        .containsExactly("ConfigMap shop-prod/shop-told (vendor/shop-1.0.0.tgz)");
  }

  private static void assertSame(List<Manifest> ours, String printed) {
    var theirs =
        Yaml.read(printed.getBytes(StandardCharsets.UTF_8), "helm").documents().stream()
            .map(Yaml.Document::body)
            .toList();
    assertThat(ours.stream().map(m -> (Tree) m.body()).toList()).isEqualTo(theirs).isNotEmpty();
  }

  private void write(FileTree tree) throws IOException {
    for (var entry : tree.under("")) {
      var file = temp.resolve(entry.path());
      Files.createDirectories(file.getParent());
      if (entry.kind() == FileTree.Kind.LINK) {
        Files.createSymbolicLink(
            file, Path.of(new String(tree.bytes(entry), StandardCharsets.UTF_8)));
      } else {
        Files.write(file, tree.bytes(entry));
      }
    }
  }

  private String helm(List<String> arguments) throws IOException, InterruptedException {
    var argv = new ArrayList<>(arguments);
    argv.addFirst(HelmProgram.path().toString());
    var process =
        new ProcessBuilder(argv).directory(temp.toFile()).redirectErrorStream(false).start();
    var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    var err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(err).isZero();
    return out;
  }
}
