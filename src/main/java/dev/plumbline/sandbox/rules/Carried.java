package dev.plumbline.sandbox.rules;

import static dev.plumbline.sandbox.rules.Edit.in;

import dev.plumbline.model.Tree;
import dev.plumbline.sandbox.kinds.Kind;
import java.util.List;

/// What an update that leaves it out keeps, because the server once allocated it.
final class Carried {

  private Carried() {}

  static Tree.Obj over(Kind kind, String subresource, Tree.Obj live, Tree.Obj next) {
    return switch (kind.kindName()) {
      case "Service" -> service(live, next);
      case "Namespace" -> namespace(subresource, live, next);
      case "Event" -> Beginnings.EVENT.apply(next);
      case "DaemonSet.apps" -> templateGeneration(live, next);
      case "Job.batch" -> kept(live, next, "selector");
      default -> next;
    };
  }

  /// Only `finalize` changes what a namespace waits for.
  private static Tree.Obj namespace(String subresource, Tree.Obj live, Tree.Obj next) {
    var name = Tree.str(next.text("metadata", "name").orElse(""));
    var named =
        in("metadata", Edit.made("labels", l -> l.with("kubernetes.io/metadata.name", name)))
            .apply(next);
    var finalizers = live.at("spec", "finalizers");
    return subresource.equals("finalize") || finalizers.isEmpty()
        ? named
        : Edit.made("spec", s -> s.with("finalizers", finalizers.get())).apply(named);
  }

  private static Tree.Obj kept(Tree.Obj live, Tree.Obj next, String field) {
    var value = live.at("spec", field);
    return value.isEmpty() ? next : Edit.made("spec", Edit.absent(field, value.get())).apply(next);
  }

  /// The number of templates that a DaemonSet had, in the annotation that keeps it.
  private static Tree.Obj templateGeneration(Tree.Obj live, Tree.Obj next) {
    var name = "deprecated.daemonset.template.generation";
    var text = live.text("metadata", "annotations", name).orElse("0");
    long count = text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
    boolean same = live.at("spec", "template").equals(next.at("spec", "template"));
    var now = Tree.str(Long.toString(same ? count : count + 1));
    return in("metadata", Edit.made("annotations", a -> a.with(name, now))).apply(next);
  }

  private static Tree.Obj service(Tree.Obj live, Tree.Obj next) {
    if (next.text("spec", "type").filter("ExternalName"::equals).isPresent()) {
      return next;
    }
    var kept = next;
    for (var field : List.of("clusterIP", "clusterIPs", "ipFamilies", "ipFamilyPolicy")) {
      kept = kept(live, kept, field);
    }
    return kept;
  }
}
