package dev.plumbline.cli;

import dev.plumbline.engine.Work;
import java.util.concurrent.atomic.AtomicReference;

/// Tells on the error stream what work is doing.
final class Progress {

  private Progress() {}

  /// Each phase once, as it begins.
  static void show(Work work, Console console) {
    var doing = new AtomicReference<>("");
    work.state()
        .subscribe(view -> {
          var phase = view.doing().replaceFirst(",.*", "");
          if (!phase.equals(doing.getAndSet(phase)) && view.running()) {
            console.remark(phase);
          }
        });
  }

  /// What was said meanwhile; of work that failed, its problem says it.
  static void ended(Work work, Console console) {
    work.state().get().log().forEach(line -> console.remark("  " + line));
  }
}
