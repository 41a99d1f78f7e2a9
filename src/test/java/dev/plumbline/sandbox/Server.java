package dev.plumbline.sandbox;

import dev.plumbline.model.Tree;
import dev.plumbline.testing.ControlPlane;
import dev.plumbline.yaml.Json;
import dev.plumbline.yaml.Yaml;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// An API server to send requests to: the sandbox, or a real one through `kubectl proxy`.
final class Server implements AutoCloseable {

  private final String name;
  private final URI base;
  private final String token;
  private final HttpClient http;
  private final AutoCloseable below;

  private Server(String name, URI base, String token, HttpClient http, AutoCloseable below) {
    this.name = name;
    this.base = base;
    this.token = token;
    this.http = http;
    this.below = below;
  }

  /// What a server answered.
  record Answer(int code, Tree body, List<String> warnings) {}

  static Server of(Sandbox sandbox) {
    var config =
        Yaml.read(
                sandbox.kubeconfig(Map.of("test", "default")).getBytes(StandardCharsets.UTF_8),
                "kubeconfig")
            .documents()
            .getFirst()
            .body();
    var ca = config.items("clusters").getFirst().text("cluster", "certificate-authority-data");
    var token = config.items("users").getFirst().text("user", "token").orElseThrow();
    return new Server(
        "sandbox", sandbox.server(), "Bearer " + token, client(ca.orElseThrow()), sandbox);
  }

  /// The same server for somebody without a token.
  Server stranger() {
    return new Server(name, base, "", http, () -> {});
  }

  static Server of(ControlPlane plane) {
    try {
      var process =
          new ProcessBuilder(
                  plane.kubectl().toString(),
                  "--kubeconfig=" + plane.kubeconfig(),
                  "proxy",
                  "--port=0",
                  "--disable-filter")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      var line = new BufferedReader(process.inputReader()).readLine();
      var port = line.substring(line.lastIndexOf(':') + 1).strip();
      return new Server(
          "real",
          URI.create("http://127.0.0.1:" + port),
          "",
          HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build(),
          process::destroy);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static HttpClient client(String pem) {
    try {
      var in = new java.io.ByteArrayInputStream(Base64.getDecoder().decode(pem));
      var certificate = CertificateFactory.getInstance("X.509").generateCertificate(in);
      var store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setCertificateEntry("ca", certificate);
      var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store);
      var tls = SSLContext.getInstance("TLS");
      tls.init(null, trust.getTrustManagers(), null);
      return HttpClient.newBuilder().sslContext(tls).version(HttpClient.Version.HTTP_1_1).build();
    } catch (GeneralSecurityException | IOException e) {
      throw new AssertionError(e);
    }
  }

  Answer send(String method, String path, String type, String body) {
    var response = raw(method, path, type, body, HttpResponse.BodyHandlers.ofByteArray());
    var bytes = response.body();
    var text = new String(bytes, StandardCharsets.UTF_8);
    var tree = text.startsWith("{") ? Json.parse(bytes, path) : (Tree) Tree.str(text.strip());
    return new Answer(
        response.statusCode(),
        tree,
        response.headers().allValues("Warning").stream().flatMap(w -> split(w)).toList());
  }

  private static java.util.stream.Stream<String> split(String warnings) {
    return Pattern.compile("299 - \"((?:[^\"\\\\]|\\\\.)*)\"")
        .matcher(warnings)
        .results()
        .map(m -> m.group(1));
  }

  <T> HttpResponse<T> raw(
      String method, String path, String type, String body, HttpResponse.BodyHandler<T> handler) {
    return raw(method, path, type, body, "application/json", handler);
  }

  /// What is answered to kubectl get, line by line.
  List<Tree> tables(String path) {
    var accept = "application/json;as=Table;v=v1;g=meta.k8s.io,application/json";
    var text = raw("GET", path, "", "", accept, HttpResponse.BodyHandlers.ofString()).body();
    return path.contains("watch=")
        ? text.lines().map(l -> Json.parse(l, path)).toList()
        : List.of(Json.parse(text, path));
  }

  /// What is answered to who wants it in a certain form.
  Tree accepting(String path, String accept) {
    var text = raw("GET", path, "", "", accept, HttpResponse.BodyHandlers.ofString()).body();
    return Json.parse(text, path);
  }

  private <T> HttpResponse<T> raw(
      String method,
      String path,
      String type,
      String body,
      String accept,
      HttpResponse.BodyHandler<T> handler) {
    var builder =
        HttpRequest.newBuilder(base.resolve(path))
            .method(
                method,
                body.isEmpty()
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body))
            .header("User-Agent", "contract/1.0")
            .header("Accept", accept);
    if (!type.isEmpty()) {
      builder.header("Content-Type", type);
    }
    if (!token.isEmpty()) {
      builder.header("Authorization", token);
    }
    try {
      return http.send(builder.build(), handler);
    } catch (IOException e) {
      throw new AssertionError(name + " " + method + " " + path, e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /// Asks for a WebSocket.
  void upgrade(String path) {
    http.newWebSocketBuilder()
        .header("Authorization", token)
        .buildAsync(
            URI.create(base.toString().replace("https", "wss") + path),
            new java.net.http.WebSocket.Listener() {})
        .join();
  }

  @Override
  public void close() {
    try {
      below.close();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
