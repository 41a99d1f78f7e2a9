package dev.plumbline.ui.kit;

import dev.plumbline.drift.Drift;
import dev.plumbline.drift.ResourceDrift;
import dev.plumbline.engine.EnvironmentView;
import dev.plumbline.engine.EnvironmentView.Phase;
import dev.plumbline.model.Problem;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What needs a person, each once: a cluster that no context stands for and a program that is not
/// installed are one thing, however many environments wait for them. Pure.
public final class Needs {
  private Needs() {}

  /// How many things need a person.
  public static int count(List<EnvironmentView> environments, Words words) {
    Set<String> things = new LinkedHashSet<>();
    for (var view : environments) {
      if (Condition.of(view, words).needsYou()) {
        things.add(thing(view));
      }
    }
    return things.size();
  }

  private static String thing(EnvironmentView view) {
    return view.phase() == Phase.UNMAPPED
        ? "cluster " + view.environment().cluster()
        : program(view)
            .map(p -> "program " + p.program())
            .orElse("environment " + view.environment().name());
  }

  /// The program without which nothing is known of an environment; empty when that is not why.
  public static Optional<Problem.Missing> program(EnvironmentView view) {
    boolean known =
        view.drift().stream()
            .flatMap(d -> d.resources().stream())
            .anyMatch(r -> !(r instanceof ResourceDrift.Unknown));
    return known
        ? Optional.empty()
        : Stream.concat(
                view.problems().stream(),
                view.drift().map(Drift::problems).stream().flatMap(List::stream))
            .flatMap(p -> p instanceof Problem.Missing m ? Stream.of(m) : Stream.empty())
            .findFirst();
  }
}
