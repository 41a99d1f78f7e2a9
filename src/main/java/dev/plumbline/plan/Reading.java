package dev.plumbline.plan;

import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Tree;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Reads one object of a document of ours, strictly: what is missing or has another form is an
/// `Invalid` problem that names the place.
///
/// @param what the document in words: `plan`
/// @param place where in it, as a path
record Reading(String what, String place, Tree.Obj object) {

  static Reading of(String what, Tree tree) {
    return new Reading(what, "", object(what, "", tree));
  }

  private static Tree.Obj object(String what, String place, Tree tree) {
    if (tree instanceof Tree.Obj o) {
      return o;
    }
    throw invalid(what, place, "must be an object");
  }

  private static ProblemException invalid(String what, String place, String why) {
    return new ProblemException(
        new Problem.Invalid(
            "This is not a "
                + what
                + " of Plumbline: "
                + (place.isEmpty() ? "it" : place)
                + " "
                + why,
            "",
            what.equals("plan") ? "Plan again" : "",
            ""));
  }

  ProblemException invalid(String key, String why) {
    return invalid(what, place + "." + key, why);
  }

  private Tree value(String key) {
    return object.get(key).orElseThrow(() -> invalid(key, "is missing"));
  }

  Reading object(String key) {
    var below = place + "." + key;
    return new Reading(what, below, object(what, below, value(key)));
  }

  List<Reading> objects(String key) {
    if (!(value(key) instanceof Tree.Arr(List<Tree> items))) {
      throw invalid(key, "must be a list");
    }
    var below = place + "." + key;
    return items.stream().map(i -> new Reading(what, below, object(what, below, i))).toList();
  }

  String text(String key) {
    if (value(key) instanceof Tree.Str(String text)) {
      return text;
    }
    throw invalid(key, "must be text");
  }

  List<String> texts(String key) {
    var texts = new ArrayList<String>();
    for (var item : object.items(key)) {
      if (!(item instanceof Tree.Str(String text))) {
        throw invalid(key, "must be a list of texts");
      }
      texts.add(text);
    }
    return texts;
  }

  boolean has(String key) {
    return object.fields().containsKey(key);
  }

  Optional<String> maybe(String key) {
    return has(key) ? Optional.of(text(key)) : Optional.empty();
  }

  int number(String key) {
    if (value(key) instanceof Tree.Num n) {
      try {
        return n.value().intValueExact();
      } catch (ArithmeticException notAnInt) {
        throw invalid(key, "must be a whole number");
      }
    }
    throw invalid(key, "must be a number");
  }

  Instant time(String key) {
    return parsed(key, Instant::parse, "must be an RFC 3339 time");
  }

  Duration duration(String key) {
    return parsed(key, Duration::parse, "must be an ISO 8601 duration");
  }

  private <T> T parsed(String key, Function<String, T> parser, String why) {
    try {
      return parser.apply(text(key));
    } catch (DateTimeException unreadable) {
      throw invalid(key, why);
    }
  }

  /// The entry of a table of words.
  <T> T word(String key, Map<String, T> words) {
    var found = words.get(text(key));
    if (found == null) {
      throw invalid(
          key, "is none of " + String.join(", ", words.keySet().stream().sorted().toList()));
    }
    return found;
  }
}
