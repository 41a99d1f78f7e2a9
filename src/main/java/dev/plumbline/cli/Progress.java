package dev.plumbline.cli;

import dev.plumbline.engine.Work;
import java.util.concurrent.atomic.AtomicReference;

/// Tells on the error stream what work is doing, each phase once, and what was said in its log.
final class Progress {

  private Progress() {}

  static void show(Work work, Console console) {
    var doing = new AtomicReference<>("");
    var lines = new java.util.concurrent.atomic.AtomicInteger();
    work.state()
        .subscribe(view -> {
          var phase = view.doing().replaceFirst(",.*", "");
          if (!phase.equals(doing.getAndSet(phase)) && view.running()) {
            console.remark(phase);
          }
          for (int i = lines.getAndSet(view.log().size()); i < view.log().size(); i++) {
            console.remark("  " + view.log().get(i));
          }
        });
  }
}
