package dev.plumbline.sandbox.api;

import dev.plumbline.model.Tree;
import dev.plumbline.sandbox.kinds.Kind;
import dev.plumbline.schema.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A request that is refused, with the Status that a real API server answers (its words, as far as
/// they were seen: the contract test compares them).
final class Failure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int code;
  private final transient Tree.Obj status;
  private final transient List<String> warnings = new ArrayList<>();

  private Failure(int code, String reason, String message, Optional<Tree> details) {
    super(message);
    this.code = code;
    var body =
        Tree.obj(
            "kind",
            Tree.str("Status"),
            "apiVersion",
            Tree.str("v1"),
            "metadata",
            Tree.Obj.EMPTY,
            "status",
            Tree.str("Failure"),
            "message",
            Tree.str(message));
    if (!reason.isEmpty()) {
      body = body.with("reason", Tree.str(reason));
    }
    if (details.isPresent()) {
      body = body.with("details", details.get());
    }
    this.status = body.with("code", Tree.Num.of(code));
  }

  /// The same with what was to be warned of before it was refused.
  Failure warned(List<String> texts) {
    warnings.addAll(texts);
    return this;
  }

  List<String> warnings() {
    return List.copyOf(warnings);
  }

  int code() {
    return code;
  }

  Tree.Obj status() {
    return status;
  }

  static Failure unauthorized() {
    return new Failure(401, "Unauthorized", "Unauthorized", Optional.empty());
  }

  static Failure badRequest(String message) {
    return new Failure(400, "BadRequest", message, Optional.empty());
  }

  static Failure notServed() {
    return new Failure(
        404,
        "NotFound",
        "the server could not find the requested resource",
        Optional.of(Tree.Obj.EMPTY));
  }

  static Failure notAllowed() {
    return new Failure(
        405,
        "MethodNotAllowed",
        "the server does not allow this method on the requested resource",
        Optional.of(Tree.Obj.EMPTY));
  }

  static Failure notFound(Kind kind, String name) {
    return new Failure(
        404, "NotFound", named(kind, name) + " not found", about(kind, name, kind.resource()));
  }

  static Failure exists(Kind kind, String name) {
    return new Failure(
        409,
        "AlreadyExists",
        named(kind, name) + " already exists",
        about(kind, name, kind.resource()));
  }

  static Failure forbidden(Kind kind, String name, String why) {
    return new Failure(
        403,
        "Forbidden",
        named(kind, name) + " is forbidden: " + why,
        about(kind, name, kind.resource()));
  }

  static Failure terminating(Kind kind, String name, String namespace) {
    var cause =
        Tree.obj(
            "reason",
            Tree.str("NamespaceTerminating"),
            "message",
            Tree.str("namespace " + namespace + " is being terminated"),
            "field",
            Tree.str("metadata.namespace"));
    return new Failure(
        403,
        "Forbidden",
        named(kind, name)
            + " is forbidden: unable to create new content in namespace "
            + namespace
            + " because it is being terminated",
        about(kind, name, kind.resource())
            .map(d -> ((Tree.Obj) d).with("causes", Tree.arr(cause))));
  }

  static Failure modified(Kind kind, String name) {
    return conflict(
        kind,
        name,
        "the object has been modified; please apply your changes to the latest version and try"
            + " again");
  }

  static Failure conflict(Kind kind, String name, String why) {
    return new Failure(
        409,
        "Conflict",
        "Operation cannot be fulfilled on " + named(kind, name) + ": " + why,
        about(kind, name, kind.resource()));
  }

  /// A precondition of a deletion that does not hold.
  static Failure precondition(Kind kind, String name, String why) {
    return new Failure(
        409,
        "Conflict",
        "Operation cannot be fulfilled on " + kind.kindName() + " \"" + name + "\": " + why,
        about(kind, name, kind.kind()));
  }

  static Failure applyConflict(String message, List<Tree> causes) {
    return new Failure(
        409, "Conflict", message, Optional.of(Tree.obj("causes", new Tree.Arr(causes))));
  }

  static Failure invalid(Kind kind, String name, List<FieldError> errors) {
    return invalid(kind.group(), kind.kind(), name, errors);
  }

  /// An object that says it is of another kind than its URL.
  static Failure otherKind(Kind kind, String said, String name) {
    return invalid(
        kind.group(),
        said,
        name,
        List.of(
            new FieldError(
                "FieldValueInvalid",
                "kind",
                "Invalid value: \"" + said + "\": must be " + kind.kind())));
  }

  /// A wrong number of replicas of a built-in kind.
  static Failure scale(String name, FieldError error) {
    return invalid("autoscaling", "Scale", name, List.of(error));
  }

  /// Wrong options of a request.
  static Failure options(String kind, FieldError error) {
    return invalid("meta.k8s.io", kind, "", List.of(error));
  }

  /// A patch that leads to no object of its kind.
  static Failure patch(String message) {
    return invalid("", "", "", List.of(new FieldError("FieldValueInvalid", "patch", message)));
  }

  private static Failure invalid(String group, String kind, String name, List<FieldError> errors) {
    var texts = errors.stream().map(FieldError::text).distinct().toList();
    var all = texts.size() == 1 ? texts.getFirst() : "[" + String.join(", ", texts) + "]";
    var details = Tree.Obj.EMPTY;
    details = name.isEmpty() ? details : details.with("name", Tree.str(name));
    details = group.isEmpty() ? details : details.with("group", Tree.str(group));
    details = kind.isEmpty() ? details : details.with("kind", Tree.str(kind));
    var causes = new ArrayList<Tree>();
    for (var error : errors.stream().distinct().toList()) {
      causes.add(
          Tree.obj(
              "reason",
              Tree.str(error.reason()),
              "message",
              Tree.str(error.message()),
              "field",
              Tree.str(error.field())));
    }
    return new Failure(
        422,
        "Invalid",
        (group.isEmpty() ? kind : kind + "." + group) + " \"" + name + "\" is invalid: " + all,
        Optional.of(details.with("causes", new Tree.Arr(causes))));
  }

  /// A patch that does not fit the object.
  static Failure unprocessable() {
    return new Failure(
        422,
        "Invalid",
        "the server rejected our request due to an error in our request",
        Optional.of(Tree.Obj.EMPTY));
  }

  static Failure tooOld(String message) {
    return new Failure(410, "Expired", message, Optional.empty());
  }

  /// A page that cannot be continued as it was begun.
  ///
  /// @param continued a token with which the rest can be had as it is now
  Failure withContinue(String continued) {
    var failure = new Failure(code, "Expired", String.valueOf(getMessage()), Optional.empty());
    return new Failure(failure, status.with("metadata", Tree.obj("continue", Tree.str(continued))));
  }

  private Failure(Failure of, Tree.Obj status) {
    super(of.getMessage());
    this.code = of.code;
    this.status = status;
  }

  static Failure tooNew(long asked, long current) {
    var cause =
        Tree.obj(
            "reason",
            Tree.str("ResourceVersionTooLarge"),
            "message",
            Tree.str("Too large resource version"));
    return new Failure(
        504,
        "Timeout",
        "Timeout: Too large resource version: " + asked + ", current: " + current,
        Optional.of(Tree.obj("causes", Tree.arr(cause), "retryAfterSeconds", Tree.Num.of(1))));
  }

  static Failure unknownMedia(String accepted) {
    return new Failure(
        415,
        "UnsupportedMediaType",
        "the body of the request was in an unknown format - accepted media types include: "
            + accepted,
        Optional.empty());
  }

  /// A kind of patch that is not served.
  static Failure unsupportedPatch() {
    return new Failure(
        415, "UnsupportedMediaType", "415: Unsupported Media Type", Optional.of(Tree.Obj.EMPTY));
  }

  static Failure notAcceptable(String accepted) {
    return new Failure(
        406,
        "NotAcceptable",
        "only the following media types are accepted: " + accepted,
        Optional.empty());
  }

  static Failure internal(String message) {
    return new Failure(500, "", message, Optional.empty());
  }

  /// As Go's `NewInternalError` says it.
  static Failure internalError(String message) {
    return new Failure(
        500,
        "InternalError",
        "Internal error occurred: " + message,
        Optional.of(Tree.obj("causes", Tree.arr(Tree.obj("message", Tree.str(message))))));
  }

  /// What a real server does and the sandbox does not.
  static Failure notPlayed(String what) {
    return new Failure(
        501,
        "NotImplemented",
        "The Plumbline sandbox does not do this: " + what + ". A real cluster does.",
        Optional.empty());
  }

  private static String named(Kind kind, String name) {
    return kind.name() + " \"" + name + "\"";
  }

  private static Optional<Tree> about(Kind kind, String name, String says) {
    var details = Tree.Obj.EMPTY;
    details = name.isEmpty() ? details : details.with("name", Tree.str(name));
    details = kind.group().isEmpty() ? details : details.with("group", Tree.str(kind.group()));
    return Optional.of(details.with("kind", Tree.str(says)));
  }
}
