package dev.plumbline.workspace;

import dev.plumbline.drift.Rules;
import dev.plumbline.model.Environment;
import dev.plumbline.model.ManifestSet.Warning;
import dev.plumbline.model.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The environments of a repository at one revision.
///
/// @param environments what can be used, in the order of the file, or by name when detected
/// @param problems what in `plumbline.yaml` cannot be used: an environment with a problem is not in
///   the list, the others are
/// @param remarks what is declared and read but not acted upon by this version, and other things a
///   person should know
/// @param declared true when there is a `plumbline.yaml`, readable or not; false when detected
/// @param rules what does not count, by the name of the environment
public record Workspace(
    List<Environment> environments,
    List<Problem> problems,
    List<Remark> remarks,
    boolean declared,
    Map<String, Rules> rules) {

  /// Environments in which everything counts.
  public Workspace(
      List<Environment> environments,
      List<Problem> problems,
      List<Remark> remarks,
      boolean declared) {
    this(environments, problems, remarks, declared, Map.of());
  }

  public Workspace {
    environments = List.copyOf(environments);
    problems = List.copyOf(problems);
    remarks = List.copyOf(remarks);
    rules = Map.copyOf(rules);
  }

  /// What does not count in an environment.
  public Rules rules(String environment) {
    return rules.getOrDefault(environment, Rules.NONE);
  }

  /// A warning about an environment.
  ///
  /// @param environment its name; empty: about the whole file
  public record Remark(String environment, Warning warning) {}

  /// The environment of a name.
  public Optional<Environment> environment(String name) {
    return environments.stream().filter(e -> e.name().equals(name)).findFirst();
  }

  /// The warnings about an environment.
  public List<Warning> warnings(String environment) {
    return remarks.stream()
        .filter(r -> r.environment().equals(environment))
        .map(Remark::warning)
        .toList();
  }
}
