package dev.plumbline.yaml;

import dev.plumbline.model.Origin;
import dev.plumbline.model.Origins;
import dev.plumbline.model.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where the values of one document stand, found by walking its nodes when asked. A value that was
/// merged in stands where it was merged from; an alias stands where the alias is, what is below it
/// where it was anchored.
record Places(String file, Node root) implements Origins {

  @Override
  public Optional<Origin> at(Path path) {
    Node here = root;
    for (var step : path.steps()) {
      var next =
          switch (step) {
            case Path.Step.Field(String name) -> field(followed(here), name);
            case Path.Step.Index(int index) -> item(followed(here), index);
            case Path.Step.Key _, Path.Step.Value _ -> null;
          };
      if (next == null) {
        return Optional.empty();
      }
      here = next;
    }
    return Optional.of(here.spot().origin(file));
  }

  private static Node followed(Node node) {
    return node instanceof Node.Alias alias ? followed(alias.target()) : node;
  }

  private static @Nullable Node item(Node node, int index) {
    return node instanceof Node.Items items && index >= 0 && index < items.nodes.size()
        ? items.nodes.get(index)
        : null;
  }

  private static @Nullable Node field(Node node, String name) {
    Node found = null;
    if (node instanceof Node.Entries mapping) {
      for (var entry : mapping.entries) {
        if (entry.isMerge()) {
          for (var source : Merge.sources(entry.value())) {
            var merged = field(followed(source), name);
            found = merged == null ? found : merged;
          }
        } else if (keyOf(entry.key()).equals(name)) {
          found = entry.value();
        }
      }
    }
    return found;
  }

  private static String keyOf(Node key) {
    return switch (followed(key)) {
      case Node.Scalar scalar -> Keys.of(scalar);
      case Node.Literal(dev.plumbline.model.Tree.Str(String text), Node.Spot _) -> text;
      case Node.Literal _, Node.Items _, Node.Entries _, Node.Alias _ -> "";
    };
  }
}
