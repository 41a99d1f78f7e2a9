package dev.plumbline.render;

import dev.plumbline.process.Programs;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The program that renders kustomizations: `kustomize`, else `kubectl`, which has one inside.
record KustomizeTool(Path program, String verb) {

  /// Changes when the shape of what is cached changes.
  private static final String FORMAT = "kustomize 1";

  static Optional<KustomizeTool> find(Programs programs) {
    return programs
        .find("kustomize")
        .map(program -> new KustomizeTool(program, "build"))
        .or(() -> programs.find("kubectl").map(program -> new KustomizeTool(program, "kustomize")));
  }

  List<String> argv(String folder) {
    return List.of(program.toString(), verb, folder);
  }

  /// The key of what this program makes of these inputs; see [InputsKey].
  Optional<String> key(String folder, Inputs inputs) {
    return InputsKey.of(
        "kustomize", program, List.of(FORMAT, verb, folder), inputs.files().values());
  }
}
