package dev.plumbline.ui.environment;

import dev.plumbline.model.Health;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.ui.environment.Forest.Node;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The lines of the tree: what passes the filter, below its owners or below its kind, as far as it
/// is unfolded.
final class Listing {

  /// From here on everything is folded by kind until somebody opens it.
  static final int HUGE = 400;

  /// So many children that are all alike are shown before the rest folds.
  private static final int ALIKE = 2;

  private final Forest forest;
  private final BitSet passing;
  private final Map<String, Boolean> folds;
  private final boolean searching;
  private final boolean filtered;
  private final List<Line> lines = new ArrayList<>();

  /// What the tree is ordered by.
  enum By {
    OWNER,
    KIND
  }

  private Listing(Forest forest, BitSet passing, Map<String, Boolean> folds, boolean searching) {
    this.forest = forest;
    this.passing = passing;
    this.folds = folds;
    this.searching = searching;
    this.filtered = passing.cardinality() < forest.nodes().size();
  }

  /// @param passing the places in the forest of what passes the filter
  /// @param folds what somebody opened (true) or folded (false), by id
  /// @param searching whether words are looked for: then nothing that passes hides in a fold
  static List<Line> lines(
      Forest forest, BitSet passing, By by, Map<String, Boolean> folds, boolean searching) {
    var listing = new Listing(forest, passing, folds, searching);
    switch (by) {
      case OWNER -> listing.below(0, forest.nodes().size(), false);
      case KIND -> listing.kinds();
    }
    return List.copyOf(listing.lines);
  }

  /// Whether the children of a node are listed.
  static boolean open(Node node, Map<String, Boolean> folds) {
    return folds.getOrDefault(node.id(), node.depth() > 0);
  }

  /// The id of the line behind which a child folds that is like its neighbours.
  static String moreId(Forest forest, Node child) {
    var owner = child.owner() < 0 ? "" : forest.nodes().get(child.owner()).id();
    return "more:" + owner + "/" + alike(child);
  }

  /// The nodes from a place on to another that stand side by side.
  private void below(int from, int to, boolean ownerPasses) {
    var listed = new ArrayList<Node>();
    for (int at = from; at < to; at = forest.nodes().get(at).end()) {
      var node = forest.nodes().get(at);
      int next = passing.nextSetBit(at);
      if ((ownerPasses && !searching) || (next >= 0 && next < node.end())) {
        listed.add(node);
      }
    }
    var alike = new HashMap<String, Integer>();
    for (var node : listed) {
      if (folding(node)) {
        alike.merge(moreId(forest, node), 1, Integer::sum);
      }
    }
    var shown = new HashMap<String, Integer>();
    for (var node : listed) {
      if (folding(node)) {
        var more = moreId(forest, node);
        child(node, more, shown.merge(more, 1, Integer::sum), alike.getOrDefault(more, 0));
      } else {
        thing(node);
      }
    }
  }

  private void child(Node node, String more, int nth, int all) {
    if (all <= ALIKE + 1) {
      thing(node);
      return;
    }
    boolean open = folds.getOrDefault(more, false);
    if (open || nth <= ALIKE) {
      thing(node);
    }
    if (nth == (open ? all : ALIKE + 1)) {
      more(node, all - ALIKE, open);
    }
  }

  private boolean folding(Node node) {
    return node.depth() > 0
        && !searching
        && node.end() == node.at() + 1
        && node.subject().health().filter(Listing::calm).isPresent();
  }

  private static boolean calm(Health health) {
    return health.state() == Health.State.HEALTHY || health.state() == Health.State.SUSPENDED;
  }

  private static String alike(Node node) {
    return node.subject().ref().kind()
        + "/"
        + node.subject().owned().map(o -> o.word()).orElse("")
        + "/"
        + node.subject().health().map(h -> h.state().name()).orElse("");
  }

  private void more(Node node, int count, boolean open) {
    var subject = node.subject();
    lines.add(
        new Line.More(
            moreId(forest, node),
            subject.ref().kind(),
            count,
            subject.owned().map(o -> o.word()).orElse(""),
            node.depth(),
            open));
  }

  private void thing(Node node) {
    boolean children = node.end() > node.at() + 1;
    int inside = passing.nextSetBit(node.at() + 1);
    boolean holds = inside >= 0 && inside < node.end();
    boolean passes = passing.get(node.at());
    boolean forced = holds && (searching || (filtered && !passes));
    boolean open = children && (forced || ((!searching || holds) && open(node, folds)));
    var fold = !children ? Line.Fold.NONE : open ? Line.Fold.OPEN : Line.Fold.FOLDED;
    lines.add(line(node, node.depth(), fold));
    if (open) {
      below(node.at() + 1, node.end(), passes);
    }
  }

  private Line.Thing line(Node node, int depth, Line.Fold fold) {
    var ref = node.subject().ref();
    boolean namespaced = node.depth() == 0 && forest.shared(ref);
    return new Line.Thing(node.subject(), depth, fold, name(node, depth), namespaced);
  }

  /// A name that only repeats its owner's, which stands right above, is cut.
  private String name(Node node, int depth) {
    var name = node.subject().ref().name();
    if (depth < 2) {
      return name;
    }
    var above = forest.nodes().get(node.owner()).subject().ref().name() + "-";
    return name.startsWith(above) ? "…-" + name.substring(above.length()) : name;
  }

  private void kinds() {
    var nodes = forest.byKind();
    boolean unfolded =
        nodes.size() < HUGE || (searching && filtered && passing.cardinality() < HUGE);
    for (int from = 0; from < nodes.size(); ) {
      var first = nodes.get(from).subject().ref();
      int to = from + 1;
      while (to < nodes.size() && sameKind(first, nodes.get(to).subject().ref())) {
        to++;
      }
      kind(first, nodes.subList(from, to), unfolded);
      from = to;
    }
  }

  private static boolean sameKind(ResourceRef one, ResourceRef other) {
    return one.kind().equals(other.kind()) && one.group().equals(other.group());
  }

  private void kind(ResourceRef first, List<Node> members, boolean unfolded) {
    var here = new BitSet(passing.size());
    members.stream().mapToInt(Node::at).filter(passing::get).forEach(here::set);
    if (here.isEmpty()) {
      return;
    }
    var group = first.group() + "/" + first.kind();
    boolean open = folds.getOrDefault("kind:" + group, unfolded);
    lines.add(new Line.Kind(first.kind(), first.group(), forest.tally(here), open));
    if (open) {
      members.stream()
          .filter(n -> here.get(n.at()))
          .forEach(n -> lines.add(line(n, 1, Line.Fold.NONE)));
    }
  }
}
