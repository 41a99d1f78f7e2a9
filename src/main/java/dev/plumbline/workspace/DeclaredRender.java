package dev.plumbline.workspace;

import dev.plumbline.model.Environment.Renderer;
import dev.plumbline.model.FileTree;
import dev.plumbline.model.Helm;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What `render` of an environment says: a word, or `{helm: {…}}`.
record DeclaredRender(Renderer renderer, Optional<Helm> helm) {

  private static final String RENDER = "render";
  private static final List<String> RENDERERS = List.of("plain", "kustomize", "helm");

  /// Helm's own rule, which is that of a DNS name.
  private static final Pattern RELEASE =
      Pattern.compile(
          "(?=.{1,53}$)[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");

  private static final Pattern VERSION = Pattern.compile("v?\\d+\\.\\d+(\\.\\d+)?([-+].*)?");

  /// A path in the repository: `charts/shop`, `../values.yaml`, `/charts/shop-1.2.3.tgz`. No URL,
  /// and nothing that the command line of helm would split.
  private static final Pattern FILE = Pattern.compile("(?!.*://)[^-,\"\\s][^,\"]*");

  static Optional<DeclaredRender> read(Fields fields, Findings findings) {
    if (!fields.isMapping(RENDER)) {
      return fields
          .word(RENDER, RENDERERS)
          .map(word -> of(Renderer.valueOf(word.toUpperCase(Locale.ROOT)), Helm.OF_FOLDER));
    }
    var render = fields.mapping(RENDER).orElseThrow();
    render.required("helm");
    var helm = render.mapping("helm").map(h -> helm(h, findings));
    render.end();
    return helm.map(h -> of(Renderer.HELM, h));
  }

  private static DeclaredRender of(Renderer renderer, Helm helm) {
    return new DeclaredRender(
        renderer, renderer == Renderer.HELM ? Optional.of(helm) : Optional.empty());
  }

  /// As the files in the folder say.
  static DeclaredRender detected(FileTree tree, String folder) {
    return of(Kustomization.renderer(tree, folder), Helm.OF_FOLDER);
  }

  private static Helm helm(Fields fields, Findings findings) {
    var chart = fields.matching("chart", FILE, "a folder or a .tgz file of this repository");
    var release = fields.matching("release", RELEASE, "a name of at most 53 of a-z, 0-9, - and .");
    var values = fields.texts("values");
    values.stream()
        .filter(v -> !FILE.matcher(v).matches())
        .forEach(v ->
            findings.problem(
                fields.at("values"),
                "values names \"" + v + "\"; it must be a file of this repository",
                ""));
    var skipCrds = fields.flag("skipCrds");
    var kubeVersion = fields.matching("kubeVersion", VERSION, "a version, as 1.31");
    var apiVersions = fields.texts("apiVersions");
    fields.end();
    return new Helm(chart.orElse("."), release, values, skipCrds, kubeVersion, apiVersions);
  }
}
