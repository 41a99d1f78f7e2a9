package dev.plumbline.app;

/// Builds everything by constructors.
public final class Wiring {
  private Wiring() {}

  /// Runs the command line or the window.
  ///
  /// @return the exit code of the process
  public static int run(String[] args) {
    return args.length == 0 ? 0 : 64;
  }
}
