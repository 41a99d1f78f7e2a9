package dev.plumbline.merge;

import dev.plumbline.model.Tree;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;

/// Random configurations of built-in kinds that the server mostly accepts.
final class Pieces {

  private final Random random;

  private Pieces(Random random) {
    this.random = random;
  }

  static Tree.Obj configMap(Random random) {
    var p = new Pieces(random);
    return p.meta().with("data", p.words("k", 4)).with("immutable", Tree.bool(false));
  }

  static Tree.Obj secret(Random random) {
    var p = new Pieces(random);
    var data = new LinkedHashMap<String, Tree>();
    p.words("k", 4).fields().forEach((k, v) -> data.put(k, Tree.str("YQ==")));
    var object = p.meta().with("data", new Tree.Obj(data)).with("type", Tree.str("Opaque"));
    return random.nextInt(4) == 0 ? object.without("data") : object;
  }

  static Tree.Obj service(Random random) {
    var p = new Pieces(random);
    var spec = new LinkedHashMap<String, Tree>();
    spec.put("ports", p.servicePorts());
    p.maybe(spec, "selector", p.words("s", 3));
    p.maybe(spec, "sessionAffinity", Tree.str(p.one("None", "ClientIP")));
    p.maybe(spec, "internalTrafficPolicy", Tree.str(p.one("Cluster", "Local")));
    p.maybe(spec, "publishNotReadyAddresses", Tree.bool(random.nextBoolean()));
    return p.meta().with("spec", new Tree.Obj(spec));
  }

  private Tree servicePorts() {
    var ports = new ArrayList<Tree>();
    for (int port : List.of(80, 53, 443)) {
      if (port == 80 || random.nextBoolean()) {
        var fields = new LinkedHashMap<String, Tree>();
        fields.put("name", Tree.str(one("p", "q") + port));
        fields.put("port", Tree.Num.of(port));
        maybe(fields, "protocol", Tree.str("TCP"));
        maybe(fields, "targetPort", random.nextBoolean() ? Tree.Num.of(8080) : Tree.str("http"));
        ports.add(new Tree.Obj(fields));
        if (port == 53 && random.nextBoolean()) {
          fields.put("name", Tree.str("udp"));
          fields.put("protocol", Tree.str("UDP"));
          ports.add(new Tree.Obj(fields));
        }
      }
    }
    Collections.shuffle(ports, random);
    return new Tree.Arr(ports);
  }

  static Tree.Obj deployment(Random random) {
    var p = new Pieces(random);
    var app = Tree.obj("app", Tree.str("x"));
    var spec = new LinkedHashMap<String, Tree>();
    spec.put("selector", Tree.obj("matchLabels", app));
    p.maybe(spec, "replicas", Tree.Num.of(random.nextInt(4)));
    p.maybe(spec, "minReadySeconds", Tree.Num.of(random.nextInt(3)));
    p.maybe(spec, "paused", Tree.bool(random.nextBoolean()));
    p.maybe(
        spec,
        "strategy",
        Tree.obj(
            "rollingUpdate",
            Tree.obj("maxSurge", random.nextBoolean() ? Tree.str("25%") : Tree.Num.of(1))));
    var meta = Tree.obj("labels", new Tree.Obj(with(app, p.words("l", 2))));
    spec.put("template", Tree.obj("metadata", meta, "spec", p.pod()));
    return p.meta().with("spec", new Tree.Obj(spec));
  }

  private static LinkedHashMap<String, Tree> with(Tree.Obj a, Tree.Obj b) {
    var all = new LinkedHashMap<>(a.fields());
    all.putAll(b.fields());
    return all;
  }

  private Tree pod() {
    var spec = new LinkedHashMap<String, Tree>();
    var containers = new ArrayList<Tree>();
    containers.add(container("web"));
    for (var name : List.of("side", "log")) {
      if (random.nextInt(3) == 0) {
        containers.add(container(name));
      }
    }
    Collections.shuffle(containers, random);
    spec.put("containers", new Tree.Arr(containers));
    if (random.nextInt(3) == 0) {
      spec.put("initContainers", Tree.arr(container("init")));
    }
    spec.put(
        "volumes",
        Tree.arr(
            Tree.obj(
                "name",
                Tree.str("v"),
                "emptyDir",
                random.nextBoolean() ? Tree.Obj.EMPTY : Tree.obj("medium", Tree.str("Memory"))),
            Tree.obj(
                "name",
                Tree.str("c"),
                "configMap",
                Tree.obj(
                    "name",
                    Tree.str("cm"),
                    "items",
                    Tree.arr(Tree.obj("key", Tree.str("k"), "path", Tree.str(one("p", "q"))))))));
    maybe(spec, "nodeSelector", words("n", 2));
    maybe(
        spec,
        "tolerations",
        Tree.arr(Tree.obj("key", Tree.str(one("a", "b")), "operator", Tree.str("Exists"))));
    maybe(spec, "imagePullSecrets", Tree.arr(Tree.obj("name", Tree.str(one("r1", "r2")))));
    maybe(
        spec,
        "hostAliases",
        Tree.arr(
            Tree.obj(
                "ip",
                Tree.str("192.0.2." + random.nextInt(3)),
                "hostnames",
                Tree.arr(Tree.str("h")))));
    maybe(spec, "terminationGracePeriodSeconds", Tree.Num.of(random.nextInt(3) + 5));
    maybe(
        spec,
        "securityContext",
        random.nextBoolean() ? Tree.Obj.EMPTY : Tree.obj("runAsUser", Tree.Num.of(7)));
    return new Tree.Obj(spec);
  }

  private Tree container(String name) {
    var c = new LinkedHashMap<String, Tree>();
    c.put("name", Tree.str(name));
    c.put("image", Tree.str(one("nginx:1", "nginx:2", "busybox")));
    maybe(c, "command", Tree.arr(Tree.str("run"), Tree.str(one("x", "y"))));
    maybe(c, "args", Tree.Arr.EMPTY);
    maybe(c, "env", env());
    maybe(c, "ports", containerPorts());
    maybe(
        c,
        "volumeMounts",
        Tree.arr(Tree.obj("name", Tree.str("v"), "mountPath", Tree.str(one("/a", "/b")))));
    maybe(
        c,
        "resources",
        Tree.obj(
            "requests", Tree.obj("cpu", Tree.str(one("100m", "200m")), "memory", Tree.str("1Gi"))));
    maybe(c, "imagePullPolicy", Tree.str(one("Always", "IfNotPresent")));
    maybe(
        c,
        "readinessProbe",
        Tree.obj(
            "httpGet",
            Tree.obj(
                "path",
                Tree.str("/"),
                "port",
                random.nextBoolean() ? Tree.Num.of(80) : Tree.str("http"))));
    return new Tree.Obj(c);
  }

  private Tree env() {
    var items = new ArrayList<Tree>();
    for (var name : List.of("A", "B", "C", "D")) {
      if (random.nextBoolean()) {
        items.add(
            random.nextInt(4) == 0
                ? Tree.obj(
                    "name",
                    Tree.str(name),
                    "valueFrom",
                    Tree.obj("fieldRef", Tree.obj("fieldPath", Tree.str("metadata.name"))))
                : Tree.obj("name", Tree.str(name), "value", Tree.str(one("1", "2"))));
      }
    }
    Collections.shuffle(items, random);
    return new Tree.Arr(items);
  }

  private Tree containerPorts() {
    var items = new ArrayList<Tree>();
    for (int port : List.of(80, 53)) {
      if (random.nextBoolean()) {
        var fields = new LinkedHashMap<String, Tree>();
        fields.put("containerPort", Tree.Num.of(port));
        maybe(fields, "protocol", Tree.str(one("TCP", "UDP")));
        maybe(fields, "name", Tree.str(one("m", "n") + port));
        items.add(new Tree.Obj(fields));
      }
    }
    Collections.shuffle(items, random);
    return new Tree.Arr(items);
  }

  private Tree.Obj meta() {
    var meta = new LinkedHashMap<String, Tree>();
    maybe(meta, "labels", words("l", 3));
    maybe(meta, "annotations", words("plumbline.test/a", 3));
    maybe(meta, "finalizers", Tree.arr(Tree.str("plumbline.test/" + one("x", "y"))));
    return Tree.obj("metadata", new Tree.Obj(meta));
  }

  private Tree.Obj words(String prefix, int most) {
    var fields = new LinkedHashMap<String, Tree>();
    for (int i = 0; i < most; i++) {
      if (random.nextBoolean()) {
        fields.put(prefix + i, Tree.str(one("1", "2", "3")));
      }
    }
    return new Tree.Obj(fields);
  }

  private void maybe(LinkedHashMap<String, Tree> fields, String key, Tree value) {
    if (random.nextInt(5) < 2) {
      fields.put(key, value);
    }
  }

  private String one(String... of) {
    return of[random.nextInt(of.length)];
  }
}
