package dev.plumbline.cli;

import dev.plumbline.model.Environment;
import dev.plumbline.model.Tree;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// `envs`: the environments of the repository. Connects to nothing.
@Command(name = "envs", description = "Lists the environments of the repository.")
final class EnvsVerb implements Callable<Integer> {

  private final Plumbline root;

  EnvsVerb(Plumbline root) {
    this.root = root;
  }

  @Override
  public Integer call() {
    try (var repository = root.open()) {
      var workspace = repository.workspace();
      var targets = root.targets();
      if (root.output() == Output.TEXT) {
        var table =
            new Table("NAME", "PATH", "RENDERER", "DRIVER", "CLUSTER", "CONTEXT", "NAMESPACE");
        for (var e : workspace.environments()) {
          table.row(
              e.name(),
              e.path().isEmpty() ? "." : e.path(),
              e.renderer().word(),
              e.driver(),
              e.cluster(),
              context(targets.mapped(e)).orElse("not mapped"),
              e.namespace().orElse("-"));
        }
        root.console().text(table.toString());
      } else {
        var items = new ArrayList<Tree>();
        workspace.environments().forEach(e -> items.add(shape(e, context(targets.mapped(e)))));
        root.console().tree(new Tree.Arr(items), root.output());
      }
      workspace.problems().forEach(root.console()::problem);
      workspace
          .remarks()
          .forEach(r -> root.console().remark(r.warning().origin() + ": " + r.warning().text()));
      return workspace.problems().isEmpty() ? Exit.DONE : Exit.FAILED;
    }
  }

  private Optional<String> context(Optional<String> mapped) {
    return root.context().or(() -> mapped);
  }

  private static Tree shape(Environment e, Optional<String> context) {
    return Tree.obj(
        "name", Tree.str(e.name()),
        "path", Tree.str(e.path()),
        "renderer", Tree.str(e.renderer().word()),
        "driver", Tree.str(e.driver()),
        "cluster", Tree.str(e.cluster()),
        "context", Shapes.text(context),
        "namespace", Shapes.text(e.namespace()),
        "declared", Tree.bool(e.declared()));
  }
}
