package dev.plumbline.git;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/// `git http-backend` behind a small web server, as real Git servers have it; it can ask for a
/// login, break off in the middle of a pack, or stop saying anything there.
final class GitServer implements AutoCloseable {

  /// What becomes of a pack that is long enough.
  enum Pack {
    WHOLE,
    BROKEN_OFF,
    STALLED
  }

  private final Path root;
  private final Optional<String> login;
  private final Pack pack;
  private final HttpServer server;
  private final java.util.concurrent.ExecutorService threads =
      Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch stalled = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);

  /// @param login `user:password`
  GitServer(Path root, Optional<String> login, Pack pack) throws IOException {
    this.root = root;
    this.login = login;
    this.pack = pack;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  String host() {
    return "localhost:" + server.getAddress().getPort();
  }

  void awaitStall() throws InterruptedException {
    stalled.await();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var given = exchange.getRequestHeaders().getFirst("Authorization");
      if (login.isPresent() && !expected(login.get()).equals(given)) {
        exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"shop\"");
        exchange.sendResponseHeaders(401, -1);
        return;
      }
      send(exchange, backend(exchange));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String expected(String login) {
    return "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
  }

  private byte[] backend(HttpExchange exchange) throws IOException {
    var builder = new ProcessBuilder("git", "http-backend");
    var env = builder.environment();
    var uri = exchange.getRequestURI();
    env.put("GIT_PROJECT_ROOT", root.toString());
    env.put("GIT_HTTP_EXPORT_ALL", "1");
    env.put("GIT_CONFIG_GLOBAL", "/dev/null");
    env.put("GIT_CONFIG_NOSYSTEM", "1");
    env.put("PATH_INFO", uri.getPath());
    env.put("QUERY_STRING", uri.getQuery() == null ? "" : uri.getQuery());
    env.put("REQUEST_METHOD", exchange.getRequestMethod());
    header(exchange, "Content-Type").ifPresent(v -> env.put("CONTENT_TYPE", v));
    header(exchange, "Content-Encoding").ifPresent(v -> env.put("HTTP_CONTENT_ENCODING", v));
    header(exchange, "Git-Protocol").ifPresent(v -> env.put("GIT_PROTOCOL", v));
    var process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try (var in = process.getOutputStream()) {
      exchange.getRequestBody().transferTo(in);
    }
    return process.getInputStream().readAllBytes();
  }

  private static Optional<String> header(HttpExchange exchange, String name) {
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
  }

  private void send(HttpExchange exchange, byte[] cgi) throws IOException, InterruptedException {
    var text = new String(cgi, StandardCharsets.ISO_8859_1);
    int end = text.indexOf("\r\n\r\n");
    int status = 200;
    for (var line : text.substring(0, end).split("\r\n", -1)) {
      var value = line.substring(line.indexOf(':') + 1).strip();
      if (line.startsWith("Status:")) {
        status = Integer.parseInt(value.substring(0, 3));
      } else {
        exchange.getResponseHeaders().add(line.substring(0, line.indexOf(':')), value);
      }
    }
    var body = new ByteArrayOutputStream();
    body.write(cgi, end + 4, cgi.length - end - 4);
    boolean cut = pack != Pack.WHOLE && text.indexOf("PACK", end) > 0 && body.size() > 100_000;
    exchange.sendResponseHeaders(status, body.size() == 0 ? -1 : body.size());
    exchange.getResponseBody().write(body.toByteArray(), 0, cut ? body.size() / 2 : body.size());
    if (cut && pack == Pack.STALLED) {
      exchange.getResponseBody().flush();
      stalled.countDown();
      closed.await();
    }
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.close();
  }
}
