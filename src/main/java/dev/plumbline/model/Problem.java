package dev.plumbline.model;

/// What went wrong, where, and what a person can do about it. Adapters translate failures into
/// problems at the edge; nobody above them sees a library's exception.
public sealed interface Problem {

  /// One sentence: what happened.
  String what();

  /// Where: a file and line, an object, a context, a URL. May be empty.
  String where();

  /// What to do, as one short imperative. May be empty when nothing is to be done.
  String whatToDo();

  /// The other program's own words (an error of the server, the output of a tool). May be empty.
  String detail();

  /// A login is missing, wrong or expired.
  record Auth(String what, String where, String whatToDo, String detail) implements Problem {}

  /// A host cannot be reached, is too slow, or the connection broke.
  record Network(String what, String where, String whatToDo, String detail) implements Problem {}

  /// The login works but may not do this (RBAC).
  record Forbidden(String what, String where, String whatToDo, String detail) implements Problem {}

  /// Somebody else owns or changed what we wanted to change.
  record Conflict(String what, String where, String whatToDo, String detail) implements Problem {}

  /// Something that was named is not there: a revision, an environment, a context, a kind, a
  /// namespace.
  record NotFound(String what, String where, String whatToDo, String detail) implements Problem {}

  /// A document, file or option cannot be understood.
  record Invalid(String what, String where, String whatToDo, String detail) implements Problem {}

  /// A renderer failed or is missing.
  record Render(String what, String where, String whatToDo, String detail) implements Problem {}

  /// A program of this machine that is needed is not installed.
  ///
  /// @param program its name: `helm`
  /// @param install the command line that installs it here, else the address of its instructions
  record Missing(String program, String what, String install) implements Problem {
    @Override
    public String where() {
      return "";
    }

    @Override
    public String whatToDo() {
      return "Install it: " + install;
    }

    @Override
    public String detail() {
      return "";
    }
  }

  /// The server understood and said no (validation, admission, immutable field).
  record Rejected(String what, String where, String whatToDo, String detail) implements Problem {}

  /// Plumbline itself declines because a rule says so (not reviewed, cluster not mapped, stale
  /// plan, wrong cluster).
  record Refused(String what, String where, String whatToDo, String detail) implements Problem {}

  /// The work was cancelled by a person.
  record Cancelled(String what, String where, String whatToDo, String detail) implements Problem {}

  /// Nothing of the above: a defect of ours or of the machine (full disk, corrupt repository).
  record Unexpected(String what, String where, String whatToDo, String detail) implements Problem {}

  /// The problem in one line: what, where, what to do.
  default String sentence() {
    var text = new StringBuilder(what());
    if (!where().isEmpty()) {
      text.append(" (").append(where()).append(')');
    }
    if (!whatToDo().isEmpty()) {
      text.append(". ").append(whatToDo());
    }
    return text.toString();
  }
}
