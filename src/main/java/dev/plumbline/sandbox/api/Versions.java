package dev.plumbline.sandbox.api;

import dev.plumbline.sandbox.kinds.Kind;
import java.util.Comparator;
import java.util.regex.Pattern;

/// The order of a group's versions in discovery: v2 before v1 before v1beta1 before v1alpha1,
/// others last (apimachinery `version.CompareKubeAwareVersionStrings`).
final class Versions {

  private static final Pattern VERSION = Pattern.compile("v(\\d{1,9})(?:(alpha|beta)(\\d{1,9}))?");

  private static final Comparator<String> NEWEST_FIRST =
      Comparator.<String>comparingInt(v -> -part(v, 0))
          .thenComparingInt(v -> -part(v, 1))
          .thenComparingInt(v -> -part(v, 2))
          .thenComparing(v -> v);

  private static final Comparator<Kind> ORDER =
      Comparator.comparing(Kind::group)
          .thenComparing(Kind::version, NEWEST_FIRST)
          .thenComparing(Kind::resource);

  private Versions() {}

  static int compare(Kind a, Kind b) {
    return ORDER.compare(a, b);
  }

  /// How stable, the major number, the minor number.
  private static int part(String version, int which) {
    var match = VERSION.matcher(version);
    if (!match.matches()) {
      return -1;
    }
    var stage = match.group(2);
    return switch (which) {
      case 0 -> stage == null ? 3 : stage.equals("beta") ? 2 : 1;
      case 1 -> Integer.parseInt(match.group(1));
      default -> stage == null ? 0 : Integer.parseInt(match.group(3));
    };
  }
}
