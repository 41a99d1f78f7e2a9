package dev.plumbline.cluster;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// One request to the API server.
///
/// @param path encoded path and query, from `/`
/// @param about what it is about, for messages: `Deployment shop/web`
/// @param accept the media types wanted
/// @param body content type and content; empty for none
record Call(String method, String path, String about, String accept, Optional<Body> body) {

  static final String JSON = "application/json";

  /// What is sent.
  record Body(String type, String json) {
    /// The content may be a Secret.
    @Override
    public String toString() {
      return type;
    }
  }

  static Call get(String path, String about) {
    return new Call("GET", path, about, JSON, Optional.empty());
  }

  static Call send(String method, String path, String about, String type, byte[] json) {
    return new Call(
        method,
        path,
        about,
        JSON,
        Optional.of(new Body(type, new String(json, StandardCharsets.UTF_8))));
  }

  boolean isGet() {
    return method.equals("GET");
  }

  /// The path of a kind's collection, or of one object in it when `name` is not empty.
  static String path(Kind kind, String namespace, String name) {
    return (kind.group().isEmpty() ? "/api/" : "/apis/" + encode(kind.group()) + "/")
        + encode(kind.version())
        + (namespace.isEmpty() || !kind.namespaced() ? "" : "/namespaces/" + encode(namespace))
        + "/"
        + encode(kind.plural())
        + (name.isEmpty() ? "" : "/" + encode(name));
  }

  /// A path with a query of alternating keys and values; pairs with an empty value are left out.
  static String query(String path, String... pairs) {
    Map<String, String> map = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      if (!pairs[i + 1].isEmpty()) {
        map.put(pairs[i], pairs[i + 1]);
      }
    }
    return map.isEmpty()
        ? path
        : path
            + map.entrySet().stream()
                .map(e -> e.getKey() + "=" + encode(e.getValue()))
                .collect(Collectors.joining("&", "?", ""));
  }

  /// One segment or value; `:` of RBAC names is encoded, too.
  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
