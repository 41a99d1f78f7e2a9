package dev.plumbline.cli;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `activity`: what was done from this machine, by whom, to what, with what outcome.
@Command(name = "activity", description = "Lists what was done.")
final class ActivityVerb implements Callable<Integer> {

  private static final int ROWS = 100;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

  private final Plumbline root;

  @Parameters(paramLabel = "ENV", arity = "0..1", description = "The environment. Default: all.")
  private @Nullable String environment;

  @Option(names = "-n", paramLabel = "N", description = "At most so many records. Default: 100.")
  private int limit = ROWS;

  ActivityVerb(Plumbline root) {
    this.root = root;
  }

  @Override
  public Integer call() {
    var records = root.house().activity(Optional.ofNullable(environment), limit);
    if (root.output() != Output.TEXT) {
      root.console().tree(Shapes.list(records, Shapes::record), root.output());
      return Exit.DONE;
    }
    for (var r : records) {
      root.console()
          .line(
              TIME.format(r.started())
                  + "  "
                  + r.outcome()
                  + "  "
                  + r.verb()
                  + " "
                  + r.environment()
                  + " to "
                  + r.revision().substring(0, Math.min(7, r.revision().length()))
                  + " on "
                  + r.cluster().context()
                  + "  by "
                  + r.osUser()
                  + r.gitIdentity().map(i -> ", " + i).orElse("")
                  + r.clusterUser().map(u -> ", cluster user " + u).orElse("")
                  + r.reason().map(w -> "  unreviewed: " + w).orElse("")
                  + r.message().map(m -> "  " + m).orElse(""));
      r.steps().forEach(s -> root.console().line("    " + StepText.of(s)));
    }
    return Exit.DONE;
  }
}
