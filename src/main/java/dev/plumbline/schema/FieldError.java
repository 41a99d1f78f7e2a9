package dev.plumbline.schema;

/// Something wrong with a field, in the server's words.
///
/// @param reason the `reason` of a status cause: `FieldValueInvalid`, `FieldValueRequired`,
///   `FieldValueTypeInvalid`, `FieldValueNotSupported`, `FieldValueDuplicate`
/// @param field `spec.ports[0].port`
/// @param message without the field: `Invalid value: "x": must be …`
public record FieldError(String reason, String field, String message) {

  /// Field and message: `spec.replicas: Invalid value: …`.
  public String text() {
    return field + ": " + message;
  }
}
