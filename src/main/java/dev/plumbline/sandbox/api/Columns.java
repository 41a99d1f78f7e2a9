package dev.plumbline.sandbox.api;

import dev.plumbline.model.Tree;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The columns of built-in kinds, as `pkg/printers/internalversion` of Kubernetes 1.37 fills them.
final class Columns {

  private static final String NONE = "<none>";

  /// By the kind with its group.
  static final Map<String, List<Column>> TABLE =
      Map.ofEntries(
          Map.entry(
              "ConfigMap", List.of(Column.named(), data("data", "binaryData"), Column.aged())),
          Map.entry(
              "Secret",
              List.of(Column.named(), plain("Type", "type"), data("data", "data"), Column.aged())),
          Map.entry(
              "Namespace",
              List.of(Column.named(), plain("Status", "status", "phase"), Column.aged())),
          Map.entry("ServiceAccount", List.of(Column.named(), Column.aged())),
          Map.entry("Service", services()),
          Map.entry("Pod", PodColumns.all()),
          Map.entry("Event", events()),
          Map.entry(
              "Deployment.apps",
              workload(
                  true,
                  Column.text("Ready", (o, now) -> ready(o)),
                  Column.number("Up-to-date", "string", "status", "updatedReplicas"),
                  Column.number("Available", "string", "status", "availableReplicas"))),
          Map.entry(
              "StatefulSet.apps", workload(false, Column.text("Ready", (o, now) -> ready(o)))),
          Map.entry(
              "ReplicaSet.apps",
              workload(
                  true,
                  Column.number("Desired", "integer", "spec", "replicas"),
                  Column.number("Current", "integer", "status", "replicas"),
                  Column.number("Ready", "integer", "status", "readyReplicas"))),
          Map.entry(
              "DaemonSet.apps",
              workload(
                  true,
                  Column.number("Desired", "integer", "status", "desiredNumberScheduled"),
                  Column.number("Current", "integer", "status", "currentNumberScheduled"),
                  Column.number("Ready", "integer", "status", "numberReady"),
                  Column.number("Up-to-date", "integer", "status", "updatedNumberScheduled"),
                  Column.number("Available", "integer", "status", "numberAvailable"),
                  Column.text("Node Selector", (o, now) -> some(LabelText.of(nodes(o)))))),
          Map.entry("Ingress.networking.k8s.io", ingresses()));

  private Columns() {}

  static String some(String text) {
    return text.isEmpty() ? NONE : text;
  }

  private static Column plain(String name, String... path) {
    return Column.text(name, (o, now) -> o.text(path).orElse(""));
  }

  private static Map<String, Tree> nodes(Tree.Obj object) {
    return object.fields("spec", "template", "spec", "nodeSelector");
  }

  private static Column data(String field, String other) {
    return new Column(
        "Data",
        "string",
        "",
        false,
        (o, now) ->
            Tree.Num.of(
                o.fields(field).size() + (other.equals(field) ? 0 : o.fields(other).size())));
  }

  private static String ready(Tree.Obj object) {
    return number(object, "status", "readyReplicas") + "/" + number(object, "spec", "replicas");
  }

  static long number(Tree object, String... path) {
    return object.at(path).orElse(Tree.Null.VALUE) instanceof Tree.Num n
        ? n.value().longValue()
        : 0;
  }

  private static List<Column> workload(boolean selector, Column... counts) {
    var columns = new ArrayList<Column>();
    columns.add(Column.named());
    columns.addAll(List.of(counts));
    columns.add(Column.aged());
    columns.add(Column.text("Containers", (o, now) -> each(o, "name")).onlyWide());
    columns.add(Column.text("Images", (o, now) -> each(o, "image")).onlyWide());
    if (selector) {
      columns.add(
          Column.text(
                  "Selector",
                  (o, now) -> some(LabelText.of(o.at("spec", "selector").orElse(Tree.Null.VALUE))))
              .onlyWide());
    }
    return columns;
  }

  private static String each(Tree.Obj object, String field) {
    return joined(
        object.items("spec", "template", "spec", "containers"), c -> c.text(field).orElse(""));
  }

  private static String joined(List<Tree> items, Function<Tree, String> text) {
    return items.stream().map(text).collect(Collectors.joining(","));
  }

  private static List<Column> services() {
    return List.of(
        Column.named(),
        plain("Type", "spec", "type"),
        Column.text("Cluster-IP", (o, now) -> some(o.text("spec", "clusterIP").orElse(""))),
        Column.text("External-IP", (o, now) -> external(o)),
        Column.text("Port(s)", (o, now) -> some(joined(o.items("spec", "ports"), Columns::port))),
        Column.aged(),
        Column.text("Selector", (o, now) -> some(LabelText.of(o.fields("spec", "selector"))))
            .onlyWide());
  }

  private static String port(Tree port) {
    long node = number(port, "nodePort");
    return number(port, "port")
        + (node == 0 ? "" : ":" + node)
        + "/"
        + port.text("protocol").orElse("");
  }

  private static String external(Tree.Obj service) {
    var own = joined(service.items("spec", "externalIPs"), Columns::value);
    return switch (service.text("spec", "type").orElse("")) {
      case "ExternalName" -> service.text("spec", "externalName").orElse("");
      case "LoadBalancer" -> {
        var given = address(service);
        var both = given.isEmpty() || own.isEmpty() ? given + own : given + "," + own;
        yield both.isEmpty() ? "<pending>" : both;
      }
      default -> some(own);
    };
  }

  private static String value(Tree text) {
    return text instanceof Tree.Str(String value) ? value : "";
  }

  private static String address(Tree.Obj object) {
    return joined(
        object.items("status", "loadBalancer", "ingress"),
        i -> i.text("ip").or(() -> i.text("hostname")).orElse(""));
  }

  private static List<Column> ingresses() {
    return List.of(
        Column.named(),
        Column.text("Class", (o, now) -> some(o.text("spec", "ingressClassName").orElse(""))),
        Column.text("Hosts", (o, now) -> hosts(o)),
        Column.text("Address", (o, now) -> address(o)),
        Column.text("Ports", (o, now) -> o.items("spec", "tls").isEmpty() ? "80" : "80, 443"),
        Column.aged());
  }

  private static String hosts(Tree.Obj ingress) {
    var hosts =
        ingress.items("spec", "rules").stream()
            .flatMap(r -> r.text("host").stream())
            .filter(h -> !h.isEmpty())
            .toList();
    if (hosts.isEmpty()) {
      return "*";
    }
    return hosts.size() > 3
        ? String.join(",", hosts.subList(0, 3)) + " + " + (hosts.size() - 3) + " more..."
        : String.join(",", hosts);
  }

  private static List<Column> events() {
    return List.of(
        Column.text("Last Seen", (o, now) -> seen(o, "lastTimestamp", now)),
        plain("Type", "type"),
        plain("Reason", "reason"),
        Column.text(
            "Object",
            (o, now) ->
                o.text("involvedObject", "kind").orElse("").toLowerCase(Locale.ROOT)
                    + "/"
                    + o.text("involvedObject", "name").orElse("")),
        plain("Subobject", "involvedObject", "fieldPath").onlyWide(),
        Column.text("Source", (o, now) -> source(o)).onlyWide(),
        Column.text("Message", (o, now) -> o.text("message").orElse("").strip()),
        Column.text("First Seen", (o, now) -> seen(o, "firstTimestamp", now)).onlyWide(),
        new Column(
            "Count", "string", "", true, (o, now) -> Tree.Num.of(Math.max(1, number(o, "count")))),
        Column.named().onlyWide());
  }

  private static String seen(Tree.Obj event, String field, Instant now) {
    return Ages.of(event.at(field).or(() -> event.at("eventTime")), now);
  }

  private static String source(Tree.Obj event) {
    var component =
        event
            .text("source", "component")
            .filter(c -> !c.isEmpty())
            .or(() -> event.text("reportingComponent"))
            .orElse("");
    var host = event.text("source", "host").orElse("");
    return host.isEmpty() ? component : component + ", " + host;
  }
}
