package dev.plumbline.drift;

/// Why a field differs.
public enum Cause {
  /// Git says one thing, the cluster has another.
  DRIFTED("drifted"),
  /// We applied it before, Git no longer says it, and an apply would remove it.
  TO_BE_REMOVED("to-be-removed"),
  /// It differs, and a rule or a marker says that this does not count ([FieldChange#exemption]).
  IGNORED("ignored"),
  /// The server's side says otherwise than Git: a webhook or policy sets the field at each apply.
  /// Does not count: another apply changes nothing about it.
  ADMISSION("admission"),
  /// Git's value is stored in another form, or not at all (a field that the server does not know).
  /// Does not count.
  NORMALISED("normalised"),
  /// Another tool set it, Git does not say it, and no apply of ours removes it: a field of the last
  /// client-side apply, an item that `kubectl create` or Helm made. Does not count.
  LEFT_OVER("left-over");

  private final String word;

  Cause(String word) {
    this.word = word;
  }

  /// The word in JSON and on screens.
  public String word() {
    return word;
  }
}
