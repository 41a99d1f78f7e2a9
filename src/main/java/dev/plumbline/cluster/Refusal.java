package dev.plumbline.cluster;

import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Tree;
import dev.plumbline.yaml.Json;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Turns an answer that is not a success into a [Problem]: the server's message becomes its detail,
/// with the causes that the message does not repeat, and the reason.
final class Refusal {

  private static final Pattern WEBHOOK =
      Pattern.compile("admission webhook \"([^\"]+)\"|failed calling webhook \"([^\"]+)\"");
  private static final Pattern POLICY = Pattern.compile("ValidatingAdmissionPolicy '([^']+)'");
  private static final Pattern RBAC =
      Pattern.compile(
          "cannot (\\w+) (?:resource \"([^\"]+)\".*?(?: in the namespace \"([^\"]+)\")?$|path (\\S+))");

  private final String context;

  Refusal(String context) {
    this.context = context;
  }

  /// What an HTTP answer says.
  ProblemException of(Answer answer, String about) {
    var status = status(answer);
    var message = status.text("message").orElseGet(answer::excerpt);
    return new ProblemException(
        problem(answer.code(), message, detail(status, message), status, about));
  }

  /// What an object of kind Status in a watch says.
  Problem of(Tree status, String about) {
    var message = status.text("message").orElse("");
    int code =
        status.at("code").orElse(Tree.Null.VALUE) instanceof Tree.Num n
            ? n.value().intValue()
            : 500;
    return problem(code, message, detail(status, message), status, about);
  }

  private Problem problem(int code, String message, String detail, Tree status, String about) {
    var reason = status.text("reason").orElse("");
    return switch (code) {
      case 401 ->
          new Problem.Auth(
              "The login to " + context + " was refused or has expired",
              about,
              "Log in again.",
              detail);
      case 403 -> forbidden(message, detail, about);
      case 404, 410 -> missing(status, detail, about);
      case 409 ->
          new Problem.Conflict(conflict(about, reason, status), about, "Look at it again.", detail);
      case 400, 422 -> rejected(message, detail, about);
      case 429, 502, 503, 504 ->
          new Problem.Network(
              "The API server of " + context + " is not able to answer now (HTTP " + code + ")",
              about,
              "Try again.",
              detail);
      default ->
          WEBHOOK.matcher(message).find()
              ? rejected(message, detail, about)
              : new Problem.Unexpected(
                  "The API server of " + context + " failed (HTTP " + code + ")",
                  about,
                  "Read its own words.",
                  detail);
    };
  }

  private static Problem forbidden(String message, String detail, String about) {
    var rbac = RBAC.matcher(message);
    if (!rbac.find()) {
      return rejected(message, detail, about);
    }
    var what = rbac.group(2) == null ? rbac.group(4) : rbac.group(2);
    var where = rbac.group(3) == null ? "" : " in " + rbac.group(3);
    return new Problem.Forbidden(
        "You may not " + rbac.group(1) + " " + what + where + " (RBAC)",
        about,
        "Ask for the permission, or use another context.",
        detail);
  }

  private static Problem missing(Tree status, String detail, String about) {
    var kind = status.text("details", "kind").orElse("");
    var name = status.text("details", "name").orElse("");
    String what;
    if (kind.equals("namespaces") && !name.isEmpty()) {
      what = "There is no namespace " + name;
    } else if (name.isEmpty()) {
      what = "The server does not serve this kind";
    } else {
      what = about + " is not there";
    }
    return new Problem.NotFound(what, about, "", detail);
  }

  private static String conflict(String about, String reason, Tree status) {
    if (reason.equals("AlreadyExists")) {
      return about + " exists already";
    }
    for (var cause : status.items("details", "causes")) {
      if (cause.text("reason").filter("FieldManagerConflict"::equals).isPresent()) {
        return "Fields of " + about + " belong to somebody else";
      }
    }
    return about + " was changed by somebody else";
  }

  private static Problem rejected(String message, String detail, String about) {
    var webhook = WEBHOOK.matcher(message);
    if (webhook.find()) {
      return webhook.group(1) != null
          ? new Problem.Rejected(
              "The webhook " + webhook.group(1) + " refused " + about, about, "", detail)
          : new Problem.Rejected(
              "The webhook " + webhook.group(2) + " could not be asked about " + about,
              about,
              "Try again.",
              detail);
    }
    Matcher policy = POLICY.matcher(message);
    return new Problem.Rejected(
        policy.find()
            ? "The admission policy " + policy.group(1) + " refused " + about
            : "The server refused " + about,
        about,
        "Correct it.",
        detail);
  }

  private static Tree status(Answer answer) {
    try {
      var tree = Json.parse(answer.text(), "");
      return tree.text("kind").filter("Status"::equals).isPresent() ? tree : Tree.Obj.EMPTY;
    } catch (ProblemException notJson) {
      return Tree.Obj.EMPTY;
    }
  }

  private static String detail(Tree status, String message) {
    var text = new StringBuilder(message);
    for (var cause : status.items("details", "causes")) {
      var said = cause.text("message").orElse("");
      if (!said.isEmpty() && !message.contains(said)) {
        text.append('\n');
        cause.text("field").ifPresent(f -> text.append(f).append(": "));
        text.append(said);
      }
    }
    status.text("reason").ifPresent(r -> text.append(" (reason ").append(r).append(')'));
    return text.toString();
  }
}
