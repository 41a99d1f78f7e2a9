package dev.plumbline.workspace;

import dev.plumbline.drift.Rules;
import dev.plumbline.model.Environment;
import dev.plumbline.model.FileTree;
import dev.plumbline.model.ManifestSet.Warning;
import dev.plumbline.model.Origin;
import dev.plumbline.model.Path;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Tree;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// One item of `environments` in `plumbline.yaml`. With a single problem it is not used at all: a
/// misspelt rule must not leave an environment without that rule.
final class DeclaredEnvironment {

  /// App and stage: words of letters, digits, `.`, `_`, `-`, joined by `/`.
  static final Pattern NAME =
      Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,62}(/[A-Za-z0-9][A-Za-z0-9._-]{0,62})*");

  private static final String NAME_RULE =
      "words of letters, digits, '.', '_' and '-', joined by '/', as shop/prod";
  private static final Pattern CLUSTER = Pattern.compile("\\S(.{0,251}\\S)?");
  private static final Pattern BRANCH = Pattern.compile("[^-\\s~^:?*\\[\\\\][^\\s~^:?*\\[\\\\]*");
  private static final Pattern NAMESPACE = Pattern.compile("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?");
  private static final String KUBERNETES = "kubernetes";
  private static final List<String> DRIVERS =
      List.of(KUBERNETES, "argocd", "flux", "terraform", "ansible", "jenkins");

  private final Path path;
  private final Findings findings;
  private Optional<String> name = Optional.empty();
  private Optional<Environment> read = Optional.empty();
  private Optional<DeclaredRules> rules = Optional.empty();

  private DeclaredEnvironment(Path path, Findings findings) {
    this.path = path;
    this.findings = findings;
  }

  static DeclaredEnvironment read(Tree item, Path path, Findings findings, FileTree tree) {
    var entry = new DeclaredEnvironment(path, findings);
    Fields.of(item, path, findings).ifPresent(fields -> entry.read(fields, tree));
    return entry;
  }

  private void read(Fields fields, FileTree tree) {
    fields.required("name");
    fields.required("source");
    name = fields.matching("name", NAME, NAME_RULE);
    var source = fields.mapping("source");
    source.ifPresent(s -> s.required("path"));
    var folder = source.flatMap(s -> s.text("path")).flatMap(f -> folder(f, source.get()));
    var branch = source.flatMap(s -> s.matching("revision", BRANCH, "the name of a branch"));
    source.ifPresent(Fields::end);
    var driver = fields.word("driver", DRIVERS);
    var render = DeclaredRender.read(fields, findings);
    var cluster = fields.matching("cluster", CLUSTER, "a name without spaces around it");
    var namespace = fields.matching("namespace", NAMESPACE, "a namespace of Kubernetes");
    var reviewed = fields.word("reviewed", List.of("required", "optional"));
    var promotesFrom = fields.text("promotesFrom");
    DeclaredPolicy.read(fields, findings);
    rules =
        Optional.of(DeclaredRules.read(fields.raw("ignore"), fields.at("ignore"), findings, false));
    fields.end();
    driver
        .filter(d -> !d.equals(KUBERNETES))
        .ifPresent(d -> later(fields.at("driver"), "driver", d));
    if (findings.problems().isEmpty() && name.isPresent() && folder.isPresent()) {
      if (branch.isEmpty() && !isFolder(tree, folder.get())) {
        findings.warning(path, "The folder " + folder.get() + " is not in this revision");
      }
      var rendered = render.orElseGet(() -> DeclaredRender.detected(tree, folder.get()));
      read =
          Optional.of(
              new Environment(
                  name.get(),
                  folder.get(),
                  branch,
                  KUBERNETES,
                  rendered.renderer(),
                  cluster.orElseGet(() -> name.get().substring(name.get().lastIndexOf('/') + 1)),
                  namespace,
                  reviewed.filter("required"::equals).isPresent(),
                  promotesFrom,
                  true,
                  rendered.helm()));
    }
  }

  private static boolean isFolder(FileTree tree, String folder) {
    return tree.entry(folder).filter(e -> e.kind() == FileTree.Kind.FOLDER).isPresent();
  }

  private Optional<String> folder(String text, Fields source) {
    var plain = text.equals(".") || text.equals("./") ? "" : text.replaceAll("^\\./|/+$", "");
    var parts = List.of(plain.split("/", -1));
    if (!plain.isEmpty() && (parts.contains("..") || parts.contains(".") || parts.contains(""))) {
      findings.problem(
          source.at("path"),
          "path is \"" + text + "\"; it must be a folder inside the repository",
          "Write it from the root of the repository, as apps/shop/overlays/prod");
      return Optional.empty();
    }
    return Optional.of(plain);
  }

  private void later(Path at, String what, String word) {
    findings.problem(
        at,
        "Environment "
            + name.orElse("")
            + ": the "
            + what
            + " "
            + word
            + " is not part of this version",
        "");
  }

  void duplicate(List<Origin> places) {
    findings.problem(
        path.field("name"),
        "The name " + name.orElse("") + " is used more than once",
        "Give each environment its own name: "
            + places.stream().map(Origin::toString).collect(Collectors.joining(", ")));
  }

  void promotesFromOneOf(Set<String> names) {
    read.flatMap(Environment::promotesFrom)
        .filter(from -> !names.contains(from))
        .ifPresent(from ->
            findings.warning(
                path.field("promotesFrom"),
                "promotesFrom names " + from + ", which is no environment here"));
  }

  Optional<String> name() {
    return name;
  }

  Origin origin() {
    return findings.where(path.field("name"));
  }

  List<Problem> problems() {
    return findings.problems();
  }

  List<Warning> warnings() {
    return findings.warnings();
  }

  /// What does not count in it.
  Rules rules() {
    return rules.map(r -> r.of(name.orElse(""))).orElse(Rules.NONE);
  }

  /// What is wrong with its rules: that keeps nobody from using it.
  List<Problem> ruleProblems() {
    return rules.map(DeclaredRules::problems).orElse(List.of());
  }

  /// The environment, when nothing is wrong with it.
  Optional<Environment> environment() {
    return findings.problems().isEmpty() ? read : Optional.empty();
  }
}
