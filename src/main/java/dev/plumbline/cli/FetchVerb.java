package dev.plumbline.cli;

import dev.plumbline.engine.Remotes.Moved;
import dev.plumbline.model.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// `fetch`: brings what the remote has, and says what moved.
@Command(
    name = "fetch",
    description = "Fetches the remote of the repository.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:done", "2:failed or cancelled", "3:refused", "64:bad usage"})
final class FetchVerb implements Callable<Integer> {

  private static final int SHORT = 7;

  private final Plumbline root;

  FetchVerb(Plumbline root) {
    this.root = root;
  }

  @Override
  public Integer call() {
    try (var repository = root.open()) {
      var work = root.work("Fetch", repository.folder().toString());
      Progress.show(work, root.console());
      var moved = root.house().remotes().fetch(repository, work);
      work.end(Optional.empty());
      Progress.ended(work, root.console());
      if (root.output() == Output.TEXT) {
        root.console().text(text(moved));
      } else {
        root.console().tree(shape(moved), root.output());
      }
      return Exit.DONE;
    }
  }

  private static String text(List<Moved> moved) {
    if (moved.isEmpty()) {
      return "Nothing new\n";
    }
    var table = new Table("REF", "BEFORE", "NOW");
    moved.forEach(m -> table.row(m.shortName(), id(m.before(), "new"), id(m.after(), "gone")));
    return table.toString();
  }

  private static String id(Optional<String> commit, String otherwise) {
    return commit.map(c -> c.substring(0, SHORT)).orElse(otherwise);
  }

  private static Tree shape(List<Moved> moved) {
    var items = new ArrayList<Tree>();
    for (var m : moved) {
      items.add(
          Tree.obj(
              "ref", Tree.str(m.name()),
              "before", Shapes.text(m.before()),
              "after", Shapes.text(m.after())));
    }
    return new Tree.Arr(items);
  }
}
