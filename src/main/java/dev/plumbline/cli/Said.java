package dev.plumbline.cli;

import dev.plumbline.drift.Drift;
import dev.plumbline.drift.Exemption;
import dev.plumbline.drift.FieldChange;
import dev.plumbline.drift.Owner;
import dev.plumbline.drift.ResourceDrift;
import dev.plumbline.drift.Rules;
import dev.plumbline.model.Tree;
import dev.plumbline.yaml.Json;
import java.util.List;
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
          notCounted.isEmpty()
              ? ""
              : notCounted.size() == 1
                  ? "  1 field differs and does not count"
                  : "  " + notCounted.size() + " fields differ and do not count";
      case ResourceDrift.Changed(var ref, var origin, var fields) ->
          "  " + counted(fields) + from(origin);
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

  private static String counted(List<FieldChange> fields) {
    long counting = fields.stream().filter(FieldChange::counts).count();
    long others = fields.size() - counting;
    return counting
        + (counting == 1 ? " field" : " fields")
        + (others == 0
            ? ""
            : ", " + others + " more that " + (others == 1 ? "does" : "do") + " not count");
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

  /// Who says that a difference does not count, where, and why.
  static String exemption(Exemption e) {
    return e.by()
        + (e.origin().toString().equals(e.by()) ? "" : ", " + e.origin())
        + (e.reason().isEmpty() ? "" : ": " + e.reason())
        + e.expires().map(day -> " (until " + day + ")").orElse("");
  }

  /// A rule that ignores nothing, and why.
  static String rule(Rules.Note n) {
    return switch (n.standing()) {
      case APPLIED -> n.by() + ", " + n.origin() + ": " + n.says();
      case EXPIRED ->
          "The rule in "
              + n.origin()
              + " expired on "
              + n.expires().map(Object::toString).orElse("")
              + " and ignores nothing any more: "
              + n.says();
      case NOT_APPLIED -> "The rule in " + n.origin() + " is not applied: " + n.says();
    };
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
