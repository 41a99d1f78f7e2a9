package dev.plumbline.engine;

import dev.plumbline.git.GitRepository;
import dev.plumbline.model.ProblemException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Notices that branches of a repository moved, whoever moved them, by looking at the refs every
/// two seconds.
final class RefsPoll implements AutoCloseable {

  private static final long SECONDS = 2;

  private final GitRepository git;
  private final Runnable moved;
  private final CountDownLatch closed = new CountDownLatch(1);

  RefsPoll(GitRepository git, Runnable moved) {
    this.git = git;
    this.moved = moved;
    Thread.ofVirtual().name("refs of " + git.folder()).start(this::loop);
  }

  private void loop() {
    var before = look();
    try {
      while (!closed.await(SECONDS, TimeUnit.SECONDS)) {
        var now = look();
        if (!now.equals(before)) {
          before = now;
          moved.run();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// The refs; nothing while they cannot be read (the next read of the repository says why).
  private List<GitRepository.Ref> look() {
    try {
      return git.refs();
    } catch (ProblemException e) {
      return List.of();
    }
  }

  @Override
  public void close() {
    closed.countDown();
  }
}
