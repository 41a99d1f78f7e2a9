package dev.plumbline.store;

import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Tree;
import dev.plumbline.yaml.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The settings as `settings.json` in the config folder. Several processes may change them at once,
/// a newer version may have written more than we know, and a person may have broken the file: no
/// word of it is lost.
public final class SettingsFile {

  private static final String NAME = "settings.json";

  private final Path folder;
  private final Path file;

  private SettingsFile(Path folder) {
    this.folder = folder;
    this.file = folder.resolve(NAME);
  }

  /// The file in a config folder. Nothing is read or made yet.
  public static SettingsFile in(Path configFolder) {
    return new SettingsFile(configFolder);
  }

  /// What was read.
  ///
  /// @param problem why these are the defaults; empty when they were read or there is no file yet
  public record Loaded(Settings settings, Optional<Problem> problem) {}

  private record Raw(Tree.Obj tree, Settings settings) {}

  /// The settings, or the defaults and the reason. A file that cannot be understood is set aside as
  /// `settings.json.broken`, so that the next change does not overwrite it.
  public Loaded read() {
    try {
      return new Loaded(parse().settings(), Optional.empty());
    } catch (ProblemException broken) {
      return new Loaded(Settings.DEFAULTS, Optional.of(setAside(broken.problem())));
    } catch (IOException e) {
      return new Loaded(
          Settings.DEFAULTS, Optional.of(Trouble.problem("The settings cannot be read", file, e)));
    }
  }

  /// Changes the settings as they stand in the file now and writes them. What another version wrote
  /// beside them is kept. Throws [ProblemException] when the file cannot be read or written.
  ///
  /// @return what was written
  public Settings change(UnaryOperator<Settings> edit) {
    try {
      PrivateFiles.folder(folder);
      return locked(() -> {
        var raw = rawOrAside();
        var changed = edit.apply(raw.settings());
        var tree = SettingsCodec.into(raw.tree(), changed);
        if (!tree.equals(raw.tree())) {
          var text = Json.pretty(tree);
          PrivateFiles.replace(
              file, (text.endsWith("\n") ? text : text + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return changed;
      });
    } catch (IOException e) {
      throw Trouble.of("The settings cannot be saved", file, e);
    }
  }

  private interface Work<T> {
    T run() throws IOException;
  }

  private <T> T locked(Work<T> work) throws IOException {
    return Exclusive.run(folder.resolve(NAME + ".lock"), _ -> work.run());
  }

  private Raw rawOrAside() throws IOException {
    try {
      return parse();
    } catch (ProblemException broken) {
      moveAside();
      return new Raw(Tree.Obj.EMPTY, Settings.DEFAULTS);
    }
  }

  private Raw parse() throws IOException {
    try {
      var tree = Json.parse(Files.readAllBytes(file), file.toString());
      return new Raw(
          SettingsCodec.object(tree, file.toString()), SettingsCodec.read(tree, file.toString()));
    } catch (NoSuchFileException none) {
      return new Raw(Tree.Obj.EMPTY, Settings.DEFAULTS);
    }
  }

  private Problem setAside(Problem broken) {
    try {
      return locked(() -> {
        try {
          parse();
          return about(broken, Optional.empty());
        } catch (ProblemException still) {
          return about(still.problem(), Optional.of(moveAside()));
        }
      });
    } catch (IOException cannotMove) {
      return about(broken, Optional.empty());
    }
  }

  private static Problem about(Problem broken, Optional<Path> kept) {
    return new Problem.Invalid(
        "The settings cannot be read, the defaults are used",
        broken.where(),
        kept.map(k -> "The file was kept as " + k + ": repair it and rename it back")
            .orElse("Repair the file"),
        broken.what());
  }

  /// Never over an older one.
  private Path moveAside() throws IOException {
    var aside = folder.resolve(NAME + ".broken");
    for (int i = 2; Files.exists(aside); i++) {
      aside = folder.resolve(NAME + ".broken-" + i);
    }
    return Files.move(file, aside);
  }
}
