package dev.plumbline.ui.environment;

import dev.plumbline.drift.ResourceDrift;
import dev.plumbline.engine.Session;
import dev.plumbline.model.Health;
import dev.plumbline.model.Owned;
import dev.plumbline.model.ResourceRef;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Everything that the tree can show, in order: what Git declares, and below each object what it
/// owns. Made once for each change of the data, so that a keystroke only looks through it.
final class Forest {

  static final Forest EMPTY = new Forest(List.of());

  /// The most telling first: what is broken must not hide behind what runs.
  private static final Comparator<Owned> CHILDREN =
      Comparator.<Owned>comparingInt(o -> rank(o.health().state()))
          .thenComparing(o -> o.ref().kind())
          .thenComparing(
              o -> o.ref().kind().equals("Pod") ? Optional.<java.time.Instant>empty() : o.created(),
              Comparator.comparing(
                  c -> c.orElse(java.time.Instant.EPOCH), Comparator.reverseOrder()))
          .thenComparing(o -> o.ref().name());

  private final List<Node> nodes;
  private final Map<String, Node> byId;
  private final Set<String> shared = new HashSet<>();
  private final Map<Facet, BitSet> facets = new EnumMap<>(Facet.class);
  private final Map<Standing, BitSet> standings = new EnumMap<>(Standing.class);
  private final List<Node> byKind;

  /// An object and where it stands.
  ///
  /// @param id of the object
  /// @param at its place among all nodes, owners before what they own
  /// @param end the place after the last one below it
  /// @param owner the place of its owner; -1 for none
  /// @param text what the filter looks through, in lower case
  record Node(Subject subject, String id, int at, int end, int owner, int depth, String text) {}

  private Forest(List<Node> nodes) {
    this.nodes = List.copyOf(nodes);
    this.byId = HashMap.newHashMap(nodes.size());
    var names = new HashSet<String>();
    for (var node : this.nodes) {
      byId.putIfAbsent(node.id(), node);
      if (node.depth() == 0 && !names.add(name(node.subject().ref()))) {
        shared.add(name(node.subject().ref()));
      }
      index(node);
    }
    boolean flat = this.nodes.stream().allMatch(n -> n.depth() == 0);
    byKind =
        flat
            ? this.nodes
            : this.nodes.stream()
                .sorted(Comparator.comparing(n -> n.subject().ref(), Kinds.REFS))
                .toList();
  }

  /// What is asked at each keystroke is kept as bits.
  private void index(Node node) {
    var subject = node.subject();
    for (var facet : Facet.values()) {
      if (facet.holds(subject)) {
        facets.computeIfAbsent(facet, f -> new BitSet(nodes.size())).set(node.at());
      }
    }
    if (subject.drift().isPresent()) {
      var standing = Standing.of(subject.drift().get());
      standings.computeIfAbsent(standing, s -> new BitSet(nodes.size())).set(node.at());
    }
  }

  private static String name(ResourceRef ref) {
    return ref.kind() + "/" + ref.name();
  }

  /// @param labels the labels that Git gives an object, as the filter looks for them
  static Forest of(
      List<ResourceDrift> resources, Session.Living living, Function<ResourceRef, String> labels) {
    var health = new HashMap<String, Health>();
    living.health().forEach((ref, h) -> health.put(Subject.id(ref), h));
    var children = new HashMap<String, List<Owned>>();
    living
        .owned()
        .forEach(
            o -> children.computeIfAbsent(Subject.id(o.owner()), k -> new ArrayList<>()).add(o));
    children.values().forEach(c -> c.sort(CHILDREN));
    var building = new Building(children);
    for (var drift : resources.stream().sorted(Kinds.ORDER).toList()) {
      var subject = Subject.of(drift, Optional.ofNullable(health.get(Subject.id(drift.ref()))));
      building.add(subject, -1, 0, labels.apply(drift.ref()));
    }
    return new Forest(building.nodes);
  }

  List<Node> nodes() {
    return nodes;
  }

  /// The same, ordered by kind.
  List<Node> byKind() {
    return byKind;
  }

  Optional<Node> find(ResourceRef ref) {
    return Optional.ofNullable(byId.get(Subject.id(ref)));
  }

  /// Whether another object has the same kind and name, so that the namespace must be said.
  boolean shared(ResourceRef ref) {
    return shared.contains(name(ref));
  }

  /// The owners of a node, the nearest first.
  List<Node> owners(Node node) {
    var owners = new ArrayList<Node>();
    for (int at = node.owner(); at >= 0; at = nodes.get(at).owner()) {
      owners.add(nodes.get(at));
    }
    return owners;
  }

  /// The places of what passes.
  ///
  /// @param query words that must all stand in kind, name, namespace, labels or a differing path
  BitSet passing(String query) {
    var passing = new BitSet(nodes.size());
    if (query.isBlank()) {
      passing.set(0, nodes.size());
      return passing;
    }
    var words = query.toLowerCase(Locale.ROOT).strip().split("\\s+");
    for (var node : nodes) {
      if (holds(node.text(), words)) {
        passing.set(node.at());
      }
    }
    return passing;
  }

  /// What of these places a facet leaves.
  BitSet only(Facet facet, BitSet places) {
    var left = (BitSet) places.clone();
    left.and(facets.getOrDefault(facet, new BitSet()));
    return left;
  }

  /// How many of what passes stand how.
  Tally tally(BitSet passing) {
    var counts = count(standings, passing);
    int all = passing.cardinality();
    int owned = all - counts.values().stream().mapToInt(Integer::intValue).sum();
    return new Tally(new Counts(counts), owned, count(facets, passing));
  }

  private static <K> Map<K, Integer> count(Map<K, BitSet> sorts, BitSet passing) {
    var counts = new HashMap<K, Integer>();
    sorts.forEach((sort, places) -> {
      var both = (BitSet) places.clone();
      both.and(passing);
      if (!both.isEmpty()) {
        counts.put(sort, both.cardinality());
      }
    });
    return counts;
  }

  private static boolean holds(String text, String[] words) {
    for (var word : words) {
      if (!text.contains(word)) {
        return false;
      }
    }
    return true;
  }

  private static int rank(Health.State state) {
    return switch (state) {
      case DEGRADED -> 0;
      case PROGRESSING -> 1;
      case TERMINATING -> 2;
      case UNKNOWN -> 3;
      case HEALTHY -> 4;
      case SUSPENDED -> 5;
    };
  }

  private static final class Building {
    private final Map<String, List<Owned>> children;
    private final List<Node> nodes = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    Building(Map<String, List<Owned>> children) {
      this.children = children;
    }

    /// Adds an object and what it owns; whatever owners say, each object stands once.
    void add(Subject subject, int owner, int depth, String labels) {
      var id = subject.id();
      if (!seen.add(id)) {
        return;
      }
      int at = nodes.size();
      var text = text(subject, labels);
      nodes.add(new Node(subject, id, at, at + 1, owner, depth, text));
      for (var child : children.getOrDefault(id, List.of())) {
        add(Subject.of(child), at, depth + 1, "");
      }
      if (nodes.size() > at + 1) {
        nodes.set(at, new Node(subject, id, at, nodes.size(), owner, depth, text));
      }
    }

    private static String text(Subject subject, String labels) {
      var ref = subject.ref();
      var text = new StringBuilder(64);
      text.append(ref.kind()).append(' ').append(ref.name()).append(' ').append(ref.namespace());
      text.append(' ').append(labels);
      subject.owned().ifPresent(o -> text.append(' ').append(o.word()));
      subject.drift().ifPresent(d -> d.fields().forEach(f -> text.append('\n').append(f.path())));
      return text.toString().toLowerCase(Locale.ROOT);
    }
  }
}
