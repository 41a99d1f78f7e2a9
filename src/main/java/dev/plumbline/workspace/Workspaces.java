package dev.plumbline.workspace;

import dev.plumbline.model.FileTree;

/// Finds the environments of a repository: declared in `plumbline.yaml` at its root, else detected.
public final class Workspaces {

  /// The file at the root of a repository that declares its environments.
  public static final String FILE = "plumbline.yaml";

  private Workspaces() {}

  /// Reads the environments at a revision. Where there is a `plumbline.yaml`, only what it says
  /// counts: a broken one gives problems, and nothing is guessed behind its back.
  ///
  /// Without it, environments are detected (in this order, see [Detection]): Kustomize overlays;
  /// folders below `envs`, `environments`, `clusters`; folders at the root that have a
  /// kustomization; and when there is none of these, the root itself as `default`, or plain folders
  /// of manifests.
  ///
  /// Throws [dev.plumbline.model.ProblemException] only when the tree itself cannot be read.
  public static Workspace read(FileTree tree) {
    return Declaration.read(tree).orElseGet(() -> Detection.detect(tree));
  }

  /// The environments for rendering at a revision other than the tip: path and renderer as they
  /// were at the revision; branch, driver, cluster, namespace, review and promotion as they are at
  /// the tip, so that an older revision never brings back an older policy (ARCHITECTURE.md, "Git,
  /// never surprising anyone").
  ///
  /// An environment of the tip that the revision's `plumbline.yaml` does not declare is a problem;
  /// where one of the two is only detected, the tip's own path is used, with a remark.
  public static Workspace merge(Workspace atTip, Workspace atRevision) {
    return new TwoRevisions(atTip, atRevision).merge();
  }
}
