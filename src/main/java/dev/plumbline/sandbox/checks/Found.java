package dev.plumbline.sandbox.checks;

import dev.plumbline.schema.FieldError;
import java.util.ArrayList;
import java.util.List;

/// What was found in an object: what refuses it, and what is only said to the one who sent it.
public final class Found {

  private final List<FieldError> errors = new ArrayList<>();
  private final List<FieldError> declared = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();

  Found() {}

  void error(FieldError error) {
    errors.add(error);
  }

  /// What the server's generated validation says, which runs after its handwritten one.
  void declared(FieldError error) {
    declared.add(error);
  }

  void warning(String text) {
    warnings.add(text);
  }

  /// In the order in which the server says them.
  public List<FieldError> errors() {
    var all = new ArrayList<>(errors);
    all.addAll(declared);
    return all;
  }

  public List<String> warnings() {
    return List.copyOf(warnings);
  }
}
