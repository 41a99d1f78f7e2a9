package dev.plumbline.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `demo`: the window on a repository and a sandbox cluster of its own.
@Command(
    name = "demo",
    description = {
      "Opens the window on the demo: a repository with a history, and a sandbox cluster that left it.",
      "Your own repositories, settings and clusters are not touched. Without a display it takes the tour."
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:done", "2:failed", "64:bad usage"})
final class DemoVerb implements Callable<Integer> {

  private final Plumbline root;

  @Option(
      names = "--tour",
      paramLabel = "DIR",
      defaultValue = "plumbline-tour",
      description = "Where pictures go when there is no display. Default: plumbline-tour.")
  private Path tour = Path.of("plumbline-tour");

  DemoVerb(Plumbline root) {
    this.root = root;
  }

  @Override
  public Integer call() {
    return root.house().demo(tour, root.console()::remark);
  }
}
