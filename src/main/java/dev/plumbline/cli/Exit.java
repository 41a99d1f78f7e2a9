package dev.plumbline.cli;

/// Exit codes. `drift`: 0 in sync, 1 drift, 2 anything unknown. The others: 0 done, 2 failed,
/// partial or cancelled, 3 refused. Bad usage is 64. An exception is never 1.
final class Exit {

  static final int DONE = 0;
  static final int DRIFT = 1;
  static final int FAILED = 2;
  static final int REFUSED = 3;
  static final int USAGE = 64;

  private Exit() {}
}
