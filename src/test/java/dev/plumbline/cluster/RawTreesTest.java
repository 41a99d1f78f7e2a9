package dev.plumbline.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.Cancel;
import dev.plumbline.model.Secrets;
import dev.plumbline.model.Tree;
import dev.plumbline.testing.ControlPlane;
import dev.plumbline.yaml.Json;
import dev.plumbline.yaml.Yaml;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What lists and watches give is what the server stores, to the letter: number literals, nulls and
/// unknown fields included, of 500 objects of mixed kinds.
class RawTreesTest {

  private static final int EACH = 100;
  private static final String GROUP = "raw.example";

  private ControlPlane plane;
  private final Cancel cancel = Cancel.never();

  private static String manifests(String namespace) {
    var text = new StringBuilder();
    for (int i = 0; i < EACH; i++) {
      text.append(
          """
          ---
          {apiVersion: v1, kind: ConfigMap, metadata: {name: c%1$d, namespace: %2$s,
            annotations: {"a/b": "1.0"}}, data: {number: "1e3", empty: ""}}
          ---
          {apiVersion: v1, kind: Secret, metadata: {name: s%1$d, namespace: %2$s},
            stringData: {password: "hunter%1$d"}}
          ---
          {apiVersion: v1, kind: Service, metadata: {name: v%1$d, namespace: %2$s},
            spec: {selector: {}, ports: [{port: 80, targetPort: http}, {port: 53, name: b}]}}
          """
              .replace("{port: 80, targetPort: http}", "{port: 80, name: a, targetPort: http}")
              .formatted(i, namespace));
      text.append(
          """
          ---
          {apiVersion: apps/v1, kind: Deployment, metadata: {name: d%1$d, namespace: %2$s},
            spec: {replicas: 0, selector: {matchLabels: {a: b}}, template: {metadata:
            {labels: {a: b}}, spec: {containers: [{name: x, image: nginx, resources: {requests:
            {cpu: 0.5, memory: 1Gi}}, env: [{name: E, value: "1.0"}]}]}}}}
          """
              .formatted(i, namespace));
    }
    return text.toString();
  }

  private static byte[] thing(String namespace, int i) {
    return """
    {"apiVersion":"%s/v1","kind":"Raw","metadata":{"name":"r%d","namespace":"%s"},
     "spec":{"float":1.0,"exponent":1e3,"large":9007199254740993,"huge":18446744073709551616,"nothing":null,"deep":
     [{"x":-0.5,"list":[null,1.50,[]]},{}],"unknown":{"a b":"\\u2028<>&","n":%d}}}\
    """
        .formatted(GROUP, i, namespace, i)
        .getBytes(StandardCharsets.UTF_8);
  }

  /// Value and literals: `1.0` and `1` are equal as trees, here they are not.
  private static String literally(Tree tree) {
    return switch (tree) {
      case Tree.Obj(Map<String, Tree> fields) ->
          new TreeMap<>(fields)
              .entrySet().stream()
                  .map(e -> '"' + e.getKey() + "\":" + literally(e.getValue()))
                  .collect(Collectors.joining(",", "{", "}"));
      case Tree.Arr(List<Tree> items) ->
          items.stream().map(RawTreesTest::literally).collect(Collectors.joining(",", "[", "]"));
      case Tree.Hidden hidden -> literally(hidden.reveal());
      case Tree.Str s -> s.toString();
      case Tree.Num n -> n.literal();
      case Tree.Bool b -> b.toString();
      case Tree.Null n -> n.toString();
    };
  }

  @Test
  void listsAndWatchesEqualWhatAPlainReadGives() {
    plane = ControlPlane.shared();
    var namespace = plane.namespace("raw");
    plane.kubectl(Crds.preserving(GROUP, "Raw", "raws"), "apply", "-f-");
    plane.kubectl("", "wait", "--for=condition=Established", "crd/raws." + GROUP);
    try (var cluster = Real.as(plane, "admin")) {
      var raw = Crds.await(cluster, GROUP, "Raw");
      var kinds = new ArrayList<Kind>();
      kinds.add(raw);
      for (var name : List.of("ConfigMap", "Secret", "Service")) {
        kinds.add(cluster.kind("", "v1", name, cancel).orElseThrow());
      }
      kinds.add(cluster.kind("apps", "v1", "Deployment", cancel).orElseThrow());
      var bodies = new ArrayList<Tree.Obj>();
      for (int i = 0; i < EACH; i++) {
        bodies.add((Tree.Obj) Json.parse(thing(namespace, i), "test"));
      }
      Yaml.read(manifests(namespace).getBytes(StandardCharsets.UTF_8), "test")
          .documents()
          .forEach(d -> bodies.add((Tree.Obj) d.body()));
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (var body : bodies) {
          threads.submit(() -> cluster.create(of(body, kinds), body, "plumbline", cancel));
        }
      }
      int compared = 0;
      for (var kind : kinds) {
        compared += compare((RawCluster) cluster, kind, namespace);
      }
      assertThat(compared).isGreaterThanOrEqualTo(5 * EACH);
    }
  }

  private int compare(RawCluster cluster, Kind kind, String namespace) {
    var seen = new Recorder();
    try (var watching = cluster.watch(kind, namespace, seen)) {
      seen.until(() -> seen.count("current") > 0);
      assertThat(watching).isNotNull();
      // One annotation each, so that every object comes once more as an event of the watch.
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (var object : seen.objects().values()) {
          var body = annotated(object);
          threads.submit(() -> cluster.apply(kind, body, "other", true, false, cancel));
        }
      }
      var moment = quiet(cluster, kind, namespace, seen);
      var listed = moment.listed();
      assertThat(listed.items()).hasSizeGreaterThanOrEqualTo(EACH);
      assertThat(literally(new Tree.Arr(sorted(moment.watched()))))
          .isEqualTo(literally(new Tree.Arr(sorted(listed.items()))));
      var list = moment.plain();
      assertThat(list).hasSameSizeAs(listed.items());
      for (int i = 0; i < list.size(); i++) {
        var item = listed.items().get(i);
        assertThat(item.text("kind")).contains(kind.kind());
        var bare =
            list.get(i).at("kind").isPresent() ? item : item.without("kind").without("apiVersion");
        assertThat(literally(bare)).isEqualTo(literally(list.get(i)));
      }
      for (int i = 0; i < moment.alone().size(); i++) {
        var item = listed.items().get(i);
        assertThat(literally(item)).isEqualTo(literally(moment.alone().get(i)));
        assertThat(item).isEqualTo(Secrets.hide((Tree.Obj) moment.alone().get(i)));
        assertThat(moment.asked().get(i)).contains(item);
      }
      return listed.items().size();
    }
  }

  /// What was read in a moment in which nothing changed.
  private record Moment(
      Cluster.Listing listed,
      List<Tree.Obj> watched,
      List<Tree> plain,
      List<Tree> alone,
      List<Optional<Tree.Obj>> asked) {}

  /// Controllers still write status: reads everything, and again until no version moved meanwhile.
  private Moment quiet(RawCluster cluster, Kind kind, String namespace, Recorder seen) {
    for (int i = 0; i < 20; i++) {
      var listed = settled(cluster.withPage(30), kind, namespace, seen);
      var watched = List.copyOf(seen.objects().values());
      var plain = plain(Call.path(kind, namespace, "")).items("items");
      var alone = new ArrayList<Tree>();
      var asked = new ArrayList<Optional<Tree.Obj>>();
      for (var item : listed.items().subList(0, 3)) {
        var name = item.text("metadata", "name").orElseThrow();
        alone.add(plain(Call.path(kind, namespace, name)));
        asked.add(cluster.get(kind, namespace, name, cancel));
      }
      var after = cluster.list(kind, namespace, cancel);
      if (versions(after.items()).equals(versions(listed.items()))
          && versions(watched).equals(versions(listed.items()))) {
        return new Moment(listed, watched, plain, alone, asked);
      }
    }
    throw new AssertionError("never quiet");
  }

  /// The list, once the watch has told the same versions (controllers still write status).
  private Cluster.Listing settled(Cluster cluster, Kind kind, String namespace, Recorder seen) {
    for (int i = 0; i < 100; i++) {
      var listing = cluster.list(kind, namespace, cancel);
      if (versions(listing.items()).equals(versions(seen.objects().values()))) {
        return listing;
      }
      Waits.pause(Duration.ofMillis(100), cancel);
    }
    throw new AssertionError("the watch never told what the list holds");
  }

  private static Set<String> versions(Collection<Tree.Obj> objects) {
    return objects.stream()
        .map(o -> o.text("metadata", "resourceVersion").orElseThrow())
        .collect(Collectors.toSet());
  }

  private static Kind of(Tree.Obj body, List<Kind> kinds) {
    var kind = body.text("kind").orElseThrow();
    return kinds.stream().filter(k -> k.kind().equals(kind)).findFirst().orElseThrow();
  }

  private static Tree.Obj annotated(Tree.Obj object) {
    return Tree.obj(
        "apiVersion",
        object.at("apiVersion").orElseThrow(),
        "kind",
        object.at("kind").orElseThrow(),
        "metadata",
        Tree.obj(
            "name",
            object.at("metadata", "name").orElseThrow(),
            "namespace",
            object.at("metadata", "namespace").orElseThrow(),
            "annotations",
            Tree.obj("seen", Tree.str("yes"))));
  }

  /// The server's own bytes, fetched by kubectl.
  private Tree plain(String path) {
    return Json.parse(plane.kubectl("", "get", "--raw", path), "");
  }

  private static List<Tree> sorted(List<Tree.Obj> objects) {
    var sorted = new TreeMap<String, Tree>();
    objects.forEach(o -> sorted.put(o.text("metadata", "name").orElseThrow(), o));
    return List.copyOf(sorted.values());
  }

  /// The real server writes numbers anew (1.0 comes back as 1); others in its place need not.
  @Test
  void literalsSurviveAsTheyWereSent(@TempDir Path folder) {
    var spec = "{\"a\":1.0,\"b\":1e3,\"c\":18446744073709551616,\"d\":null,\"e\":-0.50}";
    var body = "{\"kind\":\"Raw\",\"apiVersion\":\"raw.example/v1\",\"spec\":" + spec + "}";
    var sent = new java.util.concurrent.atomic.AtomicReference<String>();
    try (var server =
        new ApiDouble(x -> {
          sent.set(new String(x.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          ApiDouble.json(x, 201, body);
        })) {
      var kind = new Kind(GROUP, "v1", "Raw", "raws", true, java.util.Set.of());
      var cluster = server.open(folder, "{}", new NoPrograms());
      var answer = cluster.create(kind, (Tree.Obj) Json.parse(body, ""), "plumbline", cancel);
      assertThat(sent.get()).isEqualTo(body);
      assertThat(answer.fields("spec").values())
          .map(Tree::toString)
          .containsExactly("1.0", "1e3", "18446744073709551616", "null", "-0.50");
    }
  }
}
