package dev.plumbline.cli;

import dev.plumbline.engine.Render;
import dev.plumbline.model.Cancel;
import dev.plumbline.model.Manifest;
import dev.plumbline.model.Tree;
import dev.plumbline.yaml.Json;
import dev.plumbline.yaml.Yaml;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `render`: what an environment is in Git, or exactly what is sent for it.
@Command(name = "render", description = "Prints the manifests of an environment.")
final class RenderVerb implements Callable<Integer> {

  private final Plumbline root;

  @Mixin private final Subject subject = new Subject();

  @Option(
      names = "--as-applied",
      description =
          "Exactly what is sent to the cluster: namespaces settled, Secret values shown. Asks the cluster what it serves.")
  private boolean asApplied;

  RenderVerb(Plumbline root) {
    this.root = root;
  }

  @Override
  public Integer call() {
    try (var repository = root.open()) {
      var env = repository.environment(subject.environment());
      var place = root.at(repository, env, subject.at());
      // Rendering alone asks no cluster: a person without any kubeconfig can render.
      var rendered = root.house().render().desired(place, Cancel.never());
      var manifests =
          asApplied
              ? Render.asApplied(rendered, root.reading(env), Cancel.never())
              : rendered.manifests();
      print(manifests);
      rendered.problems().forEach(root.console()::problem);
      rendered.warnings().forEach(w -> root.console().remark(w.origin() + ": " + w.text()));
      return rendered.problems().isEmpty() ? Exit.DONE : Exit.FAILED;
    }
  }

  private void print(List<Manifest> manifests) {
    var trees =
        manifests.stream().<Tree>map(m -> asApplied ? m.body().revealed() : m.body()).toList();
    if (root.output() == Output.JSON) {
      root.console().line(Json.pretty(new Tree.Arr(trees)));
      return;
    }
    var first = true;
    for (var tree : trees) {
      root.console().text((first ? "" : "---\n") + Yaml.write(tree));
      first = false;
    }
  }
}
