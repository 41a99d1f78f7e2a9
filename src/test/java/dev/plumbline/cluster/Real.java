package dev.plumbline.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Tree;
import dev.plumbline.testing.ControlPlane;
import dev.plumbline.yaml.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/// What the tests of this room share.
final class Real {

  static final Kind CONFIG_MAP =
      new Kind("", "v1", "ConfigMap", "configmaps", true, Set.of("get", "list", "watch"));

  private Real() {}

  /// The cluster as a user of the control plane.
  static Cluster as(ControlPlane plane, String user) {
    return current(plane.kubeconfig(user));
  }

  /// The cluster of the current context of a kubeconfig.
  static Cluster current(Path kubeconfig) {
    var config = Kubeconfig.load(List.of(kubeconfig), new NoPrograms());
    assertThat(config.problems()).isEmpty();
    return config.open(config.current().orElseThrow().name());
  }

  /// The cluster as admin through a cable.
  static Cluster through(ControlPlane plane, Cable cable, Path folder) {
    try {
      var text = Files.readString(plane.kubeconfig());
      var port = URI.create(plane.server()).getPort();
      var file = folder.resolve("cable.kubeconfig");
      Files.writeString(file, text.replace("127.0.0.1:" + port, "127.0.0.1:" + cable.port()));
      return current(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static int port(ControlPlane plane) {
    return URI.create(plane.server()).getPort();
  }

  /// The problem with which a call must fail.
  static Problem problem(ThrowingCallable call) {
    var thrown = Assertions.catchThrowable(call);
    assertThat(thrown).isInstanceOf(ProblemException.class);
    return ((ProblemException) thrown).problem();
  }

  static Tree.Obj object(String json) {
    return (Tree.Obj) Json.parse(json, "test");
  }

  static Tree.Obj configMap(String namespace, String name, String value) {
    return object(
        """
        {"apiVersion":"v1","kind":"ConfigMap",
         "metadata":{"name":"%s","namespace":"%s"},"data":{"a":"%s"}}\
        """
            .formatted(name, namespace, value));
  }
}
