package dev.plumbline.sandbox.api;

import dev.plumbline.model.Tree;
import dev.plumbline.sandbox.kinds.Catalogue;
import dev.plumbline.sandbox.kinds.Types;
import dev.plumbline.sandbox.rules.Rules;
import dev.plumbline.sandbox.store.Store;
import dev.plumbline.yaml.Json;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Answers requests: finds out what is asked and gives it to whoever does it.
public final class Api {

  private static final String JSON = "application/json";
  private static final String ENDPOINTS =
      "v1 Endpoints is deprecated in v1.33+; use discovery.k8s.io/v1 EndpointSlice";

  private final Catalogue catalogue = new Catalogue();
  private final Store store;
  private final Documents documents;
  private final Definitions definitions;
  private final Tables tables;
  private final Lists lists;
  private final Watches watches;
  private final Bodies bodies;
  private final Writes writes;
  private final Patches patches;
  private final Deletes deletes;
  private final Reviews reviews;
  private final Subresources subresources;
  private final Hands hands;

  /// @param clock what is now in timestamps
  public Api(Store store, InstantSource clock) {
    this.store = store;
    var types = new Types();
    var rules = new Rules();
    var namespaces = catalogue.resource("", "v1", "namespaces").orElseThrow();
    var admission = new Admission(store, namespaces);
    bodies = new Bodies(types, rules);
    documents = new Documents(catalogue, types);
    writes = new Writes(store, types, rules, bodies, admission, clock);
    patches = new Patches(writes, bodies);
    deletes = new Deletes(store, writes, admission);
    reviews = new Reviews(writes);
    definitions = new Definitions(catalogue, types, store, writes);
    tables = new Tables(definitions, clock);
    lists = new Lists(store, rules, tables);
    watches = new Watches(store, lists, tables);
    subresources = new Subresources(store, definitions, writes, patches, bodies);
    hands = new Hands(catalogue, store, bodies, writes, deletes, definitions);
  }

  /// The same for those who live in the sandbox: its controllers.
  public Hands hands() {
    return hands;
  }

  /// The answer to a request; a refusal is an answer too.
  public Reply answer(Request request) {
    try {
      var reply = route(request);
      return request.path().contains("endpoints") && reply.code() < 300
          ? reply.warning(Stream.concat(Stream.of(ENDPOINTS), reply.warnings().stream()).toList())
          : reply;
    } catch (Failure e) {
      return Reply.of(e.code(), JSON, out -> out.write(Json.revealed(e.status())))
          .warning(e.warnings());
    }
  }

  /// The answer to somebody without a valid token.
  public static Reply unauthorized() {
    var status = Failure.unauthorized().status();
    return Reply.of(401, JSON, out -> out.write(Json.revealed(status)));
  }

  /// The answer to a request in which the sandbox failed.
  public static Reply failed(RuntimeException why) {
    var status = Failure.internalError("the Plumbline sandbox has a defect: " + why).status();
    return Reply.of(500, JSON, out -> out.write(Json.revealed(status)));
  }

  private Reply route(Request request) {
    var path = request.path();
    boolean core = path.size() > 2 && path.getFirst().equals("api");
    boolean grouped = path.size() > 3 && path.getFirst().equals("apis");
    if (!core && !grouped) {
      return documents.answer(request);
    }
    if (!catalogue.has(core ? path.get(1) : path.get(1) + "/" + path.get(2))) {
      if (grouped && catalogue.foreign(path.get(1))) {
        throw Failure.notPlayed("it serves nothing of " + path.get(1));
      }
      return documents.nothing();
    }
    var target = Target.of(path, catalogue);
    var kind = target.kind();
    if (Reviews.KINDS.contains(kind.kind())) {
      return reviews.answer(target, request, bodies.object(request, kind).object());
    }
    if (!target.subresource().isEmpty() && !target.subresource().equals("status")) {
      return subresources.answer(target, request);
    }
    if (target.subresource().equals("status") && kind.sub("status").isEmpty()) {
      throw Failure.notServed();
    }
    return target.name().isEmpty() ? collection(target, request) : object(target, request);
  }

  private Reply collection(Target target, Request request) {
    var kind = target.kind();
    return switch (request.method()) {
      case "GET" -> {
        acceptable(request);
        yield request.flag("watch") ? watches.watch(target, request) : lists.list(target, request);
      }
      case "POST" -> {
        if (kind.namespaced() && target.namespace().isEmpty()) {
          throw Failure.notAllowed();
        }
        var options = Options.of(request, "CreateOptions");
        var sent = bodies.object(request, kind);
        var typed = bodies.whole(kind, sent, options);
        var created = warned(options, () -> writes.create(target, typed, options, false));
        definitions.changed(kind, options);
        yield reply(201, created, options);
      }
      case "DELETE" -> {
        if (!kind.can("deletecollection") || (kind.namespaced() && target.namespace().isEmpty())) {
          throw Failure.notAllowed();
        }
        if (!request.parameter("limit").orElse("0").equals("0")) {
          throw Failure.notPlayed("the deletion of a part of a collection (limit)");
        }
        var options = Options.of(request, "DeleteOptions");
        var wish = Deletes.wish(request, bodies);
        var gone =
            deletes.all(
                target,
                lists.wanted(target, request),
                wish,
                wish.dryRun() || options.dryRun(),
                tables.custom(kind));
        definitions.changed(kind, options);
        yield reply(200, gone, options);
      }
      default -> throw Failure.notAllowed();
    };
  }

  private Reply object(Target target, Request request) {
    var kind = target.kind();
    return switch (request.method()) {
      case "GET" -> {
        acceptable(request);
        if (request.flag("watch")) {
          yield watches.watch(target, request);
        }
        var entry =
            store.get(target.key()).orElseThrow(() -> Failure.notFound(kind, target.name()));
        if (request.accept().startsWith(Lists.PARTIAL + ";")) {
          var partial = Lists.partial(Writes.inVersion(kind, entry));
          yield Reply.of(200, JSON, out -> out.write(Json.revealed(partial)));
        }
        if (Tables.asked(request)) {
          yield tables.of(
              target,
              List.of(entry),
              Tree.obj("resourceVersion", Tree.str(Long.toString(entry.version()))),
              request);
        }
        yield Reply.of(200, JSON, out -> Lists.object(kind, entry, out));
      }
      case "PUT" -> {
        var options = Options.of(request, "UpdateOptions");
        var sent = bodies.object(request, kind);
        var typed = bodies.whole(kind, sent, options);
        var changed = warned(options, () -> update(target, typed, options));
        definitions.changed(kind, options);
        yield reply(200, changed, options);
      }
      case "PATCH" -> {
        var options = Options.of(request, "PatchOptions");
        var done = warned(options, () -> patches.patch(target, request, options));
        definitions.changed(kind, options);
        yield reply(done.created() ? 201 : 200, done.object(), options);
      }
      case "DELETE" -> {
        if (!target.subresource().isEmpty()) {
          throw Failure.notAllowed();
        }
        var options = Options.of(request, "DeleteOptions");
        var wish = Deletes.wish(request, bodies);
        var gone = deletes.delete(target, wish, wish.dryRun() || options.dryRun());
        definitions.changed(kind, options);
        yield reply(200, gone, options);
      }
      default -> throw Failure.notAllowed();
    };
  }

  private static <T> T warned(Options options, Supplier<T> write) {
    try {
      return write.get();
    } catch (Failure e) {
      throw e.warned(options.collected());
    }
  }

  private Tree.Obj update(Target target, Tree.Obj sent, Options options) {
    return writes.change(
        target,
        options,
        live -> {
          var uid = sent.text("metadata", "uid").orElse("");
          var stored = live.text("metadata", "uid").orElse("");
          if (!uid.isEmpty() && !uid.equals(stored)) {
            throw Failure.conflict(
                target.kind(),
                target.name(),
                "Precondition failed: UID in precondition: "
                    + uid
                    + ", UID in object meta: "
                    + stored);
          }
          return writes.updated(target, live, sent, options);
        });
  }

  private static void acceptable(Request request) {
    var accept = request.accept().replace(" ", "");
    var kinds = List.of(accept.split(","));
    boolean partial = accept.startsWith(Lists.PARTIAL);
    if (partial && request.flag("watch")) {
      throw Failure.notPlayed("watches of metadata alone");
    }
    boolean plain =
        kinds.stream()
            .anyMatch(k ->
                k.isEmpty()
                    || k.contains("*/*")
                    || k.contains("application/*")
                    || (k.startsWith("application/json") && !k.contains(";as=")));
    if (!plain && !partial && !Tables.asked(request)) {
      throw Failure.notAcceptable("application/json");
    }
  }

  static Reply reply(int code, Tree body, Options options) {
    return Reply.of(code, JSON, out -> out.write(Json.revealed(body))).warning(options.collected());
  }
}
