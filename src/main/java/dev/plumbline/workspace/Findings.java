package dev.plumbline.workspace;

import dev.plumbline.model.ManifestSet.Warning;
import dev.plumbline.model.Origin;
import dev.plumbline.model.Origins;
import dev.plumbline.model.Path;
import dev.plumbline.model.Problem;
import java.util.ArrayList;
import java.util.List;

/// What was found wrong, or worth saying, in one part of `plumbline.yaml`.
final class Findings {

  private final Origins origins;
  private final Origin otherwise;
  private final List<Problem> problems = new ArrayList<>();
  private final List<Warning> warnings = new ArrayList<>();

  /// @param otherwise where the part begins, for values whose place is not known
  Findings(Origins origins, Origin otherwise) {
    this.origins = origins;
    this.otherwise = otherwise;
  }

  /// Findings of a part of the same file.
  Findings part(Path path) {
    return new Findings(origins, where(path));
  }

  Origin where(Path path) {
    return origins.at(path).orElse(otherwise);
  }

  void problem(Path path, String what, String whatToDo) {
    problems.add(new Problem.Invalid(what, where(path).toString(), whatToDo, ""));
  }

  void warning(Path path, String text) {
    warnings.add(new Warning(where(path), text));
  }

  List<Problem> problems() {
    return problems;
  }

  List<Warning> warnings() {
    return warnings;
  }
}
