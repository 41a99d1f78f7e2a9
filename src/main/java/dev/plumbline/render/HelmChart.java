package dev.plumbline.render;

import dev.plumbline.model.Cancel;
import dev.plumbline.model.Environment;
import dev.plumbline.model.FileTree;
import dev.plumbline.model.Helm;
import dev.plumbline.model.Origin;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.process.Programs;
import dev.plumbline.store.Cache;
import dev.plumbline.yaml.Yaml;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/// Runs `helm template` on a chart and its values files, without network, plugins, repositories or
/// a cluster.
final class HelmChart {

  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final long MAX_OUTPUT = 64L * 1024 * 1024;
  private static final int MAX_DETAIL = 8000;

  /// Changes when the shape of what is cached changes.
  private static final String FORMAT = "helm 1";

  /// A folder of the scratch folder that no repository has.
  private static final String OWN = ".plumbline-helm";

  private static final Pattern NOT_VENDORED =
      Pattern.compile("(?s).*missing in charts/ directory: ([^\\n]*).*");

  private final Programs programs;
  private final Outputs outputs;

  /// What renders to something else each time, by key, or by environment where there is no key.
  private final Set<String> unsteady = ConcurrentHashMap.newKeySet();

  HelmChart(Programs programs, Cache cache) {
    this.programs = programs;
    this.outputs = new Outputs(cache, MAX_OUTPUT);
  }

  /// @param folder the environment's folder, links followed
  void render(
      FileTree tree, String folder, Environment environment, Cancel cancel, Collected found) {
    var helm = environment.helm().orElse(Helm.OF_FOLDER);
    var inputs = HelmInputs.of(tree, folder, helm, environment.name(), cancel);
    found.read(inputs.files().keySet());
    inputs.problems().forEach(found::problem);
    if (found.hasProblems()) {
      return;
    }
    var program = programs.find("helm").orElseThrow(() -> missing(inputs));
    var told = arguments(environment, helm, inputs);
    var key = InputsKey.of("helm", program, keyed(told), inputs.files().values());
    var id = key.orElse(environment.name());
    var kept = outputs.get(key);
    var output = kept.isPresent() ? kept.get() : build(program, told, tree, inputs, cancel, id);
    boolean steady = !unsteady.contains(id);
    if (!steady) {
      found.warn(
          Origin.file(inputs.chartFile()),
          "The chart renders to something else each time (a random value, a time): what it makes up"
              + " differs from the cluster whenever it is rendered again.");
    }
    var read = Yaml.read(output, "output of helm template");
    read.problems().forEach(found::problem);
    var rendered = new HelmOutput(output, inputs);
    read.documents().forEach(document -> rendered.take(document, found));
    if (kept.isEmpty() && !found.hasProblems()) {
      outputs.keep(key, output, !steady || found.hasSecret() || rendered.hasSecretHook());
    }
  }

  private static List<String> keyed(List<String> told) {
    var parts = new ArrayList<>(told);
    parts.addFirst(FORMAT);
    return parts;
  }

  private static List<String> arguments(Environment environment, Helm helm, HelmInputs inputs) {
    var told = new ArrayList<String>();
    told.addAll(List.of("template", helm.releaseOf(environment)));
    told.add(inputs.chart().isEmpty() ? "." : "./" + inputs.chart());
    told.addAll(List.of("--namespace", environment.namespace().orElse("default")));
    told.add("--skip-tests");
    if (helm.skipCrds()) {
      told.add("--skip-crds");
    } else {
      told.add("--include-crds");
    }
    inputs.values().forEach(file -> told.addAll(List.of("--values", "./" + file)));
    helm.kubeVersion().ifPresent(version -> told.addAll(List.of("--kube-version", version)));
    helm.apiVersions().forEach(version -> told.addAll(List.of("--api-versions", version)));
    return List.copyOf(told);
  }

  /// Renders twice: a template that makes a password or a certificate makes another one each time.
  private byte[] build(
      Path program, List<String> told, FileTree tree, HelmInputs inputs, Cancel cancel, String id) {
    try (var scratch = Scratch.with(tree, List.of(), inputs.files().values())) {
      var first = run(program, told, scratch, inputs, cancel);
      if (Arrays.equals(first, run(program, told, scratch, inputs, cancel))) {
        unsteady.remove(id);
      } else {
        unsteady.add(id);
      }
      return first;
    }
  }

  private byte[] run(
      Path program, List<String> told, Scratch scratch, HelmInputs inputs, Cancel cancel) {
    var argv = new ArrayList<>(told);
    argv.addFirst(program.toString());
    var environment = NoNetwork.environment();
    for (var name : List.of("CACHE_HOME", "CONFIG_HOME", "DATA_HOME", "PLUGINS")) {
      environment.put("HELM_" + name, scratch.root().resolve(OWN).resolve(name).toString());
    }
    var command =
        new Programs.Command(argv, scratch.root(), environment, false, "", LIMIT, MAX_OUTPUT);
    var result = programs.run(command, cancel);
    if (result.exit() != 0) {
      throw new ProblemException(failed(scratch.inRepository(result.err()).strip(), inputs));
    }
    return result.out().getBytes(StandardCharsets.UTF_8);
  }

  private static Problem failed(String words, HelmInputs inputs) {
    var lacks = NOT_VENDORED.matcher(words);
    if (lacks.matches()) {
      var folder = inputs.chart().isEmpty() ? "." : inputs.chart();
      return new Problem.Render(
          "The chart needs " + lacks.group(1) + ", which is not in its charts folder",
          inputs.chartFile(),
          "Run helm dependency build " + folder + ", and commit its charts folder",
          words);
    }
    return new Problem.Render(
        "helm cannot render " + shown(inputs),
        inputs.chartFile(),
        "",
        words.length() > MAX_DETAIL ? words.substring(0, MAX_DETAIL) + " …" : words);
  }

  private ProblemException missing(HelmInputs inputs) {
    return new ProblemException(
        new Problem.Missing(
            "helm",
            "helm is not installed. " + shown(inputs) + " cannot be rendered without it",
            Installing.HELM.line(programs)));
  }

  private static String shown(HelmInputs inputs) {
    return inputs.chart().isEmpty() ? "the chart in the root of the repository" : inputs.chart();
  }
}
