package dev.plumbline.process;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// A process and everything it started. A child whose parent has ended belongs to nobody that the
/// system could tell us, so descendants are noted while they can still be seen.
final class Family {

  private static final long FIRST = Duration.ofMillis(10).toNanos();
  private static final long LONGEST = Duration.ofMillis(250).toNanos();
  private static final int ROUNDS = 10;

  /// Handles know the start time: a process that got a dead one's number is not taken for it.
  private final Set<ProcessHandle> members = new LinkedHashSet<>();

  private long every = FIRST;
  private long next = System.nanoTime() + FIRST;

  Family(ProcessHandle root) {
    members.add(root);
  }

  /// Notes who is there now, at growing intervals (a look reads the table of all processes). Call
  /// it often.
  void look() {
    if (System.nanoTime() - next >= 0) {
      note();
      every = Math.min(2 * every, LONGEST);
      next = System.nanoTime() + every;
    }
  }

  /// Notes who is there now, and says whether somebody is new.
  boolean note() {
    boolean found = false;
    for (var member : List.copyOf(members)) {
      found |= members.addAll(member.descendants().toList());
    }
    return found;
  }

  /// Kills all members, and those that appeared meanwhile. Does not wait until the system has
  /// buried them: a killed process runs no more, but its entry may stay for a second.
  void kill() {
    for (int round = 0; round < ROUNDS; round++) {
      boolean more = note();
      members.forEach(ProcessHandle::destroyForcibly);
      if (!more && round > 0) {
        return;
      }
    }
  }
}
