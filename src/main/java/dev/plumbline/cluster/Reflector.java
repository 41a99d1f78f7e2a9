package dev.plumbline.cluster;

import dev.plumbline.model.Cancel;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Secrets;
import dev.plumbline.model.Tree;
import dev.plumbline.yaml.Json;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Keeps one list current on a virtual thread of its own: list, watch from there, and again. A
/// server that closes the watch when its time is over is no loss; anything else is told with
/// [Cluster.Listener#lost] until the watch runs again.
///
/// @param <K> what its listener keeps of an object
final class Reflector<K> implements Cluster.Watching {

  private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  /// Rights do not change every minute.
  private static final Duration LONGEST_REFUSED = Duration.ofMinutes(5);

  private static final Duration SHORTEST_LIFE = Duration.ofSeconds(1);
  private static final int QUICK_ENDS = 3;
  private static final long SHORTEST_WATCH = 180;
  private static final long LONGEST_WATCH = 300;
  private static final long GRACE = 15;
  private static final long GONE = 410;

  private final Api api;
  private final Kind kind;
  private final String namespace;
  private final int page;
  private final Cluster.Listener<K> listener;
  private final Consumer<Cluster.Watching> onClose;
  private final Cancel closed = new Cancel();

  private String resourceVersion = "";
  private @Nullable Problem told;
  private int failures;
  private int quickEnds;

  Reflector(
      Api api,
      Kind kind,
      String namespace,
      int page,
      Cluster.Listener<K> listener,
      Consumer<Cluster.Watching> onClose) {
    this.api = api;
    this.kind = kind;
    this.namespace = namespace;
    this.page = page;
    this.listener = listener;
    this.onClose = onClose;
  }

  void start() {
    Thread.ofVirtual().name("watch " + Lists.about(kind, namespace)).start(this::run);
  }

  @Override
  public void close() {
    closed.cancel();
    onClose.accept(this);
  }

  private void run() {
    while (!closed.isCancelled()) {
      try {
        if (resourceVersion.isEmpty()) {
          list();
        }
        follow();
      } catch (ProblemException e) {
        if (!closed.isCancelled()) {
          failed(e.problem());
        }
      }
    }
  }

  private void list() {
    var listing = Lists.read(api, kind, namespace, "", page, listener::kept, closed);
    closed.check();
    listener.replaced(listing.items());
    resourceVersion = listing.resourceVersion();
  }

  /// Watches until the server ends it; returns when it ended in order or forgot our
  /// resourceVersion.
  private void follow() {
    var seconds = ThreadLocalRandom.current().nextLong(SHORTEST_WATCH, LONGEST_WATCH);
    var call = call(seconds);
    var begin = System.nanoTime();
    var progress = false;
    try (var lines = Lines.ofWatch(api.open(call, closed));
        var silence = new Silence(lines, Duration.ofSeconds(seconds + GRACE))) {
      var hook = closed.onCancel(lines::close);
      try {
        told = null;
        listener.current();
        for (var line = lines.next(); line.isPresent(); line = lines.next()) {
          closed.check();
          if (line.get().isBlank()) {
            continue;
          }
          if (!event(line.get(), call, silence)) {
            resourceVersion = "";
            break;
          }
          progress = true;
          failures = 0;
        }
        if (silence.broken()) {
          throw new IOException("nothing came for too long");
        }
      } catch (IOException e) {
        lines.broken();
        throw e;
      } finally {
        hook.close();
      }
    } catch (Api.Gone e) {
      resourceVersion = "";
    } catch (IOException e) {
      closed.check();
      throw api.broken(e, call, closed);
    }
    ended(progress || System.nanoTime() - begin > SHORTEST_LIFE.toNanos(), call);
  }

  private Call call(long seconds) {
    var path =
        Call.query(
            Call.path(kind, namespace, ""),
            "watch",
            "1",
            "allowWatchBookmarks",
            "true",
            "resourceVersion",
            resourceVersion,
            "timeoutSeconds",
            Long.toString(seconds));
    return Call.get(path, Lists.about(kind, namespace));
  }

  /// Hands one event on. False when the server forgot our resourceVersion.
  private boolean event(String line, Call call, Silence silence) {
    Tree event;
    try {
      event = Json.parse(line, call.about());
    } catch (ProblemException e) {
      throw new ProblemException(unexpected(call, e.problem().sentence()), e);
    }
    if (!(event.at("object").orElse(Tree.Null.VALUE) instanceof Tree.Obj object)) {
      throw new ProblemException(unexpected(call, "an event without an object"));
    }
    var type = event.text("type").orElse("");
    switch (type) {
      case "ADDED", "MODIFIED" -> listener.changed(listener.kept(Secrets.hide(object)));
      case "DELETED" -> listener.deleted(listener.kept(Secrets.hide(object)));
      case "BOOKMARK" -> {
        silence.bookmark();
        listener.current();
      }
      case "ERROR" -> {
        if (object.at("code").filter(Tree.Num.of(GONE)::equals).isPresent()) {
          return false;
        }
        throw new ProblemException(api.refusal().of(object, call.about()));
      }
      default -> throw new ProblemException(unexpected(call, "an event of type " + type));
    }
    object.text("metadata", "resourceVersion").ifPresent(v -> resourceVersion = v);
    return true;
  }

  /// A watch that ends at once, again and again, is as good as none: that is said, and it waits.
  private void ended(boolean lived, Call call) {
    if (lived) {
      quickEnds = 0;
      failures = 0;
      return;
    }
    quickEnds++;
    if (quickEnds >= QUICK_ENDS) {
      throw new ProblemException(
          new Problem.Network(
              "The server ends the watch of " + call.about() + " at once", call.about(), "", ""));
    }
  }

  private void failed(Problem problem) {
    if (!(problem instanceof Problem.Network || problem instanceof Problem.Auth)) {
      resourceVersion = "";
    }
    if (!problem.equals(told)) {
      told = problem;
      listener.lost(problem);
    }
    var limit = problem instanceof Problem.Forbidden ? LONGEST_REFUSED : LONGEST_WAIT;
    var wait = FIRST_WAIT.multipliedBy(1L << Math.min(failures, 9));
    var longest = (wait.compareTo(limit) > 0 ? limit : wait).toMillis();
    failures++;
    Waits.pause(
        Duration.ofMillis(longest / 2 + ThreadLocalRandom.current().nextLong(longest / 2)), closed);
  }

  private static Problem unexpected(Call call, String detail) {
    return new Problem.Unexpected(
        "The watch of " + call.about() + " sent something that makes no sense",
        call.about(),
        "",
        detail);
  }
}
