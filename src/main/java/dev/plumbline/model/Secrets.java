package dev.plumbline.model;

import java.util.LinkedHashMap;
import java.util.Map;

/// Hides what nobody may see unasked. Called at the two boundaries where objects enter the house:
/// `render` and `cluster`.
public final class Secrets {

  private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

  private Secrets() {}

  /// The object with each value of `data` and `stringData` hidden, and with it the last-applied
  /// annotation (which repeats them in plain text), when it is a core `Secret`; any other object
  /// unchanged.
  public static Tree.Obj hide(Tree.Obj object) {
    var ref = ResourceRef.of(object);
    if (!ref.group().isEmpty() || !ref.kind().equals("Secret")) {
      return object;
    }
    var hidden = object;
    for (var part : new String[] {"data", "stringData"}) {
      if (object.fields().get(part) instanceof Tree.Obj(Map<String, Tree> values)) {
        var wrapped = new LinkedHashMap<String, Tree>();
        values.forEach((k, v) -> wrapped.put(k, v instanceof Tree.Null ? v : Tree.Hidden.of(v)));
        hidden = hidden.with(part, new Tree.Obj(wrapped));
      } else {
        var whole = object.get(part).filter(v -> !(v instanceof Tree.Null));
        hidden = whole.isPresent() ? hidden.with(part, Tree.Hidden.of(whole.get())) : hidden;
      }
    }
    var last = object.at("metadata", "annotations", LAST_APPLIED);
    if (last.isPresent()
        && object.fields().get("metadata") instanceof Tree.Obj meta
        && meta.fields().get("annotations") instanceof Tree.Obj annotations) {
      var value = Tree.Hidden.of(last.get());
      hidden =
          hidden.with("metadata", meta.with("annotations", annotations.with(LAST_APPLIED, value)));
    }
    return hidden;
  }
}
