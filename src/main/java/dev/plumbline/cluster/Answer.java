package dev.plumbline.cluster;

import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Tree;
import dev.plumbline.yaml.Json;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/// What the server answered, whole.
record Answer(int code, HttpHeaders headers, String text) {

  private static final Pattern WARNING = Pattern.compile("\\d{3} \\S+ \"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final int SHOWN = 500;

  static Answer of(int code, HttpHeaders headers, byte[] body) {
    return new Answer(code, headers, new String(body, StandardCharsets.UTF_8));
  }

  boolean ok() {
    return code >= 200 && code < 300;
  }

  /// The body as an object. `Unexpected` when it is something else.
  Tree.Obj object(String about) {
    Tree tree;
    try {
      tree = Json.parse(text, about);
    } catch (ProblemException e) {
      throw new ProblemException(nonsense(about, e.problem().sentence() + "\n" + excerpt()), e);
    }
    if (tree instanceof Tree.Obj object) {
      return object;
    }
    throw new ProblemException(nonsense(about, excerpt()));
  }

  /// The texts of the Warning headers.
  List<String> warnings() {
    return headers.allValues("Warning").stream()
        .flatMap(h -> WARNING.matcher(h).results())
        .map(m -> m.group(1).replaceAll("\\\\(.)", "$1"))
        .toList();
  }

  /// The beginning of the body, for messages.
  String excerpt() {
    return text.length() <= SHOWN ? text.strip() : text.substring(0, SHOWN).strip() + " …";
  }

  private Problem nonsense(String about, String detail) {
    return new Problem.Unexpected(
        "The server answered with something that is not an object (HTTP " + code + ")",
        about,
        "Check that the server URL is a Kubernetes API server.",
        detail);
  }

  /// The body may be a Secret.
  @Override
  public String toString() {
    return "HTTP " + code + ", " + text.length() + " characters";
  }
}
