package dev.plumbline.sandbox.api;

import dev.plumbline.model.Tree;
import dev.plumbline.schema.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// The `scale` subresource: the number of replicas of an object, whatever its kind.
final class Scales {

  private final Writes writes;
  private final Patches patches;
  private final Bodies bodies;

  Scales(Writes writes, Patches patches, Bodies bodies) {
    this.writes = writes;
    this.patches = patches;
    this.bodies = bodies;
  }

  Reply answer(Target target, Tree.Obj live, Request request) {
    return switch (request.method()) {
      case "GET" -> Api.reply(200, scale(live), Options.internal(""));
      case "PUT" -> {
        var options = Options.of(request, "UpdateOptions");
        var sent = Bodies.json(request.body().get(), "Scale");
        yield Api.reply(200, write(target, sent, options), options);
      }
      case "PATCH" -> {
        var options = Options.of(request, "PatchOptions");
        var before = scale(live);
        var sent = patches.of(request, before);
        yield Api.reply(200, write(target, unlessNamed(sent, before), options), options);
      }
      default -> throw Failure.notAllowed();
    };
  }

  /// A patch that names no resourceVersion is not refused because somebody else was faster: the
  /// server computes it again.
  private static Tree unlessNamed(Tree patched, Tree.Obj before) {
    return patched instanceof Tree.Obj scale
            && scale.get("metadata").orElse(Tree.Obj.EMPTY) instanceof Tree.Obj meta
            && meta.get("resourceVersion").equals(before.at("metadata", "resourceVersion"))
        ? scale.with("metadata", meta.without("resourceVersion"))
        : patched;
  }

  private Tree.Obj write(Target target, Tree sent, Options options) {
    long replicas =
        sent.at("spec", "replicas").orElse(Tree.Num.of(0)) instanceof Tree.Num n
            ? n.value().longValue()
            : 0;
    if (replicas < 0) {
      throw Failure.invalid(
          target.kind(),
          target.name(),
          List.of(
              new FieldError(
                  "FieldValueInvalid",
                  "spec.replicas",
                  "Invalid value: " + replicas + ": must be greater than or equal to 0")));
    }
    var version = sent.text("metadata", "resourceVersion").orElse("");
    var changed =
        writes.change(
            target,
            options,
            live -> {
              if (!version.isEmpty()
                  && !version.equals(live.text("metadata", "resourceVersion").orElse(""))) {
                throw Failure.modified(target.kind(), target.name());
              }
              var spec = (Tree.Obj) live.get("spec").orElse(Tree.Obj.EMPTY);
              var next = live.with("spec", spec.with("replicas", Tree.Num.of(replicas)));
              return writes.updated(target, live, bodies.complete(target.kind(), next), options);
            });
    return scale(changed);
  }

  private static Tree.Obj scale(Tree.Obj object) {
    var meta =
        object.get("metadata").orElse(Tree.Obj.EMPTY) instanceof Tree.Obj m ? m : Tree.Obj.EMPTY;
    var metadata = Tree.Obj.EMPTY;
    for (var field : List.of("name", "namespace", "uid", "resourceVersion", "creationTimestamp")) {
      var value = meta.get(field);
      metadata = value.isPresent() ? metadata.with(field, value.get()) : metadata;
    }
    var status = Tree.obj("replicas", object.at("status", "replicas").orElse(Tree.Num.of(0)));
    var selector = selector(object);
    return Tree.obj(
        "kind",
        Tree.str("Scale"),
        "apiVersion",
        Tree.str("autoscaling/v1"),
        "metadata",
        metadata,
        "spec",
        Tree.obj("replicas", object.at("spec", "replicas").orElse(Tree.Num.of(0))),
        "status",
        selector.isEmpty() ? status : status.with("selector", Tree.str(selector)));
  }

  private static String selector(Tree.Obj object) {
    var terms = new ArrayList<String>();
    new TreeMap<>(object.fields("spec", "selector", "matchLabels"))
        .forEach(
            (key, value) -> terms.add(key + "=" + (value instanceof Tree.Str s ? s.value() : "")));
    return String.join(",", terms);
  }
}
