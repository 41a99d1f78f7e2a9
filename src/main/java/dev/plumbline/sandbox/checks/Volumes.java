package dev.plumbline.sandbox.checks;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The volumes of a pod.
final class Volumes {

  private static final List<String> SOURCES =
      List.of(
          "emptyDir",
          "hostPath",
          "gitRepo",
          "secret",
          "nfs",
          "persistentVolumeClaim",
          "configMap",
          "downwardAPI",
          "projected",
          "csi",
          "ephemeral",
          "image");

  /// The field of a source that names what is mounted.
  private static final Map<String, String> NAMED =
      Map.of(
          "hostPath", "path",
          "secret", "secretName",
          "configMap", "name",
          "persistentVolumeClaim", "claimName");

  private static final long HIGHEST_MODE = 0777;

  private Volumes() {}

  /// Says what is wrong with the volumes of a pod.
  ///
  /// @return the names that can be mounted
  static Set<String> check(Spot pod) {
    var names = new HashSet<String>();
    for (var volume : pod.each("volumes")) {
      sources(volume);
      var name = volume.in("name");
      if (name.text().isEmpty()) {
        name.required();
        continue;
      }
      name.invalid(Names.label(name.text()));
      if (!names.add(name.text())) {
        name.duplicate(name.value());
      }
    }
    return names;
  }

  private static void sources(Spot volume) {
    int sources = 0;
    for (var kind : SOURCES) {
      var source = volume.in(kind);
      if (!source.there()) {
        continue;
      }
      sources++;
      if (sources > 1) {
        source.forbidden("may not specify more than 1 volume type");
        continue;
      }
      var named = NAMED.get(kind);
      if (named != null && source.text(named).isEmpty()) {
        source.in(named).required();
      }
      mode(source.in("defaultMode"));
      source.each("items").forEach(i -> mode(i.in("mode")));
    }
  }

  private static void mode(Spot mode) {
    if (mode.isNumber() && (mode.number() < 0 || mode.number() > HIGHEST_MODE)) {
      mode.invalid("must be a number between 0 and 0777 (octal), both inclusive");
    }
  }
}
