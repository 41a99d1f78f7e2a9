package dev.plumbline.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.plumbline.model.Tree;
import dev.plumbline.yaml.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/// The door: who has no token gets 401, and who wants another protocol is turned away at once.
final class Front implements HttpHandler {

  private final byte[] bearer;

  Front(String token) {
    this.bearer = ("Bearer " + token).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (exchange.getRequestHeaders().containsKey("Upgrade")) {
        return;
      }
      if (!admitted(exchange)) {
        answer(exchange, 401, status(401, "Unauthorized", "Unauthorized"));
      } else if (exchange.getRequestURI().getPath().equals("/version")) {
        answer(exchange, 200, Tree.obj("gitVersion", Tree.str("v1.37.2+sandbox")));
      } else {
        var what = "the server could not find the requested resource";
        answer(exchange, 404, status(404, "NotFound", what));
      }
    }
  }

  private boolean admitted(HttpExchange exchange) {
    var given = exchange.getRequestHeaders().getFirst("Authorization");
    return given != null && MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), bearer);
  }

  private static Tree status(int code, String reason, String message) {
    return Tree.obj(
        "kind",
        Tree.str("Status"),
        "apiVersion",
        Tree.str("v1"),
        "metadata",
        Tree.Obj.EMPTY,
        "status",
        Tree.str("Failure"),
        "message",
        Tree.str(message),
        "reason",
        Tree.str(reason),
        "code",
        Tree.Num.of(code));
  }

  private static void answer(HttpExchange exchange, int code, Tree body) throws IOException {
    var bytes = Json.revealed(body);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(code, bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
