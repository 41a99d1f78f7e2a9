package dev.plumbline.plan;

import dev.plumbline.model.ClusterRef;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.Tree;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The parts that plans and records write the same way.
final class Shared {

  private static final Map<String, Maker> PROBLEMS =
      Map.ofEntries(
          Map.entry("auth", Problem.Auth::new),
          Map.entry("network", Problem.Network::new),
          Map.entry("forbidden", Problem.Forbidden::new),
          Map.entry("conflict", Problem.Conflict::new),
          Map.entry("not-found", Problem.NotFound::new),
          Map.entry("invalid", Problem.Invalid::new),
          Map.entry("render", Problem.Render::new),
          Map.entry("rejected", Problem.Rejected::new),
          Map.entry("refused", Problem.Refused::new),
          Map.entry("cancelled", Problem.Cancelled::new),
          Map.entry("unexpected", Problem.Unexpected::new));

  private Shared() {}

  private interface Maker {
    Problem make(String what, String where, String whatToDo, String detail);
  }

  static Tree.Obj ref(ResourceRef ref) {
    return Tree.obj(
        "group", Tree.str(ref.group()),
        "version", Tree.str(ref.version()),
        "kind", Tree.str(ref.kind()),
        "namespace", Tree.str(ref.namespace()),
        "name", Tree.str(ref.name()));
  }

  static ResourceRef ref(Reading at) {
    return new ResourceRef(
        at.text("group"),
        at.text("version"),
        at.text("kind"),
        at.text("namespace"),
        at.text("name"));
  }

  static Tree.Obj cluster(ClusterRef cluster) {
    return Tree.obj(
        "name", Tree.str(cluster.name()),
        "context", Tree.str(cluster.context()),
        "server", Tree.str(cluster.server()));
  }

  static ClusterRef cluster(Reading at) {
    return new ClusterRef(at.text("name"), at.text("context"), at.text("server"));
  }

  /// Whether a server's words on the object may quote a hidden value.
  static boolean isSecret(ResourceRef about) {
    return about.group().isEmpty() && about.kind().equals("Secret");
  }

  /// A problem about an object. The words of a server on a Secret are left out: they may quote what
  /// was refused.
  static Tree.Obj problem(ResourceRef about, Problem problem) {
    return Tree.obj(
        "kind", Tree.str(word(problem)),
        "what", Tree.str(problem.what()),
        "where", Tree.str(problem.where()),
        "whatToDo", Tree.str(problem.whatToDo()),
        "detail", Tree.str(isSecret(about) ? "" : problem.detail()));
  }

  static Problem problem(Reading at) {
    return at.word("kind", PROBLEMS)
        .make(at.text("what"), at.text("where"), at.text("whatToDo"), at.text("detail"));
  }

  private static String word(Problem problem) {
    return switch (problem) {
      case Problem.Auth p -> "auth";
      case Problem.Network p -> "network";
      case Problem.Forbidden p -> "forbidden";
      case Problem.Conflict p -> "conflict";
      case Problem.NotFound p -> "not-found";
      case Problem.Invalid p -> "invalid";
      case Problem.Missing p -> "render";
      case Problem.Render p -> "render";
      case Problem.Rejected p -> "rejected";
      case Problem.Refused p -> "refused";
      case Problem.Cancelled p -> "cancelled";
      case Problem.Unexpected p -> "unexpected";
    };
  }

  /// An object from alternating keys and values in which an absent value leaves its key out.
  static Tree.Obj present(Object... keysAndValues) {
    var fields = new LinkedHashMap<String, Tree>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      var key = (String) keysAndValues[i];
      switch (keysAndValues[i + 1]) {
        case Tree tree -> fields.put(key, tree);
        case String text -> fields.put(key, Tree.str(text));
        case Optional<?> maybe -> maybe.ifPresent(text -> fields.put(key, Tree.str((String) text)));
        default -> throw new IllegalArgumentException(key);
      }
    }
    return new Tree.Obj(fields);
  }
}
