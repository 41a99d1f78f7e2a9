package dev.plumbline.model;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// How an environment's Helm chart is rendered. Paths are relative to the environment's folder; one
/// that begins with `/` is relative to the root of the repository.
///
/// @param chart a folder with a `Chart.yaml`, or a chart archive (`shop-1.2.3.tgz`)
/// @param release the release's name; empty: made of the environment's app
/// @param values values files after the chart's own, a later one wins
/// @param skipCrds whether the chart's `crds` folder is left out
/// @param kubeVersion what `.Capabilities.KubeVersion` is; empty: what the helm program was built
///   for
/// @param apiVersions what `.Capabilities.APIVersions` has beside what is built in
public record Helm(
    String chart,
    Optional<String> release,
    List<String> values,
    boolean skipCrds,
    Optional<String> kubeVersion,
    List<String> apiVersions) {

  private static final int LONGEST_RELEASE = 53;

  /// The chart in the environment's folder, with its own values.
  public static final Helm OF_FOLDER = of(List.of());

  public Helm {
    values = List.copyOf(values);
    apiVersions = List.copyOf(apiVersions);
  }

  /// The chart in the environment's folder with these values files.
  public static Helm of(List<String> values) {
    return new Helm(".", Optional.empty(), values, false, Optional.empty(), List.of());
  }

  /// The release's name: as declared, else the environment's app as Helm accepts it (`shop` for
  /// `shop/prod`).
  public String releaseOf(Environment environment) {
    return release.orElseGet(() -> {
      var name = environment.app().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]+", "-");
      var cut = name.substring(0, Math.min(LONGEST_RELEASE, name.length()));
      return cut.replaceAll("^-+|-+$", "");
    });
  }
}
