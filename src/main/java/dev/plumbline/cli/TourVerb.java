package dev.plumbline.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `tour`: the main job on the demo, walked without a display.
@Command(
    name = "tour",
    description =
        "Walks the main job on the demo without a display: numbered pictures of each step in both themes, and summary.txt.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:done", "2:failed, or a step did not come to its end", "64:bad usage"})
final class TourVerb implements Callable<Integer> {

  private final Plumbline root;

  @Parameters(index = "0", paramLabel = "DIR", description = "Where pictures and summary go.")
  private Path folder = Path.of("");

  TourVerb(Plumbline root) {
    this.root = root;
  }

  @Override
  public Integer call() {
    return root.house().tour(folder, root.console()::remark);
  }
}
