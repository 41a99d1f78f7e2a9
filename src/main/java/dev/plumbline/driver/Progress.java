package dev.plumbline.driver;

/// Hears how far slow work is. Must return at once; called from any thread.
@FunctionalInterface
public interface Progress {

  /// Says where the work stands.
  ///
  /// @param doing what is being done, in words; counts of 0 of 0 when it cannot be counted
  void at(String doing, int done, int total);

  /// Nobody listens.
  static Progress none() {
    return (doing, done, total) -> {};
  }
}
