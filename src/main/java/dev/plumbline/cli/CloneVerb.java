package dev.plumbline.cli;

import dev.plumbline.model.Tree;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `clone`: makes a bare clone and says where it is.
@Command(
    name = "clone",
    description = "Clones a repository by URL, as a bare clone.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:done",
      "2:failed or cancelled; nothing is left",
      "3:refused",
      "64:bad usage"
    })
final class CloneVerb implements Callable<Integer> {

  private final Plumbline root;

  @Parameters(
      index = "0",
      paramLabel = "URL",
      description = "https://…, ssh://…, user@host:path, file:///… or a folder.")
  private String url = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "DIR",
      description = "A new or empty folder. Default: one below the data folder, by host and path.")
  private @Nullable Path folder;

  CloneVerb(Plumbline root) {
    this.root = root;
  }

  @Override
  public Integer call() {
    var remotes = root.house().remotes();
    var suggested = remotes.folder(url);
    var place = folder == null ? suggested : folder.toAbsolutePath().normalize();
    var work = root.work("Clone", place.toString());
    Progress.show(work, root.console());
    remotes.makeClone(url, place, work);
    work.end(Optional.empty());
    Progress.ended(work, root.console());
    if (root.output() == Output.TEXT) {
      root.console().line(place.toString());
    } else {
      root.console().tree(Tree.obj("folder", Tree.str(place.toString())), root.output());
    }
    return Exit.DONE;
  }
}
