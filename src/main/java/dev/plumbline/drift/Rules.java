package dev.plumbline.drift;

import dev.plumbline.model.Origin;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What an environment's repository says about differences that do not count.
///
/// @param rules in the order in which they are tried
/// @param others what is written there and ignores nothing, each with why
public record Rules(List<IgnoreRule> rules, List<Other> others) {

  /// Everything that differs counts.
  public static final Rules NONE = new Rules(List.of(), List.of());

  public Rules {
    rules = List.copyOf(rules);
    others = List.copyOf(others);
  }

  /// A rule that ignores nothing.
  ///
  /// @param by who says it
  /// @param why in words, a sentence
  public record Other(String by, Origin origin, String why) {}

  /// How a rule stands.
  public enum Standing {
    /// It holds.
    APPLIED("applied"),
    /// Its last day is over: it ignores nothing any more.
    EXPIRED("expired"),
    /// It cannot be read, or it is not certain that it is about this environment.
    NOT_APPLIED("not-applied");

    private final String word;

    Standing(String word) {
      this.word = word;
    }

    /// The word in JSON.
    public String word() {
      return word;
    }
  }

  /// A rule, how it stands, and how much it silences now.
  ///
  /// @param says what it ignores; why it does not, when it is not applied
  /// @param fields how many fields it keeps from counting
  public record Note(
      String by,
      Origin origin,
      String says,
      String reason,
      Optional<LocalDate> expires,
      Standing standing,
      int fields) {}

  /// The rules of both, these first.
  public Rules and(Rules more) {
    var all = new ArrayList<>(rules);
    all.addAll(more.rules);
    var rest = new ArrayList<>(others);
    rest.addAll(more.others);
    return new Rules(all, rest);
  }

  /// A verdict as these rules want it. What they are about does not count, and is listed all the
  /// same with its rule; nothing else changes. A rule can only ignore what differs.
  ///
  /// @param today in UTC; a rule holds through its last day
  public ResourceDrift judge(ResourceDrift verdict, LocalDate today) {
    return Ignoring.of(verdict, rules, today);
  }

  /// How each rule stands.
  ///
  /// @param judged verdicts that [#judge] gave
  /// @param today in UTC
  public List<Note> notes(List<ResourceDrift> judged, LocalDate today) {
    var notes = new ArrayList<Note>();
    for (var rule : rules) {
      notes.add(
          new Note(
              rule.by(),
              rule.origin(),
              rule.says(),
              rule.reason(),
              rule.expires(),
              rule.isExpired(today) ? Standing.EXPIRED : Standing.APPLIED,
              silenced(rule, judged)));
    }
    for (var other : others) {
      notes.add(
          new Note(
              other.by(),
              other.origin(),
              other.why(),
              "",
              Optional.empty(),
              Standing.NOT_APPLIED,
              0));
    }
    return List.copyOf(notes);
  }

  private static int silenced(IgnoreRule rule, List<ResourceDrift> judged) {
    var mark = Optional.of(rule.exemption());
    return (int)
        judged.stream()
            .flatMap(r -> r.fields().stream())
            .filter(f -> f.exemption().equals(mark))
            .count();
  }
}
