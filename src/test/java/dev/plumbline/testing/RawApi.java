package dev.plumbline.testing;

import dev.plumbline.model.Tree;
import dev.plumbline.yaml.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// The API server of the tests by plain HTTP: any verb, path and content type, the answer as it
/// came. For tests that compare the server's own answers with ours.
public final class RawApi {

  private static final AtomicInteger NUMBERS = new AtomicInteger();

  private final HttpClient http;
  private final String server;
  private final String token;

  /// An answer.
  ///
  /// @param code the HTTP status
  public record Answer(int code, Tree.Obj body) {

    /// The body of a success; fails the test otherwise.
    public Tree.Obj ok() {
      if (code >= 300) {
        throw new AssertionError(code + " " + Json.compact(body));
      }
      return body;
    }
  }

  private RawApi(HttpClient http, String server, String token) {
    this.http = http;
    this.server = server;
    this.token = token;
  }

  /// As a user who may do everything.
  public static RawApi of(ControlPlane plane) {
    var name = "raw-" + NUMBERS.incrementAndGet() + "-" + ProcessHandle.current().pid();
    plane.kubectl("", "-n", "default", "create", "serviceaccount", name);
    plane.kubectl(
        "",
        "create",
        "clusterrolebinding",
        name,
        "--clusterrole=cluster-admin",
        "--serviceaccount=default:" + name);
    var token = plane.kubectl("", "-n", "default", "create", "token", name).strip();
    return new RawApi(client(plane), plane.server(), token);
  }

  private static HttpClient client(ControlPlane plane) {
    try {
      var text = Files.readString(plane.kubeconfig());
      var found = Pattern.compile("certificate-authority-data: *\"?([^\"\\s]+)").matcher(text);
      if (!found.find()) {
        throw new AssertionError("no certificate authority in " + plane.kubeconfig());
      }
      var pem = new ByteArrayInputStream(Base64.getDecoder().decode(found.group(1)));
      var keys = KeyStore.getInstance(KeyStore.getDefaultType());
      keys.load(null, null);
      keys.setCertificateEntry(
          "ca", CertificateFactory.getInstance("X.509").generateCertificate(pem));
      var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(keys);
      var tls = SSLContext.getInstance("TLS");
      tls.init(null, trust.getTrustManagers(), null);
      return HttpClient.newBuilder().sslContext(tls).build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /// Sends a request.
  ///
  /// @param path with its query
  /// @param type the content type of the body
  public Answer send(String verb, String path, String type, Tree body) {
    return send(verb, path, type, Json.compact(body), "application/json");
  }

  /// Reads.
  public Answer get(String path) {
    return get(path, "application/json");
  }

  /// Reads with an `Accept` of its own (aggregated discovery).
  public Answer get(String path, String accept) {
    return send("GET", path, "application/json", "", accept);
  }

  private Answer send(String verb, String path, String type, String body, String accept) {
    var request =
        HttpRequest.newBuilder(URI.create(server + path))
            .method(verb, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", type)
            .header("Accept", accept)
            .build();
    try {
      var answer = http.send(request, BodyHandlers.ofByteArray());
      boolean json =
          answer.headers().firstValue("Content-Type").filter(t -> t.contains("json")).isPresent();
      var read =
          json && answer.body().length > 0 ? Json.parse(answer.body(), path) : Tree.Obj.EMPTY;
      return new Answer(answer.statusCode(), (Tree.Obj) read);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
