package dev.plumbline.sandbox.api;

import dev.plumbline.model.Tree;
import dev.plumbline.sandbox.kinds.Kind;
import dev.plumbline.sandbox.store.Key;
import dev.plumbline.sandbox.store.Store;
import java.util.Set;

/// Where objects may be: the admission plugin NamespaceLifecycle, and the definitions of kinds,
/// whose objects appear and vanish with them.
final class Admission {

  private static final Set<String> KEPT = Set.of("default", "kube-system", "kube-public");

  private static final String DEFINITION = "CustomResourceDefinition.apiextensions.k8s.io";

  private final Store store;
  private final Kind namespaces;

  Admission(Store store, Kind namespaces) {
    this.store = store;
    this.namespaces = namespaces;
  }

  void create(Kind kind, Tree.Obj object) {
    if (!kind.namespaced()) {
      return;
    }
    var name = object.text("metadata", "namespace").orElse("");
    var namespace =
        store
            .get(new Key(namespaces.name(), "", name))
            .orElseThrow(() -> Failure.notFound(namespaces, name));
    if (namespace.body().at("metadata", "deletionTimestamp").isPresent()) {
      throw Failure.terminating(kind, object.text("metadata", "name").orElse(""), name);
    }
    if (kind.kindName().equals("Pod")) {
      pod(kind, name, object);
    }
  }

  /// What a Pod names must be there. The ServiceAccount `default` is: a controller makes it.
  private void pod(Kind pods, String namespace, Tree.Obj pod) {
    var name = pod.text("metadata", "name").orElse("");
    var account = pod.text("spec", "serviceAccountName").orElse("default");
    if (!account.equals("default")
        && store.get(new Key("serviceaccounts", namespace, account)).isEmpty()) {
      throw Failure.forbidden(
          pods,
          name,
          "error looking up service account "
              + namespace
              + "/"
              + account
              + ": serviceaccount \""
              + account
              + "\" not found");
    }
    var priority = pod.text("spec", "priorityClassName").orElse("");
    if (!priority.isEmpty() && !priority.startsWith("system-")) {
      throw Failure.forbidden(pods, name, "no PriorityClass with name " + priority + " was found");
    }
    var runtime = pod.text("spec", "runtimeClassName").orElse("");
    if (!runtime.isEmpty()) {
      throw Failure.forbidden(
          pods, name, "pod rejected: RuntimeClass \"" + runtime + "\" not found");
    }
  }

  void delete(Kind kind, String name) {
    if (kind.equals(namespaces) && KEPT.contains(name)) {
      throw Failure.forbidden(kind, name, "this namespace may not be deleted");
    }
    if (kind.kindName().equals(DEFINITION)) {
      held(name);
    }
  }

  /// A definition goes with its objects: a real server lets it wait for their finalizers.
  private void held(String definition) {
    for (var entry : store.list(definition, "")) {
      if (!entry.body().items("metadata", "finalizers").isEmpty()) {
        throw Failure.notPlayed("the deletion of a definition whose objects have finalizers");
      }
    }
  }

  /// What goes with an object that is gone.
  void removed(Kind kind, Tree.Obj last) {
    if (kind.kindName().equals(DEFINITION)) {
      var resource = last.text("metadata", "name").orElse("");
      for (var entry : store.list(resource, "")) {
        store.remove(entry.key(), version -> Writes.versioned(entry.body(), version));
      }
      store.drop(resource);
    }
  }
}
