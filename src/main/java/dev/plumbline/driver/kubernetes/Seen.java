package dev.plumbline.driver.kubernetes;

import dev.plumbline.drift.Fingerprint;
import dev.plumbline.model.Tree;

/// A live object: what recalls a verdict on it is at hand, the whole is made when it is asked for.
interface Seen {

  String uid();

  String namespace();

  /// [Fingerprint#of].
  String fingerprint();

  /// The object, values of Secrets hidden.
  Tree.Obj tree();

  /// An object as the server answered it.
  static Seen of(Tree.Obj object, byte[] key) {
    record Whole(String uid, String namespace, String fingerprint, Tree.Obj tree) implements Seen {}
    return new Whole(
        object.text("metadata", "uid").orElse(""),
        object.text("metadata", "namespace").orElse(""),
        Fingerprint.of(object, key),
        object);
  }
}
