package dev.plumbline.sandbox.checks;

import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Tree;
import dev.plumbline.yaml.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/// ConfigMaps, Secrets and claims of storage.
final class Data {

  private static final long LARGEST = 1024 * 1024;

  /// What must be in a Secret of a type.
  private static final Map<String, List<String>> WANTED =
      Map.of(
          "kubernetes.io/tls", List.of("tls.crt", "tls.key"),
          "kubernetes.io/dockerconfigjson", List.of(".dockerconfigjson"),
          "kubernetes.io/dockercfg", List.of(".dockercfg"),
          "kubernetes.io/ssh-auth", List.of("ssh-privatekey"));

  private static final String TOKEN_OF = "kubernetes.io/service-account.name";

  private Data() {}

  static void configMap(Spot object) {
    var data = object.in("data");
    var binary = object.in("binaryData");
    long size = 0;
    for (var entry : data.fields().entrySet()) {
      keys(data, entry.getKey());
      if (binary.fields().containsKey(entry.getKey())) {
        data.at(entry.getKey())
            .invalid(Tree.str(entry.getKey()), "duplicate of key present in binaryData");
      }
      size += data.at(entry.getKey()).text().getBytes(StandardCharsets.UTF_8).length;
    }
    for (var key : binary.fields().keySet()) {
      keys(binary, key);
      size += decoded(binary.at(key)).length;
    }
    if (size > LARGEST) {
      // The server names no field.
      object.named("[]").tooLong(LARGEST);
    }
  }

  private static void keys(Spot data, String key) {
    Names.dataKey(key).forEach(w -> data.at(key).invalid(Tree.str(key), w));
  }

  private static byte[] decoded(Spot text) {
    try {
      return Base64.getDecoder().decode(text.text());
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  static void secret(Spot object) {
    var data = object.in("data");
    long size = 0;
    for (var key : data.fields().keySet()) {
      keys(data, key);
      size += decoded(data.at(key)).length;
    }
    if (size > LARGEST) {
      data.tooLong(LARGEST);
    }
    var type = object.text("type");
    if (type.equals("kubernetes.io/basic-auth")) {
      if (!data.fields().containsKey("username") && !data.fields().containsKey("password")) {
        data.at("username").required();
        data.at("password").required();
      }
    } else if (type.equals("kubernetes.io/service-account-token")) {
      var annotations = object.in("metadata", "annotations");
      if (annotations.at(TOKEN_OF).text().isEmpty()) {
        annotations.at(TOKEN_OF).required();
      }
    }
    for (var key : WANTED.getOrDefault(type, List.of())) {
      if (!data.fields().containsKey(key)) {
        data.at(key).required();
      } else if (key.startsWith(".docker")) {
        config(data.at(key));
      }
    }
  }

  /// A registry's login must be a JSON object. What is wrong with it is said in Go's words where
  /// they are known.
  private static void config(Spot login) {
    var text = new String(decoded(login), StandardCharsets.UTF_8);
    boolean object;
    try {
      object = Json.parse(text, login.path()) instanceof Tree.Obj;
    } catch (ProblemException e) {
      object = false;
    }
    if (!object) {
      var first = text.strip();
      login.invalid(
          Tree.str("<secret contents redacted>"),
          first.isEmpty()
              ? "unexpected end of JSON input"
              : "invalid character '" + first.charAt(0) + "' looking for beginning of value");
    }
  }

  static void claim(Spot object) {
    var spec = object.in("spec");
    var modes = spec.in("accessModes");
    if (modes.items().isEmpty()) {
      modes.required("at least 1 access mode is required");
    }
    Selecting.check(spec.in("selector"));
    for (var mode : modes.items()) {
      modes.with(mode).among("ReadOnlyMany", "ReadWriteMany", "ReadWriteOnce", "ReadWriteOncePod");
    }
    if (modes.items().contains(Tree.str("ReadWriteOncePod")) && modes.items().size() > 1) {
      modes.forbidden("may not use ReadWriteOncePod with other access modes");
    }
    var storage = spec.in("resources", "requests", "storage").named("spec.resources[storage]");
    if (!storage.there()) {
      storage.required();
    } else if (Resources.amount(storage.text()).signum() <= 0) {
      storage.invalid("must be greater than zero");
    }
    if (!spec.text("storageClassName").isEmpty()) {
      spec.in("storageClassName").invalid(Names.subdomain(spec.text("storageClassName")));
    }
    spec.in("volumeMode").among("Block", "Filesystem");
  }
}
