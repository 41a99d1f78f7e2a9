package dev.plumbline.testing;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.plumbline.model.Tree;
import dev.plumbline.yaml.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// An admission webhook on loopback, with a certificate of its own: sets an annotation on all that
/// it is asked about, so that what is stored is not what was sent.
public final class Webhook implements AutoCloseable {

  private static final char[] PASSWORD = "only-for-tests".toCharArray();

  private final HttpsServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final String authority;
  private final AtomicInteger asked = new AtomicInteger();
  private final String annotation;

  /// @param folder where its certificate is made
  /// @param annotation the name of the annotation that it sets to `yes`
  public Webhook(Path folder, String annotation) {
    this.annotation = annotation;
    try {
      var store = folder.resolve("webhook.p12");
      run(
          "-genkeypair",
          "-alias",
          "hook",
          "-keyalg",
          "EC",
          "-dname",
          "CN=127.0.0.1",
          "-ext",
          "san=ip:127.0.0.1",
          "-validity",
          "2",
          "-keystore",
          store.toString(),
          "-storepass",
          new String(PASSWORD));
      var keys = KeyStore.getInstance(store.toFile(), PASSWORD);
      var der = Base64.getMimeEncoder().encodeToString(keys.getCertificate("hook").getEncoded());
      authority = "-----BEGIN CERTIFICATE-----\n" + der + "\n-----END CERTIFICATE-----\n";
      var manager = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      manager.init(keys, PASSWORD);
      var tls = SSLContext.getInstance("TLS");
      tls.init(manager.getKeyManagers(), null, null);
      server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.setHttpsConfigurator(new HttpsConfigurator(tls));
      server.setExecutor(threads);
      server.createContext(
          "/",
          exchange -> {
            try (exchange) {
              var answer = review(Json.parse(exchange.getRequestBody().readAllBytes(), "review"));
              exchange.getResponseHeaders().add("Content-Type", "application/json");
              exchange.sendResponseHeaders(200, answer.length);
              exchange.getResponseBody().write(answer);
            }
          });
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static void run(String... arguments) throws IOException {
    var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
    var argv = new java.util.ArrayList<>(java.util.List.of(keytool.toString()));
    argv.addAll(java.util.List.of(arguments));
    var log = Files.createTempFile("keytool", ".log");
    var process = new ProcessBuilder(argv).redirectErrorStream(true).redirectOutput(log.toFile());
    try {
      if (process.start().waitFor() != 0) {
        throw new AssertionError(Files.readString(log));
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    } finally {
      Files.deleteIfExists(log);
    }
  }

  private byte[] review(Tree review) {
    asked.incrementAndGet();
    var object = review.at("request", "object").orElse(Tree.Obj.EMPTY);
    var annotations = object.fields("metadata", "annotations");
    var patch =
        annotations.isEmpty()
            ? "[{\"op\":\"add\",\"path\":\"/metadata/annotations\",\"value\":{\"%s\":\"yes\"}}]"
            : "[{\"op\":\"add\",\"path\":\"/metadata/annotations/%s\",\"value\":\"yes\"}]";
    var response =
        Tree.obj(
            "uid",
            Tree.str(review.text("request", "uid").orElse("")),
            "allowed",
            Tree.bool(true),
            "patchType",
            Tree.str("JSONPatch"),
            "patch",
            Tree.str(
                Base64.getEncoder()
                    .encodeToString(patch.formatted(annotation).getBytes(StandardCharsets.UTF_8))));
    return Json.compact(
            Tree.obj(
                "apiVersion",
                Tree.str("admission.k8s.io/v1"),
                "kind",
                Tree.str("AdmissionReview"),
                "response",
                response))
        .getBytes(StandardCharsets.UTF_8);
  }

  /// How many objects it was asked about.
  public int asked() {
    return asked.get();
  }

  /// Its registration, for ConfigMaps in namespaces with a label.
  ///
  /// @param namespaceLabel `key: value`
  public String registration(String name, String namespaceLabel) {
    return """
    apiVersion: admissionregistration.k8s.io/v1
    kind: MutatingWebhookConfiguration
    metadata: {name: %s}
    webhooks:
      - name: %s.plumbline.dev
        admissionReviewVersions: [v1]
        sideEffects: None
        failurePolicy: Fail
        clientConfig:
          url: https://127.0.0.1:%d/
          caBundle: %s
        namespaceSelector: {matchLabels: {%s}}
        rules:
          - {apiGroups: [""], apiVersions: [v1], resources: [configmaps], operations: [CREATE, UPDATE]}
    """
        .formatted(
            name,
            name,
            server.getAddress().getPort(),
            Base64.getEncoder().encodeToString(authority.getBytes(StandardCharsets.UTF_8)),
            namespaceLabel);
  }

  @Override
  public void close() {
    threads.shutdownNow();
    server.stop(0);
  }
}
