package dev.plumbline.yaml;

import dev.plumbline.model.ManifestSet;
import dev.plumbline.model.Tree;
import dev.plumbline.yaml.Node.Spot;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Turns the nodes of one document into a tree as kubectl does: aliases followed, merge keys merged
/// in the order in which they stand, keys made strings, the last of duplicate keys kept. Remarks on
/// what a person may not have meant are collected as warnings.
final class Conversion {

  static final String TWICE = "The key \"%s\" stands here twice; the last one counts";

  private static final Pattern PADDED = Pattern.compile("[-+]?[0-9]+\\.[0-9]*[1-9]0+");

  private final String file;
  private final List<ManifestSet.Warning> warnings;
  private final Set<Node> following = Collections.newSetFromMap(new IdentityHashMap<>());
  private int decoded;
  private int viaAlias;
  private int aliasDepth;
  private int depth;

  Conversion(String file, List<ManifestSet.Warning> warnings) {
    this.file = file;
    this.warnings = warnings;
  }

  /// The tree. Throws [Unreadable] for what kubectl refuses too.
  Tree tree(Node node) {
    count(node);
    return switch (node) {
      case Node.Literal(Tree.Num(String literal), Spot spot) -> json(literal, spot);
      case Node.Literal literal -> literal.value();
      case Node.Scalar scalar -> value(scalar);
      case Node.Alias alias -> {
        enter(alias);
        var tree = tree(alias.target());
        leave(alias);
        yield tree;
      }
      case Node.Items items -> {
        deeper(node);
        var list = new ArrayList<Tree>(items.nodes.size());
        items.nodes.forEach(item -> list.add(tree(item)));
        depth--;
        yield list.isEmpty() ? Tree.Arr.EMPTY : new Tree.Arr(list);
      }
      case Node.Entries mapping -> {
        deeper(node);
        var fields = new LinkedHashMap<String, Tree>();
        fill(mapping, fields);
        depth--;
        yield fields.isEmpty() ? Tree.Obj.EMPTY : new Tree.Obj(fields);
      }
    };
  }

  private void deeper(Node node) {
    if (++depth > Json.MAX_DEPTH) {
      throw new Unreadable(node.spot(), "Nested deeper than " + Json.MAX_DEPTH + " levels", "");
    }
  }

  /// go-yaml's guard against alias bombs, with its own numbers (decode.go, allowedAliasRatio).
  private void count(Node node) {
    decoded++;
    if (aliasDepth > 0) {
      viaAlias++;
    }
    if (viaAlias > 100 && decoded > 1000 && (double) viaAlias / decoded > allowed()) {
      throw new Unreadable(
          node.spot(), "Aliases that multiply beyond measure", "Write the values out");
    }
  }

  private double allowed() {
    return decoded <= 400_000
        ? 0.99
        : decoded >= 4_000_000 ? 0.10 : 0.99 - 0.89 * ((decoded - 400_000) / 3_600_000.0);
  }

  private void enter(Node.Alias alias) {
    if (!following.add(alias)) {
      throw new Unreadable(
          alias.spot(), "The value of &" + alias.name() + " contains itself", "Remove the alias");
    }
    aliasDepth++;
  }

  private void leave(Node.Alias alias) {
    aliasDepth--;
    following.remove(alias);
  }

  private void fill(Node.Entries mapping, Map<String, Tree> fields) {
    var own = new java.util.HashSet<String>();
    for (var entry : mapping.entries) {
      if (entry.isMerge()) {
        merge(entry.value(), fields, own);
      } else {
        var key = key(entry.key());
        if (!own.add(key)) {
          warn(entry.key().spot(), TWICE, key);
        }
        fields.put(key, tree(entry.value()));
      }
    }
  }

  /// go-yaml v2 merges where `<<` stands: keys above it are overwritten, keys below it overwrite.
  private void merge(Node source, Map<String, Tree> fields, Set<String> own) {
    for (var mapping : Merge.sources(source)) {
      var merged = tree(mapping);
      if (merged instanceof Tree.Obj(Map<String, Tree> more)) {
        for (var key : more.keySet()) {
          if (own.contains(key)) {
            warn(source.spot(), "\"<<\" overwrites \"%s\", which stands above it", key);
          }
        }
        fields.putAll(more);
      }
    }
  }

  private String key(Node node) {
    count(node);
    return switch (node) {
      case Node.Literal(Tree value, Spot _) when value instanceof Tree.Str(String text) -> text;
      case Node.Alias(String _, Node target, Spot _) -> key(target);
      case Node.Scalar scalar -> {
        var key = Keys.of(scalar);
        if (scalar.plain() && Scalars.plain(scalar.value()) instanceof Scalars.Truth) {
          if (!key.equals(scalar.value())) {
            warn(scalar.spot(), "kubectl reads the key " + scalar.value() + " as \"%s\"", key);
          }
        }
        yield key;
      }
      case Node.Literal _, Node.Items _, Node.Entries _ ->
          throw new Unreadable(
              node.spot(), "A list or a mapping as a key", "Quote the key when it is text");
    };
  }

  private Tree value(Node.Scalar scalar) {
    return switch (Scalars.resolve(scalar)) {
      case Scalars.Text(String text) -> new Tree.Str(text);
      case Scalars.Truth(boolean truth) -> new Tree.Bool(truth);
      case Scalars.Nothing _ -> Tree.Null.VALUE;
      case Scalars.Int(BigInteger i) -> exactly(new BigDecimal(i), GoNumbers.of(i), scalar.spot());
      case Scalars.Real(double d) -> real(scalar, d);
    };
  }

  private Tree real(Node.Scalar scalar, double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      throw Scalars.notJson(scalar.spot(), scalar.value());
    }
    var number = GoNumbers.of(value);
    if (PADDED.matcher(scalar.value()).matches()) {
      warn(
          scalar.spot(),
          scalar.value() + " is the number %s; quote it when it is a version",
          number.literal());
      return number;
    }
    var digits = scalar.value().replace("_", "");
    return digits.length() > 15 ? exactly(new BigDecimal(digits), number, scalar.spot()) : number;
  }

  private Tree json(String literal, Spot spot) {
    var number = literal.length() > 10_000 ? null : GoNumbers.ofJson(literal);
    if (number == null) {
      throw Scalars.notJson(spot, literal);
    }
    return literal.length() > 15 ? exactly(new BigDecimal(literal), number, spot) : number;
  }

  private Tree exactly(BigDecimal written, Tree.Num read, Spot spot) {
    if (written.compareTo(read.value()) != 0) {
      warn(spot, "A number with more digits than Kubernetes keeps; it becomes %s", read.literal());
    }
    return read;
  }

  private void warn(Spot spot, String text, String value) {
    if (aliasDepth == 0) {
      warnings.add(new ManifestSet.Warning(spot.origin(file), text.replace("%s", value)));
    }
  }
}
