package dev.plumbline.git;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/// A login that stood in a URL. Git gets it as a credential helper would give it: neither a list of
/// processes nor a configuration shows it.
///
/// @param user may be a token
record Login(String user, String password) {

  private static final String GIVES_IT =
      "!f() { test \"$1\" = get && printf 'username=%s\\npassword=%s\\n'"
          + " \"$PLUMBLINE_LOGIN_USER\" \"$PLUMBLINE_LOGIN_PASSWORD\"; }; f";

  static Optional<Login> of(GitUrl url) {
    return url.login()
        .map(login -> {
          int colon = login.indexOf(':');
          return colon < 0
              ? new Login(decoded(login), "")
              : new Login(decoded(login.substring(0, colon)), decoded(login.substring(colon + 1)));
        });
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  /// The empty helper takes the person's own ones out of the list: they may know another login.
  Map<String, String> environment() {
    return Map.of(
        "GIT_CONFIG_COUNT", "2",
        "GIT_CONFIG_KEY_0", "credential.helper",
        "GIT_CONFIG_VALUE_0", "",
        "GIT_CONFIG_KEY_1", "credential.helper",
        "GIT_CONFIG_VALUE_1", GIVES_IT,
        "PLUMBLINE_LOGIN_USER", user,
        "PLUMBLINE_LOGIN_PASSWORD", password);
  }

  /// What `git credential approve` reads, so that the person's helpers keep it, as they do after a
  /// login at a prompt.
  String description(GitUrl url) {
    return "url=" + url.stored() + "\nusername=" + user + "\npassword=" + password + "\n\n";
  }

  @Override
  public String toString() {
    return "a login";
  }
}
