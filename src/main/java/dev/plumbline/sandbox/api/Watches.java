package dev.plumbline.sandbox.api;

import dev.plumbline.model.Tree;
import dev.plumbline.sandbox.kinds.Kind;
import dev.plumbline.sandbox.store.Change;
import dev.plumbline.sandbox.store.Entry;
import dev.plumbline.sandbox.store.Forgotten;
import dev.plumbline.sandbox.store.Store;
import dev.plumbline.sandbox.store.Watch;
import dev.plumbline.yaml.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;

/// Watches: what is there, what changes, now and then a bookmark, until the time is over.
final class Watches {

  private static final Duration BOOKMARKS = Duration.ofSeconds(60);
  private static final long SHORTEST = 1800;

  private final Store store;
  private final Lists lists;
  private final Tables tables;

  Watches(Store store, Lists lists, Tables tables) {
    this.store = store;
    this.lists = lists;
    this.tables = tables;
  }

  Reply watch(Target target, Request request) {
    var wanted = lists.wanted(target, request);
    long from = Lists.parse(request.parameter("resourceVersion").orElse(""));
    boolean initial = request.flag("sendInitialEvents");
    if (initial
        && request.parameter("resourceVersionMatch").filter("NotOlderThan"::equals).isEmpty()) {
      throw Failure.options(
          "ListOptions",
          new dev.plumbline.schema.FieldError(
              "FieldValueForbidden",
              "resourceVersionMatch",
              "Forbidden: sendInitialEvents requires setting resourceVersionMatch to"
                  + " NotOlderThan"));
    }
    var seconds =
        request
            .parameter("timeoutSeconds")
            .map(Lists::parse)
            .filter(s -> s > 0)
            .orElseGet(() -> ThreadLocalRandom.current().nextLong(SHORTEST, 2 * SHORTEST));
    return new Reply(
        200,
        "application/json",
        List.of(),
        out ->
            new Stream(target, wanted, request, out)
                .run(from, initial, Duration.ofSeconds(seconds)),
        true);
  }

  private final class Stream {
    private final Target target;
    private final Kind kind;
    private final Predicate<Entry> wanted;
    private final Request request;
    private final boolean bookmarks;
    private boolean headed = true;
    private final OutputStream out;
    private long seen;

    Stream(Target target, Predicate<Entry> wanted, Request request, OutputStream out) {
      this.target = target;
      this.kind = target.kind();
      this.wanted = wanted;
      this.request = request;
      this.bookmarks = request.flag("allowWatchBookmarks");
      this.out = out;
    }

    void run(long from, boolean initial, Duration length) throws IOException {
      try (var watch = begin(from, initial)) {
        follow(watch, length);
      } catch (Forgotten e) {
        var gone =
            Failure.tooOld("too old resource version: " + e.asked() + " (" + e.oldest() + ")");
        line("ERROR", Json.revealed(gone.status()));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    private Watch begin(long from, boolean initial) throws IOException {
      if (from != 0 && !initial) {
        seen = from;
        return store.watch(kind.name(), target.namespace(), from);
      }
      var page = store.page(kind.name(), target.namespace(), "", 0, 0);
      var watch = store.watch(kind.name(), target.namespace(), page.version());
      seen = page.version();
      for (var entry : page.entries()) {
        if (wanted.test(entry)) {
          event("ADDED", entry);
        }
      }
      if (initial && bookmarks) {
        bookmark(true);
      }
      out.flush();
      return watch;
    }

    private void follow(Watch watch, Duration length) throws IOException, InterruptedException {
      long end = System.nanoTime() + length.toNanos();
      long mark = System.nanoTime() + BOOKMARKS.toNanos();
      out.flush();
      while (!watch.ended()) {
        long now = System.nanoTime();
        if (now >= end) {
          return;
        }
        if (bookmarks && now >= mark) {
          bookmark(false);
          out.flush();
          mark = now + BOOKMARKS.toNanos();
        }
        // Read before the queue is: what came up to then is in the queue.
        long upTo = watch.upTo();
        var wait = Math.min(end - now, bookmarks ? mark - now : end - now);
        var change = watch.next(Duration.ofNanos(Math.max(1, Math.min(wait, 1_000_000_000L))));
        if (change.isPresent()) {
          tell(change.get());
          if (watch.idle()) {
            out.flush();
          }
        } else {
          seen = Math.max(seen, upTo);
        }
      }
    }

    private void tell(Change change) throws IOException {
      if (change.version() <= seen) {
        return;
      }
      seen = change.version();
      boolean before = change.before().filter(wanted).isPresent();
      boolean after = change.after().filter(wanted).isPresent();
      if (before && after) {
        event("MODIFIED", change.shown());
      } else if (after) {
        event("ADDED", change.shown());
      } else if (before) {
        event("DELETED", change.shown());
      }
    }

    private void event(String type, Entry entry) throws IOException {
      if (Tables.asked(request)) {
        var metadata = Tree.obj("resourceVersion", Tree.str(Long.toString(entry.version())));
        var table = tables.table(kind, List.of(entry), metadata, request, headed);
        headed = false;
        line(type, Json.revealed(table));
        return;
      }
      begin(type);
      Lists.object(kind, entry, out);
      out.write("}\n".getBytes(StandardCharsets.UTF_8));
    }

    private void bookmark(boolean initialDone) throws IOException {
      var metadata = Tree.obj("resourceVersion", Tree.str(Long.toString(seen)));
      if (initialDone) {
        metadata =
            metadata.with("annotations", Tree.obj("k8s.io/initial-events-end", Tree.str("true")));
      }
      line(
          "BOOKMARK",
          Json.revealed(
              Tree.obj(
                  "kind",
                  Tree.str(kind.kind()),
                  "apiVersion",
                  Tree.str(kind.apiVersion()),
                  "metadata",
                  metadata)));
    }

    private void line(String type, byte[] object) throws IOException {
      begin(type);
      out.write(object);
      out.write("}\n".getBytes(StandardCharsets.UTF_8));
    }

    private void begin(String type) throws IOException {
      out.write(("{\"type\":\"" + type + "\",\"object\":").getBytes(StandardCharsets.UTF_8));
    }
  }
}
