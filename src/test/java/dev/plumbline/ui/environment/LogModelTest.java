package dev.plumbline.ui.environment;

import static dev.plumbline.model.Tree.arr;
import static dev.plumbline.model.Tree.obj;
import static dev.plumbline.model.Tree.str;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.Problem;
import dev.plumbline.model.Tree;
import dev.plumbline.ui.FakeSession;
import dev.plumbline.ui.kit.Fx;
import dev.plumbline.ui.kit.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The panel below an object: logs, conditions, managers.
class LogModelTest {

  private final FakeSession session = FakeSession.busy();
  private final EnvironmentModel model =
      new EnvironmentModel(session, Fx.direct(), "checkout/prod-eu");
  private final PanelModel panel = new PanelModel(model);
  private final List<String> read = new ArrayList<>();

  private void look() {
    panel
        .logs()
        .reader(batch -> {
          if (batch.anew()) {
            read.clear();
          }
          read.addAll(batch.lines());
        });
    panel.logs().look(true);
  }

  @Test
  void theFirstPodAndItsFirstContainerAreReadOnceSomebodyLooks() {
    assertThat(panel.pods()).hasSize(6);
    assertThat(panel.logs().containers()).containsExactly("checkout", "istio-proxy");
    assertThat(panel.logs().container().get()).isEqualTo("checkout");
    look();
    assertThat(read).isEqualTo(session.logLines);
    assertThat(panel.logs().reading().get()).isInstanceOf(LogModel.Reading.Ended.class);
    session.logLines = List.of("previous");
    panel.logs().previous().set(true);
    assertThat(read).containsExactly("previous");
  }

  @Test
  void aLogThatCannotBeReadSaysWhy() {
    session.failure = Optional.of(new Problem.Forbidden("You may not read logs", "", "", ""));
    look();
    assertThat(panel.logs().reading().get())
        .isEqualTo(new LogModel.Reading.Failed(session.failure.get()));
  }

  @Test
  void newLinesWaitWhileTheReaderIsNotAtTheEnd() {
    var hops = new ArrayList<Runnable>();
    var works = new ArrayList<Runnable>();
    var logs = new LogModel(session, new Fx(hops::add, works::add), "checkout/prod-eu");
    logs.pods(panel.pods());
    logs.reader(batch -> read.addAll(batch.lines()));
    logs.look(true);
    logs.pause(true);
    works.getLast().run();
    assertThat(hops).as("a storm is one hop, and its end").hasSize(2);
    hops.getFirst().run();
    assertThat(read).isEmpty();
    assertThat(logs.waiting().get()).isEqualTo(session.logLines.size());
    logs.pause(false);
    assertThat(read).isEqualTo(session.logLines);
    logs.stop();
    assertThat(logs.reading().get()).isInstanceOf(LogModel.Reading.Stopped.class);
  }

  @Test
  void onlyTheNewestLinesAreKeptAndTheOthersCounted() {
    var feed = new LineFeed(3);
    IntStream.range(0, 5).forEach(i -> feed.offer("a" + i));
    assertThat(feed.drain()).isEqualTo(new LineFeed.Batch(false, List.of("a2", "a3", "a4"), 0, 2));
    feed.offer("b");
    assertThat(feed.drain()).isEqualTo(new LineFeed.Batch(false, List.of("b"), 1, 3));
    assertThat(feed.kept()).containsExactly("a3", "a4", "b");
  }

  @Test
  void whetherThePanelIsOpenIsRememberedButNotInASmallWindow() {
    panel.open().set(false);
    panel.tab().set(PanelModel.Tab.PODS);
    var next = new PanelModel(model);
    assertThat(next.open().get()).isFalse();
    assertThat(next.tab().get()).isEqualTo(PanelModel.Tab.PODS);
    panel.open().set(true);
    panel.small(true);
    assertThat(panel.open().get()).isFalse();
    panel.open().set(true);
    panel.open().set(false);
    panel.small(false);
    assertThat(panel.open().get()).isTrue();
  }

  @Test
  void conditionsAreBadByTheirMeaningAndManagersCountTheirFields() {
    var live = session.liveObjects.get(model.selected().get().orElseThrow().ref());
    assertThat(StatusCondition.of(live))
        .extracting(StatusCondition::tone)
        .containsOnly(Tone.SUCCESS);
    var odd =
        obj(
            "status",
            obj(
                "conditions",
                arr(
                    obj("type", str("Ready"), "status", str("False")),
                    obj("type", str("ReplicaFailure"), "status", str("True")),
                    obj("type", str("MemoryPressure"), "status", str("False")),
                    obj("type", str("Ready"), "status", str("Unknown")))));
    assertThat(StatusCondition.of(odd))
        .extracting(StatusCondition::tone)
        .containsExactly(Tone.WARNING, Tone.DANGER, Tone.SUCCESS, Tone.UNKNOWN);
    assertThat(FieldManager.of(live))
        .extracting(m -> m.name() + " " + m.fields())
        .containsExactly(
            "kube-controller-manager 9", "kubectl-edit 1", "kubectl-set 1", "plumbline 14");
    assertThat(FieldManager.of(Tree.Obj.EMPTY)).isEmpty();
  }
}
