package dev.plumbline.store;

import dev.plumbline.plan.SyncRecord;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The activity log: what was done to which cluster, by whom, with what outcome. A record stands in
/// it before the first write to the cluster, so that a crash leaves a trace. Several processes may
/// use it at once. Methods throw [dev.plumbline.model.ProblemException] when the file cannot be
/// read or written: the disk is full, the file is damaged, another process holds it for more than
/// five seconds. A damaged log is never replaced or thrown away.
public interface Journal extends AutoCloseable {

  /// The journal `activity.db` in a state folder. Nothing is opened or made yet.
  static Journal in(Path stateFolder) {
    return new SqliteJournal(stateFolder);
  }

  /// Writes that a sync starts now, in this process; on disk when this returns.
  ///
  /// @param record with the outcome [SyncRecord#RUNNING]
  /// @throws IllegalArgumentException for any other outcome
  void begin(SyncRecord record);

  /// Writes how it ended, over the record with the same id.
  void end(SyncRecord record);

  /// Writes a record of something that is already over (a refusal).
  void append(SyncRecord record);

  /// The newest records first. What was begun by a process that is gone has the outcome
  /// [SyncRecord#INTERRUPTED].
  ///
  /// @param environment only of this environment; empty: of all
  /// @param limit at most so many
  List<SyncRecord> newest(Optional<String> environment, int limit);

  @Override
  void close();
}
