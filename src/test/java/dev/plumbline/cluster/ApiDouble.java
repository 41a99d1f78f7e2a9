package dev.plumbline.cluster;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.plumbline.process.Programs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A server that answers as a test says: for failures that a real API server does not show on
/// demand.
final class ApiDouble implements AutoCloseable {

  /// Answers one request.
  interface Responder {
    void answer(HttpExchange exchange) throws IOException;
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Responder responder;

  /// Method, path and query of each request that came.
  final List<String> requests = new CopyOnWriteArrayList<>();

  ApiDouble(Responder responder) {
    this.responder = responder;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  private void handle(HttpExchange exchange) throws IOException {
    requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
    try (exchange) {
      responder.answer(exchange);
    }
  }

  static void json(HttpExchange exchange, int code, String body) throws IOException {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(code, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  static void status(HttpExchange exchange, int code, String reason, String message)
      throws IOException {
    json(
        exchange,
        code,
        """
        {"kind":"Status","apiVersion":"v1","status":"Failure","code":%d,"reason":"%s","message":"%s"}\
        """
            .formatted(code, reason, message.replace("\"", "\\\"")));
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /// A connection with the user entry `user` (YAML in flow style).
  Cluster open(Path folder, String user, Programs programs) {
    return open(folder, url(), user, programs);
  }

  static Cluster open(Path folder, String url, String user, Programs programs) {
    try {
      var file = folder.resolve("kubeconfig");
      Files.writeString(
          file,
          """
          current-context: test
          clusters: [{name: c, cluster: {server: "%s"}}]
          users: [{name: u, user: %s}]
          contexts: [{name: test, context: {cluster: c, user: u}}]
          """
              .formatted(url, user));
      return Kubeconfig.load(List.of(file), programs).open("test");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
    server.stop(0);
  }
}
