package dev.plumbline.sandbox.api;

import dev.plumbline.schema.FieldError;
import java.util.List;

/// How a write is meant.
///
/// @param manager who becomes the owner of the fields
/// @param validation `Strict`, `Warn` or `Ignore`: what happens to unknown fields
/// @param force whether an apply takes fields from others
/// @param collected warnings for the answer; the pipeline adds to it
record Options(
    String manager, boolean dryRun, String validation, boolean force, List<String> collected) {

  private static final int LONGEST_MANAGER = 128;

  /// Reads the parameters of a request.
  ///
  /// @param kind of the options, for the error message: `CreateOptions`
  static Options of(Request request, String kind) {
    boolean dryRun = false;
    for (var value : request.query().getOrDefault("dryRun", List.of())) {
      if (!value.equals("All")) {
        throw Failure.options(
            kind,
            new FieldError(
                "FieldValueNotSupported",
                "dryRun",
                "Unsupported value: [\"" + value + "\"]: supported values: \"All\""));
      }
      dryRun = true;
    }
    var validation = request.parameter("fieldValidation").orElse("Warn");
    if (!List.of("Strict", "Warn", "Ignore").contains(validation)) {
      throw Failure.options(
          kind,
          new FieldError(
              "FieldValueNotSupported",
              "fieldValidation",
              "Unsupported value: \""
                  + validation
                  + "\": supported values: \"Ignore\", \"Strict\", \"Warn\""));
    }
    var manager = request.parameter("fieldManager").orElse(request.agent());
    if (manager.length() > LONGEST_MANAGER) {
      throw Failure.options(
          kind,
          new FieldError(
              "FieldValueTooLong", "fieldManager", "Too long: may not be more than 128 bytes"));
    }
    return new Options(
        manager, dryRun, validation, request.flag("force"), new java.util.ArrayList<>());
  }

  /// Of somebody inside the sandbox.
  static Options internal(String manager) {
    return new Options(manager, false, "Ignore", false, new java.util.ArrayList<>());
  }
}
