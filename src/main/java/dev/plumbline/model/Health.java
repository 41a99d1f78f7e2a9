package dev.plumbline.model;

/// Whether a live object does what it should, as its own status tells.
///
/// @param message why, in the words of the object's conditions or as a count (`2 of 6 ready`); may
///   be empty when healthy
public record Health(State state, String message) {

  /// The states, as kstatus and Argo CD name them.
  public enum State {
    HEALTHY,
    PROGRESSING,
    DEGRADED,
    SUSPENDED,
    /// It is being deleted.
    TERMINATING,
    /// Its status says nothing, or says it of an older generation.
    UNKNOWN
  }
}
