package dev.plumbline.cluster;

import dev.plumbline.model.Cancel;
import java.io.IOException;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// HTTP clients for watches, each with one HTTP/2 connection that a limited number of watches
/// share. An API server allows 100 streams a connection; beyond them Java's client fails every
/// request instead of opening another connection, and a connection for each watch costs four times
/// the memory (decision 0003).
final class Lanes {

  /// Watches that share a connection.
  static final int SEATS = 50;

  private final Supplier<HttpClient> build;
  private final List<Lane> lanes = new ArrayList<>();

  Lanes(Supplier<HttpClient> build) {
    this.build = build;
  }

  /// A place for one watch; give it back with [Seat#close()].
  synchronized Seat take() {
    for (var lane : lanes) {
      if (lane.taken < SEATS) {
        return new Seat(lane);
      }
    }
    var lane = new Lane(build.get());
    lanes.add(lane);
    return new Seat(lane);
  }

  /// How many connections there are.
  synchronized int size() {
    return lanes.size();
  }

  /// Takes no more watches; those that run go on to their end.
  synchronized void shutdown() {
    lanes.forEach(l -> l.client.shutdown());
  }

  synchronized void shutdownNow() {
    lanes.forEach(l -> l.client.shutdownNow());
  }

  private static final class Lane {
    final HttpClient client;
    final ReentrantLock connecting = new ReentrantLock();
    volatile boolean connected;
    int taken;

    Lane(HttpClient client) {
      this.client = client;
    }
  }

  /// Opens a stream.
  interface Opening<T> {
    T open() throws IOException;
  }

  /// The place of one watch.
  final class Seat implements AutoCloseable {
    private final Lane lane;
    private boolean given;

    private Seat(Lane lane) {
      this.lane = lane;
      lane.taken++;
    }

    HttpClient client() {
      return lane.client;
    }

    /// Opens a stream; while there is no connection, one at a time, else each would make its own.
    <T> T open(Opening<T> opening, Cancel cancel) throws IOException {
      if (lane.connected) {
        return opened(opening);
      }
      Waits.lock(lane.connecting, cancel);
      try {
        return opened(opening);
      } finally {
        lane.connecting.unlock();
      }
    }

    private <T> T opened(Opening<T> opening) throws IOException {
      try {
        var answer = opening.open();
        lane.connected = true;
        return answer;
      } catch (IOException e) {
        lane.connected = false;
        throw e;
      }
    }

    /// The connection broke: the next one to open makes a new one.
    void broken() {
      lane.connected = false;
    }

    @Override
    public void close() {
      synchronized (Lanes.this) {
        if (!given) {
          given = true;
          lane.taken--;
        }
      }
    }
  }
}
