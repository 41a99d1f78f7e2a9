package dev.plumbline.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.plumbline.sandbox.api.Api;
import dev.plumbline.sandbox.api.Reply;
import dev.plumbline.sandbox.api.Request;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The door: who has no token gets 401, who wants another protocol (a WebSocket) is turned away at
/// once, everybody else is answered.
final class Front implements HttpHandler {

  private static final int CHUNK = 1 << 16;
  private static final Set<String> SESSIONS = Set.of("exec", "attach", "portforward", "proxy");

  private final byte[] bearer;
  private final Api api;

  Front(String token, Api api) {
    this.bearer = ("Bearer " + token).getBytes(StandardCharsets.UTF_8);
    this.api = api;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var request = request(exchange);
      if (exchange.getRequestHeaders().containsKey("Upgrade") && !session(request)) {
        return;
      }
      send(exchange, admitted(exchange) ? answer(request) : Api.unauthorized());
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /// Whether somebody wants to talk to a pod: a refusal in plain HTTP is shown by kubectl.
  private static boolean session(Request request) {
    return !request.path().isEmpty() && SESSIONS.contains(request.path().getLast());
  }

  private Reply answer(Request request) {
    try {
      return api.answer(request);
    } catch (UncheckedIOException e) {
      throw e;
    } catch (RuntimeException e) {
      return Api.failed(e);
    }
  }

  private boolean admitted(HttpExchange exchange) {
    var given = exchange.getRequestHeaders().getFirst("Authorization");
    return given != null && MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), bearer);
  }

  private static Request request(HttpExchange exchange) {
    var headers = exchange.getRequestHeaders();
    var agent = headers.getFirst("User-Agent");
    var type = headers.getFirst("Content-Type");
    return new Request(
        exchange.getRequestMethod(),
        path(exchange.getRequestURI().getRawPath()),
        query(exchange.getRequestURI().getRawQuery()),
        String.join(",", headers.getOrDefault("Accept", List.of())),
        type == null ? "" : type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT),
        agent == null ? "unknown" : agent.replaceFirst("/.*", ""),
        () -> body(exchange));
  }

  private static byte[] body(HttpExchange exchange) {
    try {
      return exchange.getRequestBody().readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> path(String raw) {
    var segments = new ArrayList<String>();
    for (var segment : raw.split("/", -1)) {
      if (!segment.isEmpty()) {
        segments.add(decoded(segment.replace("+", "%2B")));
      }
    }
    return segments;
  }

  private static Map<String, List<String>> query(@org.jspecify.annotations.Nullable String raw) {
    var parameters = new LinkedHashMap<String, List<String>>();
    if (raw != null) {
      for (var pair : raw.split("&", -1)) {
        int equals = pair.indexOf('=');
        var name = decoded(equals < 0 ? pair : pair.substring(0, equals));
        var value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
        parameters.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
      }
    }
    return parameters;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private static void send(HttpExchange exchange, Reply reply) throws IOException {
    var headers = exchange.getResponseHeaders();
    headers.set("Content-Type", reply.contentType());
    for (var warning : reply.warnings()) {
      headers.add(
          "Warning", "299 - \"" + warning.replace("\\", "\\\\").replace("\"", "\\\"") + "\"");
    }
    if (reply.streamed()) {
      exchange.sendResponseHeaders(reply.code(), 0);
      try (var out = new BufferedOutputStream(exchange.getResponseBody(), CHUNK)) {
        reply.body().writeTo(out);
      }
      return;
    }
    var whole = new ByteArrayOutputStream();
    reply.body().writeTo(whole);
    boolean silent = exchange.getRequestMethod().equals("HEAD") || whole.size() == 0;
    exchange.sendResponseHeaders(reply.code(), silent ? -1 : whole.size());
    if (!silent) {
      whole.writeTo(exchange.getResponseBody());
    }
  }
}
