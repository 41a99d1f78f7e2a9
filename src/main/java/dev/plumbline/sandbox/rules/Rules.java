package dev.plumbline.sandbox.rules;

import dev.plumbline.model.Path;
import dev.plumbline.model.Tree;
import dev.plumbline.sandbox.kinds.Kind;
import dev.plumbline.schema.FieldError;
import dev.plumbline.schema.FieldSet;
import dev.plumbline.schema.Quantities;
import dev.plumbline.schema.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/// The rules of all kinds, asked by kind.
public final class Rules {

  private static final FieldSet STATUS = FieldSet.ofPaths(Path.of("status"));
  private static final FieldSet SPEC = FieldSet.ofPaths(Path.of("spec"));

  /// Kinds whose generation is counted although they have no status of their own.
  private static final Set<String> COUNTED =
      Set.of(
          "NetworkPolicy.networking.k8s.io",
          "IngressClass.networking.k8s.io",
          "EndpointSlice.discovery.k8s.io");

  /// Kinds with a status whose generation is not counted.
  private static final Set<String> UNCOUNTED =
      Set.of(
          "Namespace",
          "Node",
          "PersistentVolume",
          "PersistentVolumeClaim",
          "ResourceQuota",
          "Service");

  private static final Set<String> WRITTEN_ANYWAY =
      Set.of(
          "rules", "endpoints", "conditions", "names", "status", "acceptedNames", "storedVersions");

  private static final Map<String, Map<String, List<String>>> SELECTABLE =
      Map.of(
          "Event",
          Map.of(
              "involvedObject.kind", List.of("involvedObject", "kind"),
              "involvedObject.namespace", List.of("involvedObject", "namespace"),
              "involvedObject.name", List.of("involvedObject", "name"),
              "involvedObject.uid", List.of("involvedObject", "uid"),
              "involvedObject.apiVersion", List.of("involvedObject", "apiVersion"),
              "involvedObject.resourceVersion", List.of("involvedObject", "resourceVersion"),
              "involvedObject.fieldPath", List.of("involvedObject", "fieldPath"),
              "reason", List.of("reason"),
              "type", List.of("type"),
              "source", List.of("source", "component")),
          "Pod",
          Map.of(
              "spec.nodeName", List.of("spec", "nodeName"),
              "spec.restartPolicy", List.of("spec", "restartPolicy"),
              "spec.schedulerName", List.of("spec", "schedulerName"),
              "spec.serviceAccountName", List.of("spec", "serviceAccountName"),
              "status.phase", List.of("status", "phase"),
              "status.podIP", List.of("status", "podIP"),
              "status.nominatedNodeName", List.of("status", "nominatedNodeName")),
          "Namespace",
          Map.of("status.phase", List.of("status", "phase")),
          "Secret",
          Map.of("type", List.of("type")),
          "Service",
          Map.of(
              "spec.clusterIP", List.of("spec", "clusterIP"), "spec.type", List.of("spec", "type")),
          "Node",
          Map.of("spec.unschedulable", List.of("spec", "unschedulable")),
          "ReplicaSet.apps",
          Map.of("status.replicas", List.of("status", "replicas")),
          "Job.batch",
          Map.of("status.successful", List.of("status", "succeeded")));

  private final Addresses addresses = new Addresses();

  /// What the server adds to an object of a built-in kind when it decodes it.
  public Tree.Obj defaults(Kind kind, Type type, Tree.Obj object) {
    var set =
        KindDefaults.TABLE.getOrDefault(kind.kindName(), UnaryOperator.identity()).apply(object);
    return Quantities.canonical(type, set) instanceof Tree.Obj exact ? exact : set;
  }

  /// A new object as it is first stored: fields that only the server sets.
  public Tree.Obj begin(Kind kind, Tree.Obj object) {
    var begun = kind.sub("status").isPresent() ? object.without("status") : object;
    if (counted(kind)) {
      begun =
          begun.with("metadata", Edit.part(begun, "metadata").with("generation", Tree.Num.of(1)));
    }
    begun = Beginnings.TABLE.getOrDefault(kind.kindName(), UnaryOperator.identity()).apply(begun);
    return kind.kindName().equals("Service")
        ? begun.with("spec", addresses.allocate(Edit.part(begun, "spec")))
        : begun;
  }

  /// A changed object as it is stored: what the writer could not change is as it was, the
  /// generation counts changes of what is wanted.
  public Tree.Obj carry(Kind kind, String subresource, Tree.Obj live, Tree.Obj next) {
    Tree.Obj carried;
    if (subresource.equals("status")) {
      var managed = next.at("metadata", "managedFields");
      var metadata = Edit.part(live, "metadata").without("managedFields");
      carried =
          same(
              live.with(
                  "metadata", managed.map(m -> metadata.with("managedFields", m)).orElse(metadata)),
              next,
              "status");
    } else if (kind.sub("status").isPresent()) {
      carried = same(next, live, "status");
    } else {
      carried = next;
    }
    carried = Carried.over(kind, subresource, live, carried);
    if (kind.kindName().equals("Service") && subresource.isEmpty()) {
      carried = carried.with("spec", addresses.allocate(Edit.part(carried, "spec")));
    }
    boolean wanted = counted(kind) && !wanted(kind, live).equals(wanted(kind, carried));
    if (wanted) {
      var generation = live.at("metadata", "generation").orElse(Tree.Num.of(0));
      long count = generation instanceof Tree.Num n ? n.value().longValue() : 0;
      carried =
          carried.with(
              "metadata",
              Edit.part(carried, "metadata").with("generation", Tree.Num.of(count + 1)));
    }
    return carried;
  }

  private static Tree.Obj same(Tree.Obj object, Tree.Obj as, String field) {
    return as.get(field).map(v -> object.with(field, v)).orElseGet(() -> object.without(field));
  }

  private static Tree.Obj wanted(Kind kind, Tree.Obj object) {
    var bare = object.without("metadata");
    return kind.sub("status").isPresent() ? bare.without("status") : bare;
  }

  private static boolean counted(Kind kind) {
    boolean status = kind.sub("status").isPresent();
    return COUNTED.contains(kind.kindName())
        || (status && !UNCOUNTED.contains(kind.kindName()))
        || (kind.group().contains(".") && !kind.group().endsWith(".k8s.io"));
  }

  /// The fields of which a writer never becomes the owner.
  public FieldSet ignored(Kind kind, String subresource) {
    if (subresource.equals("status")) {
      return SPEC;
    }
    return kind.sub("status").isPresent() ? STATUS : FieldSet.EMPTY;
  }

  /// What may not change in an object.
  ///
  /// @param live as it is now
  public List<FieldError> frozen(Kind kind, Tree.Obj live, Tree.Obj next) {
    return Immutable.errors(kind, live, next);
  }

  /// Whether what OpenAPI has against a built-in object is also what the server's code has: it
  /// calls fields required that the server then writes itself, lists keyed that may repeat a key.
  ///
  /// @param found what the code has against the object: it says the same in its own words
  public boolean holds(Kind kind, FieldError error, List<FieldError> found) {
    if (error.reason().equals("FieldValueTypeInvalid")
        || error.reason().equals("FieldValueDuplicate")
        || error.field().startsWith("status")
        || (kind.kindName().equals("DaemonSet.apps") && error.field().equals("spec.selector"))) {
      return false;
    }
    var last = error.field().substring(error.field().lastIndexOf('.') + 1);
    return !WRITTEN_ANYWAY.contains(last)
        && found.stream().noneMatch(f -> within(error.field(), f.field()));
  }

  private static boolean within(String field, String other) {
    return field.startsWith(other)
        && (field.length() == other.length() || ".[".indexOf(field.charAt(other.length())) >= 0);
  }

  /// The values of an object that field selectors may ask for.
  public Map<String, String> fields(Kind kind, Tree.Obj object) {
    var fields = new LinkedHashMap<String, String>();
    SELECTABLE
        .getOrDefault(kind.kindName(), Map.of())
        .forEach((name, path) -> {
          var value = object.at(path.toArray(String[]::new)).orElse(Tree.str(""));
          fields.put(
              name,
              switch (value) {
                case Tree.Str(String text) -> text;
                case Tree.Num(String literal) -> literal;
                case Tree.Bool(boolean yes) -> Boolean.toString(yes);
                default -> "";
              });
        });
    return fields;
  }

  /// The fields of a kind that selectors may ask for, beside name and namespace.
  public Set<String> selectable(Kind kind) {
    return SELECTABLE.getOrDefault(kind.kindName(), Map.of()).keySet();
  }
}
