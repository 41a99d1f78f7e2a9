package dev.plumbline.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.testing.ControlPlane;
import dev.plumbline.yaml.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// The sandbox and a real API server, to which the same requests go.
///
/// @param namespace there on both, for one test class
record Both(Server real, Server sandbox, String namespace) implements AutoCloseable {

  static Both connected(String name) {
    var plane = ControlPlane.shared();
    var sandbox = Server.of(Sandbox.start(new Sandbox.Options(0, InstantSource.system(), false)));
    var namespace = plane.namespace(name);
    sandbox.send(
        "POST",
        "/api/v1/namespaces",
        "application/json",
        "{\"apiVersion\":\"v1\",\"kind\":\"Namespace\",\"metadata\":{\"name\":\""
            + namespace
            + "\"}}");
    return new Both(Server.of(plane), sandbox, namespace);
  }

  List<Server> servers() {
    return List.of(real, sandbox);
  }

  /// A test resource in which `NAMESPACE` stands for the namespace.
  String text(String resource) {
    try (var in = Both.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("NAMESPACE", namespace);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Sends to both and compares.
  Server.Answer same(String method, String path, String type, String body) {
    var there = real.send(method, path, type, body);
    var here = sandbox.send(method, path, type, body);
    var asked = method + " " + path + " " + body;
    assertThat(only(show(there), show(here)))
        .as(asked + "\nonly the sandbox: " + only(show(here), show(there)) + "\nonly the real one")
        .isEmpty();
    assertThat(only(show(here), show(there))).as(asked + "\nonly the sandbox").isEmpty();
    return here;
  }

  /// The lines of a text that another does not have.
  private static List<String> only(String text, String other) {
    var there = new ArrayList<>(other.lines().map(l -> l.strip().replaceFirst(",$", "")).toList());
    return text.lines()
        .map(l -> l.strip().replaceFirst(",$", ""))
        .filter(l -> !there.remove(l))
        .toList();
  }

  static String show(Server.Answer answer) {
    return answer.code() + " " + answer.warnings() + "\n" + Json.pretty(Alike.of(answer.body()));
  }

  @Override
  public void close() {
    sandbox.close();
    real.close();
  }
}
