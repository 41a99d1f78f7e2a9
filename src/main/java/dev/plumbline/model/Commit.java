package dev.plumbline.model;

import java.time.OffsetDateTime;
import java.util.List;

/// A commit as a person reads it.
///
/// @param id 40 hexadecimal digits
/// @param subject the first paragraph of the message on one line
/// @param body the rest of the message, may be empty
public record Commit(
    String id, List<String> parents, Person author, Person committer, String subject, String body) {

  public Commit {
    parents = List.copyOf(parents);
  }

  /// Who and when, with the zone in which it was written.
  public record Person(String name, String email, OffsetDateTime time) {}

  /// The first seven digits.
  public String shortId() {
    return id.substring(0, Math.min(7, id.length()));
  }
}
