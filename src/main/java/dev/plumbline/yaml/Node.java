package dev.plumbline.yaml;

import dev.plumbline.model.Origin;
import dev.plumbline.model.Tree;
import java.util.ArrayList;
import java.util.List;

/// What a document says before it is resolved: scalars with their tags, aliases not followed, merge
/// keys not merged; each with its place. Kept for as long as someone may ask where a value stands.
sealed interface Node {

  Spot spot();

  /// A line and column in a file, from 1.
  record Spot(int line, int column) {
    String in(String file) {
      return line > 0 ? file + ":" + line + ":" + column : file;
    }

    Origin origin(String file) {
      return new Origin(file, line, column);
    }
  }

  /// A YAML scalar.
  ///
  /// @param tag the explicit tag (`tag:yaml.org,2002:` written `!!`), empty without one
  /// @param plain plain style and no tag but `!`: with no tag its type is found from its text
  record Scalar(String value, String tag, boolean plain, Spot spot) implements Node {}

  /// A value whose type needs no resolving: JSON.
  record Literal(Tree value, Spot spot) implements Node {}

  /// `*name`.
  record Alias(String name, Node target, Spot spot) implements Node {}

  /// A list; items are added while it is read, so that it may be anchored before it is complete.
  final class Items implements Node {
    final List<Node> nodes = new ArrayList<>();
    private final Spot spot;

    Items(Spot spot) {
      this.spot = spot;
    }

    @Override
    public Spot spot() {
      return spot;
    }
  }

  /// A mapping: its entries as written, duplicates and merge keys included.
  final class Entries implements Node {
    final List<Entry> entries = new ArrayList<>();
    private final Spot spot;

    Entries(Spot spot) {
      this.spot = spot;
    }

    @Override
    public Spot spot() {
      return spot;
    }
  }

  /// A key with its value.
  record Entry(Node key, Node value) {
    boolean isMerge() {
      return key instanceof Scalar s
          && s.value().equals("<<")
          && (s.plain() || s.tag().equals("!!merge"));
    }
  }
}
