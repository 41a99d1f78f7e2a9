package dev.plumbline.ui.home;

import dev.plumbline.engine.EnvironmentView;
import dev.plumbline.model.Problem;
import dev.plumbline.ui.kit.Condition;
import dev.plumbline.ui.kit.Mark;
import dev.plumbline.ui.kit.Needs;
import dev.plumbline.ui.kit.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// A program that is not installed, and the environments of which nothing is known without it.
/// Pure.
///
/// @param install the command line that installs it, or the address of its instructions
record Lacking(String program, String install, List<String> environments) {

  Lacking {
    environments = List.copyOf(environments);
  }

  /// @param only the state that alone is shown
  static List<Lacking> of(List<EnvironmentView> environments, Optional<Mark> only, Words words) {
    var waiting = new LinkedHashMap<String, List<String>>();
    var missing = new LinkedHashMap<String, Problem.Missing>();
    for (var view : environments) {
      var condition = Condition.of(view, words);
      if (condition.needsYou() && only.map(m -> m == Counted.of(condition)).orElse(true)) {
        Needs.program(view)
            .ifPresent(p -> {
              missing.putIfAbsent(p.program(), p);
              waiting
                  .computeIfAbsent(p.program(), n -> new ArrayList<>())
                  .add(view.environment().name());
            });
      }
    }
    return missing.values().stream()
        .map(p ->
            new Lacking(p.program(), p.install(), waiting.getOrDefault(p.program(), List.of())))
        .toList();
  }
}
