package dev.plumbline.health;

import dev.plumbline.model.Health;
import dev.plumbline.model.Tree;
import java.util.stream.Collectors;

/// What leads requests to Pods. As Argo CD: what needs an address from outside waits for it.
final class Traffic {

  private Traffic() {}

  static Health service(Tree object) {
    return object.text("spec", "type").filter("LoadBalancer"::equals).isPresent()
        ? addressed(object, "No load balancer has given it an address yet")
        : Verdict.healthy("");
  }

  static Health ingress(Tree object) {
    return addressed(object, "No ingress controller has given it an address yet");
  }

  /// `3 of 3`: ready endpoints.
  static String endpoints(Tree object) {
    var endpoints = object.items("endpoints");
    var ready =
        endpoints.stream()
            .filter(e -> !e.at("conditions", "ready").filter(Tree.bool(false)::equals).isPresent())
            .count();
    return ready + " of " + endpoints.size();
  }

  private static Health addressed(Tree object, String missing) {
    var addresses =
        object.items("status", "loadBalancer", "ingress").stream()
            .flatMap(i -> i.text("hostname").or(() -> i.text("ip")).stream())
            .collect(Collectors.joining(", "));
    return addresses.isEmpty() ? Verdict.progressing(missing) : Verdict.healthy(addresses);
  }
}
