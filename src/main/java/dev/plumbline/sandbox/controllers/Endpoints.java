package dev.plumbline.sandbox.controllers;

import static dev.plumbline.sandbox.controllers.Work.name;

import dev.plumbline.model.Tree;
import dev.plumbline.sandbox.kinds.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Services with a selector have an EndpointSlice (and, as long as clusters have them, Endpoints)
/// with the addresses of their pods.
final class Endpoints {

  private static final String SERVICE = "kubernetes.io/service-name";
  private static final String BY = "endpointslice.kubernetes.io/managed-by";

  private final Work work;
  private final Kind services;
  private final Kind pods;
  private final Kind slices;
  private final Kind endpoints;

  Endpoints(Work work) {
    this.work = work;
    this.services = work.kind("", "Service");
    this.pods = work.kind("", "Pod");
    this.slices = work.kind("discovery.k8s.io", "EndpointSlice");
    this.endpoints = work.kind("", "Endpoints");
  }

  void reconcile(String namespace, String name) {
    var found = work.hands.get(services, namespace, name);
    if (found.isEmpty() || found.get().fields("spec", "selector").isEmpty()) {
      return;
    }
    var service = found.get();
    slice(service);
    classic(service);
  }

  private List<Tree.Obj> behind(Tree.Obj service) {
    var selector = service.fields("spec", "selector");
    var found = new ArrayList<Tree.Obj>();
    for (var entry : work.hands.list(pods, Work.namespace(service))) {
      if (Work.matches(selector, entry)) {
        var pod = entry.body();
        if (pod.text("status", "podIP").isPresent() && !Work.deleted(pod)) {
          found.add(pod);
        }
      }
    }
    return found;
  }

  private void slice(Tree.Obj service) {
    var list = new ArrayList<Tree>();
    for (var pod : behind(service)) {
      boolean ready = Work.ready(pod);
      list.add(
          Tree.obj(
              "addresses",
              Tree.arr(Tree.str(pod.text("status", "podIP").orElse(""))),
              "conditions",
              Tree.obj(
                  "ready",
                  Tree.bool(ready),
                  "serving",
                  Tree.bool(ready),
                  "terminating",
                  Tree.bool(false)),
              "nodeName",
              Tree.str(Pods.NODE),
              "targetRef",
              reference(pod)));
    }
    var content =
        Tree.obj(
            "addressType",
            Tree.str("IPv4"),
            "endpoints",
            new Tree.Arr(list),
            "ports",
            ports(service, behind(service)));
    var owned = work.owned(slices, service).stream().findFirst();
    if (owned.isPresent()) {
      put(slices, owned, content);
      return;
    }
    Map<String, Tree> labels = new LinkedHashMap<>();
    labels.put(SERVICE, Tree.str(name(service)));
    labels.put(BY, Tree.str("endpointslice-controller.k8s.io"));
    var metadata = Work.metadata(service, "generateName", name(service) + "-", labels);
    work.hands.create(
        slices, Work.namespace(service), content.with("metadata", metadata), Work.MANAGER);
  }

  private void classic(Tree.Obj service) {
    var ready = new ArrayList<Tree>();
    var waiting = new ArrayList<Tree>();
    for (var pod : behind(service)) {
      var address =
          Tree.obj(
              "ip",
              Tree.str(pod.text("status", "podIP").orElse("")),
              "nodeName",
              Tree.str(Pods.NODE),
              "targetRef",
              reference(pod));
      (Work.ready(pod) ? ready : waiting).add(address);
    }
    var subset = Tree.Obj.EMPTY;
    subset = ready.isEmpty() ? subset : subset.with("addresses", new Tree.Arr(ready));
    subset = waiting.isEmpty() ? subset : subset.with("notReadyAddresses", new Tree.Arr(waiting));
    var subsets =
        subset.fields().isEmpty()
            ? Tree.Arr.EMPTY
            : Tree.arr(subset.with("ports", ports(service, behind(service))));
    var content = Tree.obj("subsets", subsets);
    var there = work.hands.get(endpoints, Work.namespace(service), name(service));
    if (there.isPresent()) {
      put(endpoints, there, content);
      return;
    }
    var metadata =
        Tree.obj(
            "name",
            Tree.str(name(service)),
            "labels",
            Tree.obj("endpoints.kubernetes.io/managed-by", Tree.str("endpoint-controller")));
    work.hands.create(
        endpoints, Work.namespace(service), content.with("metadata", metadata), Work.MANAGER);
  }

  private void put(Kind kind, Optional<Tree.Obj> object, Tree.Obj content) {
    object.ifPresent(o ->
        work.change(
            kind,
            o,
            live -> {
              var next = live;
              for (var field : content.fields().entrySet()) {
                next = next.with(field.getKey(), field.getValue());
              }
              return next;
            }));
  }

  private static Tree reference(Tree pod) {
    return Tree.obj(
        "kind",
        Tree.str("Pod"),
        "namespace",
        Tree.str(Work.namespace(pod)),
        "name",
        Tree.str(name(pod)),
        "uid",
        Tree.str(Work.uid(pod)));
  }

  private static Tree ports(Tree.Obj service, List<Tree.Obj> pods) {
    var list = new ArrayList<Tree>();
    for (var port : service.items("spec", "ports")) {
      var target = port.at("targetPort").orElse(Tree.Null.VALUE);
      var number =
          target instanceof Tree.Str(String name) ? named(pods, name) : Optional.of(target);
      if (number.isPresent()) {
        list.add(
            Tree.obj(
                "name",
                port.at("name").orElse(Tree.str("")),
                "port",
                number.get(),
                "protocol",
                port.at("protocol").orElse(Tree.str("TCP"))));
      }
    }
    return new Tree.Arr(list);
  }

  private static Optional<Tree> named(List<Tree.Obj> pods, String name) {
    return pods.stream()
        .flatMap(p -> p.items("spec", "containers").stream())
        .flatMap(c -> c.items("ports").stream())
        .filter(p -> p.text("name").filter(name::equals).isPresent())
        .flatMap(p -> p.at("containerPort").stream())
        .findFirst();
  }
}
