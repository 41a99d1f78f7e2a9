package dev.plumbline.sandbox;

import dev.plumbline.model.Tree;
import dev.plumbline.yaml.Yaml;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Map;

/// The kubeconfig of a sandbox.
final class KubeconfigText {

  private KubeconfigText() {}

  static String of(URI server, String pem, String token, Map<String, String> contexts) {
    var ca = Base64.getEncoder().encodeToString(pem.getBytes(StandardCharsets.US_ASCII));
    var named = new ArrayList<Tree>();
    contexts.forEach((name, namespace) ->
        named.add(
            Tree.obj(
                "name",
                Tree.str(name),
                "context",
                Tree.obj(
                    "cluster",
                    Tree.str("sandbox"),
                    "user",
                    Tree.str("sandbox-admin"),
                    "namespace",
                    Tree.str(namespace)))));
    var current = contexts.keySet().stream().findFirst().orElse("");
    return Yaml.write(
        Tree.obj(
            "apiVersion",
            Tree.str("v1"),
            "kind",
            Tree.str("Config"),
            "current-context",
            Tree.str(current),
            "clusters",
            Tree.arr(
                Tree.obj(
                    "name",
                    Tree.str("sandbox"),
                    "cluster",
                    Tree.obj(
                        "server",
                        Tree.str(server.toString()),
                        "certificate-authority-data",
                        Tree.str(ca)))),
            "users",
            Tree.arr(
                Tree.obj(
                    "name", Tree.str("sandbox-admin"), "user", Tree.obj("token", Tree.str(token)))),
            "contexts",
            new Tree.Arr(named)));
  }
}
