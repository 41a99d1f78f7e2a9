package dev.plumbline.git;

import dev.plumbline.model.Cancel;
import dev.plumbline.process.Programs;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// The system's programs as a person with an environment of their own has them, without the
/// machine's Git configuration.
record PersonsPrograms(Programs system, Map<String, String> own) implements Programs {

  static Programs with(Map<String, String> own) {
    var environment =
        new HashMap<>(Map.of("GIT_CONFIG_GLOBAL", "/dev/null", "GIT_CONFIG_NOSYSTEM", "1"));
    environment.putAll(own);
    return new PersonsPrograms(Programs.system(), environment);
  }

  @Override
  public String path() {
    return system.path();
  }

  @Override
  public Optional<Path> find(String program) {
    return system.find(program);
  }

  @Override
  public Result run(Command command, Consumer<String> errors, Cancel cancel) {
    var environment = new HashMap<>(own);
    environment.putAll(command.environment());
    return system.run(
        new Command(
            command.argv(),
            command.folder(),
            environment,
            command.inherit(),
            command.stdin(),
            command.limit(),
            command.maxOutput()),
        errors,
        cancel);
  }
}
