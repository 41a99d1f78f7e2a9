package dev.plumbline.drift.fuzz;

import dev.plumbline.drift.Certainty;
import dev.plumbline.drift.Comparison;
import dev.plumbline.drift.ResourceDrift;
import dev.plumbline.model.Manifest;
import dev.plumbline.model.Origin;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.Secrets;
import dev.plumbline.model.Tree;
import dev.plumbline.testing.ControlPlane;
import dev.plumbline.testing.RawApi;
import dev.plumbline.yaml.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A program that measures how much of a real repository is decided without a request: it applies
/// the objects of rendered files to a real server, twice, and judges each by itself and by a
/// dry-run.
///
/// ```
/// java -cp … dev.plumbline.drift.fuzz.MeasureCertainty NAMESPACE FILE.yaml
/// ```
final class MeasureCertainty {

  private static final List<String> FIRST =
      List.of("Namespace", "CustomResourceDefinition", "PriorityClass", "StorageClass");

  private final RawApi api;
  private final FuzzKind.Types types;
  private final String namespace;
  private final Map<String, Map<String, Tree>> discovery = new TreeMap<>();

  private MeasureCertainty(RawApi api, String namespace) {
    this.api = api;
    this.namespace = namespace;
    types = new FuzzKind.Types(api);
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    var api = RawApi.of(ControlPlane.shared());
    new MeasureCertainty(api, arguments[0]).measure(Path.of(arguments[1]));
    System.exit(0);
  }

  private void measure(Path file) throws IOException, InterruptedException {
    for (var needed : new String[] {namespace, "kube-system"}) {
      api.send(
          "POST",
          "/api/v1/namespaces",
          "application/json",
          Tree.obj("metadata", Tree.obj("name", Tree.str(needed))));
    }
    var objects = new ArrayList<Tree.Obj>();
    for (var document : Yaml.read(Files.readAllBytes(file), file.toString()).documents()) {
      flatten(document.body(), objects);
    }
    for (int round = 0; round < 3; round++) {
      for (boolean first : new boolean[] {true, false}) {
        for (var object : objects) {
          if (FIRST.contains(object.text("kind").orElse("")) == first) {
            apply(object, round == 2);
          }
        }
        Thread.sleep(first ? 3000 : 500);
        discovery.clear();
        types.forget();
      }
    }
    judge(objects);
  }

  private static void flatten(Tree body, List<Tree.Obj> objects) {
    if (body.text("kind").orElse("").endsWith("List") && !body.items("items").isEmpty()) {
      body.items("items").forEach(i -> flatten(i, objects));
    } else if (body instanceof Tree.Obj object) {
      objects.add(object);
    }
  }

  private Optional<String> path(Tree.Obj object) {
    var version = object.text("apiVersion").orElse("");
    var base = (version.contains("/") ? "/apis/" : "/api/") + version;
    var served =
        discovery.computeIfAbsent(
            base,
            b -> {
              var all = new TreeMap<String, Tree>();
              for (var r : api.get(b).body().items("resources")) {
                if (!r.text("name").orElse("").contains("/")) {
                  all.put(r.text("kind").orElse(""), r);
                }
              }
              return all;
            });
    return Optional.ofNullable(served.get(object.text("kind").orElse("")))
        .map(r -> {
          boolean inside = r.at("namespaced").filter(Tree.bool(true)::equals).isPresent();
          return base
              + (inside ? "/namespaces/" + object.text("metadata", "namespace").orElse("") : "")
              + "/"
              + r.text("name").orElse("")
              + "/"
              + object.text("metadata", "name").orElse("");
        });
  }

  private Tree.Obj settled(Tree.Obj object) {
    var meta = (Tree.Obj) object.get("metadata").orElseThrow();
    return meta.get("namespace").isPresent()
        ? object
        : object.with("metadata", meta.with("namespace", Tree.str(namespace)));
  }

  private static Tree.Obj sent(Tree.Obj object, String path) {
    return path.contains("/namespaces/") && !object.text("kind").orElse("").equals("Namespace")
        ? object
        : object.with(
            "metadata", ((Tree.Obj) object.get("metadata").orElseThrow()).without("namespace"));
  }

  private RawApi.Answer dry(String path, Tree.Obj sent, boolean dry) {
    return api.send(
        "PATCH",
        path + "?force=true&fieldManager=plumbline" + (dry ? "&dryRun=All" : ""),
        "application/apply-patch+yaml",
        sent);
  }

  private void apply(Tree.Obj given, boolean last) {
    var object = settled(given);
    var path = path(object);
    if (path.isEmpty()) {
      if (last) {
        System.out.println("not served: " + ResourceRef.of(object));
      }
      return;
    }
    var answer = dry(path.get(), sent(object, path.get()), false);
    if (last && answer.code() >= 300) {
      System.out.println(
          "refused: " + ResourceRef.of(object) + " " + answer.body().text("message").orElse(""));
    }
  }

  private void judge(List<Tree.Obj> objects) {
    int certain = 0;
    int same = 0;
    int differing = 0;
    int wrong = 0;
    int refused = 0;
    var asked = new TreeMap<String, Integer>();
    long nanos = 0;
    for (var given : objects) {
      var object = settled(given);
      var path = path(object);
      if (path.isEmpty()) {
        continue;
      }
      var sent = sent(object, path.get());
      while (true) {
        var live = api.get(path.get()).body();
        var answer = dry(path.get(), sent, true);
        if (answer.code() >= 300) {
          refused++;
          break;
        }
        if (!live.at("metadata", "resourceVersion")
            .equals(answer.body().at("metadata", "resourceVersion"))) {
          continue;
        }
        var manifest = new Manifest(ResourceRef.of(sent), Secrets.hide(sent), Origin.file("x"));
        var server = Comparison.of(manifest, live, answer.body(), "plumbline");
        var type = types.of(sent.text("apiVersion").orElse(""), sent.text("kind").orElse(""));
        var hidden = Secrets.hide(live);
        long start = System.nanoTime();
        var ours = Certainty.of(type, hidden, manifest, "plumbline");
        nanos += System.nanoTime() - start;
        boolean inSync = server instanceof ResourceDrift.InSync;
        same += inSync ? 1 : 0;
        differing += inSync ? 0 : 1;
        switch (ours) {
          case Certainty.Equal e -> {
            certain++;
            wrong += inSync ? 0 : 1;
          }
          case Certainty.Ask(String why) -> {
            asked.merge(why + " (" + sent.text("kind").orElse("") + ")", 1, Integer::sum);
            if (inSync) {
              System.out.println("asked, in sync: " + manifest.ref() + ": " + why);
            }
          }
        }
        if (!inSync) {
          System.out.println("differs: " + manifest.ref() + " " + server.fields());
        }
        break;
      }
    }
    System.out.printf(
        "%d objects: certain %d (%d %% of all), in sync %d, differing %d, refused %d, WRONG %d; %d ms; asked %s%n",
        objects.size(),
        certain,
        certain * 100 / Math.max(1, objects.size()),
        same,
        differing,
        refused,
        wrong,
        nanos / 1_000_000,
        asked);
  }
}
