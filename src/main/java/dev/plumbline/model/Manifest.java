package dev.plumbline.model;

/// One desired object: who it is, what Git wants of it (raw), where the document starts, and where
/// each value stands. The values of a Secret are hidden.
public record Manifest(ResourceRef ref, Tree.Obj body, Origin origin, Origins origins) {

  public Manifest(ResourceRef ref, Tree.Obj body, Origin origin) {
    this(ref, body, origin, Origins.NONE);
  }

  @Override
  public String toString() {
    return ref + " (" + origin + ")";
  }
}
