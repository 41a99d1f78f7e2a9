package dev.plumbline.ui.shell;

import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.ui.kit.Place;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A deep link: `plumbline://env/NAME?repo=REPO&resource=GROUP/KIND/NAMESPACE/NAME`,
/// `plumbline://commit/REPO/ID`, `plumbline://history/NAME`, `plumbline://activity`,
/// `plumbline://home`. It may come from anybody: it names a place and runs no verb, and a
/// repository only by the name of a folder that was opened before, never by a path or a URL.
///
/// @param repository the name of the repository's folder, without `.git`; empty: the last one
record Link(Place place, Optional<String> repository) {

  private static final int LONGEST = 2000;
  private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");

  /// Reads a link.
  ///
  /// @throws ProblemException `Refused` when any part of it is not understood
  static Link parse(String text) {
    var uri = uri(text);
    var words = words(uri);
    var given = parameters(uri);
    var kind = Optional.ofNullable(uri.getRawAuthority()).orElse("").toLowerCase(Locale.ROOT);
    var link =
        switch (kind) {
          case "env" -> environment(String.join("/", words), given);
          case "history" -> new Link(new Place.History(name(words)), repo(given));
          case "commit" -> commit(words);
          case "activity" -> alone(new Place.Activity(), words, given);
          case "home" -> alone(new Place.Home(), words, given);
          default -> throw refused("it names no place that Plumbline knows");
        };
    if (!given.isEmpty()) {
      throw refused("it asks for " + String.join(", ", given.keySet().stream().sorted().toList()));
    }
    return link;
  }

  private static URI uri(String text) {
    if (text.length() > LONGEST) {
      throw refused("it is longer than " + LONGEST + " characters");
    }
    try {
      var uri = new URI(text);
      if (!"plumbline".equalsIgnoreCase(uri.getScheme()) || uri.getRawFragment() != null) {
        throw refused("it is no plumbline:// link");
      }
      return uri;
    } catch (URISyntaxException e) {
      throw refused("it is no plumbline:// link");
    }
  }

  private static Link environment(String name, Map<String, String> given) {
    if (name.isEmpty()) {
      throw refused("it names no environment");
    }
    var resource = Optional.ofNullable(given.remove("resource")).map(Link::resource);
    return new Link(new Place.Environment(name, resource), repo(given));
  }

  /// The version is not part of it: what is selected is found by group, kind, namespace and name.
  private static ResourceRef resource(String text) {
    var parts = text.split("/", -1);
    if (parts.length != 4 || parts[1].isEmpty() || parts[3].isEmpty()) {
      throw refused("its resource is not GROUP/KIND/NAMESPACE/NAME");
    }
    return new ResourceRef(parts[0], "", parts[1], parts[2], parts[3]);
  }

  private static Link commit(List<String> words) {
    if (words.size() != 2 || !COMMIT.matcher(words.get(1)).matches()) {
      throw refused("it names no commit by REPO and full id");
    }
    return new Link(
        new Place.History(Optional.empty(), Optional.of(words.get(1))), Optional.of(words.get(0)));
  }

  private static Link alone(Place place, List<String> words, Map<String, String> given) {
    if (!words.isEmpty()) {
      throw refused("it names no place that Plumbline knows");
    }
    return new Link(place, repo(given));
  }

  private static Optional<String> name(List<String> words) {
    return words.isEmpty() ? Optional.empty() : Optional.of(String.join("/", words));
  }

  private static Optional<String> repo(Map<String, String> given) {
    return Optional.ofNullable(given.remove("repo"));
  }

  private static List<String> words(URI uri) {
    var path = Optional.ofNullable(uri.getRawPath()).orElse("");
    var words = Stream.of(path.split("/", -1)).skip(1).map(Link::decoded).toList();
    var named = words.equals(List.of("")) ? List.<String>of() : words;
    if (named.contains("")) {
      throw refused("a name in it is empty");
    }
    return named;
  }

  private static Map<String, String> parameters(URI uri) {
    var given = new HashMap<String, String>();
    if (uri.getRawQuery() == null) {
      return given;
    }
    for (var part : uri.getRawQuery().split("&", -1)) {
      int equals = part.indexOf('=');
      if (equals < 1 || equals == part.length() - 1) {
        throw refused("a value in it is missing");
      }
      if (given.put(decoded(part.substring(0, equals)), decoded(part.substring(equals + 1)))
          != null) {
        throw refused("it says one thing twice");
      }
    }
    return given;
  }

  /// Nothing that would not be seen, or would turn around what is read, comes out of a link.
  private static String decoded(String raw) {
    var text = percentDecoded(raw);
    boolean seen =
        text.codePoints()
            .allMatch(c ->
                switch (Character.getType(c)) {
                  case Character.CONTROL,
                      Character.FORMAT,
                      Character.SURROGATE,
                      Character.PRIVATE_USE,
                      Character.UNASSIGNED,
                      Character.LINE_SEPARATOR,
                      Character.PARAGRAPH_SEPARATOR ->
                      false;
                  default -> c != 0xFFFD;
                });
    if (!seen) {
      throw refused("it holds characters that cannot be seen");
    }
    return text;
  }

  private static String percentDecoded(String raw) {
    // In a URI a plus is a plus.
    return URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static ProblemException refused(String why) {
    return new ProblemException(
        new Problem.Refused(
            "The link was not followed: " + why, "", "Ask for another link, or go by hand", ""));
  }
}
