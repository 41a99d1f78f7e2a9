package dev.plumbline.cluster;

import dev.plumbline.model.Cancel;
import dev.plumbline.process.Programs;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/// No program is there, and none may run.
final class NoPrograms implements Programs {

  @Override
  public String path() {
    return "/nowhere";
  }

  @Override
  public Optional<Path> find(String program) {
    return Optional.empty();
  }

  @Override
  public Result run(Command command, Consumer<String> errors, Cancel cancel) {
    throw new AssertionError("ran " + command.argv());
  }
}
