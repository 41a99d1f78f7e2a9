package dev.plumbline.ui.benchmarks;

import dev.plumbline.engine.Session;
import dev.plumbline.ui.FakeSession;
import dev.plumbline.ui.Samples;
import dev.plumbline.ui.environment.EnvironmentScreen;
import dev.plumbline.ui.kit.Fx;
import dev.plumbline.ui.kit.Nav;
import dev.plumbline.ui.kit.Place;
import dev.plumbline.ui.kit.Theme;
import dev.plumbline.ui.kit.Words;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.stage.Stage;

/// 15,000 resources in one environment: from the data to a tree that was laid out and drawn, and
/// from a letter typed into the filter to the list that shows what fits. The peer is JavaFX alone:
/// the same window with a text field above a bare `ListView` of words, whose items are replaced at
/// each letter. Not a test: run as `src/main/docs/benchmarks.md` says.
public final class ManyResources {

  private static final int ROUNDS = 9;
  private static final String NAME = "web/dev";
  private static final List<String> LETTERS =
      List.of(
          "t", "th", "thi", "thin", "thing-1", "thing-14", "thing-149", "thing-1490", "odd", "");

  private final FakeSession session = FakeSession.busy();
  private final BorderPane frame = new BorderPane();

  private ManyResources() {}

  public static void main(String[] args) throws Exception {
    var started = new CountDownLatch(1);
    Platform.startup(started::countDown);
    started.await();
    Platform.setImplicitExit(false);
    new ManyResources().run();
    Platform.exit();
  }

  private void run() {
    var huge = Samples.huge(session.environment(NAME).get());
    var small = session.environment(NAME).get();
    on(() -> {
      var scene = new Scene(frame, 1440, 856);
      frame.getProperties().put("theme", new Theme(scene, Session.Theme.LIGHT));
      var stage = new Stage();
      stage.setScene(scene);
      stage.show();
      var screen =
          new EnvironmentScreen(
              session, Fx.toolkit(), Words.load(), new Nowhere(), new Place.Environment(NAME));
      frame.setCenter(screen.root());
      return true;
    });
    pulses(20);
    var shown = new ArrayList<Long>();
    for (int i = 0; i < ROUNDS; i++) {
      long began = System.nanoTime();
      session.set(huge);
      drawn(Integer.toString(huge.drift().orElseThrow().resources().size()));
      shown.add(System.nanoTime() - began);
      pulses(5);
      if (i < ROUNDS - 1) {
        session.set(small);
        pulses(10);
      }
    }
    said("data to a drawn tree", shown);
    on(() -> {
      frame.lookup("#environment-filter").requestFocus();
      return true;
    });
    pulses(10);
    type("#environment-filter");
    var typed = type("#environment-filter");
    said("a letter in the filter to the drawn list", typed);
    on(() -> {
      var list = new ListView<String>();
      list.setFixedCellSize(28);
      var text = new TextField();
      text.setId("peer");
      text.textProperty().subscribe(t -> list.getItems().setAll(words(t)));
      var peer = new VBox(text, list);
      VBox.setVgrow(list, Priority.ALWAYS);
      frame.setCenter(peer);
      text.requestFocus();
      return true;
    });
    pulses(20);
    type("#peer");
    var bare = type("#peer");
    said("the peer: a letter to a bare list of the same length", bare);
    System.out.printf("as many times the peer: %.1f%n", (double) median(typed) / median(bare));
  }

  /// As many rows as the window shows.
  private static List<String> words(String letters) {
    return IntStream.range(0, 26).mapToObj(i -> letters + " " + i).toList();
  }

  /// Types as a person does, letter by letter, and clears.
  private List<Long> type(String field) {
    var typed = new ArrayList<Long>();
    for (var letters : LETTERS) {
      long began = System.nanoTime();
      on(() -> {
        ((TextField) frame.lookup(field)).setText(letters);
        return true;
      });
      pulses(1);
      typed.add(System.nanoTime() - began);
      pulses(5);
    }
    return typed;
  }

  /// Waits until the foot of the tree tells that number of objects, and one pulse more.
  private void drawn(String number) {
    for (int i = 0; !on(this::foot).contains(number); i++) {
      if (i == 600) {
        throw new IllegalStateException("not drawn: " + on(this::foot));
      }
      pulses(1);
    }
    pulses(1);
  }

  private String foot() {
    return frame.lookup("#environment-footer").lookupAll(".text").stream()
        .map(t -> ((Text) t).getText())
        .collect(Collectors.joining(" "))
        .replaceAll("[^0-9 ]", "");
  }

  private static long median(List<Long> nanos) {
    return nanos.stream().sorted().toList().get(nanos.size() / 2);
  }

  private static void said(String what, List<Long> nanos) {
    var sorted = new ArrayList<>(nanos);
    Collections.sort(sorted);
    System.out.printf(
        "%s: median %.0f ms, slowest %.0f ms, first %.0f ms of %d%n",
        what, median(nanos) / 1e6, sorted.getLast() / 1e6, nanos.getFirst() / 1e6, sorted.size());
  }

  private static <T> T on(Supplier<T> task) {
    var answer = new CompletableFuture<T>();
    Platform.runLater(() -> {
      try {
        answer.complete(task.get());
      } catch (RuntimeException e) {
        answer.completeExceptionally(e);
      }
    });
    return answer.join();
  }

  /// Waits until that many pulses have begun and the last one was drawn.
  private static void pulses(int n) {
    var done = new CompletableFuture<Boolean>();
    Platform.runLater(() -> {
      var left = new int[] {n};
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          if (left[0]-- <= 0) {
            stop();
            done.complete(true);
          }
        }
      }.start();
    });
    done.join();
  }

  private static final class Nowhere implements Nav {
    @Override
    public void go(Place place) {}

    @Override
    public void here(Place place) {}

    @Override
    public void back() {}

    @Override
    public void forward() {}

    @Override
    public void drawer(boolean open) {}
  }
}
