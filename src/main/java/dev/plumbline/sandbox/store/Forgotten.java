package dev.plumbline.sandbox.store;

/// The moment asked for is older than what the log still knows.
public final class Forgotten extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final long asked;
  private final long oldest;

  Forgotten(long asked, long oldest) {
    super("too old resource version: " + asked + " (" + oldest + ")");
    this.asked = asked;
    this.oldest = oldest;
  }

  public long asked() {
    return asked;
  }

  public long oldest() {
    return oldest;
  }
}
