package dev.plumbline.cli;

import dev.plumbline.engine.ConfigRepository;
import dev.plumbline.engine.House;
import dev.plumbline.engine.Targets;
import dev.plumbline.engine.Work;
import dev.plumbline.model.Environment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/// The root command: global options; without a verb it opens the window.
@Command(
    name = "plumbline",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    usageHelpAutoWidth = true,
    description = "Compares environments in Git with their clusters, and brings them together.",
    footer = "Without a verb it opens the window, on a link where the link leads.")
final class Plumbline implements Callable<Integer> {

  private static final String SCHEME = "plumbline:";

  private final House house;
  private final Console console;
  private final List<Work> works = new ArrayList<>();
  private final Interruption interruption = new Interruption();

  @Option(
      names = "--repo",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description = "The configuration repository: a clone or a bare one. Default: this folder.")
  private @Nullable Path repo;

  @Option(
      names = "--kubeconfig",
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      description = "The kubeconfig. Default: KUBECONFIG, else ~/.kube/config.")
  private @Nullable Path kubeconfig;

  @Option(
      names = "--context",
      paramLabel = "NAME",
      scope = ScopeType.INHERIT,
      description =
          "The kubeconfig context that stands for the environment's cluster in this call.")
  private @Nullable String context;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      scope = ScopeType.INHERIT,
      defaultValue = "text",
      description = "text, json or yaml. Default: text.")
  private Output output = Output.TEXT;

  private @Nullable String link;

  @Spec private CommandSpec spec = CommandSpec.create();

  Plumbline(House house, Console console) {
    this.house = house;
    this.console = console;
  }

  @Override
  public Integer call() {
    return house.window(
        Optional.ofNullable(repo), Optional.ofNullable(kubeconfig), Optional.ofNullable(link));
  }

  @Parameters(
      paramLabel = "LINK",
      arity = "0..1",
      description = "A plumbline:// link to follow in the window. It runs no verb.")
  void follow(@Nullable String given) {
    if (given != null && !given.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      throw new ParameterException(spec.commandLine(), "There is no verb '" + given + "'");
    }
    link = given;
  }

  House house() {
    return house;
  }

  Console console() {
    return console;
  }

  Output output() {
    return output;
  }

  Optional<Path> kubeconfig() {
    return Optional.ofNullable(kubeconfig);
  }

  Optional<String> context() {
    return Optional.ofNullable(context);
  }

  /// An environment at the revision that was named, else at the tip of its branch; says so when
  /// that branch is not there.
  ConfigRepository.At at(
      ConfigRepository repository, Environment environment, Optional<String> revision) {
    var at = repository.at(environment, revision);
    if (revision.isEmpty()
        && environment.branch().isPresent()
        && at.revision().name().equals("HEAD")) {
      console.remark(
          "There is no branch "
              + environment.branch().get()
              + "; looking at HEAD "
              + at.revision().shortId());
    }
    return at;
  }

  ConfigRepository open() {
    return house.repository(repo == null ? Path.of("") : repo);
  }

  Targets targets() {
    var targets = house.targets(Optional.ofNullable(kubeconfig));
    targets.problems().forEach(console::problem);
    return targets;
  }

  /// Work of this process: Ctrl C cancels it and lets it end what is under way.
  Work work(String title, String subject) {
    var work = new Work(title + " " + subject, subject);
    interruption.cancels(work);
    works.add(work);
    return work;
  }

  /// The verb is over: whatever it began has ended, too.
  void finish(int exit) {
    works.forEach(w -> w.end(Optional.empty()));
    console.flush();
    interruption.over(exit);
  }

  /// The target for looking; says on the error stream which context was taken when nobody chose
  /// one.
  Targets.Target reading(Environment environment) {
    var target = targets().forReading(environment, context());
    if (target.choice() == Targets.Choice.CURRENT) {
      console.remark(
          "No context stands for cluster "
              + environment.cluster()
              + "; looking at the current context "
              + target.cluster().context()
              + " ("
              + target.cluster().server()
              + ")");
    }
    return target;
  }
}
