package dev.plumbline.driver.kubernetes;

import dev.plumbline.model.ClusterEvent;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.Tree;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads an Event in either of its two shapes: `events.k8s.io/v1` (regarding, note, series,
/// deprecated…) and the core one (involvedObject, message, count). Who writes through one can be
/// read through the other, so either may hold the times of both.
final class EventText {

  private EventText() {}

  static ClusterEvent read(Tree event) {
    return new ClusterEvent(
        last(event),
        count(event),
        event.text("type").orElse("Normal"),
        event.text("reason").orElse(""),
        event.text("note").or(() -> event.text("message")).orElse("").strip(),
        about(event),
        Stream.of(
                event.text("reportingController"),
                event.text("reportingComponent"),
                event.text("deprecatedSource", "component"),
                event.text("source", "component"))
            .flatMap(Optional::stream)
            .filter(s -> !s.isEmpty())
            .findFirst()
            .orElse(""));
  }

  /// UID of the object that it happened to; empty when it does not say.
  static String uid(Tree event) {
    return regarding(event).text("uid").orElse("");
  }

  /// Whether it names the object, in whatever version.
  static boolean isAbout(Tree event, ResourceRef object) {
    return about(event).sameObject(object);
  }

  static ResourceRef about(Tree event) {
    var object = regarding(event);
    var apiVersion = object.text("apiVersion").orElse("");
    int slash = apiVersion.indexOf('/');
    return new ResourceRef(
        slash < 0 ? "" : apiVersion.substring(0, slash),
        apiVersion.substring(slash + 1),
        object.text("kind").orElse(""),
        object.text("namespace").orElse(""),
        object.text("name").orElse(""));
  }

  private static Tree regarding(Tree event) {
    return event.at("regarding").or(() -> event.at("involvedObject")).orElse(Tree.Obj.EMPTY);
  }

  private static int count(Tree event) {
    return Stream.of(event.at("series", "count"), event.at("deprecatedCount"), event.at("count"))
        .flatMap(Optional::stream)
        .mapToInt(n -> n instanceof Tree.Num number ? number.value().intValue() : 1)
        .max()
        .orElse(1);
  }

  /// The latest of the times that it holds.
  private static Optional<Instant> last(Tree event) {
    var last =
        Stream.of(
                event.text("series", "lastObservedTime"),
                event.text("deprecatedLastTimestamp"),
                event.text("lastTimestamp"),
                event.text("eventTime"))
            .flatMap(t -> t.flatMap(EventText::instant).stream())
            .max(Comparator.naturalOrder());
    return last.or(() -> event.text("metadata", "creationTimestamp").flatMap(EventText::instant));
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
