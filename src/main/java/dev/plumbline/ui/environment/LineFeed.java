package dev.plumbline.ui.environment;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// Lines between the thread that reads them and the one that shows them. Keeps the newest ones and
/// counts what it dropped; a storm of lines asks for one redraw.
final class LineFeed {

  /// So many lines are kept.
  static final int MOST = 10_000;

  private final int most;
  private final Deque<String> fresh = new ArrayDeque<>();
  private final Deque<String> shown = new ArrayDeque<>();
  private long dropped;
  private boolean asked;

  LineFeed(int most) {
    this.most = most;
  }

  /// What came since the last time.
  ///
  /// @param anew whether what was shown is to be forgotten first
  /// @param gone how many of the oldest lines that were shown are to go
  /// @param dropped how many lines were dropped in all
  record Batch(boolean anew, List<String> lines, int gone, long dropped) {
    Batch {
      lines = List.copyOf(lines);
    }
  }

  /// Takes a line from any thread.
  ///
  /// @return whether somebody has to be told: false while a drain is on its way
  synchronized boolean offer(String line) {
    fresh.addLast(line);
    if (fresh.size() > most) {
      fresh.removeFirst();
      dropped++;
    }
    boolean tell = !asked;
    asked = true;
    return tell;
  }

  /// How many lines wait to be shown.
  synchronized int waiting() {
    asked = false;
    return fresh.size();
  }

  /// Hands over what waits.
  synchronized Batch drain() {
    asked = false;
    var lines = new ArrayList<>(fresh);
    fresh.clear();
    int gone = Math.max(0, shown.size() + lines.size() - most);
    for (int i = 0; i < gone; i++) {
      shown.removeFirst();
    }
    dropped += gone;
    shown.addAll(lines);
    return new Batch(false, lines, gone, dropped);
  }

  /// All lines that are kept.
  synchronized List<String> kept() {
    var all = new ArrayList<>(shown);
    all.addAll(fresh);
    return all;
  }
}
