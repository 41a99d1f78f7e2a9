package dev.plumbline.render;

import dev.plumbline.model.Cancel;
import dev.plumbline.model.FileTree;
import dev.plumbline.model.Origin;
import dev.plumbline.model.Origins;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.process.Programs;
import dev.plumbline.store.Cache;
import dev.plumbline.yaml.Yaml;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/// Runs kustomize on exactly the files that the kustomizations name. Load restrictions stay at
/// kustomize's default, so that the result is that of `kubectl kustomize`.
final class Kustomize {

  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final long MAX_OUTPUT = 64L * 1024 * 1024;
  private static final int MAX_DETAIL = 8000;

  /// How kubectl wraps an error: as an entry of its log, on one line or on several.
  private static final Pattern LOGGED =
      Pattern.compile(
          "E\\d{4} [\\d:.]+ +\\d+ \\S+] \"command failed\" err=(?:\"(.*)\"|<\\s*(.*?)\\s*>)",
          Pattern.DOTALL);

  private final Programs programs;
  private final Outputs outputs;

  Kustomize(Programs programs, Cache cache) {
    this.programs = programs;
    this.outputs = new Outputs(cache, MAX_OUTPUT);
  }

  void render(FileTree tree, String folder, Cancel cancel, Collected found) {
    var inputs = Inputs.of(tree, folder, cancel);
    found.read(inputs.files().keySet());
    inputs.problems().forEach(found::problem);
    var file = kustomization(inputs, folder);
    if (file.isEmpty()) {
      found.problem(
          new Problem.NotFound(
              shown(folder) + " holds no kustomization.yaml",
              "revision " + tree.revision().shortId(),
              "Check the path, or render it as plain files.",
              ""));
    }
    if (found.hasProblems()) {
      return;
    }
    var tool = KustomizeTool.find(programs).orElseThrow(() -> missing(folder));
    var key = tool.key(folder, inputs);
    var kept = outputs.get(key);
    var output = kept.isPresent() ? kept.get() : build(tool, tree, folder, inputs, cancel);
    var read = Yaml.read(output, "output of kustomize build " + shown(folder));
    read.problems().forEach(found::problem);
    for (var document : read.documents()) {
      found.add(new Yaml.Document(document.body(), Origin.file(file.get()), Origins.NONE));
    }
    Spellings.warn(tree, inputs, found);
    if (kept.isEmpty() && !found.hasProblems()) {
      outputs.keep(key, output, found.hasSecret());
    }
  }

  private byte[] build(
      KustomizeTool tool, FileTree tree, String folder, Inputs inputs, Cancel cancel) {
    try (var scratch = Scratch.with(tree, inputs.folders(), inputs.files().values())) {
      var argv = tool.argv(folder.isEmpty() ? "." : folder);
      var result =
          programs.run(
              new Programs.Command(
                  argv, scratch.root(), NoNetwork.environment(), false, "", LIMIT, MAX_OUTPUT),
              cancel);
      if (result.exit() != 0) {
        throw new ProblemException(
            new Problem.Render(
                "kustomize cannot build " + shown(folder),
                folder,
                "",
                words(scratch.inRepository(result.err().strip()))));
      }
      return result.out().getBytes(StandardCharsets.UTF_8);
    }
  }

  private static String words(String err) {
    var logged = LOGGED.matcher(err);
    var words = err;
    if (logged.matches()) {
      words =
          logged.group(1) != null
              ? logged.group(1).replace("\\\"", "\"")
              : logged.group(2).replace("\n\t", "\n");
    }
    return words.length() > MAX_DETAIL ? words.substring(0, MAX_DETAIL) + " …" : words;
  }

  private static Optional<String> kustomization(Inputs inputs, String folder) {
    return Inputs.NAMES.stream()
        .flatMap(name -> Place.join(folder, name).stream())
        .filter(inputs.files()::containsKey)
        .findFirst();
  }

  private ProblemException missing(String folder) {
    return new ProblemException(
        new Problem.Missing(
            "kustomize",
            "kustomize is not installed. " + shown(folder) + " cannot be rendered without it",
            Installing.KUSTOMIZE.line(programs)));
  }

  private static String shown(String folder) {
    return folder.isEmpty() ? "the root of the repository" : folder;
  }
}
