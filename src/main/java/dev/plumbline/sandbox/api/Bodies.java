package dev.plumbline.sandbox.api;

import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Tree;
import dev.plumbline.sandbox.kinds.GoReader;
import dev.plumbline.sandbox.kinds.GoTypes;
import dev.plumbline.sandbox.kinds.Kind;
import dev.plumbline.sandbox.kinds.Protobuf;
import dev.plumbline.sandbox.kinds.Types;
import dev.plumbline.sandbox.rules.Rules;
import dev.plumbline.schema.Coded;
import dev.plumbline.schema.Defaults;
import dev.plumbline.schema.FieldError;
import dev.plumbline.schema.Type;
import dev.plumbline.schema.Unknown;
import dev.plumbline.schema.Validation;
import dev.plumbline.yaml.Json;
import dev.plumbline.yaml.Yaml;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// From what a client sends to the object that it means: decoded, of its kind, without unknown
/// fields, with defaults.
final class Bodies {

  private static final String OBJECTS =
      "application/json, application/yaml, application/vnd.kubernetes.protobuf";

  private static final int SHOWN = 30;

  private final Types types;
  private final Rules rules;
  private final GoTypes goTypes = new GoTypes();
  private final GoReader go = new GoReader(goTypes);
  private final Protobuf protobuf = new Protobuf(goTypes);

  Bodies(Types types, Rules rules) {
    this.types = types;
    this.rules = rules;
  }

  /// The object in the body of a create or update.
  Sent object(Request request, Kind kind) {
    var body = request.body().get();
    boolean yaml = request.contentType().equals("application/yaml");
    var tree =
        switch (request.contentType()) {
          case "", "application/json" -> json(body, kind.kind());
          case "application/yaml" -> yaml(body, "");
          case "application/vnd.kubernetes.protobuf" -> protobuf(body, kind);
          default -> throw Failure.unknownMedia(OBJECTS);
        };
    var there = tree instanceof Tree.Null ? Tree.Obj.EMPTY : tree;
    if (!(there instanceof Tree.Obj object)) {
      throw Failure.badRequest(
          "the object provided is unrecognized (must be of type "
              + kind.kind()
              + "): couldn't get version/kind; json parse error: json: cannot unmarshal "
              + (tree instanceof Tree.Arr ? "array" : "string")
              + " into Go value of type struct { APIVersion string"
              + " \"json:\\\"apiVersion,omitempty\\\"\"; Kind string"
              + " \"json:\\\"kind,omitempty\\\"\" } ("
              + summary(new String(body, StandardCharsets.UTF_8))
              + ")");
    }
    if (!coded(types.of(kind))) {
      defined(object, kind, body);
    } else {
      registered(object, kind);
    }
    var whole = of(object, kind);
    if (request.contentType().endsWith("protobuf")) {
      return new Sent(whole, List.of(), List.of());
    }
    return yaml ? Sent.yaml(whole, body) : Sent.json(whole, body);
  }

  /// An object of a defined kind says its kind and version.
  private static void defined(Tree.Obj object, Kind kind, byte[] body) {
    var said = object.text("kind").orElse("");
    var version = object.text("apiVersion").orElse("");
    var text = new String(body, StandardCharsets.UTF_8);
    if (said.isEmpty()) {
      throw Failure.badRequest(
          "the object provided is unrecognized (must be of type "
              + kind.kind()
              + "): Object 'Kind' is missing in '"
              + text
              + "' ("
              + summary(text)
              + ")");
    }
    if (!version.equals(kind.apiVersion())) {
      throw Failure.badRequest(
          "the API version in the data ("
              + version
              + ") does not match the expected API version ("
              + kind.apiVersion()
              + ")");
    }
    if (!said.equals(kind.kind())) {
      throw Failure.otherKind(kind, said, object.text("metadata", "name").orElse(""));
    }
  }

  /// An object of another built-in kind cannot be made one of this.
  private void registered(Tree.Obj object, Kind kind) {
    var said = object.text("kind").filter(k -> !k.isEmpty()).orElse(kind.kind());
    var version = object.text("apiVersion").filter(v -> !v.isEmpty()).orElse(kind.apiVersion());
    if (said.equals(kind.kind()) || !version.equals(kind.apiVersion())) {
      return;
    }
    var folder = kind.group().isEmpty() ? "core" : kind.group().replaceFirst("\\..*", "");
    var why =
        goTypes.known(folder, kind.version(), said)
            ? "converting ("
                + kind.version()
                + "."
                + said
                + ") to ("
                + folder
                + "."
                + kind.kind()
                + "): unknown conversion"
            : "no kind \""
                + said
                + "\" is registered for version \""
                + version
                + "\" in scheme \"pkg/runtime/scheme.go:111\"";
    throw Failure.badRequest(
        said
            + " in version \""
            + kind.version()
            + "\" cannot be handled as a "
            + kind.kind()
            + ": "
            + why);
  }

  private Tree protobuf(byte[] body, Kind kind) {
    var type =
        goTypes
            .of(kind)
            .orElseThrow(() ->
                Failure.notPlayed("it reads " + kind.kind() + " as JSON or YAML, not as protobuf"));
    try {
      return protobuf.read(type, body);
    } catch (IllegalArgumentException e) {
      throw Failure.badRequest("the protobuf of the body cannot be read: " + e.getMessage());
    }
  }

  /// The options of a deletion in protobuf.
  Tree.Obj options(byte[] body) {
    try {
      return protobuf.read(goTypes.type("meta/v1.DeleteOptions"), body);
    } catch (IllegalArgumentException e) {
      throw Failure.badRequest("the protobuf of the body cannot be read: " + e.getMessage());
    }
  }

  /// An object with apiVersion and kind, which must be those of the URL when they are given.
  static Tree.Obj of(Tree.Obj object, Kind kind) {
    var said = object.text("kind").filter(k -> !k.isEmpty()).orElse(kind.kind());
    var version = object.text("apiVersion").filter(v -> !v.isEmpty()).orElse(kind.apiVersion());
    if (!said.equals(kind.kind()) || !version.equals(kind.apiVersion())) {
      throw Failure.badRequest(
          "the API version in the data ("
              + version
              + ", Kind="
              + said
              + ") does not match the expected API version ("
              + kind.apiVersion()
              + ", Kind="
              + kind.kind()
              + ")");
    }
    var full = Tree.obj("kind", Tree.str(said), "apiVersion", Tree.str(version));
    for (var field : object.fields().entrySet()) {
      full = full.with(field.getKey(), field.getValue());
    }
    return full.with("kind", Tree.str(said)).with("apiVersion", Tree.str(version));
  }

  static Tree json(byte[] body, String kind) {
    try {
      return Json.parse(body, "the body");
    } catch (ProblemException e) {
      var text = new String(body, StandardCharsets.UTF_8);
      throw Failure.badRequest(
          "the object provided is unrecognized (must be of type "
              + kind
              + "): couldn't get version/kind; json parse error: "
              + ended(e)
              + " ("
              + summary(text)
              + ")");
    }
  }

  /// The beginning of a body, as errors show it.
  private static String summary(String text) {
    if (text.isEmpty()) {
      return "<empty>";
    }
    boolean shown = text.charAt(0) == '{';
    var whole = shown ? text : HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    return whole.length() > SHOWN ? whole.substring(0, SHOWN) + " ..." : whole;
  }

  /// In Go's words where a body ends too early; where it is wrong, in ours.
  static String ended(ProblemException e) {
    var what = e.problem().what();
    return what.contains("end-of-input") || what.contains("there is nothing")
        ? "unexpected end of JSON input"
        : what.replaceAll(" \\(start marker.*", "");
  }

  /// The one document of a YAML or JSON body.
  static Tree yaml(byte[] body, String before) {
    var read = Yaml.read(body, "the body");
    if (!read.problems().isEmpty()) {
      throw Failure.badRequest(before + "yaml: " + read.problems().getFirst().what());
    }
    return read.documents().isEmpty() ? Tree.Obj.EMPTY : read.documents().getFirst().body();
  }

  /// As [#typed], for the whole object of a create or update.
  Tree.Obj whole(Kind kind, Sent sent, Options options) {
    var type = types.of(kind);
    var seen =
        coded(type) && !sent.twice().isEmpty()
            ? sent.known(Unknown.prune(type, sent.object()).messages())
            : sent;
    return typed(kind, seen, options, refusing(kind));
  }

  /// Drops unknown fields (or refuses them), checks types, sets defaults.
  ///
  /// @param refusing makes the failure of an object that is not of its type
  Tree.Obj typed(Kind kind, Sent sent, Options options, Refusing refusing) {
    var type = types.of(kind);
    var pruned = Unknown.prune(type, sent.object());
    var unknown = pruned.messages();
    var wrong = Stream.concat(sent.strict().stream(), unknown.stream()).toList();
    if (!wrong.isEmpty() && options.validation().equals("Strict")) {
      throw refusing.because("strict decoding error: " + String.join(", ", wrong));
    }
    if (options.validation().equals("Warn")) {
      options.collected().addAll(sent.twice());
      options.collected().addAll(unknown);
    }
    goTypes
        .of(kind)
        .flatMap(t -> go.misfit(t, pruned.object()))
        .or(() -> coded(type) ? wrongType(kind, type, pruned.object()) : Optional.empty())
        .ifPresent(why -> {
          throw refusing.because(why);
        });
    return complete(kind, pruned.object());
  }

  /// Makes the refusal of an object that cannot be decoded.
  interface Refusing {
    Failure because(String why);
  }

  /// The refusal of a create or update.
  static Refusing refusing(Kind kind) {
    return why ->
        Failure.badRequest(
            kind.kind()
                + " in version \""
                + kind.version()
                + "\" cannot be handled as a "
                + kind.kind()
                + ": "
                + why);
  }

  /// An object with everything that the server adds of itself when it decodes it.
  Tree.Obj complete(Kind kind, Tree.Obj object) {
    var type = types.of(kind);
    if (!coded(type)) {
      return Defaults.set(type, object);
    }
    var kept = goTypes.of(kind).map(t -> go.kept(t, object)).orElse(object);
    var written = Coded.written(type, kept) instanceof Tree.Obj w ? w : kept;
    return Defaults.set(type, rules.defaults(kind, type, written));
  }

  /// What the server has against an object.
  ///
  /// @param found what its code has against it
  List<FieldError> errors(Kind kind, Tree.Obj object, List<FieldError> found) {
    var type = types.of(kind);
    var errors = new ArrayList<>(found);
    if (!coded(type)) {
      Validation.of(type, object).stream()
          .sorted(Comparator.comparing(FieldError::field))
          .forEach(errors::add);
      return errors;
    }
    Validation.of(type, object).stream()
        .filter(e -> rules.holds(kind, e, found))
        .sorted(Comparator.comparing(FieldError::field))
        .forEach(errors::add);
    return errors;
  }

  static boolean coded(Type type) {
    return type instanceof Type.Struct struct && struct.coded();
  }

  private static Optional<String> wrongType(Kind kind, Type type, Tree.Obj object) {
    return Validation.of(type, object).stream()
        .filter(e -> e.reason().equals("FieldValueTypeInvalid"))
        .filter(e -> !e.message().contains("\"null\""))
        .findFirst()
        .map(e -> unmarshal(kind, e));
  }

  /// In the words of Go's JSON decoder, but for the name of Go's type, which no schema tells.
  private static String unmarshal(Kind kind, FieldError error) {
    var got = error.message().replaceAll("^Invalid value: \"(\\w+)\".*", "$1");
    var wanted = error.message().replaceAll("^.*must be of type (\\w+).*$", "$1");
    return "json: cannot unmarshal "
        + (got.equals("integer") ? "number" : got.equals("boolean") ? "bool" : got)
        + " into Go struct field "
        + kind.kind()
        + "."
        + error.field().replaceAll("\\[\\d+\\]", "")
        + " of type "
        + wanted;
  }
}
