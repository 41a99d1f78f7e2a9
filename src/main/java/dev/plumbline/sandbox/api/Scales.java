package dev.plumbline.sandbox.api;

import dev.plumbline.model.Tree;
import dev.plumbline.sandbox.kinds.Kind;
import dev.plumbline.schema.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The `scale` subresource: the number of replicas of an object, whatever its kind.
final class Scales {

  private final Definitions definitions;
  private final Writes writes;
  private final Patches patches;
  private final Bodies bodies;

  Scales(Definitions definitions, Writes writes, Patches patches, Bodies bodies) {
    this.definitions = definitions;
    this.writes = writes;
    this.patches = patches;
    this.bodies = bodies;
  }

  Reply answer(Target target, Tree.Obj live, Request request) {
    var defined = definitions.version(target.kind()).flatMap(ScalePaths::of);
    var paths = defined.orElse(ScalePaths.BUILT_IN);
    return switch (request.method()) {
      case "GET" -> {
        if (defined.isPresent() && ScalePaths.at(live, paths.wanted()).isEmpty()) {
          throw Failure.internalError(
              "the spec replicas field \"" + paths.said(paths.wanted()) + "\" does not exist");
        }
        yield Api.reply(200, scale(paths, live), Options.internal(""));
      }
      case "PUT" -> {
        var options = Options.of(request, "UpdateOptions");
        var sent = Bodies.json(request.body().get(), "Scale");
        yield Api.reply(200, write(target, defined, sent, options), options);
      }
      case "PATCH" -> {
        var options = Options.of(request, "PatchOptions");
        var before = scale(paths, live);
        var sent = patches.of(request, before);
        yield Api.reply(200, write(target, defined, unlessNamed(sent, before), options), options);
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

  private Tree.Obj write(Target target, Optional<ScalePaths> defined, Tree sent, Options options) {
    var kind = target.kind();
    var paths = defined.orElse(ScalePaths.BUILT_IN);
    named(target, sent);
    long replicas = replicas(kind, target.name(), defined, sent);
    var version = sent.text("metadata", "resourceVersion").orElse("");
    var changed =
        writes.change(
            target,
            options,
            live -> {
              if (!version.isEmpty()
                  && !version.equals(live.text("metadata", "resourceVersion").orElse(""))) {
                throw Failure.modified(kind, target.name());
              }
              var next = ScalePaths.with(live, paths.wanted(), Tree.Num.of(replicas));
              var complete = bodies.complete(kind, next);
              return defined.isPresent()
                  ? unowned(live, writes.updated(target, live, complete, options))
                  : writes.updated(target, live, complete, options);
            });
    return scale(paths, changed);
  }

  /// Of a custom resource that nobody owned anything of, a real server writes no owner of its
  /// scale, and it writes no time beside one.
  private static Tree.Obj unowned(Tree.Obj live, Tree.Obj next) {
    var metadata = (Tree.Obj) next.get("metadata").orElse(Tree.Obj.EMPTY);
    if (live.items("metadata", "managedFields").isEmpty()) {
      return next.with("metadata", metadata.without("managedFields"));
    }
    var owners = new ArrayList<Tree>();
    for (var owner : metadata.items("managedFields")) {
      owners.add(
          owner instanceof Tree.Obj o && o.text("subresource").filter("scale"::equals).isPresent()
              ? o.without("time")
              : owner);
    }
    return next.with("metadata", metadata.with("managedFields", new Tree.Arr(owners)));
  }

  private static void named(Target target, Tree sent) {
    var version = sent.text("apiVersion").orElse("autoscaling/v1");
    if (!version.equals("autoscaling/v1") || !sent.text("kind").orElse("Scale").equals("Scale")) {
      throw Failure.notPlayed("a scale in another version than autoscaling/v1");
    }
    var name = sent.text("metadata", "name").orElse(target.name());
    if (!name.equals(target.name())) {
      throw Failure.badRequest(
          "the name of the object ("
              + name
              + ") does not match the name on the URL ("
              + target.name()
              + ")");
    }
  }

  private static long replicas(Kind kind, String name, Optional<ScalePaths> defined, Tree sent) {
    var wanted = sent.at("spec", "replicas").orElse(Tree.Num.of(0));
    if (!(wanted instanceof Tree.Num number)) {
      throw Failure.badRequest("spec.replicas of a Scale is a number");
    }
    long replicas = number.value().longValue();
    if (replicas < 0 && defined.isPresent()) {
      throw Failure.invalid(
          kind,
          name,
          List.of(
              new FieldError(
                  "FieldValueInvalid",
                  defined.get().said(defined.get().wanted()),
                  "Invalid value: " + replicas + ": should be a non-negative integer")));
    }
    if (replicas < 0) {
      throw Failure.scale(
          name,
          new FieldError(
              "FieldValueInvalid",
              "spec.replicas",
              "Invalid value: " + replicas + ": must be greater than or equal to 0"));
    }
    return replicas;
  }

  private static Tree.Obj scale(ScalePaths paths, Tree.Obj object) {
    var meta =
        object.get("metadata").orElse(Tree.Obj.EMPTY) instanceof Tree.Obj m ? m : Tree.Obj.EMPTY;
    var metadata = Tree.Obj.EMPTY;
    for (var field : List.of("name", "namespace", "uid", "resourceVersion", "creationTimestamp")) {
      var value = meta.get(field);
      metadata = value.isPresent() ? metadata.with(field, value.get()) : metadata;
    }
    var wanted = ScalePaths.at(object, paths.wanted()).orElse(Tree.Num.of(0));
    var there = ScalePaths.at(object, paths.there()).orElse(Tree.Num.of(0));
    var status = Tree.obj("replicas", there);
    var selector = selector(object, paths);
    return Tree.obj(
        "kind",
        Tree.str("Scale"),
        "apiVersion",
        Tree.str("autoscaling/v1"),
        "metadata",
        metadata,
        "spec",
        wanted.equals(Tree.Num.of(0)) ? Tree.Obj.EMPTY : Tree.obj("replicas", wanted),
        "status",
        selector.isEmpty() ? status : status.with("selector", Tree.str(selector)));
  }

  private static String selector(Tree.Obj object, ScalePaths paths) {
    if (paths.selector().isEmpty()) {
      return "";
    }
    var selector = ScalePaths.at(object, paths.selector()).orElse(Tree.Null.VALUE);
    return selector instanceof Tree.Str(String text) ? text : LabelText.of(selector);
  }
}
