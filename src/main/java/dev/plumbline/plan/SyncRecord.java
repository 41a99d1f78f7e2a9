package dev.plumbline.plan;

import dev.plumbline.model.ClusterRef;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What was done, by whom, to what, with what outcome: one line of the activity log.
///
/// @param id a UUID
/// @param verb `sync` or `dry-run`
/// @param revision commit id
/// @param osUser the operating system's user
/// @param gitIdentity `Name <email>` of the repository's configuration, empty when none
/// @param clusterUser who the API server says we are, empty when it did not say
/// @param reason why an unreviewed commit was applied; empty when it was reviewed
/// @param planId the plan that ran
/// @param ended equals `started` while it runs
/// @param outcome `done`, `partial`, `failed`, `cancelled`, `refused`; `running` until it ended,
///   `interrupted` when its process ended before it did
public record SyncRecord(
    String id,
    String verb,
    String environment,
    ClusterRef cluster,
    String revision,
    Instant started,
    Instant ended,
    String osUser,
    Optional<String> gitIdentity,
    Optional<String> clusterUser,
    Optional<String> reason,
    String planId,
    String outcome,
    List<StepResult> steps,
    Optional<String> message) {

  public SyncRecord {
    steps = List.copyOf(steps);
  }

  /// What [#outcome] says until the sync ended.
  public static final String RUNNING = "running";

  /// What [#outcome] says when the process ended before the sync did.
  public static final String INTERRUPTED = "interrupted";

  /// The same record with how it went.
  public SyncRecord ended(
      Instant when, String how, List<StepResult> results, Optional<String> remark) {
    return new SyncRecord(
        id,
        verb,
        environment,
        cluster,
        revision,
        started,
        when,
        osUser,
        gitIdentity,
        clusterUser,
        reason,
        planId,
        how,
        results,
        remark);
  }
}
