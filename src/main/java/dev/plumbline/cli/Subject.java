package dev.plumbline.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// What a verb is about: an environment, and the revision of it.
final class Subject {

  @Parameters(paramLabel = "ENV", description = "The environment.")
  private String environment = "";

  @Option(
      names = "--at",
      paramLabel = "REV",
      description = "The revision. Default: the tip of its branch.")
  private @Nullable String at;

  String environment() {
    return environment;
  }

  Optional<String> at() {
    return Optional.ofNullable(at);
  }
}
