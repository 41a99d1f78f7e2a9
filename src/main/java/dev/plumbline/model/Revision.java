package dev.plumbline.model;

/// A commit, and the name by which it was asked for.
///
/// @param id the full commit id, 40 hexadecimal digits
/// @param name what was resolved: `refs/remotes/origin/main`, `HEAD`, a tag, or the id itself
public record Revision(String id, String name) {

  /// The first seven digits.
  public String shortId() {
    return id.substring(0, Math.min(7, id.length()));
  }
}
