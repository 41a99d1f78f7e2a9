package dev.plumbline.render;

import dev.plumbline.model.Cancel;
import dev.plumbline.process.Programs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// The system's programs, but for those that are named here (an empty path: not there); notes the
/// folders that programs ran in.
final class FakePrograms implements Programs {
  private final Programs system = Programs.system();
  private final Map<String, Path> instead;
  final List<Path> ran = new ArrayList<>();

  FakePrograms(Map<String, Path> instead) {
    this.instead = instead;
  }

  @Override
  public String path() {
    return system.path();
  }

  @Override
  public Optional<Path> find(String program) {
    return instead.containsKey(program)
        ? Optional.of(instead.get(program)).filter(p -> !p.toString().isEmpty())
        : system.find(program);
  }

  @Override
  public Result run(Command command, Consumer<String> errors, Cancel cancel) {
    ran.add(command.folder());
    return system.run(command, errors, cancel);
  }
}
