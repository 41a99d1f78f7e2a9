package dev.plumbline.sandbox.rules;

import static dev.plumbline.sandbox.rules.Edit.absent;
import static dev.plumbline.sandbox.rules.Edit.all;
import static dev.plumbline.sandbox.rules.Edit.each;
import static dev.plumbline.sandbox.rules.Edit.in;
import static dev.plumbline.sandbox.rules.Edit.made;

import dev.plumbline.model.Tree;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Defaults of pods and pod templates (`pkg/apis/core/v1/defaults.go`).
final class PodDefaults {

  private static final long MODE = 0644;
  private static final int SOURCES_IN = 1;

  private static final UnaryOperator<Tree.Obj> HTTP =
      in("httpGet", absent("path", "/"), absent("scheme", "HTTP"));

  private static final UnaryOperator<Tree.Obj> PROBE =
      all(
          absent("timeoutSeconds", 1),
          absent("periodSeconds", 10),
          absent("successThreshold", 1),
          absent("failureThreshold", 3),
          HTTP,
          in("grpc", absent("service", "")));

  private static final UnaryOperator<Tree.Obj> CONTAINER =
      all(
          PodDefaults::pullPolicy,
          absent("terminationMessagePath", "/dev/termination-log"),
          absent("terminationMessagePolicy", "File"),
          in("livenessProbe", PROBE),
          in("readinessProbe", PROBE),
          in("startupProbe", PROBE),
          in("lifecycle", in("postStart", HTTP), in("preStop", HTTP)),
          each("env", in("valueFrom", in("fieldRef", absent("apiVersion", "v1")))));

  private static final UnaryOperator<Tree.Obj> DOWNWARD =
      each("items", in("fieldRef", absent("apiVersion", "v1")));

  private static final UnaryOperator<Tree.Obj> VOLUME =
      all(
          v -> v.fields().size() <= SOURCES_IN ? v.with("emptyDir", Tree.Obj.EMPTY) : v,
          in("secret", absent("defaultMode", MODE)),
          in("configMap", absent("defaultMode", MODE)),
          in("downwardAPI", absent("defaultMode", MODE), DOWNWARD),
          in(
              "projected",
              absent("defaultMode", MODE),
              each(
                  "sources",
                  in("serviceAccountToken", absent("expirationSeconds", 3600)),
                  in("downwardAPI", DOWNWARD))),
          in("hostPath", absent("type", "")),
          in(
              "ephemeral",
              in("volumeClaimTemplate", in("spec", absent("volumeMode", "Filesystem")))));

  /// Of the `spec` of a pod or a template.
  static final UnaryOperator<Tree.Obj> SPEC =
      all(
          absent("dnsPolicy", "ClusterFirst"),
          absent("restartPolicy", "Always"),
          absent("terminationGracePeriodSeconds", 30),
          absent("schedulerName", "default-scheduler"),
          absent("securityContext", Tree.Obj.EMPTY),
          PodDefaults::serviceAccount,
          each("containers", CONTAINER),
          each("initContainers", CONTAINER),
          each("ephemeralContainers", CONTAINER),
          each("volumes", VOLUME));

  /// Of an object with a pod template in its field `template`.
  static final UnaryOperator<Tree.Obj> TEMPLATE = in("template", made("spec", SPEC));

  /// Of the `spec` of a pod, before [#SPEC].
  static final UnaryOperator<Tree.Obj> POD =
      all(
          absent("enableServiceLinks", true),
          PodDefaults::hostPorts,
          each("containers", PodDefaults::requests),
          each("initContainers", PodDefaults::requests));

  private PodDefaults() {}

  private static Tree.Obj pullPolicy(Tree.Obj container) {
    var policy = latest(container.text("image").orElse("")) ? "Always" : "IfNotPresent";
    return absent("imagePullPolicy", policy).apply(container);
  }

  /// Whether an image has no digest and no tag but `latest`.
  private static boolean latest(String image) {
    if (image.contains("@")) {
      return false;
    }
    var last = image.substring(image.lastIndexOf('/') + 1);
    int colon = last.indexOf(':');
    return colon < 0 || last.substring(colon + 1).equals("latest");
  }

  private static Tree.Obj hostPorts(Tree.Obj spec) {
    return spec.get("hostNetwork").filter(Tree.bool(true)::equals).isEmpty()
        ? spec
        : each(
                "containers",
                each(
                    "ports",
                    p -> p.get("containerPort").map(c -> absent("hostPort", c).apply(p)).orElse(p)))
            .apply(spec);
  }

  /// The old name of `serviceAccountName` is written beside it.
  private static Tree.Obj serviceAccount(Tree.Obj spec) {
    Optional<Tree> name =
        spec.get("serviceAccountName")
            .or(() -> spec.get("serviceAccount"))
            .filter(n -> !n.equals(Tree.str("")));
    return name.map(n -> spec.with("serviceAccountName", n).with("serviceAccount", n)).orElse(spec);
  }

  /// What is limited is requested, unless something else is.
  private static Tree.Obj requests(Tree.Obj container) {
    Map<String, Tree> limits = container.fields("resources", "limits");
    if (limits.isEmpty()) {
      return container;
    }
    UnaryOperator<Tree.Obj> fill =
        requests -> {
          var filled = requests;
          for (var limit : limits.entrySet()) {
            filled = absent(limit.getKey(), limit.getValue()).apply(filled);
          }
          return filled;
        };
    return in("resources", made("requests", fill)).apply(container);
  }
}
