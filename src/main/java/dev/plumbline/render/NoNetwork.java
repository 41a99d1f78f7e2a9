package dev.plumbline.render;

import java.util.HashMap;
import java.util.Map;

/// The environment of a renderer. Everything remote was refused before; should something still try,
/// it fails at once. HOME stays: the shims of version managers need it.
final class NoNetwork {

  /// Where nobody listens.
  private static final String NOWHERE = "http://127.0.0.1:9";

  private NoNetwork() {}

  static Map<String, String> environment() {
    var environment =
        new HashMap<>(
            Map.of(
                "NO_PROXY", "",
                "no_proxy", "",
                "GIT_ALLOW_PROTOCOL", "none",
                "GIT_TERMINAL_PROMPT", "0",
                "KUBECONFIG", "/dev/null"));
    for (var name : new String[] {"HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"}) {
      environment.put(name, NOWHERE);
      environment.put(name.toLowerCase(java.util.Locale.ROOT), NOWHERE);
    }
    return environment;
  }
}
