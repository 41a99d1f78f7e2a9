package dev.plumbline.sandbox.checks;

import dev.plumbline.model.Tree;
import java.util.List;

/// Ingresses (`pkg/apis/networking/validation`).
final class Ingresses {

  private static final List<String> SEQUENCES = List.of("//", "/./", "/../", "%2f", "%2F");
  private static final List<String> ENDS = List.of("/..", "/.");
  private static final String CLASS = "kubernetes.io/ingress.class";

  private Ingresses() {}

  static void check(boolean creating, Spot object) {
    var spec = object.in("spec");
    if (spec.in("rules").items().isEmpty() && !spec.has("defaultBackend")) {
      spec.invalid(Tree.Null.VALUE, "either `defaultBackend` or `rules` must be specified");
    }
    if (spec.has("defaultBackend")) {
      backend(spec.in("defaultBackend"));
    }
    for (var rule : spec.each("rules")) {
      host(rule.in("host"));
      if (rule.has("http")) {
        if (rule.in("http", "paths").items().isEmpty()) {
          rule.in("http", "paths").required();
        }
        rule.in("http").each("paths").forEach(Ingresses::path);
      }
    }
    for (var tls : spec.each("tls")) {
      for (var host : tls.each("hosts")) {
        host.invalid(
            host.text().contains("*") ? Names.wildcard(host.text()) : Names.subdomain(host.text()));
      }
      if (!tls.text("secretName").isEmpty()) {
        tls.in("secretName").invalid(Names.subdomain(tls.text("secretName")));
      }
    }
    if (spec.has("ingressClassName")) {
      spec.in("ingressClassName").invalid(Names.subdomain(spec.text("ingressClassName")));
    }
    if (creating && object.in("metadata", "annotations").fields().containsKey(CLASS)) {
      object.warnPlain(
          "annotation \"" + CLASS + "\" is deprecated, please use 'spec.ingressClassName' instead");
    }
  }

  private static void host(Spot host) {
    var text = host.text();
    if (text.isEmpty()) {
      return;
    }
    if (Addresses.parse(text).isPresent()) {
      host.invalid("must be a DNS name, not an IP address");
    }
    host.invalid(text.contains("*") ? Names.wildcard(text) : Names.subdomain(text));
  }

  private static void path(Spot rule) {
    var path = rule.in("path");
    var shown = Tree.str(path.text());
    switch (rule.text("pathType")) {
      case "" -> {
        rule.in("pathType").required("pathType must be specified");
        return;
      }
      case "Exact", "Prefix" -> {
        if (!path.text().startsWith("/")) {
          path.invalid(shown, "must be an absolute path");
        }
        for (var sequence : SEQUENCES) {
          if (path.text().contains(sequence)) {
            path.invalid("must not contain '" + sequence + "'");
          }
        }
        for (var end : ENDS) {
          if (path.text().endsWith(end)) {
            path.invalid("cannot end with '" + end + "'");
          }
        }
      }
      case "ImplementationSpecific" -> {
        if (!path.text().isEmpty() && !path.text().startsWith("/")) {
          path.invalid("must be an absolute path");
        }
      }
      default -> rule.in("pathType").among("Exact", "ImplementationSpecific", "Prefix");
    }
    backend(rule.in("backend"));
  }

  private static void backend(Spot backend) {
    var service = backend.in("service");
    if (backend.has("resource") && service.there()) {
      backend.invalid(Tree.str(""), "cannot set both resource and service backends");
      return;
    }
    if (backend.has("resource")) {
      for (var field : new String[] {"kind", "name"}) {
        if (backend.in("resource").text(field).isEmpty()) {
          backend.in("resource", field).required();
        }
      }
      return;
    }
    if (!service.there()) {
      backend.invalid(Tree.str(""), "resource or service backend is required");
      return;
    }
    if (service.text("name").isEmpty()) {
      service.in("name").required();
    } else {
      service.in("name").invalid(Names.label(service.text("name")));
    }
    var name = service.in("port", "name");
    var number = service.in("port", "number");
    if (!name.text().isEmpty() && number.number() != 0) {
      backend.invalid(Tree.str(""), "cannot set both port name & port number");
    } else if (!name.text().isEmpty()) {
      name.invalid(Names.portName(name.text()));
    } else if (number.number() != 0) {
      number.port();
    } else {
      backend.required("port name or number is required");
    }
  }
}
