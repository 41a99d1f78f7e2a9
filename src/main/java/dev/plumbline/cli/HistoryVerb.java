package dev.plumbline.cli;

import dev.plumbline.model.Cancel;
import dev.plumbline.model.Environment;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `history`: commits as `git rev-list --date-order REV [-- FOLDER]` gives them.
@Command(
    name = "history",
    description = "Lists commits of the repository, or of an environment's folder.")
final class HistoryVerb implements Callable<Integer> {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private final Plumbline root;

  @Parameters(
      paramLabel = "ENV",
      arity = "0..1",
      description = "The environment. Default: the whole repository.")
  private @Nullable String environment;

  @Option(names = "-n", paramLabel = "N", description = "At most so many commits. Default: all.")
  private int limit = -1;

  @Option(
      names = "--at",
      paramLabel = "REV",
      description = "Where to begin. Default: the tip of the branch.")
  private @Nullable String at;

  HistoryVerb(Plumbline root) {
    this.root = root;
  }

  @Override
  public Integer call() {
    try (var repository = root.open()) {
      var env = Optional.ofNullable(environment).map(repository::environment);
      env.ifPresent(this::sayWhat);
      // As Git has it: 0 is none, less is all.
      var commits =
          repository
              .history(
                  env, Optional.ofNullable(at), limit == 0 ? 1 : Math.max(0, limit), Cancel.never())
              .stream()
              .limit(limit < 0 ? Long.MAX_VALUE : limit)
              .toList();
      if (root.output() == Output.TEXT) {
        commits.forEach(c ->
            root.console()
                .line(
                    c.shortId()
                        + "  "
                        + TIME.format(c.committer().time())
                        + "  "
                        + c.author().name()
                        + "  "
                        + c.subject()));
      } else {
        root.console().tree(Shapes.list(commits, Shapes::commit), root.output());
      }
      return Exit.DONE;
    }
  }

  private void sayWhat(Environment env) {
    root.console()
        .remark(
            "History of the folder "
                + (env.path().isEmpty() ? "." : env.path())
                + "; bases outside it are not followed");
  }
}
