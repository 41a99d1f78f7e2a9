package dev.plumbline.render;

import dev.plumbline.model.Origin;
import dev.plumbline.model.Origins;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.yaml.Yaml;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// What `helm template` printed: of which template each document is, and which are hooks.
final class HelmOutput {

  private static final String SOURCE = "# Source: ";
  private static final String HOOK = "helm.sh/hook";

  private final List<String> lines;
  private final HelmInputs inputs;
  private boolean secretHook;

  HelmOutput(byte[] output, HelmInputs inputs) {
    this.lines = new String(output, StandardCharsets.UTF_8).lines().toList();
    this.inputs = inputs;
  }

  /// Helm runs hooks at certain moments and does not keep them: they are not part of what the
  /// environment should hold.
  void take(Yaml.Document document, Collected found) {
    var origin = origin(document.origin());
    var hook = document.body().text("metadata", "annotations", HOOK);
    if (hook.isPresent()) {
      var ref = ResourceRef.of(document.body());
      secretHook |= ref.kind().equals("Secret");
      found.warn(
          origin,
          ref + " is left out: it is a Helm hook (" + hook.get() + "), which is not run here.");
      return;
    }
    found.add(new Yaml.Document(document.body(), origin, Origins.NONE));
  }

  /// Whether a Secret was left out that is in the output all the same.
  boolean hasSecretHook() {
    return secretHook;
  }

  /// The template, without a line: helm says no more. The chart itself when its template is in an
  /// archive.
  private Origin origin(Origin printed) {
    for (int at = Math.min(printed.line(), lines.size()) - 1; at >= 0; at--) {
      if (lines.get(at).startsWith(SOURCE)) {
        return Origin.file(
            template(lines.get(at).substring(SOURCE.length())).orElse(inputs.chartFile()));
      }
    }
    return Origin.file(inputs.chartFile());
  }

  /// Helm begins with the name of the chart, where the repository has its folder.
  private Optional<String> template(String source) {
    int slash = source.indexOf('/');
    return slash < 0
        ? Optional.empty()
        : Place.join(inputs.chart(), source.substring(slash + 1))
            .filter(path -> inputs.files().containsKey(path));
  }
}
