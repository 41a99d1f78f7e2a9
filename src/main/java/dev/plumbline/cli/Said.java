package dev.plumbline.cli;

import dev.plumbline.drift.Drift;
import dev.plumbline.drift.Owner;
import dev.plumbline.drift.ResourceDrift;
import dev.plumbline.model.Tree;
import dev.plumbline.yaml.Json;
import java.util.Optional;

/// Words for people on a terminal.
final class Said {

  private static final int VALUE_LENGTH = 160;

  private Said() {}

  static String verdict(Drift drift) {
    return switch (drift.verdict()) {
      case IN_SYNC -> "in sync";
      case DRIFTED -> "drifted";
      case UNKNOWN -> "unknown";
    };
  }

  static String note(ResourceDrift drift) {
    return switch (drift) {
      case ResourceDrift.InSync(var ref, var origin, var notCounted) ->
          notCounted.isEmpty() ? "" : " (" + notCounted.size() + " fields differ and do not count)";
      case ResourceDrift.Changed(var ref, var origin, var fields) ->
          "  " + fields.size() + (fields.size() == 1 ? " field" : " fields") + from(origin);
      case ResourceDrift.OnlyInGit(var ref, var origin, var waiting) ->
          from(origin) + waiting.map(w -> ", waits for " + w).orElse("");
      case ResourceDrift.OnlyInCluster(var ref, var uid) -> "  applied before, no longer in Git";
      case ResourceDrift.Unknown(var ref, var origin, var problem, var last, var asOf) ->
          "  "
              + problem.sentence()
              + (problem.detail().isEmpty()
                  ? ""
                  : ": " + problem.detail().lines().findFirst().orElse(""))
              + last.map(l -> "; last known " + l).orElse("");
    };
  }

  private static String from(Optional<?> origin) {
    return origin.map(o -> "  " + o).orElse("");
  }

  /// A value on one line, cut with the number of characters that are missing.
  static String value(Tree tree) {
    var text = Json.compact(tree);
    return text.length() <= VALUE_LENGTH
        ? text
        : text.substring(0, VALUE_LENGTH)
            + "… "
            + (text.length() - VALUE_LENGTH)
            + " characters more";
  }

  static String owner(Optional<Owner> owner) {
    return owner
        .map(o ->
            "  set by "
                + o.manager()
                + " ("
                + o.operation()
                + (o.subresource().isEmpty() ? "" : " of " + o.subresource())
                + o.time().map(t -> ", " + t).orElse("")
                + ")")
        .orElse("");
  }
}
