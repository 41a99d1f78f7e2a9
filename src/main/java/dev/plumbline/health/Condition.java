package dev.plumbline.health;

import dev.plumbline.model.Tree;
import java.util.Optional;

/// One of `status.conditions`.
record Condition(String type, String status, String reason, String message) {

  /// The condition of a type.
  static Optional<Condition> of(Tree object, String type) {
    return object.items("status", "conditions").stream()
        .filter(c -> c.text("type").filter(type::equals).isPresent())
        .map(Condition::read)
        .findFirst();
  }

  /// The condition of a type, when it is `True`.
  static Optional<Condition> met(Tree object, String type) {
    return of(object, type).filter(Condition::isTrue);
  }

  private static Condition read(Tree condition) {
    return new Condition(
        condition.text("type").orElse(""),
        condition.text("status").orElse("Unknown"),
        condition.text("reason").orElse(""),
        condition.text("message").orElse(""));
  }

  boolean isTrue() {
    return status.equals("True");
  }

  boolean isFalse() {
    return status.equals("False");
  }

  /// Its message, else its reason, else its type.
  String words() {
    if (!message.isBlank()) {
      return message.strip();
    }
    return reason.isEmpty() ? type : reason;
  }
}
