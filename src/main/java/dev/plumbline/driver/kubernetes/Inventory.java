package dev.plumbline.driver.kubernetes;

import dev.plumbline.cluster.Cluster;
import dev.plumbline.cluster.Kind;
import dev.plumbline.model.Cancel;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.Tree;
import dev.plumbline.yaml.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/// What an environment applied: references and UIDs in a ConfigMap of its namespace, so that two
/// desktops agree on what is ours. Written with the resourceVersion that was read; a change in
/// between is read again and merged.
final class Inventory {

  private static final String MEMBERS = "members.json.gz";
  private static final String ENVIRONMENT = "plumbline.dev/environment";
  private static final String LABEL = "plumbline.dev/inventory";
  private static final int TRIES = 5;
  private static final int NAME_LIMIT = 63;

  /// One object that we applied.
  ///
  /// @param uid its UID; empty for one that we were about to create when we were last heard of
  record Member(ResourceRef ref, String uid) {}

  private final Cluster cluster;
  private final String namespace;
  private final String environment;
  private final String name;

  Inventory(Cluster cluster, String namespace, String environment) {
    this.cluster = cluster;
    this.namespace = namespace;
    this.environment = environment;
    this.name = nameOf(environment);
  }

  /// What tells members apart, whatever version they are spoken of in.
  static String identity(ResourceRef ref) {
    return String.join("|", ref.group(), ref.kind(), ref.namespace(), ref.name());
  }

  /// The namespace in which it stands, and that of objects that name none.
  String namespace() {
    return namespace;
  }

  /// `plumbline-` and the environment's name, with a hash when the name had to be bent to be one of
  /// Kubernetes.
  static String nameOf(String environment) {
    var bent = environment.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    if (bent.equals(environment)
        && !bent.startsWith("-")
        && !bent.endsWith("-")
        && bent.length() <= NAME_LIMIT - 10) {
      return "plumbline-" + bent;
    }
    var trimmed =
        bent.substring(0, Math.min(bent.length(), NAME_LIMIT - 19)).replaceAll("^-+|-+$", "");
    return "plumbline-" + trimmed + "-" + hash(environment);
  }

  private static String hash(String text) {
    try {
      var digest = java.security.MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)), 0, 4);
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /// What is in it; empty when it does not exist yet. Throws when it may not be read or is not
  /// ours.
  List<Member> read(Cancel cancel) {
    return cluster.get(kind(cancel), namespace, name, cancel).map(this::members).orElse(List.of());
  }

  /// As [#read(Cancel)], from where live objects are read.
  List<Member> read(Live live, Cancel cancel) {
    return live.get(kind(cancel), namespace, name, cancel)
        .map(Seen::tree)
        .map(this::members)
        .orElse(List.of());
  }

  /// Changes it. `NotFound` when its namespace does not exist.
  void update(UnaryOperator<List<Member>> change, Cancel cancel) {
    var kind = kind(cancel);
    for (int i = 1; ; i++) {
      var before = cluster.get(kind, namespace, name, cancel);
      var members = change.apply(before.map(this::members).orElse(List.of()));
      try {
        if (before.isEmpty()) {
          cluster.create(kind, body(members, Optional.empty()), OneObject.MANAGER, cancel);
        } else if (!before.map(this::members).orElse(List.of()).equals(members)) {
          cluster.replace(
              kind,
              body(members, before.get().text("metadata", "resourceVersion")),
              OneObject.MANAGER,
              cancel);
        }
        return;
      } catch (ProblemException e) {
        if (!(e.problem() instanceof Problem.Conflict) || i == TRIES) {
          throw e;
        }
      }
    }
  }

  private Kind kind(Cancel cancel) {
    return cluster
        .kind("", "v1", "ConfigMap", cancel)
        .orElseThrow(() ->
            new ProblemException(
                new Problem.Unexpected(
                    "The cluster serves no ConfigMaps", cluster.server(), "", "")));
  }

  private Tree.Obj body(List<Member> members, Optional<String> resourceVersion) {
    var meta =
        Tree.obj(
            "name", Tree.str(name),
            "namespace", Tree.str(namespace),
            "labels", Tree.obj(LABEL, Tree.str("true")),
            "annotations", Tree.obj(ENVIRONMENT, Tree.str(environment)));
    if (resourceVersion.isPresent()) {
      meta = meta.with("resourceVersion", Tree.str(resourceVersion.get()));
    }
    return Tree.obj(
        "apiVersion", Tree.str("v1"),
        "kind", Tree.str("ConfigMap"),
        "metadata", meta,
        "binaryData", Tree.obj(MEMBERS, Tree.str(pack(members))));
  }

  private List<Member> members(Tree.Obj object) {
    if (!object.text("metadata", "annotations", ENVIRONMENT).equals(Optional.of(environment))) {
      throw new ProblemException(
          new Problem.Conflict(
              "ConfigMap " + namespace + "/" + name + " is not the inventory of " + environment,
              "ConfigMap " + namespace + "/" + name,
              "Rename it, or give the environment another namespace",
              ""));
    }
    var packed = object.text("binaryData", MEMBERS);
    return packed.isEmpty() ? List.of() : unpack(packed.get());
  }

  private static String pack(List<Member> members) {
    var items = new ArrayList<Tree>();
    for (var m : members) {
      items.add(
          Tree.obj(
              "group", Tree.str(m.ref().group()),
              "version", Tree.str(m.ref().version()),
              "kind", Tree.str(m.ref().kind()),
              "namespace", Tree.str(m.ref().namespace()),
              "name", Tree.str(m.ref().name()),
              "uid", Tree.str(m.uid())));
    }
    var bytes = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(bytes)) {
      zip.write(Json.compact(new Tree.Arr(items)).getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException("memory does not fail", e);
    }
    return Base64.getEncoder().encodeToString(bytes.toByteArray());
  }

  private List<Member> unpack(String packed) {
    try (var zip =
        new GZIPInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(packed)))) {
      var tree = Json.parse(zip.readAllBytes(), "ConfigMap " + namespace + "/" + name);
      return tree.items().stream()
          .map(t ->
              new Member(
                  new ResourceRef(
                      t.text("group").orElse(""),
                      t.text("version").orElse(""),
                      t.text("kind").orElse(""),
                      t.text("namespace").orElse(""),
                      t.text("name").orElse("")),
                  t.text("uid").orElse("")))
          .toList();
    } catch (IOException | IllegalArgumentException e) {
      throw new ProblemException(
          new Problem.Invalid(
              "The inventory of " + environment + " cannot be read",
              "ConfigMap " + namespace + "/" + name,
              "Delete it if nothing of it is needed: the next sync writes a new one",
              String.valueOf(e.getMessage())),
          e);
    }
  }
}
