package dev.plumbline.sandbox.checks;

import java.util.List;

/// Probes and life cycle hooks of containers.
final class Probes {

  private static final List<String> HANDLERS =
      List.of("exec", "httpGet", "tcpSocket", "grpc", "sleep");

  private Probes() {}

  /// Says what is wrong with a probe.
  ///
  /// @param once whether one success must be enough
  static void check(Spot probe, boolean once) {
    if (!probe.there()) {
      return;
    }
    handler(probe);
    for (var field :
        List.of(
            "initialDelaySeconds",
            "timeoutSeconds",
            "periodSeconds",
            "successThreshold",
            "failureThreshold")) {
      probe.in(field).notNegative();
    }
    var successes = probe.in("successThreshold");
    if (once && successes.isNumber() && successes.number() != 1) {
      successes.invalid("must be 1");
    }
  }

  static void lifecycle(Spot lifecycle) {
    for (var hook : List.of("postStart", "preStop")) {
      if (lifecycle.has(hook)) {
        handler(lifecycle.in(hook));
      }
    }
  }

  private static void handler(Spot action) {
    int handlers = 0;
    for (var kind : HANDLERS) {
      if (!action.has(kind)) {
        continue;
      }
      handlers++;
      if (handlers > 1) {
        action.in(kind).forbidden("may not specify more than 1 handler type");
      } else {
        of(kind, action.in(kind));
      }
    }
    if (handlers == 0) {
      action.required("must specify a handler type");
    }
  }

  private static void of(String kind, Spot handler) {
    switch (kind) {
      case "exec" -> {
        if (handler.in("command").items().isEmpty()) {
          handler.in("command").required();
        }
      }
      case "httpGet" -> {
        if (handler.text("path").isEmpty()) {
          handler.in("path").required();
        }
        handler.in("port").portOrName();
        handler.in("scheme").among("HTTP", "HTTPS");
        for (var header : handler.each("httpHeaders")) {
          if (!header.text("name").matches("[-A-Za-z0-9]+")) {
            header
                .in("name")
                .invalid(
                    "a valid HTTP header must consist of alphanumeric characters or '-' (e.g."
                        + " 'X-Header-Name', regex used for validation is '[-A-Za-z0-9]+')");
          }
        }
      }
      case "tcpSocket" -> handler.in("port").portOrName();
      case "grpc" -> handler.in("port").port();
      default -> {}
    }
  }
}
