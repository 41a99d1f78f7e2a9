package dev.plumbline.sandbox;

import dev.plumbline.model.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Answers without what differs from server to server by nature: uids, versions, times, addresses,
/// what controllers write beside the request.
final class Alike {

  private static final Set<String> RANDOM =
      Set.of(
          "uid",
          "resourceVersion",
          "creationTimestamp",
          "deletionTimestamp",
          "time",
          "lastTransitionTime",
          "nodePort",
          "healthCheckNodePort",
          "continue");
  private static final Pattern UID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
  private static final Pattern VERSION = Pattern.compile("in record \\(\\d+\\)");
  private static final Pattern ACCESS = Pattern.compile("kube-api-access-[a-z0-9]{5}");

  private Alike() {}

  static Tree of(Tree tree) {
    return switch (tree) {
      case Tree.Obj(Map<String, Tree> fields) -> {
        var sorted = new TreeMap<String, Tree>();
        fields.forEach((key, value) -> sorted.put(key, field(key, value)));
        yield new Tree.Obj(sorted);
      }
      case Tree.Arr(List<Tree> items) -> {
        var kept = new ArrayList<Tree>();
        for (var item : items) {
          if (item.text("manager").filter("kube-controller-manager"::equals).isEmpty()) {
            kept.add(of(item));
          }
        }
        yield new Tree.Arr(kept);
      }
      case Tree.Str(String text) -> Tree.str(text(text));
      default -> tree;
    };
  }

  private static Tree field(String key, Tree value) {
    if (RANDOM.contains(key)) {
      return Tree.str("*");
    }
    if ((key.equals("clusterIP") || key.equals("clusterIPs"))
        && !value.toString().contains("None")) {
      return Tree.str("*");
    }
    return of(value);
  }

  private static String text(String text) {
    var plain = UID.matcher(text).replaceAll("*");
    plain = ACCESS.matcher(plain).replaceAll("kube-api-access-*");
    return VERSION.matcher(plain).replaceAll("in record (*)");
  }
}
