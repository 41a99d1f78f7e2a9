package dev.plumbline.cluster;

import dev.plumbline.model.Cancel;
import dev.plumbline.model.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Sends requests to one API server: logs in, logs in again once when refused, keeps the bound on
/// requests at a time, waits when the server says so (429, 503 with Retry-After), and turns every
/// failure into a problem.
final class Api {

  static final Duration CONNECT = Duration.ofSeconds(10);
  static final Duration REQUEST = Duration.ofSeconds(30);
  private static final int AT_A_TIME = 16;
  private static final int TRIES = 5;
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

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
    var response = exchange(call, BodyHandlers.ofByteArray(), false, cancel);
    return Answer.of(response.statusCode(), response.headers(), response.body());
  }

  /// The server forgot the resourceVersion that was asked for (HTTP 410).
  static final class Gone extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /// Opens a stream; a status other than 200 is a problem. Close it.
  InputStream open(Call call, Cancel cancel) throws IOException {
    var response = exchange(call, BodyHandlers.ofInputStream(), true, cancel);
    if (response.statusCode() == 200) {
      return response.body();
    }
    try (var body = response.body()) {
      if (response.statusCode() == 410) {
        throw new Gone();
      }
      throw refusal.of(
          Answer.of(response.statusCode(), response.headers(), body.readNBytes(1 << 20)),
          call.about());
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

  private <T> HttpResponse<T> exchange(
      Call call, BodyHandler<T> handler, boolean stream, Cancel cancel) {
    var renewed = false;
    for (int attempt = 1; ; attempt++) {
      var login = credentials.current(cancel);
      var response = once(call, handler, stream, login, cancel);
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

  private <T> HttpResponse<T> once(
      Call call, BodyHandler<T> handler, boolean stream, Login login, Cancel cancel) {
    Waits.acquire(permits, cancel);
    try {
      try {
        return await(start(call, handler, stream, login), cancel);
      } catch (IOException e) {
        if (!call.isGet() || !Broken.again(e)) {
          throw broken(e, call, login);
        }
      }
      try {
        return await(start(call, handler, stream, login), cancel);
      } catch (IOException e) {
        throw broken(e, call, login);
      }
    } finally {
      permits.release();
    }
  }

  private <T> CompletableFuture<HttpResponse<T>> start(
      Call call, BodyHandler<T> handler, boolean stream, Login login) {
    return connection.client(login, stream).sendAsync(connection.request(call, login), handler);
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
        body.readNBytes(1 << 16);
      } catch (IOException ignored) {
        // the answer is thrown away anyway
      }
    }
  }
}
