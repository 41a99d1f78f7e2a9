package dev.plumbline.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TurnsTest {

  @Test
  void manyRequestsWhileOneRunsBecomeOneMore() throws InterruptedException {
    var running = new CountDownLatch(1);
    var go = new CountDownLatch(1);
    var second = new CountDownLatch(2);
    var fresh = new CopyOnWriteArrayList<Boolean>();
    try (var turns =
        new Turns(f -> {
          fresh.add(f);
          second.countDown();
          running.countDown();
          await(go);
        })) {
      turns.ask(false);
      await(running);
      for (int i = 0; i < 100; i++) {
        turns.ask(i == 50);
      }
      go.countDown();
      await(second);
      Thread.sleep(500);
      // One of the hundred wanted a fresh look: the gathered run is one.
      assertThat(List.copyOf(fresh)).containsExactly(false, true);
    }
  }

  @Test
  void neverTwoAtOnceAndTheLastRequestIsServed() throws InterruptedException {
    var at = new AtomicInteger();
    var most = new AtomicInteger();
    var wanted = new AtomicInteger();
    var seen = new AtomicInteger();
    try (var turns =
        new Turns(f -> {
          most.accumulateAndGet(at.incrementAndGet(), Math::max);
          seen.set(wanted.get());
          at.decrementAndGet();
        })) {
      for (int i = 1; i <= 200; i++) {
        wanted.set(i);
        turns.ask(false);
        Thread.sleep(i % 20 == 0 ? 5 : 0);
      }
      for (int i = 0; i < 100 && seen.get() < 200; i++) {
        Thread.sleep(50);
      }
      assertThat(seen.get()).isEqualTo(200);
      assertThat(most.get()).isEqualTo(1);
    }
  }

  @Test
  void closedTurnsRunNothing() throws InterruptedException {
    var runs = new AtomicInteger();
    var turns = new Turns(f -> runs.incrementAndGet());
    turns.close();
    turns.ask(true);
    Thread.sleep(100);
    assertThat(runs.get()).isZero();
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
