package dev.plumbline.drift.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.merge.RandomConfigs;
import dev.plumbline.model.Tree;
import dev.plumbline.testing.RawApi;
import dev.plumbline.yaml.Yaml;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;

/// The kinds of the fuzz: built-in ones from `seeds.yaml`, custom ones from `kinds.yaml`.
final class FuzzKinds {

  private static final String GROUP = "fuzz.plumbline.test";
  private static final String CRDS = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";

  private final RawApi api;
  private final FuzzKind.Types types;
  private static final AtomicBoolean LATER = new AtomicBoolean();

  FuzzKinds(RawApi api, FuzzKind.Types types) {
    this.api = api;
    this.types = types;
  }

  static List<Tree.Obj> documents(String name) {
    try (var in =
        Objects.requireNonNull(FuzzKinds.class.getResourceAsStream("/drift/fuzz/" + name))) {
      var read = Yaml.read(in.readAllBytes(), name);
      assertThat(read.problems()).isEmpty();
      return read.documents().stream().map(d -> (Tree.Obj) d.body()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<FuzzKind> builtIn() {
    return documents("seeds.yaml").stream().map(this::builtIn).toList();
  }

  private FuzzKind builtIn(Tree.Obj seed) {
    var apiVersion = seed.text("apiVersion").orElseThrow();
    var kind = seed.text("kind").orElseThrow();
    int slash = apiVersion.indexOf('/');
    var plural =
        kind.toLowerCase(Locale.ROOT) + (kind.endsWith("s") ? "es" : kind.endsWith("y") ? "" : "s");
    return new FuzzKind(
        slash < 0 ? "" : apiVersion.substring(0, slash),
        List.of(apiVersion.substring(slash + 1)),
        kind,
        kind.endsWith("y") ? plural.substring(0, plural.length() - 1) + "ies" : plural,
        seed,
        false,
        types.of(apiVersion, kind).orElseThrow().at("status").isPresent(),
        Optional.empty());
  }

  /// Makes the custom kinds known to the server and waits until they are.
  List<FuzzKind> custom() {
    var all = new ArrayList<FuzzKind>();
    for (var given : documents("kinds.yaml").getFirst().items("kinds")) {
      var made = api.send("POST", CRDS, "application/json", definition(given, given.at("spec")));
      assertThat(made.code()).as(made.toString()).isIn(201, 409);
    }
    for (var given : documents("kinds.yaml").getFirst().items("kinds")) {
      var kind = given.text("kind").orElseThrow();
      var versions = versions(given);
      await(() -> types(GROUP + "/" + versions.getLast(), kind));
      var spec =
          types.of(GROUP + "/" + versions.getFirst(), kind).orElseThrow().at("spec").orElseThrow();
      all.add(
          new FuzzKind(
              GROUP,
              versions,
              kind,
              plural(kind),
              Tree.obj(
                  "apiVersion",
                  Tree.str(GROUP + "/" + versions.getFirst()),
                  "kind",
                  Tree.str(kind),
                  "metadata",
                  Tree.obj("labels", Tree.obj("a", Tree.str("b"))),
                  "spec",
                  new RandomConfigs(new Random(kind.hashCode())).value(spec, 0)),
              true,
              hasStatus(given),
              given.at("later")));
    }
    return all;
  }

  private boolean types(String apiVersion, String kind) {
    types.forget();
    return api.get("/openapi/v3/apis/" + apiVersion).code() == 200
        && types.of(apiVersion, kind).isPresent()
        && api.get("/apis/" + apiVersion + "/" + plural(kind)).code() == 200;
  }

  private static String plural(String kind) {
    return kind.toLowerCase(Locale.ROOT) + "s";
  }

  private static boolean hasStatus(Tree given) {
    return given.at("status").filter(Tree.bool(false)::equals).isEmpty();
  }

  private static List<String> versions(Tree given) {
    var listed = given.items("versions").stream().map(v -> ((Tree.Str) v).value()).toList();
    return listed.isEmpty() ? List.of("v1") : listed;
  }

  private static Tree definition(Tree given, Optional<Tree> spec) {
    var kind = given.text("kind").orElseThrow();
    var versions = new ArrayList<Tree>();
    for (var version : versions(given)) {
      versions.add(version(given, version, spec.orElseThrow(), versions.isEmpty()));
    }
    return Tree.obj(
        "apiVersion",
        Tree.str("apiextensions.k8s.io/v1"),
        "kind",
        Tree.str("CustomResourceDefinition"),
        "metadata",
        Tree.obj("name", Tree.str(plural(kind) + "." + GROUP)),
        "spec",
        Tree.obj(
            "group",
            Tree.str(GROUP),
            "scope",
            Tree.str("Namespaced"),
            "names",
            Tree.obj("plural", Tree.str(plural(kind)), "kind", Tree.str(kind)),
            "versions",
            new Tree.Arr(versions)));
  }

  private static Tree version(Tree given, String name, Tree spec, boolean storage) {
    var specified = new LinkedHashMap<String, Tree>();
    specified.put("type", Tree.str("object"));
    given.at("keeps").ifPresent(k -> specified.put("x-kubernetes-preserve-unknown-fields", k));
    specified.put("properties", spec);
    var status =
        Tree.obj(
            "type", Tree.str("object"), "x-kubernetes-preserve-unknown-fields", Tree.bool(true));
    var schema =
        Tree.obj(
            "type",
            Tree.str("object"),
            "properties",
            Tree.obj("spec", new Tree.Obj(specified), "status", status));
    var version =
        Tree.obj(
            "name",
            Tree.str(name),
            "served",
            Tree.bool(true),
            "storage",
            Tree.bool(storage),
            "schema",
            Tree.obj("openAPIV3Schema", schema));
    return hasStatus(given)
        ? version.with("subresources", Tree.obj("status", Tree.Obj.EMPTY))
        : version;
  }

  /// Changes the definitions that have two shapes to the other one, and waits until the server
  /// works by it.
  void flip(List<FuzzKind> kinds, String namespace) {
    boolean later = !LATER.get();
    LATER.set(later);
    for (var given : documents("kinds.yaml").getFirst().items("kinds")) {
      if (given.at("later").isEmpty()) {
        continue;
      }
      var kind =
          kinds.stream()
              .filter(k -> given.text("kind").orElse("").equals(k.kind()))
              .findFirst()
              .orElseThrow();
      var before = probe(kind, namespace);
      var path = CRDS + "/" + plural(kind.kind()) + "." + GROUP;
      var spec = later ? given.at("later") : given.at("spec");
      api.send("PATCH", path, "application/merge-patch+json", definition(given, spec)).ok();
      await(() -> !probe(kind, namespace).equals(before));
    }
    types.forget();
  }

  /// What the server makes of a new object, and what it publishes.
  private List<Object> probe(FuzzKind kind, String namespace) {
    var full =
        kind.seed()
            .with("metadata", Tree.obj("name", Tree.str("probe")))
            .with("spec", probe(kind.kind()));
    var answer =
        api.send(
            "PATCH",
            kind.path(kind.apiVersion(), namespace, "probe")
                + "?fieldManager=probe&force=true&dryRun=All",
            "application/apply-patch+yaml",
            full);
    var published = api.get("/openapi/v3/apis/" + kind.apiVersion()).ok();
    return List.of(
        answer.ok().at("spec"),
        answer.ok().items("metadata", "managedFields").getFirst().at("fieldsV1"),
        published.hashCode());
  }

  private static Tree probe(String kind) {
    return kind.equals("Shifter")
        ? Tree.obj("items", Tree.arr(Tree.obj("name", Tree.str("a"))))
        : Tree.obj("a", Tree.obj("x", Tree.str("y")));
  }

  private static void await(java.util.function.BooleanSupplier done) {
    for (int i = 0; i < 400; i++) {
      if (done.getAsBoolean()) {
        return;
      }
      try {
        Thread.sleep(25);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
    throw new AssertionError("the definition did not become known");
  }
}
