package dev.plumbline.ui.kit;

import dev.plumbline.model.Path;

/// A path as it is drawn: its head quiet, its last part bold and never cut.
///
/// @param head everything before the last part, with its dot or bracket: `.spec.template.`
/// @param last the last part: `image`, `[name="web"]`, `restartedAt"]`
public record PathText(String head, String last) {

  private static final int ROOM_FOR_BOTH_ENDS = 24;

  /// Cuts a path into head and last part. Of a key with a prefix (`a.b/c`) only the name after the
  /// slash is the last part.
  public static PathText of(Path path) {
    var all = path.toString();
    var last = path.last();
    var head = all.substring(0, all.length() - last.length());
    if (last.startsWith(".") && last.length() > 1) {
      return new PathText(head + ".", last.substring(1));
    }
    int slash = last.startsWith("[\"") ? last.lastIndexOf('/') : -1;
    return new PathText(head + last.substring(0, slash + 1), last.substring(slash + 1));
  }

  /// The same in at most `characters`, cut in the middle of the head; a last part that is longer
  /// alone stays whole.
  public PathText within(int characters) {
    int room = characters - last.length() - 1;
    if (head.length() <= room + 1) {
      return this;
    }
    if (room <= 0) {
      return new PathText("…", last);
    }
    int front = room >= ROOM_FOR_BOTH_ENDS ? room / 3 : 0;
    int back = head.length() - (room - front);
    return new PathText(head.substring(0, front) + "…" + head.substring(back), last);
  }

  /// The last part without quotes and brackets: `restartedAt` of `restartedAt"]`.
  public String name() {
    var plain = last.startsWith("[\"") ? last.substring(2) : last;
    return plain.endsWith("\"]") && plain.indexOf('=') < 0
        ? plain.substring(0, plain.length() - 2)
        : plain;
  }

  /// The whole path.
  @Override
  public String toString() {
    return head + last;
  }
}
