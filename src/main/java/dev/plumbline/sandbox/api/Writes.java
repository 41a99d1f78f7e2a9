package dev.plumbline.sandbox.api;

import dev.plumbline.merge.Applied;
import dev.plumbline.merge.ServerSide;
import dev.plumbline.merge.Writer;
import dev.plumbline.model.Tree;
import dev.plumbline.sandbox.checks.Checks;
import dev.plumbline.sandbox.kinds.Kind;
import dev.plumbline.sandbox.kinds.Types;
import dev.plumbline.sandbox.rules.Rules;
import dev.plumbline.sandbox.store.Entry;
import dev.plumbline.sandbox.store.Key;
import dev.plumbline.sandbox.store.Store;
import dev.plumbline.schema.FieldError;
import dev.plumbline.yaml.Json;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

/// How objects come into the store and change there: what a real server does between decoding a
/// request and writing to etcd, in its order.
final class Writes {

  private static final String LETTERS = "bcdfghjklmnpqrstvwxz2456789";
  private static final int SUFFIX = 5;

  /// Kinds of which the server first says what may not change.
  private static final Set<String> FROZEN_FIRST =
      Set.of("DaemonSet.apps", "Service", "PersistentVolumeClaim");

  private final Store store;
  private final Types types;
  private final Rules rules;
  private final Bodies bodies;
  private final Admission admission;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  Writes(
      Store store,
      Types types,
      Rules rules,
      Bodies bodies,
      Admission admission,
      InstantSource clock) {
    this.store = store;
    this.types = types;
    this.rules = rules;
    this.bodies = bodies;
    this.admission = admission;
    this.clock = clock;
  }

  /// Creates an object of which its defaults are set.
  ///
  /// @param object with managedFields when it was applied, else without
  Tree.Obj create(Target target, Tree.Obj object, Options options, boolean applied) {
    var kind = target.kind();
    var placed = placed(target, object);
    var owned =
        applied
            ? placed
            : ServerSide.updated(
                types.of(kind), Optional.empty(), placed, writer(kind, "", options));
    if (!options.dryRun()
        && placed.text("metadata", "resourceVersion").filter(v -> !v.isEmpty()).isPresent()) {
      throw Failure.internal("resourceVersion should not be set on objects to be created");
    }
    return store.exclusively(() -> {
      admission.create(kind, placed);
      var metadata =
          ((Tree.Obj) owned.get("metadata").orElse(Tree.Obj.EMPTY))
              .with("uid", Tree.str(UUID.randomUUID().toString()))
              .with("creationTimestamp", Tree.str(now()))
              .without(options.dryRun() ? "" : "resourceVersion")
              .without("generation")
              .without("deletionTimestamp")
              .without("deletionGracePeriodSeconds")
              .without("selfLink");
      var begun = rules.begin(kind, owned.with("metadata", metadata));
      var name = begun.text("metadata", "name").orElse("");
      var key = new Key(kind.name(), target.namespace(), name);
      check(kind, name, Optional.empty(), begun, options);
      if (store.get(key).isPresent()) {
        throw Failure.exists(kind, name);
      }
      if (options.dryRun()) {
        return ordered(begun);
      }
      return put(kind, key, begun);
    });
  }

  /// Changes an object.
  ///
  /// @param make from the object as it is to the object as it is to be, with its managedFields
  Tree.Obj change(Target target, Options options, UnaryOperator<Tree.Obj> make) {
    if (options.dryRun()) {
      return changed(target, options, make);
    }
    return store.exclusively(() -> changed(target, options, make));
  }

  private Tree.Obj changed(Target target, Options options, UnaryOperator<Tree.Obj> make) {
    var kind = target.kind();
    var entry = store.get(target.key()).orElseThrow(() -> Failure.notFound(kind, target.name()));
    var live = inVersion(kind, entry);
    var next = make.apply(live);
    var uid = next.text("metadata", "uid").orElse("");
    var version = next.text("metadata", "resourceVersion").orElse("");
    if (!version.matches("\\d*")) {
      throw Failure.internal("strconv.ParseUint: parsing \"" + version + "\": invalid syntax");
    }
    if (!version.isEmpty()
        && !version.equals("0")
        && !version.equals(Long.toString(entry.version()))) {
      throw Failure.modified(kind, target.name());
    }
    deleted(kind, target.name(), live, next);
    next = rules.carry(kind, target.subresource(), live, meta(live, next));
    if (!uid.isEmpty() && !uid.equals(entry.uid())) {
      throw Failure.invalid(
          kind,
          target.name(),
          List.of(
              new FieldError(
                  "FieldValueInvalid",
                  "metadata.uid",
                  "Invalid value: \"" + uid + "\": field is immutable")));
    }
    check(kind, target.name(), Optional.of(live), next, options);
    var settled = ServerSide.settled(live, next);
    if (!settled.changed()) {
      return live;
    }
    if (options.dryRun()) {
      return ordered(next);
    }
    if (finished(next)) {
      return remove(kind, target.key(), next);
    }
    return put(kind, target.key(), next);
  }

  /// Nobody writes when an object is deleted.
  private static void deleted(Kind kind, String name, Tree.Obj live, Tree.Obj next) {
    var time = next.at("metadata", "deletionTimestamp").filter(t -> !(t instanceof Tree.Null));
    if (time.isPresent() && !time.equals(live.at("metadata", "deletionTimestamp"))) {
      throw Failure.invalid(
          kind,
          name,
          List.of(
              new FieldError(
                  "FieldValueInvalid",
                  "metadata.deletionTimestamp",
                  "Invalid value: " + Json.compact(time.get()) + ": field is immutable")));
    }
  }

  /// An object that waited to be deleted and waits for nobody any more.
  private static boolean finished(Tree.Obj object) {
    return object.at("metadata", "deletionTimestamp").isPresent()
        && object.items("metadata", "finalizers").isEmpty()
        && object.items("spec", "finalizers").isEmpty();
  }

  Tree.Obj put(Kind kind, Key key, Tree.Obj object) {
    var entry =
        store.put(key, rules.fields(kind, object), version -> versioned(ordered(object), version));
    return entry.body();
  }

  Tree.Obj remove(Kind kind, Key key, Tree.Obj last) {
    store.remove(key, version -> versioned(ordered(last), version));
    admission.removed(kind, last);
    return last;
  }

  /// The update of an object that a client sends whole, or that a patch made of it.
  Tree.Obj updated(Target target, Tree.Obj live, Tree.Obj sent, Options options) {
    var kind = target.kind();
    return ServerSide.updated(
        types.of(kind),
        Optional.of(live),
        placed(target, sent),
        writer(kind, target.subresource(), options));
  }

  /// The same without any owner.
  static Tree.Obj ownerless(Tree.Obj object) {
    var metadata = (Tree.Obj) object.get("metadata").orElse(Tree.Obj.EMPTY);
    return object.with("metadata", metadata.without("managedFields"));
  }

  /// A server-side apply: creates the object when it is not there.
  ///
  /// @return the object and whether it was created
  Done apply(Target target, Tree.Obj config, Options options) {
    if (store.get(target.key()).isEmpty() && target.subresource().isEmpty()) {
      return store.exclusively(() ->
          store.get(target.key()).isPresent()
              ? new Done(applyOver(target, config, options), false)
              : new Done(applyNew(target, config, options), true));
    }
    return new Done(applyOver(target, config, options), false);
  }

  /// What a write came to.
  record Done(Tree.Obj object, boolean created) {}

  private Tree.Obj applyNew(Target target, Tree.Obj config, Options options) {
    var kind = target.kind();
    if (config.text("metadata", "uid").isPresent()) {
      throw Failure.conflict(
          kind,
          target.name(),
          "uid mismatch: the provided object specified uid "
              + config.text("metadata", "uid").get()
              + ", and no existing object was found");
    }
    var merged = merged(target, Optional.empty(), config, options);
    var complete = bodies.complete(kind, merged);
    return create(target, complete, options, true);
  }

  private Tree.Obj applyOver(Target target, Tree.Obj config, Options options) {
    return change(
        target,
        options,
        live -> {
          var merged = merged(target, Optional.of(live), config, options);
          return bodies.complete(target.kind(), merged);
        });
  }

  private Tree.Obj merged(
      Target target, Optional<Tree.Obj> live, Tree.Obj config, Options options) {
    var kind = target.kind();
    var result =
        ServerSide.apply(
            types.of(kind),
            live,
            config,
            writer(kind, target.subresource(), options),
            options.force());
    return switch (result) {
      case Applied.Merged(Tree.Obj object, boolean changed) -> {
        named(target, config);
        yield changed || live.isEmpty() ? object : live.get();
      }
      case Applied.Conflicts conflicts -> {
        var causes = new ArrayList<Tree>();
        for (var conflict : conflicts.conflicts()) {
          causes.add(
              Tree.obj(
                  "reason",
                  Tree.str("FieldManagerConflict"),
                  "message",
                  Tree.str(conflict.message()),
                  "field",
                  Tree.str(conflict.field())));
        }
        throw Failure.applyConflict(conflicts.message(), causes);
      }
      case Applied.Refused(int code, String message) ->
          throw code == 400 ? Failure.badRequest(message) : Failure.internal(message);
    };
  }

  /// Whether an applied configuration names what the URL names.
  private static void named(Target target, Tree.Obj config) {
    var name = config.text("metadata", "name").orElse("");
    if (name.isEmpty()) {
      throw Failure.badRequest(
          "the name of the object ("
              + target.name()
              + " based on URL) was undeterminable: name must be provided");
    }
    if (!name.equals(target.name())) {
      throw Failure.badRequest(
          "the name of the object ("
              + name
              + ") does not match the name on the URL ("
              + target.name()
              + ")");
    }
    var namespace = config.text("metadata", "namespace").orElse(target.namespace());
    if (!namespace.equals(target.namespace())) {
      throw Failure.badRequest(
          "the namespace of the provided object does not match the namespace sent on the request");
    }
  }

  private Writer writer(Kind kind, String subresource, Options options) {
    var writer =
        Writer.of(options.manager(), kind.apiVersion(), clock.instant())
            .ignoring(rules.ignored(kind, subresource));
    return subresource.isEmpty() ? writer : writer.to(subresource);
  }

  private void check(
      Kind kind, String name, Optional<Tree.Obj> live, Tree.Obj next, Options options) {
    Definitions.playable(kind, next);
    var found = Checks.of(kind, live.isEmpty(), next);
    var errors = new ArrayList<>(bodies.errors(kind, next, found.errors()));
    live.ifPresent(l ->
        errors.addAll(
            FROZEN_FIRST.contains(kind.kindName()) ? 0 : errors.size(),
            rules.frozen(kind, l, next)));
    if (!errors.isEmpty()) {
      throw Failure.invalid(kind, name, errors);
    }
    options.collected().addAll(found.warnings());
  }

  /// The object with the namespace and name of its URL.
  private Tree.Obj placed(Target target, Tree.Obj object) {
    var metadata =
        object.get("metadata").orElse(Tree.Obj.EMPTY) instanceof Tree.Obj m ? m : Tree.Obj.EMPTY;
    var namespace = metadata.text("namespace").orElse("");
    if (!namespace.isEmpty() && !namespace.equals(target.namespace())) {
      throw Failure.badRequest(
          "the namespace of the provided object does not match the namespace sent on the request");
    }
    if (!target.namespace().isEmpty()) {
      metadata = metadata.with("namespace", Tree.str(target.namespace()));
    }
    var name = metadata.text("name").orElse("");
    if (!target.name().isEmpty() && !name.isEmpty() && !name.equals(target.name())) {
      throw Failure.badRequest(
          "the name of the object ("
              + name
              + ") does not match the name on the URL ("
              + target.name()
              + ")");
    }
    if (name.isEmpty()) {
      var prefix = metadata.text("generateName").orElse("");
      if (prefix.isEmpty()) {
        throw Failure.invalid(
            target.kind(),
            "",
            List.of(
                new FieldError(
                    "FieldValueRequired",
                    "metadata.name",
                    "Required value: name or generateName is required")));
      }
      metadata = metadata.with("name", Tree.str(prefix + suffix()));
    }
    return object.with("metadata", metadata);
  }

  private String suffix() {
    var text = new StringBuilder();
    for (int i = 0; i < SUFFIX; i++) {
      text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return text.toString();
  }

  /// Metadata that no writer may change, from the live object.
  private static Tree.Obj meta(Tree.Obj live, Tree.Obj next) {
    var before = (Tree.Obj) live.get("metadata").orElse(Tree.Obj.EMPTY);
    var after = (Tree.Obj) next.get("metadata").orElse(Tree.Obj.EMPTY);
    after = after.without("selfLink");
    for (var field :
        List.of(
            "name",
            "namespace",
            "uid",
            "resourceVersion",
            "creationTimestamp",
            "deletionTimestamp",
            "deletionGracePeriodSeconds",
            "generation")) {
      var kept = before.get(field);
      after = kept.isPresent() ? after.with(field, kept.get()) : after.without(field);
    }
    return next.with("metadata", after);
  }

  /// A stored object in the version that is asked for: definitions without a conversion only change
  /// the name of the version.
  static Tree.Obj inVersion(Kind kind, Entry entry) {
    var body = entry.body();
    return body.text("apiVersion").filter(kind.apiVersion()::equals).isPresent()
        ? body
        : body.with("apiVersion", Tree.str(kind.apiVersion()));
  }

  static Tree.Obj versioned(Tree.Obj object, long version) {
    var metadata = (Tree.Obj) object.get("metadata").orElse(Tree.Obj.EMPTY);
    return ordered(
        object.with(
            "metadata", metadata.with("resourceVersion", Tree.str(Long.toString(version)))));
  }

  /// Fields in the order in which people expect them.
  private static Tree.Obj ordered(Tree.Obj object) {
    var ordered = Tree.Obj.EMPTY;
    for (var field : List.of("kind", "apiVersion", "metadata")) {
      var value = object.get(field);
      if (value.isPresent()) {
        ordered = ordered.with(field, value.get());
      }
    }
    for (var field : object.fields().entrySet()) {
      ordered = ordered.with(field.getKey(), field.getValue());
    }
    return ordered;
  }

  String now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
