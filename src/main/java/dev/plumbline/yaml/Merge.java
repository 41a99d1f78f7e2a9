package dev.plumbline.yaml;

import java.util.ArrayList;
import java.util.List;

/// What stands behind a merge key `<<`.
final class Merge {

  private Merge() {}

  /// The mappings (or aliases of mappings) to merge, in the order of application: of a list the
  /// last comes first, so that earlier ones win. Throws [Unreadable] for anything else.
  static List<Node> sources(Node value) {
    if (value instanceof Node.Items items) {
      var sources = new ArrayList<>(items.nodes.reversed());
      sources.forEach(Merge::mustBeMapping);
      return sources;
    }
    mustBeMapping(value);
    return List.of(value);
  }

  private static void mustBeMapping(Node node) {
    var target = node instanceof Node.Alias alias ? alias.target() : node;
    if (!(target instanceof Node.Entries)) {
      throw new Unreadable(
          node.spot(),
          "\"<<\" merges something that is no mapping",
          "Merge a mapping or a list of mappings");
    }
  }
}
