package dev.plumbline.sandbox.api;

import dev.plumbline.model.Tree;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The columns of the kinds that are looked at less, as `pkg/printers/internalversion` fills them.
final class MoreColumns {

  private static final String NONE = "<none>";
  private static final String UNSET = "<unset>";

  /// By the kind with its group.
  static final Map<String, List<Column>> TABLE =
      Map.ofEntries(
          Map.entry("Job.batch", jobs()),
          Map.entry("CronJob.batch", cronJobs()),
          Map.entry("PersistentVolumeClaim", claims()),
          Map.entry("HorizontalPodAutoscaler.autoscaling", scalers()),
          Map.entry(
              "PodDisruptionBudget.policy",
              List.of(
                  Column.named(),
                  Column.text("Min Available", (o, now) -> or(o, "N/A", "spec", "minAvailable")),
                  Column.text(
                      "Max Unavailable", (o, now) -> or(o, "N/A", "spec", "maxUnavailable")),
                  Column.number("Allowed Disruptions", "integer", "status", "disruptionsAllowed"),
                  Column.aged())),
          Map.entry(
              "NetworkPolicy.networking.k8s.io",
              List.of(
                  Column.named(),
                  Column.text(
                      "Pod-Selector",
                      (o, now) ->
                          Columns.some(
                              LabelText.of(o.at("spec", "podSelector").orElse(Tree.Null.VALUE)))),
                  Column.aged())),
          Map.entry("RoleBinding.rbac.authorization.k8s.io", bindings()),
          Map.entry("ClusterRoleBinding.rbac.authorization.k8s.io", bindings()),
          Map.entry("CustomResourceDefinition.apiextensions.k8s.io", definitions()),
          Map.entry("EndpointSlice.discovery.k8s.io", slices()),
          Map.entry(
              "Endpoints",
              List.of(
                  Column.named(),
                  Column.text("Endpoints", (o, now) -> endpoints(o)),
                  Column.aged())),
          Map.entry(
              "Lease.coordination.k8s.io",
              List.of(
                  Column.named(),
                  Column.text("Holder", (o, now) -> or(o, "", "spec", "holderIdentity")),
                  Column.aged())),
          Map.entry(
              "StorageClass.storage.k8s.io",
              List.of(
                  Column.named(),
                  Column.text("Provisioner", (o, now) -> or(o, "", "provisioner")),
                  Column.text("ReclaimPolicy", (o, now) -> or(o, "Delete", "reclaimPolicy")),
                  Column.text(
                      "VolumeBindingMode", (o, now) -> or(o, "Immediate", "volumeBindingMode")),
                  new Column(
                      "AllowVolumeExpansion",
                      "string",
                      "",
                      false,
                      (o, now) -> o.at("allowVolumeExpansion").orElse(Tree.bool(false))),
                  Column.aged())),
          Map.entry(
              "IngressClass.networking.k8s.io",
              List.of(
                  Column.named(),
                  Column.text("Controller", (o, now) -> or(o, "", "spec", "controller")),
                  Column.text("Parameters", (o, now) -> parameters(o)),
                  Column.aged())));

  private MoreColumns() {}

  private static String or(Tree tree, String otherwise, String... path) {
    return switch (tree.at(path).orElse(Tree.Null.VALUE)) {
      case Tree.Str(String text) -> text;
      case Tree.Num(String literal) -> literal;
      case Tree.Bool(boolean yes) -> yes ? "true" : "false";
      default -> otherwise;
    };
  }

  private static String joined(List<Tree> items, String... path) {
    return items.stream().map(i -> or(i, "", path)).collect(Collectors.joining(","));
  }

  private static String condition(Tree.Obj object, String type) {
    return object.items("status", "conditions").stream()
        .filter(c -> c.text("type").filter(type::equals).isPresent())
        .map(c -> or(c, "", "status"))
        .findFirst()
        .orElse("");
  }

  private static List<Column> containers(List<Column> columns, String... pod) {
    var path = new ArrayList<>(List.of(pod));
    path.add("containers");
    var at = path.toArray(String[]::new);
    var all = new ArrayList<>(columns);
    all.add(Column.text("Containers", (o, now) -> joined(o.items(at), "name")).onlyWide());
    all.add(Column.text("Images", (o, now) -> joined(o.items(at), "image")).onlyWide());
    return all;
  }

  private static List<Column> jobs() {
    var columns =
        new ArrayList<>(
            containers(
                List.of(
                    Column.named(),
                    Column.text("Status", (o, now) -> jobStatus(o)),
                    Column.text("Completions", (o, now) -> completions(o)),
                    Column.text("Duration", MoreColumns::duration),
                    Column.aged()),
                "spec",
                "template",
                "spec"));
    columns.add(selector("spec", "selector"));
    return columns;
  }

  private static Column selector(String... path) {
    return Column.text(
            "Selector", (o, now) -> Columns.some(LabelText.of(o.at(path).orElse(Tree.Null.VALUE))))
        .onlyWide();
  }

  private static String jobStatus(Tree.Obj job) {
    if (condition(job, "Complete").equals("True")) {
      return "Complete";
    }
    if (condition(job, "Failed").equals("True")) {
      return "Failed";
    }
    if (job.at("metadata", "deletionTimestamp").isPresent()) {
      return "Terminating";
    }
    if (condition(job, "Suspended").equals("True")) {
      return "Suspended";
    }
    if (condition(job, "FailureTarget").equals("True")) {
      return "FailureTarget";
    }
    return condition(job, "SuccessCriteriaMet").equals("True") ? "SuccessCriteriaMet" : "Running";
  }

  private static String completions(Tree.Obj job) {
    var done = or(job, "0", "status", "succeeded");
    var wanted = or(job, "", "spec", "completions");
    if (!wanted.isEmpty()) {
      return done + "/" + wanted;
    }
    long many = Columns.number(job, "spec", "parallelism");
    return many > 1 ? done + "/1 of " + many : done + "/1";
  }

  private static String duration(Tree.Obj job, Instant now) {
    var begun = or(job, "", "status", "startTime");
    var ended = or(job, "", "status", "completionTime");
    if (begun.isEmpty()) {
      return "";
    }
    var end = ended.isEmpty() ? now : Instant.parse(ended);
    return Ages.of(Duration.between(Instant.parse(begun), end).toSeconds());
  }

  private static List<Column> cronJobs() {
    var columns =
        new ArrayList<>(
            containers(
                List.of(
                    Column.named(),
                    Column.text("Schedule", (o, now) -> or(o, "", "spec", "schedule")),
                    Column.text("Timezone", (o, now) -> or(o, NONE, "spec", "timeZone")),
                    new Column(
                        "Suspend",
                        "boolean",
                        "",
                        false,
                        (o, now) ->
                            Tree.str(
                                or(o, "false", "spec", "suspend").equals("true")
                                    ? "True"
                                    : "False")),
                    new Column(
                        "Active",
                        "integer",
                        "",
                        false,
                        (o, now) -> Tree.Num.of(o.items("status", "active").size())),
                    Column.text(
                        "Last Schedule",
                        (o, now) ->
                            o.at("status", "lastScheduleTime").isEmpty()
                                ? NONE
                                : Ages.of(o.at("status", "lastScheduleTime"), now)),
                    Column.aged()),
                "spec",
                "jobTemplate",
                "spec",
                "template",
                "spec"));
    columns.add(selector("spec", "jobTemplate", "spec", "selector"));
    return columns;
  }

  private static List<Column> claims() {
    return List.of(
        Column.named(),
        Column.text(
            "Status",
            (o, now) ->
                o.at("metadata", "deletionTimestamp").isPresent()
                    ? "Terminating"
                    : or(o, "", "status", "phase")),
        Column.text("Volume", (o, now) -> or(o, "", "spec", "volumeName")),
        Column.text(
            "Capacity", (o, now) -> bound(o) ? or(o, "", "status", "capacity", "storage") : ""),
        Column.text("Access Modes", (o, now) -> bound(o) ? modes(o) : ""),
        Column.text("StorageClass", (o, now) -> or(o, "", "spec", "storageClassName")),
        Column.text(
            "VolumeAttributesClass", (o, now) -> or(o, UNSET, "spec", "volumeAttributesClassName")),
        Column.aged(),
        Column.text("VolumeMode", (o, now) -> or(o, UNSET, "spec", "volumeMode")).onlyWide());
  }

  private static boolean bound(Tree.Obj claim) {
    return !or(claim, "", "spec", "volumeName").isEmpty();
  }

  private static String modes(Tree.Obj claim) {
    return claim.items("status", "accessModes").stream()
        .map(m -> m instanceof Tree.Str(String text) ? text : "")
        .map(m ->
            switch (m) {
              case "ReadWriteOnce" -> "RWO";
              case "ReadOnlyMany" -> "ROX";
              case "ReadWriteMany" -> "RWX";
              case "ReadWriteOncePod" -> "RWOP";
              default -> m;
            })
        .collect(Collectors.joining(","));
  }

  private static List<Column> scalers() {
    return List.of(
        Column.named(),
        Column.text(
            "Reference",
            (o, now) ->
                or(o, "", "spec", "scaleTargetRef", "kind")
                    + "/"
                    + or(o, "", "spec", "scaleTargetRef", "name")),
        Column.text("Targets", (o, now) -> targets(o)),
        Column.text("MinPods", (o, now) -> or(o, UNSET, "spec", "minReplicas")),
        Column.number("MaxPods", "string", "spec", "maxReplicas"),
        Column.number("Replicas", "string", "status", "currentReplicas"),
        Column.aged());
  }

  /// What the sandbox never measures is unknown.
  private static String targets(Tree.Obj scaler) {
    var shown = new ArrayList<String>();
    for (var metric : scaler.items("spec", "metrics")) {
      var name = or(metric, "", "resource", "name");
      var share = or(metric, "", "resource", "target", "averageUtilization");
      shown.add(
          share.isEmpty()
              ? "<unknown>/" + or(metric, "<auto>", "resource", "target", "averageValue")
              : name + ": <unknown>/" + share + "%");
    }
    if (shown.isEmpty()) {
      return NONE;
    }
    return shown.size() > 2
        ? String.join(", ", shown.subList(0, 2)) + " + " + (shown.size() - 2) + " more..."
        : String.join(", ", shown);
  }

  private static List<Column> bindings() {
    return List.of(
        Column.named(),
        Column.text(
            "Role", (o, now) -> or(o, "", "roleRef", "kind") + "/" + or(o, "", "roleRef", "name")),
        Column.aged(),
        Column.text("Users", (o, now) -> subjects(o, "User")).onlyWide(),
        Column.text("Groups", (o, now) -> subjects(o, "Group")).onlyWide(),
        Column.text("ServiceAccounts", (o, now) -> subjects(o, "ServiceAccount")).onlyWide());
  }

  private static String subjects(Tree.Obj binding, String kind) {
    return binding.items("subjects").stream()
        .filter(s -> or(s, "", "kind").equals(kind))
        .map(s ->
            (kind.equals("ServiceAccount") ? or(s, "", "namespace") + "/" : "") + or(s, "", "name"))
        .collect(Collectors.joining(", "));
  }

  private static List<Column> definitions() {
    return List.of(
        Column.named(),
        Column.text("Scope", (o, now) -> or(o, "", "spec", "scope")),
        Column.text("Versions", (o, now) -> joined(o.items("spec", "versions"), "name")),
        new Column(
            "Created At",
            "date",
            "",
            false,
            (o, now) -> o.at("metadata", "creationTimestamp").orElse(Tree.Null.VALUE)),
        Column.text("Group", (o, now) -> or(o, "", "spec", "group")).onlyWide(),
        Column.text("Kind", (o, now) -> or(o, "", "spec", "names", "kind")).onlyWide(),
        Column.text(
                "ShortNames",
                (o, now) ->
                    Columns.some(
                        o.items("spec", "names", "shortNames").stream()
                            .map(n -> n instanceof Tree.Str(String text) ? text : "")
                            .collect(Collectors.joining(","))))
            .onlyWide(),
        new Column(
            "Established",
            "boolean",
            "",
            true,
            (o, now) -> Tree.bool(condition(o, "Established").equals("True"))));
  }

  private static List<Column> slices() {
    return List.of(
        Column.named(),
        Column.text("AddressType", (o, now) -> or(o, "", "addressType")),
        Column.text("Ports", (o, now) -> few(o.items("ports"), UNSET, "port")),
        Column.text(
            "Endpoints",
            (o, now) ->
                few(
                    o.items("endpoints").stream()
                        .flatMap(e -> e.items("addresses").stream())
                        .map(a -> (Tree) Tree.obj("a", a))
                        .toList(),
                    UNSET,
                    "a")),
        Column.aged());
  }

  private static String few(List<Tree> items, String none, String field) {
    if (items.isEmpty()) {
      return none;
    }
    var shown = joined(items.subList(0, Math.min(items.size(), 3)), field);
    return items.size() > 3 ? shown + " + " + (items.size() - 3) + " more..." : shown;
  }

  private static String endpoints(Tree.Obj endpoints) {
    var shown = new ArrayList<Tree>();
    for (var subset : endpoints.items("subsets")) {
      for (var address : subset.items("addresses")) {
        var ip = or(address, "", "ip");
        if (subset.items("ports").isEmpty()) {
          shown.add(Tree.obj("a", Tree.str(ip)));
        }
        for (var port : subset.items("ports")) {
          shown.add(Tree.obj("a", Tree.str(ip + ":" + or(port, "", "port"))));
        }
      }
    }
    return few(shown, NONE, "a");
  }

  private static String parameters(Tree.Obj ingressClass) {
    var group = or(ingressClass, "", "spec", "parameters", "apiGroup");
    var kind = or(ingressClass, "", "spec", "parameters", "kind");
    return kind.isEmpty()
        ? NONE
        : kind
            + (group.isEmpty() ? "" : "." + group)
            + "/"
            + or(ingressClass, "", "spec", "parameters", "name");
  }
}
