package dev.plumbline.cluster;

import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Tree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;

/// What a kubeconfig says about how to reach one context: its cluster entry and its user entry,
/// each with the file it stands in, because relative paths are relative to that file.
///
/// @param context the context's name, for messages
record Access(String context, Entry cluster, Entry user) {

  /// One named entry of a kubeconfig.
  record Entry(Tree.Obj body, Path file) {

    /// A text field; an empty one counts as absent, as in kubectl.
    Optional<String> text(String... keys) {
      return body.text(keys).filter(s -> !s.isEmpty());
    }

    boolean flag(String key) {
      return body.at(key).filter(Tree.bool(true)::equals).isPresent();
    }

    /// A path field, resolved beside the kubeconfig.
    Optional<Path> path(String key) {
      return text(key).map(p -> file.toAbsolutePath().resolveSibling(p));
    }
  }

  String server() {
    return cluster.text("server").map(s -> s.replaceAll("/+$", "")).orElse("");
  }

  /// The content of `KEY-data` (base64), else of the file that `KEY` names; empty when neither is
  /// set. `Auth` when it cannot be read.
  Optional<String> content(Entry entry, String key) {
    var data = entry.text(key + "-data");
    if (data.isPresent()) {
      return Optional.of(decoded(data.get(), entry, key + "-data"));
    }
    return entry.path(key).map(p -> read(p, entry, key));
  }

  /// The text of a file that an entry names.
  String read(Path path, Entry entry, String key) {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new ProblemException(
          auth("The file " + path + " cannot be read", entry, "Correct " + key + ".", words(e)), e);
    }
  }

  private String decoded(String base64, Entry entry, String key) {
    try {
      return new String(Base64.getMimeDecoder().decode(base64), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new ProblemException(
          auth(key + " is not base64", entry, "Correct " + key + ".", words(e)), e);
    }
  }

  /// A problem of this login that stands in the kubeconfig.
  Problem auth(String what, Entry entry, String whatToDo, String detail) {
    return new Problem.Auth(what, "context " + context + ", " + entry.file(), whatToDo, detail);
  }

  static String words(Throwable e) {
    var message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message;
  }
}
