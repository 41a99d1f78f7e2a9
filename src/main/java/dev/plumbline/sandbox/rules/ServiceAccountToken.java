package dev.plumbline.sandbox.rules;

import static dev.plumbline.sandbox.rules.Edit.each;

import dev.plumbline.model.Tree;
import java.util.ArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.UnaryOperator;

/// The volume by which every pod could talk to the API server (the admission plugin
/// ServiceAccount).
final class ServiceAccountToken {

  private static final String PATH = "/var/run/secrets/kubernetes.io/serviceaccount";
  private static final String LETTERS = "bcdfghjklmnpqrstvwxz2456789";
  private static final int SUFFIX = 5;

  private ServiceAccountToken() {}

  /// The `spec` of a pod with the token mounted into each container.
  static Tree.Obj mounted(Tree.Obj spec) {
    if (spec.get("automountServiceAccountToken").filter(Tree.bool(false)::equals).isPresent()) {
      return spec;
    }
    var name = new StringBuilder("kube-api-access-");
    for (int i = 0; i < SUFFIX; i++) {
      name.append(LETTERS.charAt(ThreadLocalRandom.current().nextInt(LETTERS.length())));
    }
    UnaryOperator<Tree.Obj> mount =
        container -> {
          var mounts = new ArrayList<>(container.items("volumeMounts"));
          boolean there =
              mounts.stream().anyMatch(m -> m.text("mountPath").filter(PATH::equals).isPresent());
          if (!there) {
            mounts.add(
                Tree.obj(
                    "name",
                    Tree.str(name.toString()),
                    "readOnly",
                    Tree.bool(true),
                    "mountPath",
                    Tree.str(PATH)));
          }
          return container.with("volumeMounts", new Tree.Arr(mounts));
        };
    var volumes = new ArrayList<>(spec.items("volumes"));
    volumes.add(volume(name.toString()));
    return each("initContainers", mount)
        .andThen(each("containers", mount))
        .apply(spec)
        .with("volumes", new Tree.Arr(volumes));
  }

  private static Tree volume(String name) {
    var token =
        Tree.obj(
            "serviceAccountToken",
            Tree.obj("expirationSeconds", Tree.Num.of(3607), "path", Tree.str("token")));
    var certificate =
        Tree.obj(
            "configMap",
            Tree.obj(
                "name",
                Tree.str("kube-root-ca.crt"),
                "items",
                Tree.arr(Tree.obj("key", Tree.str("ca.crt"), "path", Tree.str("ca.crt")))));
    var field = Tree.obj("apiVersion", Tree.str("v1"), "fieldPath", Tree.str("metadata.namespace"));
    var namespace =
        Tree.obj(
            "downwardAPI",
            Tree.obj(
                "items", Tree.arr(Tree.obj("path", Tree.str("namespace"), "fieldRef", field))));
    return Tree.obj(
        "name",
        Tree.str(name),
        "projected",
        Tree.obj(
            "sources", Tree.arr(token, certificate, namespace), "defaultMode", Tree.Num.of(420)));
  }
}
