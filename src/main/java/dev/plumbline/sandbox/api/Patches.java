package dev.plumbline.sandbox.api;

import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Tree;
import dev.plumbline.schema.FieldError;
import dev.plumbline.yaml.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;

/// The kinds of patch: JSON merge patch (RFC 7386), JSON patch (RFC 6902), server-side apply.
/// Strategic merge is not served, as a real server does not serve it for custom resources.
final class Patches {

  private final Writes writes;
  private final Bodies bodies;

  Patches(Writes writes, Bodies bodies) {
    this.writes = writes;
    this.bodies = bodies;
  }

  Writes.Done patch(Target target, Request request, Options options) {
    boolean apply = request.contentType().startsWith("application/apply-patch");
    if (!apply && request.query().containsKey("force")) {
      throw wrong(
          "FieldValueForbidden", "force", "Forbidden: may not be specified for non-apply patch");
    }
    return switch (request.contentType()) {
      case "application/merge-patch+json" -> {
        var body = request.body().get();
        var read = merging(body);
        if (!(read instanceof Tree.Obj patch)) {
          throw undecodable(got(read), "map[string]interface {}");
        }
        var twice = Sent.twice(body, "duplicate field \"");
        yield changed(target, options, twice, live -> (Tree.Obj) merge(live, patch));
      }
      case "application/json-patch+json" -> {
        var body = request.body().get();
        if (!(read(body, "[]handlers.jsonPatchOp") instanceof Tree.Arr operations)) {
          throw undecodable("object", "[]handlers.jsonPatchOp");
        }
        var patch = new JsonPatch(operations.items());
        var twice = Sent.twice(body, "json patch duplicate field \"");
        yield changed(
            target, options, twice, live -> patch.apply(live) instanceof Tree.Obj o ? o : live);
      }
      case "application/apply-patch+yaml" -> apply(target, request, options);
      case "application/strategic-merge-patch+json" ->
          throw Failure.unknownMedia(
              "application/json-patch+json, application/merge-patch+json,"
                  + " application/apply-patch+yaml");
      default -> throw Failure.unsupportedPatch();
    };
  }

  /// A merge or JSON patch of something that is not stored as it is shown.
  Tree of(Request request, Tree.Obj shown) {
    return switch (request.contentType()) {
      case "application/merge-patch+json" -> merge(shown, read(request.body().get(), "map"));
      case "application/json-patch+json" ->
          new JsonPatch(
                  read(request.body().get(), "list") instanceof Tree.Arr(var items)
                      ? items
                      : List.of())
              .apply(shown);
      case "application/apply-patch+yaml" ->
          throw Failure.notPlayed("server-side apply of a subresource other than status");
      default -> throw Failure.unsupportedPatch();
    };
  }

  private static Failure wrong(String reason, String field, String message) {
    return Failure.options("PatchOptions", new FieldError(reason, field, message));
  }

  private static Failure undecodable(String got, String wanted) {
    return Failure.badRequest(
        "error decoding patch: json: cannot unmarshal " + got + " into Go value of type " + wanted);
  }

  /// A merge patch; null is none.
  private static Tree merging(byte[] body) {
    Tree read;
    try {
      read = Json.parse(body, "patch");
    } catch (ProblemException e) {
      throw Failure.badRequest("invalid JSON patch");
    }
    if (read instanceof Tree.Null) {
      throw Failure.badRequest("Invalid JSON Patch");
    }
    return read;
  }

  private static String got(Tree value) {
    return switch (value) {
      case Tree.Arr a -> "array";
      case Tree.Str s -> "string";
      case Tree.Num n -> "number";
      case Tree.Bool b -> "bool";
      case Tree.Obj o -> "object";
      case Tree.Hidden h -> "string";
      case Tree.Null n -> "null";
    };
  }

  private static Tree read(byte[] body, String wanted) {
    try {
      return Json.parse(body, "patch");
    } catch (ProblemException e) {
      throw Failure.badRequest("error decoding patch: " + e.problem().what() + " (" + wanted + ")");
    }
  }

  private Writes.Done changed(
      Target target, Options options, List<String> twice, UnaryOperator<Tree.Obj> patch) {
    var done =
        writes.change(
            target,
            options,
            live -> {
              var patched = patch.apply(live);
              if (!patched.get("kind").equals(live.get("kind"))
                  || !patched.get("apiVersion").equals(live.get("apiVersion"))) {
                throw Failure.notPlayed("a patch that makes an object one of another kind");
              }
              var typed =
                  bodies.typed(
                      target.kind(), new Sent(patched, twice, twice), options, refusing(patched));
              var updated = writes.updated(target, live, typed, options);
              // An empty list is how one takes all owners away.
              return patched
                      .at("metadata", "managedFields")
                      .filter(Tree.Arr.EMPTY::equals)
                      .isPresent()
                  ? Writes.ownerless(updated)
                  : updated;
            });
    return new Writes.Done(done, false);
  }

  private static Bodies.Refusing refusing(Tree.Obj patched) {
    return why ->
        Failure.patch(
            "Invalid value: " + Json.compact(Tree.str(Json.compact(bare(patched)))) + ": " + why);
  }

  private static Tree.Obj bare(Tree.Obj object) {
    return object.get("metadata").orElse(Tree.Null.VALUE) instanceof Tree.Obj meta
        ? object.with("metadata", meta.without("managedFields"))
        : object;
  }

  private Writes.Done apply(Target target, Request request, Options options) {
    if (request.parameter("fieldManager").isEmpty()) {
      throw wrong(
          "FieldValueRequired", "fieldManager", "Required value: is required for apply patch");
    }
    var body = request.body().get();
    var text = new String(body, StandardCharsets.UTF_8).stripLeading();
    var tree =
        text.startsWith("{")
            ? Bodies.json(body, target.kind().kind())
            : Bodies.yaml(body, "error decoding YAML: ");
    if (!(tree instanceof Tree.Obj config)) {
      throw Failure.badRequest("error decoding YAML: the body is no object");
    }
    named(target, config);
    var twice = options.validation().equals("Ignore") ? List.<String>of() : Sent.lines(body);
    if (!twice.isEmpty() && options.validation().equals("Strict")) {
      throw Failure.badRequest(
          "error strict decoding patch: error converting YAML to JSON: " + Sent.unmarshal(twice));
    }
    options.collected().addAll(twice);
    return writes.apply(target, config, options);
  }

  private static void named(Target target, Tree.Obj config) {
    var kind = target.kind();
    var version = config.text("apiVersion").orElse("");
    var said = config.text("kind").orElse("");
    if (!version.equals(kind.apiVersion()) || !said.equals(kind.kind())) {
      throw Failure.badRequest(
          "invalid object type: "
              + (version.contains("/") ? version : "/" + version)
              + ", Kind="
              + said);
    }
  }

  /// RFC 7386.
  static Tree merge(Tree target, Tree patch) {
    if (!(patch instanceof Tree.Obj changes)) {
      return patch;
    }
    var merged = target instanceof Tree.Obj o ? o : Tree.Obj.EMPTY;
    for (var change : changes.fields().entrySet()) {
      var name = change.getKey();
      merged =
          change.getValue() instanceof Tree.Null
              ? merged.without(name)
              : merged.with(
                  name, merge(merged.get(name).orElse(Tree.Null.VALUE), change.getValue()));
    }
    return merged;
  }
}
