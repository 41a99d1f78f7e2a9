package dev.plumbline.drift;

/// Why a field differs.
public enum Cause {
  /// Git says one thing, the cluster has another.
  DRIFTED("drifted"),
  /// We applied it before, Git no longer says it, and an apply would remove it.
  TO_BE_REMOVED("to-be-removed"),
  /// It differs, and a rule or a marker says that this does not count ([FieldChange#exemption]).
  IGNORED("ignored");

  private final String word;

  Cause(String word) {
    this.word = word;
  }

  /// The word in JSON and on screens.
  public String word() {
    return word;
  }
}
