package dev.plumbline.drift.fuzz;

import dev.plumbline.drift.Cause;
import dev.plumbline.drift.Certainty;
import dev.plumbline.drift.Comparison;
import dev.plumbline.drift.ResourceDrift;
import dev.plumbline.model.Manifest;
import dev.plumbline.model.Origin;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.Secrets;
import dev.plumbline.model.Tree;
import dev.plumbline.testing.RawApi;
import java.util.Optional;

/// One object on the server, what is done to it, and the two judges: ours, and the server's
/// dry-run.
final class Subject {

  static final String OURS = "plumbline";

  private final RawApi api;
  private final FuzzKind.Types types;
  private final FuzzKind kind;
  private final String namespace;
  private final String name;

  Subject(RawApi api, FuzzKind.Types types, FuzzKind kind, String namespace, String name) {
    this.api = api;
    this.types = types;
    this.kind = kind;
    this.namespace = namespace;
    this.name = name;
  }

  FuzzKind kind() {
    return kind;
  }

  /// An object with this subject's name and namespace.
  Tree.Obj named(Tree.Obj object) {
    var meta =
        object.get("metadata").orElse(Tree.Obj.EMPTY) instanceof Tree.Obj m ? m : Tree.Obj.EMPTY;
    return object.with(
        "metadata", meta.with("name", Tree.str(name)).with("namespace", Tree.str(namespace)));
  }

  Optional<Tree.Obj> live(String apiVersion) {
    var answer = api.get(kind.path(apiVersion, namespace, name));
    return answer.code() < 300 ? Optional.of(answer.body()) : Optional.empty();
  }

  /// Does it; answers the HTTP status.
  int send(Deed deed) {
    var body = deed.body();
    if (deed.type().equals("application/apply-patch+yaml") && body instanceof Tree.Obj whole) {
      body = named(whole);
    } else if (deed.verb().equals("PUT") && body instanceof Tree.Obj whole) {
      var live = live(deed.apiVersion());
      if (live.isEmpty()) {
        return 404;
      }
      var meta = (Tree.Obj) named(whole).get("metadata").orElseThrow();
      for (var key : new String[] {"uid", "resourceVersion", "creationTimestamp"}) {
        meta = meta.with(key, live.get().at("metadata", key).orElseThrow());
      }
      body = whole.with("metadata", meta);
    }
    return api.send(
            deed.verb(),
            kind.path(deed.apiVersion(), namespace, name) + deed.below(),
            deed.type(),
            body)
        .code();
  }

  /// Our judgement. Secrets are hidden, as in the house.
  Certainty ours(Tree.Obj live, Tree.Obj sent) {
    var type = types.of(sent.text("apiVersion").orElseThrow(), kind.kind());
    return Certainty.of(type, Secrets.hide(live), manifest(Secrets.hide(sent)), OURS);
  }

  /// Whether the server would leave the object as it is, as kubectl diff sees it: everything but
  /// managedFields; empty when it refuses.
  ///
  /// @param before the live object; when somebody wrote meanwhile, the test fails
  Optional<Boolean> server(Tree.Obj before, Tree.Obj sent) {
    var answer =
        api.send(
            "PATCH",
            kind.path(sent.text("apiVersion").orElseThrow(), namespace, name)
                + "?dryRun=All&force=true&fieldManager="
                + OURS,
            "application/apply-patch+yaml",
            sent);
    if (answer.code() >= 300) {
      return Optional.empty();
    }
    if (!version(before).equals(version(answer.body()))) {
      throw new AssertionError("somebody wrote " + kind.kind() + " " + name + " meanwhile");
    }
    boolean untouched = unmanaged(before).equals(unmanaged(answer.body()));
    var verdict = Comparison.of(manifest(sent), before, answer.body(), OURS);
    boolean told =
        verdict.fields().stream().anyMatch(f -> f.counts() || f.cause() == Cause.ADMISSION);
    if (untouched ? !(verdict instanceof ResourceDrift.InSync) : !told) {
      throw new AssertionError("the server changes something: " + !untouched + ", we: " + verdict);
    }
    return Optional.of(untouched);
  }

  private static Tree.Obj unmanaged(Tree.Obj object) {
    var meta = (Tree.Obj) object.get("metadata").orElseThrow();
    return object.with("metadata", meta.without("managedFields"));
  }

  private static Optional<String> version(Tree.Obj object) {
    return object.text("metadata", "resourceVersion");
  }

  private static Manifest manifest(Tree.Obj body) {
    return new Manifest(ResourceRef.of(body), body, Origin.file("fuzz.yaml"));
  }
}
