package dev.plumbline.testing;

import dev.plumbline.model.Tree;
import dev.plumbline.yaml.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// A program that records the Go types of Kubernetes' kinds for the sandbox: of each struct the
/// fields' JSON names, protobuf numbers and types, of each other named type what it is. It reads
/// the `types.go` of the modules k8s.io/api and k8s.io/apimachinery, where the build of the control
/// plane keeps them:
///
/// ```
/// java -cp … dev.plumbline.testing.RecordGoTypes \
///   ~/go/pkg/mod/k8s.io/api@v0.37.2 ~/go/pkg/mod/k8s.io/apimachinery@v0.37.2 \
///   src/main/resources/dev/plumbline/sandbox/openapi/go.json
/// ```
final class RecordGoTypes {

  private static final List<String> PACKAGES =
      List.of(
          "core/v1",
          "apps/v1",
          "batch/v1",
          "networking/v1",
          "policy/v1",
          "autoscaling/v1",
          "autoscaling/v2",
          "rbac/v1",
          "coordination/v1",
          "discovery/v1",
          "authentication/v1",
          "authorization/v1",
          "storage/v1");

  private static final Pattern STRUCT = Pattern.compile("^type (\\w+) struct \\{");
  private static final Pattern NAMED = Pattern.compile("^type (\\w+) ([\\w.\\[\\]*]+)$");
  private static final Pattern FIELD =
      Pattern.compile(
          "^\\s+(?:(\\w+)\\s+)?([\\w.\\[\\]*]+)\\s+`json:\"([^\"]*)\"(?:.* protobuf:\"([^\"]*)\")?.*`");
  private static final Pattern NAME = Pattern.compile("[A-Za-z]\\w*(\\.\\w+)?");

  private final TreeMap<String, Tree> types = new TreeMap<>();

  private RecordGoTypes() {}

  public static void main(String[] arguments) throws IOException {
    var record = new RecordGoTypes();
    for (var name : PACKAGES) {
      record.read(name, Path.of(arguments[0], name, "types.go"));
    }
    record.read("meta/v1", Path.of(arguments[1], "pkg/apis/meta/v1/types.go"));
    Files.writeString(
        Path.of(arguments[2]),
        Json.compact(new Tree.Obj(record.types)) + "\n",
        StandardCharsets.UTF_8);
  }

  private void read(String in, Path file) throws IOException {
    String struct = null;
    var fields = Tree.Obj.EMPTY;
    for (var line : Files.readAllLines(file)) {
      var begins = STRUCT.matcher(line);
      var named = NAMED.matcher(line);
      if (begins.find()) {
        struct = begins.group(1);
        fields = Tree.Obj.EMPTY;
      } else if (line.equals("}") && struct != null) {
        if (!struct.endsWith("List")) {
          types.put(in + "." + struct, fields);
        }
        struct = null;
      } else if (struct != null) {
        fields = field(in, line, fields);
      } else if (named.matches()) {
        types.put(in + "." + named.group(1), Tree.str(qualified(in, named.group(2))));
      }
    }
  }

  /// `[number, type, how it is left out]`, by the JSON name; embedded ones by `+` and their type.
  private static Tree.Obj field(String in, String line, Tree.Obj fields) {
    var match = FIELD.matcher(line);
    if (!match.find() || match.group(3).equals("-")) {
      return fields;
    }
    var json = List.of(match.group(3).split(",", -1));
    var proto = match.group(4);
    int number = proto == null ? 0 : Integer.parseInt(proto.split(",", -1)[1]);
    var type = qualified(in, match.group(2));
    var name = json.getFirst().isEmpty() ? "+" + type : json.getFirst();
    var left = json.contains("omitempty") ? "omitempty" : "";
    return fields.with(name, Tree.arr(Tree.Num.of(number), Tree.str(type), Tree.str(left)));
  }

  /// A Go type with its package: `[]core/v1.Container`.
  private static String qualified(String in, String type) {
    return NAME.matcher(type).replaceAll(m -> name(in, m.group()));
  }

  private static String name(String in, String name) {
    if (name.contains(".")) {
      return name.replace("metav1.", "meta/v1.")
          .replace("types.UID", "string")
          .replaceFirst("^(core)?v1\\.", "core/v1.");
    }
    return Character.isUpperCase(name.charAt(0)) ? in + "." + name : name;
  }
}
