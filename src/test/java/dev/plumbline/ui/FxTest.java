package dev.plumbline.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.State;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.ui.kit.Fx;
import java.util.ArrayDeque;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class FxTest {

  private final ArrayDeque<Runnable> hops = new ArrayDeque<>();
  private final Fx fx = new Fx(hops::add, Runnable::run);

  @Test
  void aStormOfChangesIsOneHopAndDrawsTheLastValue() {
    var state = new State<>(0);
    var drawn = new ArrayList<Integer>();
    fx.show(state, drawn::add);
    for (int i = 1; i <= 1000; i++) {
      state.set(i);
    }
    assertThat(hops).hasSize(1);
    hops.poll().run();
    assertThat(drawn).containsExactly(1000);

    state.set(1001);
    assertThat(hops).hasSize(1);
    hops.poll().run();
    assertThat(drawn).containsExactly(1000, 1001);
  }

  @Test
  void nothingIsDrawnAfterClosingEvenWhenAHopIsOnItsWay() {
    var state = new State<>("a");
    var drawn = new ArrayList<String>();
    var subscription = fx.show(state, drawn::add);
    subscription.close();
    hops.forEach(Runnable::run);
    hops.clear();
    state.set("b");
    assertThat(drawn).isEmpty();
    assertThat(hops).isEmpty();
  }

  @Test
  void slowWorkEndsWithItsResultOrItsProblem() {
    var seen = new ArrayList<Object>();
    fx.slow(c -> 7, seen::add, seen::add);
    var problem = new Problem.NotFound("There is no such commit", "", "", "");
    fx.slow(
        c -> {
          throw new ProblemException(problem);
        },
        seen::add,
        seen::add);
    hops.forEach(Runnable::run);
    assertThat(seen).containsExactly(7, problem);
  }

  @Test
  void cancelledWorkSaysNothingMore() {
    var seen = new ArrayList<Object>();
    var cancel = fx.slow(c -> 7, seen::add, seen::add);
    cancel.cancel();
    hops.forEach(Runnable::run);
    assertThat(seen).isEmpty();
  }
}
