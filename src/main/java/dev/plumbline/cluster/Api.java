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
  private static final int AT_A_TIME = 16;
  private static final int TRIES = 5;
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
  private static final int LONGEST_REFUSAL = 1 << 20;

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
    var response = exchange(call, login -> whole(call, login, cancel), cancel);
    return Answer.of(response.statusCode(), response.headers(), response.body());
  }

  /// Opens a stream; a status other than 200 is a problem, 410 is [Gone].
  Stream open(Call call, Cancel cancel) throws IOException {
    var opening = new Opening(call, cancel);
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

  /// The server forgot the resourceVersion that was asked for (HTTP 410).
  static final class Gone extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /// A watch's answer as it comes. Closing it from another thread ends a waiting read.
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
  }

  private final class Opening implements Sending<InputStream> {
    private final Call call;
    private final Cancel cancel;
    private Lanes.@Nullable Seat seat;

    Opening(Call call, Cancel cancel) {
      this.call = call;
      this.cancel = cancel;
    }

    @Override
    public HttpResponse<InputStream> send(Login login) throws IOException {
      giveBack();
      var taken = connection.seat(login);
      seat = taken;
      var request = connection.request(call, login);
      return taken.open(
          () -> await(taken.client().sendAsync(request, BodyHandlers.ofInputStream()), cancel),
          cancel);
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

  private HttpResponse<byte[]> whole(Call call, Login login, Cancel cancel) throws IOException {
    var request = connection.request(call, login);
    return await(connection.client(login).sendAsync(request, BodyHandlers.ofByteArray()), cancel);
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
    Waits.acquire(permits, cancel);
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
    } finally {
      permits.release();
    }
  }

  /// Waits for the answer; a cancel or the time limit aborts the exchange.
  private static <T> HttpResponse<T> await(CompletableFuture<HttpResponse<T>> future, Cancel cancel)
      throws IOException {
    var hook = cancel.onCancel(() -> future.cancel(true));
    try {
      return future.get(REQUEST.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
    } catch (TimeoutException e) {
      future.cancel(true);
      throw new IOException("no answer within " + REQUEST.toSeconds() + " s", e);
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
