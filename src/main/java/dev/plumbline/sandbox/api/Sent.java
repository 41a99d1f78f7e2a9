package dev.plumbline.sandbox.api;

import dev.plumbline.model.Tree;
import dev.plumbline.yaml.Json;
import dev.plumbline.yaml.Yaml;
import java.util.List;
import java.util.regex.Pattern;

/// An object as a client sent it, with the keys that it sent twice.
///
/// @param twice what is said of each when a warning is wanted
/// @param strict what is said of all in an error
record Sent(Tree.Obj object, List<String> twice, List<String> strict) {

  private static final Pattern NO_TEXT = Pattern.compile("true|false|-?\\d+");
  private static final String DUPLICATE = "duplicate field \"";
  private static final String UNKNOWN = "unknown field \"";

  Sent {
    twice = List.copyOf(twice);
    strict = List.copyOf(strict);
  }

  static Sent json(Tree.Obj object, byte[] body) {
    var twice = twice(body, DUPLICATE);
    return new Sent(object, twice, twice);
  }

  static Sent yaml(Tree.Obj object, byte[] body) {
    var twice = lines(body);
    return new Sent(object, twice, twice.isEmpty() ? twice : List.of(unmarshal(twice)));
  }

  /// The duplicates of a JSON body, each said in these words.
  static List<String> twice(byte[] body, String words) {
    return Json.duplicates(body, "the body").stream().map(p -> words + p + "\"").toList();
  }

  /// The duplicates of a YAML body with their lines.
  static List<String> lines(byte[] body) {
    return Yaml.read(body, "the body").warnings().stream()
        .flatMap(w ->
            Yaml.twice(w)
                .map(key ->
                    "line " + w.origin().line() + ": key " + said(key) + " already set in map")
                .stream())
        .toList();
  }

  static String unmarshal(List<String> lines) {
    return "yaml: unmarshal errors:\n  " + String.join("\n  ", lines);
  }

  private static String said(String key) {
    return NO_TEXT.matcher(key).matches() ? key : Json.compact(Tree.str(key));
  }

  /// Without what stands below unknown fields: a decoder into Go structs does not look there.
  Sent known(List<String> unknown) {
    var kept = twice.stream().filter(t -> unknown.stream().noneMatch(u -> below(t, u))).toList();
    return strict.equals(twice) ? new Sent(object, kept, kept) : this;
  }

  private static boolean below(String twice, String unknown) {
    if (!twice.startsWith(DUPLICATE) || !unknown.startsWith(UNKNOWN)) {
      return false;
    }
    var path = twice.substring(DUPLICATE.length());
    var field = unknown.substring(UNKNOWN.length(), unknown.length() - 1);
    return path.startsWith(field) && "\".[".indexOf(path.charAt(field.length())) >= 0;
  }
}
