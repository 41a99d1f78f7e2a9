package dev.plumbline.merge;

import dev.plumbline.model.Tree;
import dev.plumbline.schema.FieldSet;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The entries of managedFields while an operation works on them (apimachinery's
/// `managedfields/internal`).
final class Managers {

  private static final int MOST_UPDATERS = 10;
  private static final String APPLY = "Apply";

  /// Tells entries apart. Appliers have one entry whatever version they apply.
  record Id(String manager, String operation, String apiVersion, String subresource)
      implements Comparable<Id> {

    static Id of(String manager, String operation, String apiVersion, String subresource) {
      return new Id(manager, operation, operation.equals(APPLY) ? "" : apiVersion, subresource);
    }

    boolean applies() {
      return operation.equals(APPLY);
    }

    /// The order of the server, which compares identifiers as JSON texts.
    @Override
    public int compareTo(Id other) {
      return json().compareTo(other.json());
    }

    private String json() {
      return "{\"manager\":\""
          + manager
          + "\",\"operation\":\""
          + operation
          + (apiVersion.isEmpty() ? "" : "\",\"apiVersion\":\"" + apiVersion)
          + (subresource.isEmpty() ? "" : "\",\"subresource\":\"" + subresource)
          + "\"}";
    }
  }

  /// What one manager owns.
  ///
  /// @param time as written, empty where the server wrote none
  record Entry(FieldSet set, String apiVersion, Optional<String> time) {
    Entry with(FieldSet other) {
      return new Entry(other, apiVersion, time);
    }
  }

  private final Map<Id, Entry> entries;

  private Managers(Map<Id, Entry> entries) {
    this.entries = new LinkedHashMap<>(entries);
  }

  static Managers none() {
    return new Managers(Map.of());
  }

  /// The entries of an object; empty when one of them cannot be read.
  static Optional<Managers> of(Tree.Obj object) {
    var entries = new LinkedHashMap<Id, Entry>();
    for (var item : object.items("metadata", "managedFields")) {
      var operation = item.text("operation").orElse("");
      var version = item.text("apiVersion").orElse("");
      if (!(operation.equals(APPLY) || operation.equals("Update"))
          || version.isEmpty()
          || !item.text("fieldsType").orElse("").equals("FieldsV1")) {
        return Optional.empty();
      }
      var id =
          Id.of(
              item.text("manager").orElse(""),
              operation,
              version,
              item.text("subresource").orElse(""));
      var set = FieldSet.of(item.at("fieldsV1").orElse(Tree.Obj.EMPTY));
      entries.put(id, new Entry(set, version, item.text("time")));
    }
    return Optional.of(new Managers(entries));
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  Map<Id, Entry> entries() {
    return entries;
  }

  Managers copy() {
    return new Managers(entries);
  }

  @Nullable Entry get(Id id) {
    return entries.get(id);
  }

  /// Sets an entry, or drops it when it owns nothing.
  void put(Id id, Entry entry) {
    if (entry.set().isEmpty()) {
      entries.remove(id);
    } else {
      entries.put(id, entry);
    }
  }

  FieldSet all() {
    return FieldSet.union(entries.values().stream().map(Entry::set).toList());
  }

  static String time(Instant now) {
    return now.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static long seconds(Entry entry) {
    try {
      return entry.time().map(t -> Instant.parse(t).getEpochSecond()).orElse(0L);
    } catch (DateTimeParseException unreadable) {
      return 0;
    }
  }

  /// Keeps at most ten entries of updates: the oldest become one, `ancient-changes`.
  void cap() {
    var updaters =
        entries.keySet().stream()
            .filter(id -> !id.applies())
            .sorted(
                Comparator.comparingLong((Id id) -> seconds(entry(id)))
                    .thenComparing(Comparator.naturalOrder()))
            .toList();
    int length = updaters.size();
    var firsts = new LinkedHashMap<String, Id>();
    for (int i = 0; i < updaters.size() && length > MOST_UPDATERS; i++) {
      var id = updaters.get(i);
      var entry = entry(id);
      var first = firsts.putIfAbsent(entry.apiVersion(), id);
      if (first == null) {
        continue;
      }
      var bucket = Id.of("ancient-changes", "Update", entry.apiVersion(), "");
      var held = entries.get(bucket);
      if (held == null) {
        held = entry(first);
        entries.remove(first);
      }
      entries.remove(id);
      entries.put(
          bucket, new Entry(entry.set().union(held.set()), entry.apiVersion(), entry.time()));
      length--;
    }
  }

  private Entry entry(Id id) {
    return java.util.Objects.requireNonNull(entries.get(id));
  }

  /// An object with these entries as its managedFields; without the field when there are none.
  Tree.Obj writeTo(Tree.Obj object) {
    var meta =
        object.get("metadata").orElse(Tree.Obj.EMPTY) instanceof Tree.Obj m ? m : Tree.Obj.EMPTY;
    if (entries.isEmpty()) {
      return meta.get("managedFields").isEmpty()
          ? object
          : object.with("metadata", meta.without("managedFields"));
    }
    return object.with("metadata", meta.with("managedFields", new Tree.Arr(written())));
  }

  private List<Tree> written() {
    var sorted = new ArrayList<>(entries.entrySet());
    sorted.sort(
        Comparator.comparing((Map.Entry<Id, Entry> e) -> e.getKey().operation())
            .thenComparingLong(e -> seconds(e.getValue()))
            .thenComparing(e -> e.getKey().manager())
            .thenComparing(e -> e.getValue().apiVersion())
            .thenComparing(e -> e.getKey().subresource()));
    var items = new ArrayList<Tree>();
    sorted.forEach(e -> items.add(written(e.getKey(), e.getValue())));
    return items;
  }

  private static Tree written(Id id, Entry entry) {
    var fields = new LinkedHashMap<String, Tree>();
    fields.put("manager", Tree.str(id.manager()));
    fields.put("operation", Tree.str(id.operation()));
    fields.put("apiVersion", Tree.str(entry.apiVersion()));
    entry.time().ifPresent(t -> fields.put("time", Tree.str(t)));
    fields.put("fieldsType", Tree.str("FieldsV1"));
    fields.put("fieldsV1", entry.set().toFieldsV1());
    if (!id.subresource().isEmpty()) {
      fields.put("subresource", Tree.str(id.subresource()));
    }
    return new Tree.Obj(fields);
  }
}
