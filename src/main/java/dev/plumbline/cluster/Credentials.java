package dev.plumbline.cluster;

import dev.plumbline.model.Cancel;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Tree;
import dev.plumbline.process.Programs;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Logs in as a kubeconfig's user entry says: token, file with a token (read at each request, since
/// others rotate it), basic, client certificate, credential plugin, impersonation. What is written
/// down wins over the plugin, as in client-go. Nothing is read or run before the first request.
final class Credentials {

  private final Access access;
  private final Optional<ExecPlugin> plugin;

  Credentials(Access access, Programs programs) {
    this.access = access;
    this.plugin =
        access.user().body().at("exec").map(exec -> new ExecPlugin(access, exec, programs));
  }

  /// The login to use now. `Auth` when there is none, saying what is missing.
  Login current(Cancel cancel) {
    var user = access.user();
    user.text("auth-provider", "name").ifPresent(this::refuseProvider);
    var headers = new ArrayList<Map.Entry<String, String>>();
    var certificate = access.content(user, "client-certificate");
    var key = access.content(user, "client-key");
    authorization().ifPresent(a -> headers.add(Map.entry("Authorization", a)));
    if (plugin.isPresent() && headers.isEmpty()) {
      var given = plugin.get().current(cancel);
      given.token().ifPresent(t -> headers.add(Map.entry("Authorization", "Bearer " + t)));
      certificate = given.certificate().or(() -> access.content(user, "client-certificate"));
      key = given.key().or(() -> access.content(user, "client-key"));
    }
    if (certificate.isPresent() != key.isPresent()) {
      throw new ProblemException(
          access.auth(
              certificate.isPresent()
                  ? "The client certificate has no key"
                  : "The client key has no certificate",
              user,
              "Set both client-certificate and client-key.",
              ""));
    }
    headers.addAll(impersonation());
    return new Login(headers, certificate, key);
  }

  /// After the server refused a login: forgets what may be renewed. False when nothing can be.
  boolean refresh() {
    plugin.ifPresent(ExecPlugin::forget);
    return plugin.isPresent() || access.user().path("tokenFile").isPresent();
  }

  private Optional<String> authorization() {
    var user = access.user();
    var file = user.path("tokenFile");
    var token =
        file.isPresent()
            ? Optional.of(access.read(file.get(), user, "tokenFile").strip())
            : user.text("token");
    if (token.isPresent()) {
      return token.map(t -> "Bearer " + t);
    }
    return user.text("username")
        .map(name -> name + ":" + user.text("password").orElse(""))
        .map(pair -> pair.getBytes(StandardCharsets.UTF_8))
        .map(bytes -> "Basic " + Base64.getEncoder().encodeToString(bytes));
  }

  private List<Map.Entry<String, String>> impersonation() {
    var user = access.user();
    var headers = new ArrayList<Map.Entry<String, String>>();
    user.text("as").ifPresent(as -> headers.add(Map.entry("Impersonate-User", as)));
    user.text("as-uid").ifPresent(uid -> headers.add(Map.entry("Impersonate-Uid", uid)));
    for (var group : user.body().items("as-groups")) {
      if (group instanceof Tree.Str(String name)) {
        headers.add(Map.entry("Impersonate-Group", name));
      }
    }
    return headers;
  }

  private void refuseProvider(String name) {
    throw new ProblemException(
        new Problem.Auth(
            "The kubeconfig context "
                + access.context()
                + " logs in with the auth-provider "
                + name
                + ", which Kubernetes removed in 1.26",
            access.user().file().toString(),
            "Log in with a credential plugin (exec) instead.",
            ""));
  }
}
