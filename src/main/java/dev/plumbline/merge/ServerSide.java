package dev.plumbline.merge;

import dev.plumbline.model.Tree;
import dev.plumbline.schema.Coded;
import dev.plumbline.schema.Type;
import dev.plumbline.schema.typed.Check;
import dev.plumbline.schema.typed.Comparison;
import dev.plumbline.schema.typed.Fields;
import dev.plumbline.schema.typed.Merging;
import java.util.List;
import java.util.Optional;

/// Apply and update as the API server does them: the merged object and who owns which field
/// (apimachinery's field manager over structured-merge-diff v6). Pure; defaults, admission and
/// validation are the caller's. Objects are at one API version; the server would convert entries of
/// other versions.
public final class ServerSide {

  private ServerSide() {}

  /// Applies a configuration (`PATCH` with `application/apply-patch+yaml`).
  ///
  /// @param type the type of the object's kind
  /// @param live the object as it is stored, with its managedFields; empty to create it
  /// @param config the fields that the manager wants; what it applied before and leaves out now is
  ///   removed, unless somebody else owns it
  /// @param force whether to take fields from others instead of reporting conflicts
  public static Applied apply(
      Type type, Optional<Tree.Obj> live, Tree.Obj config, Writer writer, boolean force) {
    if (config.at("metadata", "managedFields").isPresent()) {
      return new Applied.Refused(400, "metadata.managedFields must be nil");
    }
    var wrong = Check.errors(type, config, false);
    if (wrong.isPresent()) {
      return new Applied.Refused(
          500, "failed to create typed patch object (" + named(config) + "): " + wrong.get());
    }
    var stored = live.orElseGet(() -> Coded.zero(type));
    var bare = bare(stored);
    var broken = Check.errors(type, bare, true);
    if (broken.isPresent()) {
      return new Applied.Refused(
          500, "failed to create typed live object (" + named(stored) + "): " + broken.get());
    }
    var managers = Managers.of(stored).orElseGet(Managers::none);
    if (managers.isEmpty() && live.isPresent()) {
      managers = own(type, Coded.zero(type), bare, managers, writer, "before-first-apply");
    }
    var application = new Application(type, stored, bare, config, writer);
    var applied = application.over(managers, force);
    if (!(applied instanceof Applied.Conflicts(var conflicts))) {
      return applied;
    }
    var allowed = LastApplied.allowed(type, bare, writer);
    var left = conflicts.stream().filter(c -> !allowed.contains(c.path())).toList();
    return left.isEmpty() ? application.over(managers, true) : new Applied.Conflicts(left);
  }

  /// One apply, checked.
  private record Application(
      Type type, Tree.Obj stored, Tree.Obj bare, Tree.Obj config, Writer writer) {

    Applied over(Managers before, boolean force) {
      var updater = new Updater(type, writer.ignored());
      var id = id(writer, "Apply");
      var managers = updater.reconciled(before);
      var last = managers.get(id);
      var time = last == null ? Optional.<String>empty() : last.time();
      var set = Fields.of(type, config).without(writer.ignored());
      var merged = Merging.merge(type, bare, config);
      managers.entries().put(id, new Managers.Entry(set, writer.apiVersion(), time));
      if (last != null) {
        merged = updater.prune(merged, managers, last.set());
      }
      var change = Comparison.of(type, bare, merged).without(writer.ignored());
      var conflicts = updater.conflicts(change, managers, id);
      if (!conflicts.isEmpty() && !force) {
        return new Applied.Conflicts(conflicts);
      }
      updater.take(change, managers, id);
      boolean same = bare.equals(merged);
      managers.put(
          id,
          new Managers.Entry(
              set.difference(Fields.NEVER_OWNED),
              writer.apiVersion(),
              same ? time : Optional.of(Managers.time(writer.now()))));
      var object = !same && Coded.written(type, merged) instanceof Tree.Obj o ? o : bare;
      return settled(stored, managers.writeTo(LastApplied.renewed(object, config, writer)));
    }
  }

  /// Notes who owns what after a create, an update or any other patch.
  ///
  /// @param before the object as it was stored, with its managedFields; empty for a create
  /// @param after the object as it is to be stored, defaults included. Its managedFields, when it
  ///   has any, replace those of `before`, as a client may edit them; `[{}]` resets them
  /// @return `after` with managedFields; `before` itself when only a time would change
  public static Tree.Obj updated(
      Type type, Optional<Tree.Obj> before, Tree.Obj after, Writer writer) {
    var bare = bare(after);
    var managers = sent(before, after, writer);
    var stored = before.orElse(Tree.Obj.EMPTY);
    if (managers.isEmpty() && before.isPresent()) {
      return bare;
    }
    var live = before.isPresent() ? bare(stored) : Coded.zero(type);
    if (Check.errors(type, live, true).isPresent() || Check.errors(type, bare, true).isPresent()) {
      return Managers.of(stored).orElseGet(Managers::none).writeTo(bare);
    }
    var owned = own(type, live, bare, managers, writer, writer.manager());
    owned.cap();
    var result = owned.writeTo(bare);
    return before.isPresent()
            && settled(stored, result) instanceof Applied.Merged(var object, boolean changed)
            && !changed
        ? object
        : result;
  }

  private static Managers sent(Optional<Tree.Obj> before, Tree.Obj after, Writer writer) {
    var stored = before.flatMap(Managers::of).orElseGet(Managers::none);
    if (!writer.subresource().isEmpty()) {
      return stored;
    }
    var sent = after.at("metadata", "managedFields");
    if (sent.isPresent() && isReset(sent.get())) {
      return Managers.none();
    }
    return Managers.of(after).filter(m -> !m.isEmpty()).orElse(stored);
  }

  private static boolean isReset(Tree managedFields) {
    return managedFields instanceof Tree.Arr(List<Tree> items)
        && (items.isEmpty() || items.equals(List.of(Tree.Obj.EMPTY)));
  }

  private static Managers own(
      Type type, Tree live, Tree after, Managers before, Writer writer, String manager) {
    var updater = new Updater(type, writer.ignored());
    var managers = updater.reconciled(before);
    var change = Comparison.of(type, live, after).without(writer.ignored());
    var nobody = new Managers.Id("", "", "", "");
    updater.take(change, managers, nobody);
    var set = change.changed().without(writer.ignored()).difference(Fields.NEVER_OWNED);
    if (!set.isEmpty()) {
      var id = Managers.Id.of(manager, "Update", writer.apiVersion(), writer.subresource());
      var held = managers.get(id);
      var all = held == null ? set : set.union(held.set());
      // The server writes no time to what came through scale.
      var time =
          writer.subresource().equals("scale")
              ? Optional.<String>empty()
              : Optional.of(Managers.time(writer.now()));
      managers.put(id, new Managers.Entry(all, writer.apiVersion(), time));
    }
    return managers;
  }

  /// The end of every write: when nothing but times of managedFields changed, the stored object
  /// stays as it is, so that its resourceVersion does not grow. To be asked again after defaults
  /// were set.
  ///
  /// @param stored the object as it is stored
  /// @param result the object as it would be stored
  public static Applied.Merged settled(Tree.Obj stored, Tree.Obj result) {
    boolean same = timeless(stored).equals(timeless(result));
    return new Applied.Merged(same ? stored : result, !same);
  }

  private static Tree.Obj timeless(Tree.Obj object) {
    var items =
        object.items("metadata", "managedFields").stream()
            .map(i -> i instanceof Tree.Obj entry ? (Tree) entry.without("time") : i)
            .toList();
    var meta = object.get("metadata").orElse(Tree.Obj.EMPTY);
    return items.isEmpty() || !(meta instanceof Tree.Obj m)
        ? object
        : object.with("metadata", m.with("managedFields", new Tree.Arr(items)));
  }

  private static Managers.Id id(Writer writer, String operation) {
    var manager = writer.manager().isEmpty() ? "unknown" : writer.manager();
    return Managers.Id.of(manager, operation, writer.apiVersion(), writer.subresource());
  }

  private static Tree.Obj bare(Tree.Obj object) {
    return object.get("metadata").orElse(Tree.Null.VALUE) instanceof Tree.Obj meta
        ? object.with("metadata", meta.without("managedFields"))
        : object;
  }

  private static String named(Tree.Obj object) {
    var version = object.text("apiVersion").orElse("");
    var gv = version.contains("/") ? version : "/" + version;
    return object.text("metadata", "namespace").orElse("")
        + "/"
        + object.text("metadata", "name").orElse("")
        + "; "
        + gv
        + ", Kind="
        + object.text("kind").orElse("");
  }
}
