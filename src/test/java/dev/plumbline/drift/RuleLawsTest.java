package dev.plumbline.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.drift.PathPattern.Part;
import dev.plumbline.model.Origin;
import dev.plumbline.model.Path;
import dev.plumbline.model.Tree;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/// Ignoring a path removes exactly that path, whatever objects and paths there are.
class RuleLawsTest {

  private static final int PAIRS = 300;
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  private static final Set<String> KEYS = Set.of("name", "port", "protocol");
  private static final String MORNING = "2026-11-24T08:00:00Z";

  static Path path(String text) {
    return new Path(
        PathPattern.parse(text).orElseThrow().parts().stream()
            .map(p -> ((Part.Is) p).step())
            .toList());
  }

  private static ResourceDrift compare(Tree.Obj live, Tree.Obj predicted) {
    return Comparison.of(
        ComparisonTest.manifest(predicted),
        Trees.managed(live, MORNING),
        Trees.managed(predicted, MORNING),
        "plumbline");
  }

  private static IgnoreRule rule(PathPattern pattern) {
    return new IgnoreRule(
        "t",
        Origin.file("t"),
        Target.ANY,
        Optional.of(pattern),
        Optional.empty(),
        "r",
        Optional.empty());
  }

  /// Every single value that differs counts, unless it stands at or below the path: the oracle
  /// knows nothing of how changes are cut.
  @Test
  void ignoringAPathRemovesExactlyIt() {
    int ignored = 0;
    int split = 0;
    for (long seed = 0; seed < PAIRS; seed++) {
      var live = new Trees(seed % 250).object();
      var predicted = new Trees(seed * 7 % 250 + 250).object();
      var verdict = compare(live, predicted);
      if (verdict.fields().isEmpty()
          || verdict.fields().stream().anyMatch(f -> nameless(f.path()))) {
        continue;
      }
      var pattern = somewhere(verdict, new Random(seed));
      var judged = new Rules(List.of(rule(pattern)), List.of()).judge(verdict, TODAY);
      var counting = judged.fields().stream().filter(FieldChange::counts).toList();
      var silenced = judged.fields().stream().filter(f -> !f.counts()).toList();
      var all = leaves(verdict.fields());

      assertThat(
              apart(
                  texts(leaves(counting), l -> !blank(l, pattern)),
                  texts(all, l -> !pattern.covers(l.path()))))
          .as("seed %d, ignoring %s", seed, pattern)
          .isEmpty();
      if (!pattern.parts().contains(new Part.Any())) {
        assertThat(
                apart(
                    texts(leaves(silenced), l -> true), texts(all, l -> pattern.covers(l.path()))))
            .as("seed %d, silenced by %s", seed, pattern)
            .isEmpty();
      }
      assertThat(silenced).allSatisfy(f -> assertThat(f.exemption()).isPresent());
      ignored += silenced.size();
      split += judged.fields().size() > verdict.fields().size() ? 1 : 0;
    }
    assertThat(ignored).as("what was silenced").isGreaterThan(PAIRS / 2);
    assertThat(split).as("rules about a part of what differs as one").isGreaterThan(5);
  }

  private static List<String> texts(Set<Leaf> leaves, Predicate<Leaf> wanted) {
    return leaves.stream().filter(wanted).map(Leaf::toString).sorted().toList();
  }

  /// What only one of them holds.
  private static List<String> apart(List<String> one, List<String> other) {
    var apart = new TreeSet<>(one);
    apart.removeAll(new TreeSet<>(other));
    var lacking = new TreeSet<>(other);
    lacking.removeAll(new TreeSet<>(one));
    var told = new ArrayList<>(apart);
    lacking.forEach(t -> told.add("not " + t));
    return told;
  }

  /// Items of a keyed list that the server treats as one value, because it stands in one: here they
  /// would have two names.
  private static boolean nameless(Path path) {
    for (int i = 1; i < path.steps().size(); i++) {
      if (path.steps().get(i) instanceof Path.Step.Index
          && path.steps().get(i - 1) instanceof Path.Step.Field(String list)
          && !list.equals("args")) {
        return true;
      }
    }
    return false;
  }

  /// One value on one side that is not the same on the other.
  private record Leaf(Path path, String side, Tree value) {
    @Override
    public String toString() {
      return path + " " + side + " " + value;
    }
  }

  /// What a position that is ignored leaves in a list.
  private static boolean blank(Leaf leaf, PathPattern pattern) {
    return leaf.value() instanceof Tree.Null && pattern.covers(leaf.path());
  }

  private static Set<Leaf> leaves(List<FieldChange> fields) {
    var leaves = new LinkedHashSet<Leaf>();
    for (var f : fields) {
      var live = new LinkedHashSet<Leaf>();
      var git = new LinkedHashSet<Leaf>();
      f.live().ifPresent(v -> leaves(f.path(), v, live));
      f.desired().ifPresent(v -> leaves(f.path(), v, git));
      live.forEach(l -> alone(l, "live", git, leaves));
      git.forEach(l -> alone(l, "git", live, leaves));
    }
    return leaves;
  }

  private static void alone(Leaf leaf, String side, Set<Leaf> others, Set<Leaf> leaves) {
    if (!others.contains(leaf)) {
      leaves.add(new Leaf(leaf.path(), side, leaf.value()));
    }
  }

  /// Empty maps and lists are none: whether one is left where all that it held is ignored says
  /// nothing.
  private static void leaves(Path path, Tree value, Set<Leaf> leaves) {
    if (value instanceof Tree.Obj object) {
      object.fields().forEach((k, v) -> leaves(path.field(k), v, leaves));
    } else if (value instanceof Tree.Arr list) {
      var name = path.steps().getLast() instanceof Path.Step.Field(String field) ? field : "";
      for (int i = 0; i < list.items().size(); i++) {
        leaves(path.then(step(name, list.items().get(i), i)), list.items().get(i), leaves);
      }
    } else {
      leaves.add(new Leaf(path, "", value));
    }
  }

  private static Path.Step step(String list, Tree item, int index) {
    return switch (list) {
      case "env" -> Path.key(Map.of("name", item.at("name").orElseThrow()));
      case "ports" ->
          Path.key(
              Map.of(
                  "port", item.at("port").orElseThrow(),
                  "protocol", item.at("protocol").orElseThrow()));
      case "finalizers" -> new Path.Step.Value(item);
      default -> new Path.Step.Index(index);
    };
  }

  /// A change, or a place inside or above one: sometimes with any item in place of one.
  private static PathPattern somewhere(ResourceDrift verdict, Random random) {
    var change = verdict.fields().get(random.nextInt(verdict.fields().size()));
    var parts = new ArrayList<>(PathPattern.of(change.path()).parts());
    if (random.nextInt(3) == 0 && parts.size() > 2) {
      parts.removeLast();
    } else if (random.nextBoolean()) {
      deeper(change.live().or(change::desired).orElseThrow(), parts, random);
    }
    if (random.nextInt(6) == 0 && !isItem(parts.get(parts.size() - 2))) {
      parts.set(parts.size() - 1, new Part.Any());
    }
    return new PathPattern(parts);
  }

  /// Without its keys an item is no item: what would be left has no name.
  private static boolean isItem(Part part) {
    return part instanceof Part.Is(Path.Step.Key _);
  }

  private static void deeper(Tree value, List<Part> parts, Random random) {
    if (value instanceof Tree.Obj object) {
      var keys = object.fields().keySet().stream().filter(k -> !KEYS.contains(k)).toList();
      if (keys.isEmpty()) {
        return;
      }
      var key = keys.get(random.nextInt(keys.size()));
      parts.add(PathPattern.field(key));
      if (random.nextBoolean()) {
        deeper(object.fields().get(key), parts, random);
      }
    }
  }

  /// A path that was copied is the pattern of itself alone.
  @Test
  void everyPathIsReadBack() {
    int paths = 0;
    for (long seed = 0; seed < 60; seed++) {
      var changes = compare(new Trees(seed).object(), new Trees(seed + 400).object()).fields();
      for (var change : changes) {
        var text = change.path().toString();
        assertThat(PathPattern.parse(text)).as(text).contains(PathPattern.of(change.path()));
        paths++;
      }
    }
    assertThat(paths).isGreaterThan(60);
    for (var text :
        List.of(
            ".metadata.annotations[\"a.b/c\"]",
            ".spec.ports[port=80,protocol=\"TCP\"]",
            ".metadata.finalizers[=\"x\"]",
            ".spec.args[2]",
            ".data[\"a \\\"b\\\" \\\\ \\n\"]",
            "[\"\"]",
            ".webhooks[*].clientConfig.caBundle",
            ".spec.taints[\"a.b\"=true,effect=null]")) {
      assertThat(PathPattern.parse(text).map(PathPattern::toString)).as(text).contains(text);
    }
  }

  @Test
  void whatIsNoPathIsNone() {
    for (var text :
        List.of(
            "",
            ".",
            "..",
            ".a.",
            "a",
            ".a[",
            ".a[]",
            ".a[-1]",
            ".a[x",
            ".a[x=]",
            ".a[x=y]",
            ".a[\"x]",
            ".a[\"\\t\"]",
            ".a]b",
            ".a b",
            ".a[99999999999]",
            ".a[x=1,]",
            "$.a",
            ".a".repeat(5000))) {
      assertThat(PathPattern.parse(text)).as(text).isEmpty();
    }
  }
}
