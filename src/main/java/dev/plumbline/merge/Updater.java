package dev.plumbline.merge;

import dev.plumbline.model.Tree;
import dev.plumbline.schema.FieldSet;
import dev.plumbline.schema.Type;
import dev.plumbline.schema.typed.Comparison;
import dev.plumbline.schema.typed.Fields;
import dev.plumbline.schema.typed.Reconciled;
import dev.plumbline.schema.typed.Removal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// Who owns what after an operation (structured-merge-diff `merge/update.go`). Entries of another
/// API version are treated as if they spoke of this one: there is no conversion here.
///
/// @param ignored fields whose writer does not come to own them
record Updater(Type type, FieldSet ignored) {

  /// The managers with their sets read under the present schema.
  Managers reconciled(Managers managers) {
    var result = Managers.none();
    managers
        .entries()
        .forEach((id, e) -> result.entries().put(id, e.with(Reconciled.of(type, e.set()))));
    return result;
  }

  /// What others own of the changed fields.
  List<Conflict> conflicts(Comparison change, Managers managers, Managers.Id own) {
    var found = new ArrayList<Conflict>();
    new TreeMap<>(managers.entries())
        .forEach((id, entry) -> {
          if (!id.equals(own)) {
            for (var path : entry.set().intersection(change.changed()).paths()) {
              found.add(
                  new Conflict(
                      id.manager(), id.operation(), id.apiVersion(), id.subresource(), path));
            }
          }
        });
    return found;
  }

  /// Takes the changed and the removed fields from everybody else.
  void take(Comparison change, Managers managers, Managers.Id own) {
    for (var id : List.copyOf(managers.entries().keySet())) {
      var entry = managers.get(id);
      if (entry != null) {
        managers.put(
            id,
            id.equals(own)
                ? entry
                : entry.with(
                    entry.set().difference(change.changed()).difference(change.removed())));
      }
    }
  }

  /// Removes what a manager applied before, does not apply now and nobody else owns.
  ///
  /// @param managers with the manager's new set
  /// @param last what the manager applied before
  Tree prune(Tree merged, Managers managers, FieldSet last) {
    if (last.isEmpty()) {
      return merged;
    }
    var before = last.withNamedFields(type);
    var pruned = Removal.without(type, merged, before);
    var present = named(merged);
    var owned = managers.all().withNamedFields(type);
    pruned = Removal.without(type, merged, present.difference(named(pruned).union(owned)));
    var dangling = present.difference(named(pruned)).intersection(before);
    return Removal.without(type, merged, dangling);
  }

  private FieldSet named(Tree value) {
    return Fields.of(type, value).withNamedFields(type);
  }
}
