package dev.plumbline.sandbox.controllers;

import dev.plumbline.model.Tree;
import dev.plumbline.sandbox.kinds.Kind;

/// A namespace gets its ServiceAccount and the ConfigMap with the cluster's certificate, and a
/// deleted one goes when nothing is left in it.
final class Namespaces {

  private static final String ABOUT =
      "Contains a CA bundle that can be used to verify the kube-apiserver when using internal"
          + " endpoints such as the internal service IP or kubernetes.default.svc. No other usage"
          + " is guaranteed across distributions of Kubernetes clusters.";

  private final Work work;
  private final String certificate;
  private final Kind namespaces;

  /// @param certificate in PEM
  Namespaces(Work work, String certificate) {
    this.work = work;
    this.certificate = certificate;
    this.namespaces = work.kind("", "Namespace");
  }

  void reconcile(String name) {
    var found = work.hands.get(namespaces, "", name);
    if (found.isEmpty()) {
      return;
    }
    if (Work.deleted(found.get())) {
      empty(name);
    } else {
      furnish(name);
    }
  }

  private void furnish(String name) {
    var accounts = work.kind("", "ServiceAccount");
    if (work.hands.get(accounts, name, "default").isEmpty()) {
      work.hands.create(
          accounts,
          name,
          Tree.obj("metadata", Tree.obj("name", Tree.str("default"))),
          Work.MANAGER);
    }
    var maps = work.kind("", "ConfigMap");
    if (work.hands.get(maps, name, "kube-root-ca.crt").isEmpty()) {
      var annotations = Tree.obj("kubernetes.io/description", Tree.str(ABOUT));
      work.hands.create(
          maps,
          name,
          Tree.obj(
              "metadata",
              Tree.obj("name", Tree.str("kube-root-ca.crt"), "annotations", annotations),
              "data",
              Tree.obj("ca.crt", Tree.str(certificate))),
          Work.MANAGER);
    }
  }

  private void empty(String name) {
    boolean left = false;
    for (var kind : work.hands.kinds()) {
      if (kind.namespaced()) {
        for (var entry : work.hands.list(kind, name)) {
          work.hands.delete(kind, name, entry.key().name(), entry.uid(), "Background");
        }
        left |= !work.hands.list(kind, name).isEmpty();
      }
    }
    if (!left) {
      work.hands.change(
          namespaces,
          "",
          name,
          "finalize",
          Work.MANAGER,
          live -> live.with("spec", Work.part(live, "spec").without("finalizers")));
    }
  }
}
