package dev.plumbline.cluster;

import dev.plumbline.model.ProblemException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/// The HTTP clients of one server, built again when the client certificate changes: one for
/// requests, which share a connection, and [Lanes] for watches and for logs.
final class Connection {

  private final Access access;
  private final ReentrantLock building = new ReentrantLock();
  private volatile @Nullable Built built;

  Connection(Access access) {
    this.access = access;
  }

  private record Built(
      Optional<String> certificate,
      Optional<String> key,
      HttpClient shared,
      Lanes watches,
      Lanes logs) {
    boolean isFor(Login login) {
      return certificate.equals(login.certificate()) && key.equals(login.key());
    }

    @Override
    public String toString() {
      return "clients";
    }
  }

  /// The client for requests.
  HttpClient client(Login login) {
    return built(login).shared();
  }

  /// A place for a watch.
  Lanes.Seat seat(Login login) {
    return built(login).watches().take();
  }

  /// A place for a log, away from the watches: somebody who reads a long log slowly fills the
  /// window of its connection, and then nothing else comes through it.
  Lanes.Seat logSeat(Login login) {
    return built(login).logs().take();
  }

  private Built built(Login login) {
    var clients = built;
    if (clients != null && clients.isFor(login)) {
      return clients;
    }
    building.lock();
    try {
      var old = built;
      if (old != null && old.isFor(login)) {
        return old;
      }
      clients =
          new Built(
              login.certificate(),
              login.key(),
              build(login),
              new Lanes(() -> build(login)),
              new Lanes(() -> build(login)));
      built = clients;
      if (old != null) {
        old.shared().shutdown();
        old.watches().shutdown();
        old.logs().shutdown();
      }
      return clients;
    } finally {
      building.unlock();
    }
  }

  /// A request with the server's address, the login and what a proxy wants.
  HttpRequest request(Call call, Login login) {
    var builder = HttpRequest.newBuilder(uri(access.server() + call.path(), "server"));
    builder.header("Accept", call.accept()).header("User-Agent", "plumbline");
    login.headers().forEach(h -> builder.header(h.getKey(), h.getValue()));
    call.body().ifPresent(b -> builder.header("Content-Type", b.type()));
    proxy()
        .map(URI::getUserInfo)
        .ifPresent(user ->
            builder.header(
                "Proxy-Authorization",
                "Basic "
                    + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8))));
    return builder
        .method(
            call.method(),
            call.body()
                .map(b -> HttpRequest.BodyPublishers.ofString(b.json()))
                .orElse(HttpRequest.BodyPublishers.noBody()))
        .build();
  }

  void close() {
    var clients = built;
    if (clients != null) {
      clients.shared().shutdownNow();
      clients.watches().shutdownNow();
      clients.logs().shutdownNow();
    }
  }

  private HttpClient build(Login login) {
    var secure = access.server().startsWith("https:");
    var builder =
        HttpClient.newBuilder()
            .version(secure ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1)
            .connectTimeout(Api.CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .sslContext(Tls.context(access, login));
    // Java takes the name for SNI from here only when the URL has an address instead of a name.
    access
        .cluster()
        .text("tls-server-name")
        .ifPresent(name -> {
          var parameters = new SSLParameters();
          parameters.setServerNames(List.of(new SNIHostName(name)));
          builder.sslParameters(parameters);
        });
    proxy()
        .ifPresent(
            p -> builder.proxy(ProxySelector.of(new InetSocketAddress(p.getHost(), p.getPort()))));
    return builder.build();
  }

  private Optional<URI> proxy() {
    return access
        .cluster()
        .text("proxy-url")
        .map(text -> {
          var proxy = uri(text, "proxy-url");
          if (!"http".equals(proxy.getScheme()) || proxy.getPort() < 0) {
            throw new ProblemException(
                access.auth(
                    "The proxy " + text + " cannot be used: only http://HOST:PORT can",
                    access.cluster(),
                    "Set proxy-url to an HTTP proxy.",
                    ""));
          }
          return proxy;
        });
  }

  private URI uri(String text, String key) {
    try {
      var uri = URI.create(text);
      if (uri.getHost() != null) {
        return uri;
      }
      throw new IllegalArgumentException("no host");
    } catch (IllegalArgumentException e) {
      throw new ProblemException(
          access.auth(
              text + " is no URL", access.cluster(), "Correct " + key + ".", Access.words(e)),
          e);
    }
  }
}
