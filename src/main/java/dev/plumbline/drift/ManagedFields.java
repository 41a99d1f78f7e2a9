package dev.plumbline.drift;

import dev.plumbline.model.Path;
import dev.plumbline.model.Tree;
import dev.plumbline.schema.FieldSet;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Who wrote which field of an object, read from `metadata.managedFields`. Never fails: what is
/// absent, reset to `[{}]` or of an unknown format says nothing.
public final class ManagedFields {

  private final List<Entry> entries;

  private ManagedFields(List<Entry> entries) {
    this.entries = List.copyOf(entries);
  }

  private record Entry(Owner owner, FieldSet fields) {

    Instant time() {
      try {
        return owner
            .time()
            .map(t -> DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(t, Instant::from))
            .orElse(Instant.MIN);
      } catch (DateTimeParseException unreadable) {
        return Instant.MIN;
      }
    }

    boolean isApplyOf(String manager) {
      return owner.manager().equals(manager)
          && owner.operation().equals("Apply")
          && owner.subresource().isEmpty();
    }
  }

  /// The entries of an object.
  public static ManagedFields of(Tree.Obj object) {
    var entries = new ArrayList<Entry>();
    for (var item : object.items("metadata", "managedFields")) {
      var known = item.text("fieldsType").orElse("").equals("FieldsV1");
      if (known && item.text("manager").isPresent()) {
        var owner =
            new Owner(
                item.text("manager").orElse(""),
                item.text("operation").orElse(""),
                item.text("subresource").orElse(""),
                item.text("time"));
        entries.add(new Entry(owner, FieldSet.of(item.at("fieldsV1").orElse(Tree.Obj.EMPTY))));
      }
    }
    return new ManagedFields(entries);
  }

  /// Who set the value at a path last: of the managers that hold it, something below it, or the
  /// whole that it is part of, the one with the newest time. Our own Apply entry is named only when
  /// nobody else is, because a field that differs was not set by us last.
  ///
  /// @param ours our field manager
  public Optional<Owner> owner(Path path, String ours) {
    Optional<Entry> others = Optional.empty();
    Optional<Entry> own = Optional.empty();
    for (var entry : entries) {
      if (entry.fields().touches(path)) {
        if (entry.isApplyOf(ours)) {
          own = Optional.of(entry);
        } else if (others.isEmpty() || !entry.time().isBefore(others.get().time())) {
          others = Optional.of(entry);
        }
      }
    }
    return (others.isPresent() ? others : own).map(Entry::owner);
  }

  /// Whether a manager ever applied this object.
  ///
  /// @param manager a field manager's name
  public boolean appliedBy(String manager) {
    return entries.stream().anyMatch(e -> e.isApplyOf(manager));
  }

  /// What a manager is recorded to have applied.
  FieldSet applied(String manager) {
    return FieldSet.union(
        entries.stream().filter(e -> e.isApplyOf(manager)).map(Entry::fields).toList());
  }

  /// What a manager holds by creating or updating.
  FieldSet updated(String manager) {
    return FieldSet.union(
        entries.stream()
            .filter(e -> e.owner().manager().equals(manager))
            .filter(e -> e.owner().operation().equals("Update"))
            .map(Entry::fields)
            .toList());
  }

  /// Every field that anybody holds: tells how the server treats each list.
  FieldSet all() {
    return FieldSet.union(entries.stream().map(Entry::fields).toList());
  }
}
