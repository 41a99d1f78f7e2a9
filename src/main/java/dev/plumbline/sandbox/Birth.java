package dev.plumbline.sandbox;

import dev.plumbline.model.Tree;
import dev.plumbline.sandbox.api.Hands;
import java.util.List;

/// What is there before anybody asks: the namespaces that every cluster has.
final class Birth {

  private Birth() {}

  static void of(Hands hands) {
    var namespaces = hands.kind("", "Namespace").orElseThrow();
    for (var name : List.of("kube-system", "default", "kube-public", "kube-node-lease")) {
      hands.create(
          namespaces, "", Tree.obj("metadata", Tree.obj("name", Tree.str(name))), "kube-apiserver");
    }
  }
}
