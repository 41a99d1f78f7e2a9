package dev.plumbline.sandbox;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.sandbox.api.Api;
import dev.plumbline.sandbox.controllers.Controllers;
import dev.plumbline.sandbox.pki.Identity;
import dev.plumbline.sandbox.store.Store;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A small API server in this process, for the demo and for fast tests: it listens on loopback
/// only, speaks TLS with a certificate made now, and asks for a random bearer token. It keeps its
/// objects in memory and forgets them when it is closed. What it cannot do it answers with 501; no
/// run against it proves anything about a real cluster.
public final class Sandbox implements AutoCloseable {

  /// How many changes are kept for watches and continued lists.
  private static final int REMEMBERED = 10_000;

  private final HttpsServer http;
  private final ExecutorService threads;
  private final Identity identity;
  private final String token;
  private final Store store;
  private final Optional<Controllers> played;

  private Sandbox(
      HttpsServer http,
      ExecutorService threads,
      Identity identity,
      String token,
      Store store,
      Optional<Controllers> played) {
    this.http = http;
    this.threads = threads;
    this.identity = identity;
    this.token = token;
    this.store = store;
    this.played = played;
  }

  /// How to start one.
  ///
  /// @param port where to listen; 0 takes a free one
  /// @param clock what it takes for now in timestamps (`creationTimestamp`, managedFields, events);
  ///   it must not jump back
  /// @param controllers whether workloads are played: pods come up, endpoints follow, a namespace
  ///   deletes what is in it
  public record Options(int port, InstantSource clock, boolean controllers) {
    /// A free port, real time, with controllers.
    public static Options usual() {
      return new Options(0, InstantSource.system(), true);
    }
  }

  /// Starts one. Throws a [ProblemException] with [Problem.Network] when the port is taken.
  public static Sandbox start(Options options) {
    // Read once by the JDK's server: without it small answers wait 40 ms for the client's ACK.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    var identity = Identity.loopback("Plumbline sandbox");
    var token = token();
    var store = new Store(REMEMBERED);
    var api = new Api(store, options.clock());
    Birth.of(api.hands());
    var played =
        options.controllers()
            ? Optional.of(Controllers.start(api.hands(), identity.pem()))
            : Optional.<Controllers>empty();
    try {
      var address = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), options.port());
      var http = HttpsServer.create(address, 0);
      http.setHttpsConfigurator(new HttpsConfigurator(identity.tls()));
      var threads =
          Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("sandbox-", 0).factory());
      http.setExecutor(threads);
      http.createContext("/", new Front(token, api));
      http.start();
      return new Sandbox(http, threads, identity, token, store, played);
    } catch (IOException e) {
      throw new ProblemException(
          new Problem.Network(
              "The sandbox cannot listen on port " + options.port(),
              "127.0.0.1:" + options.port(),
              "Choose another port",
              String.valueOf(e.getMessage())),
          e);
    }
  }

  /// Where it listens: `https://127.0.0.1:PORT`.
  public URI server() {
    return URI.create("https://127.0.0.1:" + http.getAddress().getPort());
  }

  /// A kubeconfig (YAML) whose contexts all lead here, with the token and the certificate in it.
  /// Keep it where only its owner can read it.
  ///
  /// @param contexts a context's name to its default namespace; the first is the current one
  public String kubeconfig(Map<String, String> contexts) {
    return KubeconfigText.of(server(), identity.pem(), token, contexts);
  }

  /// Blocks until the controllers have nothing left to do, and lets no pod wait its time meanwhile:
  /// for a clock that is moved by hand. Without controllers it returns at once.
  public void playOut() {
    played.ifPresent(Controllers::playOut);
  }

  /// Ends all watches and forgets everything.
  @Override
  public void close() {
    played.ifPresent(Controllers::close);
    store.close();
    http.stop(0);
    threads.shutdownNow();
  }

  private static String token() {
    var bytes = new byte[24];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
