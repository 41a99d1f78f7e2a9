package dev.plumbline.model;

import java.util.Optional;

/// One place where something runs, as declared in `plumbline.yaml` or as detected.
///
/// @param name `shop/prod` or `prod`: app and stage
/// @param path the folder in the repository (`""` is its root)
/// @param branch the declared branch, without `refs/heads/`; empty: the default branch
/// @param driver who drives it: `kubernetes`
/// @param renderer how it is rendered
/// @param cluster the name of a cluster; each person maps it to a kubeconfig context
/// @param namespace the namespace of objects that name none; empty: the context's, else `default`
/// @param reviewed whether only commits of the remote branch may be applied, without exception
/// @param declared true when `plumbline.yaml` says so, false when detected
/// @param helm how its chart is rendered; present only when the renderer is Helm
public record Environment(
    String name,
    String path,
    Optional<String> branch,
    String driver,
    Renderer renderer,
    String cluster,
    Optional<String> namespace,
    boolean reviewed,
    Optional<String> promotesFrom,
    boolean declared,
    Optional<Helm> helm) {

  /// An environment whose chart, if Helm renders it, is the one in its folder.
  public Environment(
      String name,
      String path,
      Optional<String> branch,
      String driver,
      Renderer renderer,
      String cluster,
      Optional<String> namespace,
      boolean reviewed,
      Optional<String> promotesFrom,
      boolean declared) {
    this(
        name,
        path,
        branch,
        driver,
        renderer,
        cluster,
        namespace,
        reviewed,
        promotesFrom,
        declared,
        renderer == Renderer.HELM ? Optional.of(Helm.OF_FOLDER) : Optional.empty());
  }

  /// How manifests are made.
  public enum Renderer {
    PLAIN,
    KUSTOMIZE,
    HELM;

    /// The word in `plumbline.yaml` and on the command line.
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /// What stands before the last `/` of the name: `shop` of `shop/prod`; the whole name when there
  /// is no slash.
  public String app() {
    int slash = name.lastIndexOf('/');
    return slash < 0 ? name : name.substring(0, slash);
  }

  /// What stands after the last `/` of the name: `prod` of `shop/prod`; the whole name when there
  /// is no slash.
  public String stage() {
    return name.substring(name.lastIndexOf('/') + 1);
  }
}
