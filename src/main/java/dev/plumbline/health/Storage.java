package dev.plumbline.health;

import dev.plumbline.model.Health;
import dev.plumbline.model.Tree;

/// Claims and volumes, by their phase.
final class Storage {

  private Storage() {}

  static Health claim(Tree object) {
    return switch (object.text("status", "phase").orElse("")) {
      case "Bound" -> Verdict.healthy("");
      case "Pending" -> Verdict.progressing("It is not bound to a volume yet");
      case "Lost" -> Verdict.degraded("Its volume is lost");
      default -> Verdict.silent();
    };
  }

  static Health volume(Tree object) {
    var said = object.text("status", "message").orElse("");
    return switch (object.text("status", "phase").orElse("")) {
      case "Bound", "Available", "Released" -> Verdict.healthy("");
      case "Pending" -> Verdict.progressing(said);
      case "Failed" -> Verdict.degraded(said.isEmpty() ? "It could not be reclaimed" : said);
      default -> Verdict.silent();
    };
  }
}
