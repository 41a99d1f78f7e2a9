package dev.plumbline.cluster;

import dev.plumbline.model.Tree;
import dev.plumbline.yaml.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Takes hidden values out of what the server says about an object that holds some: it repeats a
/// value that it cannot take (a number where a string must be).
final class Unsaid {

  private static final Pattern GOT = Pattern.compile("got &(?:[^\"\\\\]|\\\\.)*");
  private static final String HIDDEN = "(hidden)";

  /// Shorter ones stand in any sentence.
  private static final int TELLING = 4;

  private Unsaid() {}

  static Answer in(Answer answer, Tree.Obj sent) {
    return new Answer(answer.code(), answer.headers(), in(answer.text(), sent));
  }

  static String in(String said, Tree.Obj sent) {
    var values = new ArrayList<String>();
    collect(sent, false, values);
    if (values.isEmpty()) {
      return said;
    }
    var text = GOT.matcher(said).replaceAll("got another type");
    for (var value : values) {
      if (value.length() >= TELLING) {
        var escaped = Json.compact(Tree.str(value)).strip();
        text =
            text.replace(escaped.substring(1, escaped.length() - 1), HIDDEN).replace(value, HIDDEN);
      }
    }
    return text;
  }

  private static void collect(Tree tree, boolean hidden, List<String> into) {
    switch (tree) {
      case Tree.Obj object -> object.fields().values().forEach(v -> collect(v, hidden, into));
      case Tree.Arr list -> list.items().forEach(v -> collect(v, hidden, into));
      case Tree.Hidden secret -> collect(secret.reveal(), true, into);
      case Tree.Str(String value) -> {
        if (hidden) {
          into.add(value);
        }
      }
      case Tree.Num number -> {
        if (hidden) {
          into.add(Json.compact(number).strip());
        }
      }
      case Tree.Bool _, Tree.Null _ -> {}
    }
  }
}
