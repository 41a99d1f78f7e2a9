package dev.plumbline.merge;

import dev.plumbline.schema.FieldSet;
import java.time.Instant;

/// Who writes, and how the server sees the request.
///
/// @param manager the field manager (`fieldManager`, else the user agent's first word)
/// @param apiVersion the version in which the object is written, `apps/v1`
/// @param subresource `status`, `scale`, or empty
/// @param ignored fields that the server takes from the live object whatever is sent (`status`,
///   when the object itself is written): their writer does not come to own them
/// @param now when; the server keeps whole seconds
public record Writer(
    String manager, String apiVersion, String subresource, FieldSet ignored, Instant now) {

  /// A writer of the object itself, of every field of it.
  public static Writer of(String manager, String apiVersion, Instant now) {
    return new Writer(manager, apiVersion, "", FieldSet.EMPTY, now);
  }

  /// The same, while some fields do not count.
  public Writer ignoring(FieldSet fields) {
    return new Writer(manager, apiVersion, subresource, fields, now);
  }

  /// The same, writing a subresource.
  public Writer to(String subresource) {
    return new Writer(manager, apiVersion, subresource, ignored, now);
  }
}
