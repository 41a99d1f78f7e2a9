package dev.plumbline.cluster;

import dev.plumbline.model.Cancel;
import dev.plumbline.model.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Sends requests to one API server: logs in, logs in again once when refused, keeps the bound on
/// requests at a time, waits when the server says so (429, 503 with Retry-After), and turns every
/// failure into a problem.
final class Api {

  static final Duration CONNECT = Duration.ofSeconds(10);
  static final Duration REQUEST = Duration.ofSeconds(30);
  private static final Duration FOR_EVER = Duration.ofDays(365);
  private static final int AT_A_TIME = 16;
  private static final int TRIES = 5;
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
  private static final int LONGEST_REFUSAL = 1 << 20;
  private static final long LONGEST_ANSWER = 256L << 20;

  private final Access access;
  private final Credentials credentials;
  private final Connection connection;
  private final Refusal refusal;
  private final Semaphore permits = new Semaphore(AT_A_TIME);

  Api(Access access, Credentials credentials) {
    this.access = access;
    this.credentials = credentials;
    this.connection = new Connection(access);
    this.refusal = new Refusal(access.context());
  }

  Refusal refusal() {
    return refusal;
  }

  /// Sends and returns the answer when it is a success; anything else is a problem.
  Answer send(Call call, Cancel cancel) {
    var answer = ask(call, cancel);
    if (!answer.ok()) {
      throw refusal.of(answer, call.about());
    }
    return answer;
  }

  /// Sends and returns whatever the server answers, after the waits it asks for.
  Answer ask(Call call, Cancel cancel) {
    return ask(call, LONGEST_ANSWER, cancel);
  }

  /// As [#ask(Call, Cancel)], with a limit on the bytes of the answer; a longer one is a problem.
  Answer ask(Call call, long most, Cancel cancel) {
    var response = exchange(call, login -> whole(call, most, login, cancel), cancel);
    return Answer.of(response.statusCode(), response.headers(), response.body());
  }

  /// Opens a stream; a status other than 200 is a problem, 410 is [Gone].
  Stream open(Call call, Cancel cancel) throws IOException {
    return open(new OpeningWatch(call, cancel), call, cancel);
  }

  /// Opens a log; 204 is [Empty]. One that is followed has no time limit, because a container that
  /// writes nothing sends no head of an answer either.
  Stream openLog(Call call, boolean followed, Cancel cancel) throws IOException {
    return open(new OpeningLog(call, followed, cancel), call, cancel);
  }

  private Stream open(Opening opening, Call call, Cancel cancel) throws IOException {
    HttpResponse<InputStream> response;
    try {
      response = exchange(call, opening, cancel);
    } catch (ProblemException e) {
      opening.giveBack();
      throw e;
    }
    var stream = opening.stream(response.body());
    if (response.statusCode() == 200) {
      return stream;
    }
    try (stream) {
      if (response.statusCode() == 410) {
        throw new Gone();
      }
      if (response.statusCode() == 204) {
        throw new Empty();
      }
      var hook = cancel.onCancel(stream::close);
      var body = response.body().readNBytes(LONGEST_REFUSAL);
      hook.close();
      throw refusal.of(Answer.of(response.statusCode(), response.headers(), body), call.about());
    }
  }

  void close() {
    connection.close();
  }

  /// The problem of a stream that broke.
  ProblemException broken(IOException e, Call call, Cancel cancel) {
    return broken(e, call, credentials.current(cancel));
  }

  private ProblemException broken(IOException e, Call call, Login login) {
    return new ProblemException(Broken.problem(e, access, login, call.about()), e);
  }

  /// There is nothing to stream (HTTP 204).
  static final class Empty extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /// The server forgot the resourceVersion that was asked for (HTTP 410).
  static final class Gone extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /// An answer as it comes. Closing it from another thread ends a waiting read.
  record Stream(InputStream body, Lanes.Seat seat) implements AutoCloseable {
    @Override
    public void close() {
      try (seat) {
        body.close();
      } catch (IOException e) {
        seat.broken();
      }
    }
  }

  /// One way to send a request and wait for its answer.
  private interface Sending<T> {
    HttpResponse<T> send(Login login) throws IOException;

    /// Whether it counts among the requests at a time.
    default boolean counts() {
      return true;
    }
  }

  /// Opens a stream in a seat of its own.
  private abstract static class Opening implements Sending<InputStream> {
    private Lanes.@Nullable Seat seat;

    abstract Lanes.Seat take(Login login);

    abstract HttpResponse<InputStream> send(Lanes.Seat taken, Login login) throws IOException;

    @Override
    public HttpResponse<InputStream> send(Login login) throws IOException {
      giveBack();
      var taken = take(login);
      seat = taken;
      return send(taken, login);
    }

    Stream stream(InputStream body) {
      var taken = seat;
      if (taken == null) {
        throw new IllegalStateException("not opened");
      }
      return new Stream(body, taken);
    }

    void giveBack() {
      if (seat != null) {
        seat.close();
      }
    }
  }

  private final class OpeningWatch extends Opening {
    private final Call call;
    private final Cancel cancel;

    OpeningWatch(Call call, Cancel cancel) {
      this.call = call;
      this.cancel = cancel;
    }

    @Override
    Lanes.Seat take(Login login) {
      return connection.seat(login);
    }

    @Override
    HttpResponse<InputStream> send(Lanes.Seat taken, Login login) throws IOException {
      var request = connection.request(call, login);
      return taken.open(
          () ->
              await(
                  taken.client().sendAsync(request, BodyHandlers.ofInputStream()), REQUEST, cancel),
          cancel);
    }
  }

  /// A log keeps no permit: it may wait for its first line as long as it likes.
  private final class OpeningLog extends Opening {
    private final Call call;
    private final boolean followed;
    private final Cancel cancel;

    OpeningLog(Call call, boolean followed, Cancel cancel) {
      this.call = call;
      this.followed = followed;
      this.cancel = cancel;
    }

    @Override
    Lanes.Seat take(Login login) {
      return connection.logSeat(login);
    }

    @Override
    HttpResponse<InputStream> send(Lanes.Seat taken, Login login) throws IOException {
      return await(
          taken.client().sendAsync(connection.request(call, login), BodyHandlers.ofInputStream()),
          followed ? FOR_EVER : REQUEST,
          cancel);
    }

    @Override
    public boolean counts() {
      return false;
    }
  }

  private HttpResponse<byte[]> whole(Call call, long most, Login login, Cancel cancel)
      throws IOException {
    var request = connection.request(call, login);
    var body = BodyHandlers.limiting(BodyHandlers.ofByteArray(), most);
    return await(connection.client(login).sendAsync(request, body), REQUEST, cancel);
  }

  private <T> HttpResponse<T> exchange(Call call, Sending<T> sending, Cancel cancel) {
    var renewed = false;
    for (int attempt = 1; ; attempt++) {
      var login = credentials.current(cancel);
      var response = once(call, sending, login, cancel);
      if (response.statusCode() == 401 && !renewed && credentials.refresh()) {
        renewed = true;
        discard(response);
        continue;
      }
      var wait = Retry.after(response.statusCode(), response.headers());
      if (wait.isEmpty() || attempt >= TRIES) {
        return response;
      }
      discard(response);
      var jitter = ThreadLocalRandom.current().nextLong(100L << attempt);
      var limited = wait.get().compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait.get();
      Waits.pause(limited.plusMillis(jitter), cancel);
    }
  }

  /// Sends; a read whose connection broke is sent once more.
  private <T> HttpResponse<T> once(Call call, Sending<T> sending, Login login, Cancel cancel) {
    if (!sending.counts()) {
      return twice(call, sending, login);
    }
    Waits.acquire(permits, cancel);
    try {
      return twice(call, sending, login);
    } finally {
      permits.release();
    }
  }

  private <T> HttpResponse<T> twice(Call call, Sending<T> sending, Login login) {
    try {
      return sending.send(login);
    } catch (IOException first) {
      if (!call.isGet() || !Broken.again(first)) {
        throw broken(first, call, login);
      }
      try {
        return sending.send(login);
      } catch (IOException e) {
        throw broken(e, call, login);
      }
    }
  }

  /// Waits for the answer; a cancel or the time limit aborts the exchange.
  private static <T> HttpResponse<T> await(
      CompletableFuture<HttpResponse<T>> future, Duration limit, Cancel cancel) throws IOException {
    var hook = cancel.onCancel(() -> future.cancel(true));
    try {
      return future.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
    } catch (TimeoutException e) {
      future.cancel(true);
      throw new IOException("no answer within " + limit.toSeconds() + " s", e);
    } catch (CancellationException e) {
      cancel.check();
      throw new IOException("the exchange was aborted", e);
    } catch (InterruptedException e) {
      future.cancel(true);
      throw Waits.interrupted(e);
    } finally {
      hook.close();
    }
  }

  private static void discard(HttpResponse<?> response) {
    if (response.body() instanceof InputStream body) {
      try (body) {
        body.available();
      } catch (IOException ignored) {
        // the answer is thrown away anyway
      }
    }
  }
}
