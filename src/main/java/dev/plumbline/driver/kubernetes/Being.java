package dev.plumbline.driver.kubernetes;

import dev.plumbline.cluster.Kind;
import dev.plumbline.health.Diagnosis;
import dev.plumbline.model.Health;
import dev.plumbline.model.Owned;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.Tree;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What is kept of a live object to show how it is and who owns it: a hundredth of its tree.
///
/// @param owners UIDs of its owners, the one that controls it first
record Being(
    ResourceRef ref,
    String uid,
    List<String> owners,
    Health health,
    String word,
    List<String> containers,
    Optional<Instant> created) {

  private static final Set<String> NEVER_JUDGED = Set.of("managedFields", "annotations", "labels");

  static Being of(Tree.Obj object) {
    return of(object, ResourceRef.of(object));
  }

  /// As [#of(Tree.Obj)], without texts of its own for what all objects of a kind share.
  static Being of(Tree.Obj object, Kind kind) {
    var ref = ResourceRef.of(object);
    return of(
        object,
        new ResourceRef(kind.group(), kind.version(), kind.kind(), ref.namespace(), ref.name()));
  }

  private static Being of(Tree.Obj object, ResourceRef ref) {
    return new Being(
        ref,
        object.text("metadata", "uid").orElse(""),
        owners(object),
        Diagnosis.of(object),
        Diagnosis.word(object),
        isPod(object) ? containers(object) : List.of(),
        object.text("metadata", "creationTimestamp").flatMap(Being::instant));
  }

  /// The object without the parts that tell nothing about it here: of a Pod's spec only the names
  /// of containers are kept, of others all but templates.
  static Tree.Obj core(Tree.Obj object) {
    var core = new LinkedHashMap<>(object.fields());
    if (core.get("metadata") instanceof Tree.Obj metadata) {
      core.put("metadata", without(metadata, NEVER_JUDGED));
    }
    if (core.get("spec") instanceof Tree.Obj spec) {
      core.put(
          "spec",
          isPod(object)
              ? podCore(spec)
              : without(spec, Set.of("template", "jobTemplate", "selector")));
    }
    core.remove("data");
    return new Tree.Obj(core);
  }

  /// As a screen is told of it.
  Owned owned(ResourceRef owner) {
    return new Owned(ref, uid, owner, health, word, containers, created);
  }

  private static Tree.Obj podCore(Tree.Obj spec) {
    var core = new LinkedHashMap<String, Tree>();
    spec.get("restartPolicy").ifPresent(p -> core.put("restartPolicy", p));
    for (var list : List.of("initContainers", "containers")) {
      var names = new ArrayList<Tree>();
      for (var container : spec.items(list)) {
        var kept = new LinkedHashMap<String, Tree>();
        container.at("name").ifPresent(n -> kept.put("name", n));
        container.at("restartPolicy").ifPresent(p -> kept.put("restartPolicy", p));
        names.add(new Tree.Obj(kept));
      }
      core.put(list, new Tree.Arr(names));
    }
    return new Tree.Obj(core);
  }

  private static Tree.Obj without(Tree.Obj object, Set<String> keys) {
    var fewer = new LinkedHashMap<>(object.fields());
    fewer.keySet().removeAll(keys);
    return new Tree.Obj(fewer);
  }

  private static List<String> owners(Tree.Obj object) {
    var owners = new ArrayList<String>();
    for (var owner : object.items("metadata", "ownerReferences")) {
      var uid = owner.text("uid").orElse("");
      boolean controls = owner.at("controller").filter(Tree.bool(true)::equals).isPresent();
      if (controls) {
        owners.addFirst(uid);
      } else {
        owners.add(uid);
      }
    }
    return List.copyOf(owners);
  }

  private static boolean isPod(Tree.Obj object) {
    var ref = ResourceRef.of(object);
    return ref.group().isEmpty() && ref.kind().equals("Pod");
  }

  private static List<String> containers(Tree.Obj pod) {
    return Stream.of("initContainers", "containers")
        .flatMap(list -> pod.items("spec", list).stream())
        .flatMap(c -> c.text("name").stream())
        .toList();
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
