package dev.plumbline.ui;

import static dev.plumbline.model.Tree.arr;
import static dev.plumbline.model.Tree.obj;
import static dev.plumbline.model.Tree.str;

import dev.plumbline.drift.Cause;
import dev.plumbline.drift.Drift;
import dev.plumbline.drift.FieldChange;
import dev.plumbline.drift.ResourceDrift;
import dev.plumbline.engine.EnvironmentView;
import dev.plumbline.model.Path;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Environments that are unlike the others: long values, thousands of objects, unread documents.
public final class Samples {
  private Samples() {}

  public static EnvironmentView longValues(EnvironmentView view) {
    var config =
        IntStream.range(0, 40)
            .mapToObj(i -> "setting." + i + " = value of number " + i)
            .collect(Collectors.joining("\n"));
    var changed =
        FakeDrift.changed(
            "",
            "ConfigMap",
            "web-config",
            field(
                Path.of("data", "application.properties"),
                str(config.replace("number 20", "number twenty")),
                str(config),
                true),
            field(
                Path.of("spec", "template", "spec", "containers")
                    .then(Path.key(Map.of("name", str("a-container-with-quite-a-long-name"))))
                    .field("livenessProbe")
                    .field("httpGet")
                    .field("httpHeaders")
                    .then(Path.key(Map.of("name", str("X-Forwarded-For-The-Health-Check"))))
                    .field("value"),
                str("https://user-service.shop.svc.cluster.local:8443/health/ready?verbose=true"),
                str("https://user-service.shop.svc.cluster.local:8443/health/live?verbose=true"),
                true),
            field(
                Path.of("spec", "tolerations"),
                arr(
                    obj("key", str("dedicated"), "operator", str("Equal"), "value", str("shop")),
                    obj("key", str("spot"), "operator", str("Exists"))),
                arr(obj("key", str("dedicated"), "operator", str("Equal"), "value", str("all"))),
                true),
            new FieldChange(
                Path.of("metadata", "labels", "team"),
                Optional.of(str("payments")),
                Optional.empty(),
                Cause.DRIFTED,
                Optional.empty(),
                true),
            field(Path.of("spec", "replicas"), Tree.Num.of(3), Tree.Num.of(6), false),
            new FieldChange(
                Path.of("metadata", "annotations", "deployment.kubernetes.io/revision"),
                Optional.empty(),
                Optional.of(str("41")),
                Cause.DRIFTED,
                FakeDrift.owner("kube-controller-manager", 90),
                false));
    return with(
        view,
        List.of(changed, FakeDrift.same("", "Service", "web")),
        List.of(
            new Problem.Invalid(
                "apps/web/deployment.yaml:41:7 is not YAML: a tab where indentation must be spaces",
                "The other 12 files were read",
                "Correct the line",
                "")));
  }

  public static EnvironmentView huge(EnvironmentView view) {
    var all = new ArrayList<ResourceDrift>();
    for (int i = 0; i < 15_000; i++) {
      all.add(
          FakeDrift.same(
              i % 3 == 0 ? "apps" : "", i % 3 == 0 ? "Deployment" : "ConfigMap", "thing-" + i));
    }
    all.add(
        FakeDrift.changed(
            "apps", "Deployment", "odd", FakeDrift.replicas("2", "5", "kubectl-scale")));
    all.add(FakeDrift.unknown("", "Secret", "key"));
    return with(view, all, List.of());
  }

  /// Nothing in Git and nothing of ours in the cluster.
  public static EnvironmentView empty(EnvironmentView view) {
    return with(view, List.of(), List.of());
  }

  /// Never compared, and why.
  public static EnvironmentView failed(EnvironmentView view, Problem problem) {
    return new EnvironmentView(
        view.environment(),
        EnvironmentView.Phase.FAILED,
        "",
        view.cluster(),
        view.revision(),
        Optional.empty(),
        Optional.empty(),
        List.of(problem),
        0);
  }

  private static FieldChange field(Path path, Tree git, Tree live, boolean counts) {
    return new FieldChange(
        path,
        Optional.of(git),
        Optional.of(live),
        Cause.DRIFTED,
        FakeDrift.owner("kubectl-edit", 30),
        counts);
  }

  private static EnvironmentView with(
      EnvironmentView v, List<ResourceDrift> resources, List<Problem> problems) {
    var d = v.drift().orElseThrow();
    return new EnvironmentView(
        v.environment(),
        v.phase(),
        v.doing(),
        v.cluster(),
        v.revision(),
        Optional.of(
            new Drift(d.environment(), d.revision(), d.asOf(), d.cluster(), resources, problems)),
        v.staleSince(),
        v.problems(),
        v.watchedKinds());
  }
}
