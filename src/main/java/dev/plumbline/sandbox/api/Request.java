package dev.plumbline.sandbox.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// A request as it came over HTTP.
///
/// @param path its segments, decoded
/// @param query its parameters, decoded
/// @param accept the Accept header, or empty
/// @param contentType the media type of the body without parameters, or empty
/// @param agent the first word of the User-Agent up to its slash
/// @param body reads the body; asked at most once
public record Request(
    String method,
    List<String> path,
    Map<String, List<String>> query,
    String accept,
    String contentType,
    String agent,
    Supplier<byte[]> body) {

  public Request {
    path = List.copyOf(path);
    query = Map.copyOf(query);
  }

  /// A parameter's first value that is not empty.
  Optional<String> parameter(String name) {
    return query.getOrDefault(name, List.of()).stream().filter(v -> !v.isEmpty()).findFirst();
  }

  /// Whether a parameter says yes, as the API server reads booleans.
  boolean flag(String name) {
    return query.getOrDefault(name, List.of()).stream()
        .findFirst()
        .filter(v -> !v.equals("0") && !v.equalsIgnoreCase("false"))
        .isPresent();
  }
}
