package dev.plumbline.workspace;

import dev.plumbline.drift.Rules;
import dev.plumbline.model.Environment;
import dev.plumbline.model.FileTree;
import dev.plumbline.model.Origin;
import dev.plumbline.model.Path;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Tree;
import dev.plumbline.workspace.Workspace.Remark;
import dev.plumbline.yaml.Yaml;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `plumbline.yaml`, read and checked.
final class Declaration {

  private static final String VERSION = "plumbline.dev/v1";
  private static final String MISSPELT = "plumbline.yml";

  private final FileTree tree;
  private final List<Environment> environments = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final List<Remark> remarks = new ArrayList<>();
  private final Map<String, Rules> rules = new HashMap<>();

  private Declaration(FileTree tree) {
    this.tree = tree;
  }

  /// Empty when the tree has no such file.
  static Optional<Workspace> read(FileTree tree) {
    var declaration = new Declaration(tree);
    var file = tree.entry(Workspaces.FILE);
    if (file.isPresent()) {
      declaration.read(file.get());
    } else if (tree.entry(MISSPELT).isPresent()) {
      declaration.broken(MISSPELT + " is not read", "Rename it to " + Workspaces.FILE);
    } else {
      return Optional.empty();
    }
    return Optional.of(declaration.workspace());
  }

  private Workspace workspace() {
    return new Workspace(environments, problems, remarks, true, rules);
  }

  private void broken(String what, String whatToDo) {
    problems.add(new Problem.Invalid(what, Workspaces.FILE, whatToDo, ""));
  }

  private void read(FileTree.Entry file) {
    switch (file.kind()) {
      case FILE, EXECUTABLE -> read(Yaml.read(tree.bytes(file), file.path()));
      case LINK, FOLDER, SUBMODULE ->
          broken(file.path() + " is not a file", "Make it a file of its own");
    }
  }

  private void read(Yaml.Documents read) {
    problems.addAll(read.problems());
    read.warnings().forEach(w -> remarks.add(new Remark("", w)));
    if (!read.problems().isEmpty()) {
      return;
    }
    if (read.documents().size() != 1) {
      broken(
          read.documents().isEmpty()
              ? Workspaces.FILE + " is empty"
              : Workspaces.FILE + " holds more than one document",
          "Begin it with apiVersion: " + VERSION + " and list the environments");
      return;
    }
    var document = read.documents().getFirst();
    var findings = new Findings(document.origins(), document.origin());
    Fields.of(document.body(), Path.ROOT, findings).ifPresent(root -> root(root, findings));
    problems.addAll(findings.problems());
  }

  private void root(Fields root, Findings findings) {
    root.required("apiVersion");
    root.required("environments");
    var version = root.word("apiVersion", List.of(VERSION));
    var list = root.list("environments").orElse(Tree.Arr.EMPTY);
    var common = DeclaredRules.read(root.raw("ignore"), root.at("ignore"), findings, true);
    root.end();
    if (version.isPresent()) {
      environments(list, root.at("environments"), findings, common);
    }
    problems.addAll(common.problems());
  }

  private void environments(Tree.Arr list, Path path, Findings findings, DeclaredRules common) {
    var entries = new ArrayList<DeclaredEnvironment>();
    for (int i = 0; i < list.items().size(); i++) {
      var at = path.then(new Path.Step.Index(i));
      entries.add(DeclaredEnvironment.read(list.items().get(i), at, findings.part(at), tree));
    }
    var places = new HashMap<String, List<Origin>>();
    for (var entry : entries) {
      entry
          .name()
          .ifPresent(n -> places.computeIfAbsent(n, x -> new ArrayList<>()).add(entry.origin()));
    }
    entries.forEach(entry -> take(entry, places, common));
  }

  private void take(
      DeclaredEnvironment entry, Map<String, List<Origin>> places, DeclaredRules common) {
    var same = entry.name().map(n -> places.getOrDefault(n, List.of())).orElse(List.of());
    if (same.size() > 1) {
      entry.duplicate(same);
    }
    entry.promotesFromOneOf(places.keySet());
    problems.addAll(entry.problems());
    problems.addAll(entry.ruleProblems());
    entry
        .environment()
        .ifPresent(environment -> {
          environments.add(environment);
          rules.put(environment.name(), entry.rules().and(common.of(environment.name())));
          entry.warnings().forEach(w -> remarks.add(new Remark(environment.name(), w)));
        });
  }
}
