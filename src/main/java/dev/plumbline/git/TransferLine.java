package dev.plumbline.git;

import java.util.Optional;
import java.util.regex.Pattern;

/// A line of `git fetch --progress` in words and numbers.
///
/// @param doing what is done, as a person says it
/// @param done of `total`; 0 of 0 when it cannot be counted
record TransferLine(String doing, int done, int total) {

  private static final Pattern COUNTED =
      Pattern.compile(
          "(?<remote>remote: )?(?<what>[A-Z][a-z]+ [a-z]+): +\\d+% \\((?<done>\\d+)/(?<total>\\d+)\\)"
              + "(?:, (?<size>[\\d.]+) (?<unit>bytes|KiB|MiB|GiB).*)?.*");
  private static final Pattern ENUMERATED =
      Pattern.compile(
          "(?<remote>remote: )?(?<what>[A-Z][a-z]+ [a-z]+): +(?<done>\\d+)(, done\\.)?");

  /// Empty for a line that says no progress.
  static Optional<TransferLine> of(String line) {
    var text = line.replaceAll("\u001b\\[[0-9;]*K", "").strip();
    var counted = COUNTED.matcher(text);
    if (counted.matches()) {
      var size = counted.group("size") == null ? "" : size(counted);
      return Optional.of(
          new TransferLine(
              words(counted.group("remote") != null, counted.group("what")) + size,
              number(counted.group("done")),
              number(counted.group("total"))));
    }
    var enumerated = ENUMERATED.matcher(text);
    return enumerated.matches()
        ? Optional.of(
            new TransferLine(
                words(enumerated.group("remote") != null, enumerated.group("what")), 0, 0))
        : Optional.empty();
  }

  private static String words(boolean remote, String what) {
    return remote ? what + " on the server" : what;
  }

  /// `, 1.2 MB`.
  private static String size(java.util.regex.Matcher counted) {
    var unit = counted.group("unit");
    return ", "
        + counted.group("size").replaceFirst("(\\.\\d)\\d+$", "$1").replaceFirst("\\.0$", "")
        + " "
        + (unit.equals("KiB") ? "kB" : unit.replace("iB", "B"));
  }

  private static int number(String digits) {
    return digits.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(digits);
  }
}
