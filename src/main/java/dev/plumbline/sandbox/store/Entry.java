package dev.plumbline.sandbox.store;

import dev.plumbline.model.Tree;
import dev.plumbline.yaml.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One object as it was at one resourceVersion. Its body is kept as JSON and read when somebody
/// asks: a tree of the same object takes eight times the memory.
public final class Entry {

  private final Key key;
  private final long version;
  private final String uid;
  private final Map<String, String> labels;
  private final Map<String, String> fields;
  private final List<String> owners;
  private final boolean deleted;
  private final byte[] json;

  private Entry(
      Key key,
      long version,
      String uid,
      Map<String, String> labels,
      Map<String, String> fields,
      List<String> owners,
      boolean deleted,
      byte[] json) {
    this.key = key;
    this.version = version;
    this.uid = uid;
    this.labels = labels;
    this.fields = fields;
    this.owners = owners;
    this.deleted = deleted;
    this.json = json;
  }

  /// The entry of an object.
  ///
  /// @param fields the values that field selectors may ask for, beyond name and namespace
  static Entry of(Key key, long version, Tree.Obj body, Map<String, String> fields) {
    var labels = new LinkedHashMap<String, String>();
    body.fields("metadata", "labels")
        .forEach((name, value) -> {
          if (value instanceof Tree.Str(String text)) {
            labels.put(name, text);
          }
        });
    var owners =
        body.items("metadata", "ownerReferences").stream()
            .flatMap(o -> o.text("uid").stream())
            .toList();
    return new Entry(
        key,
        version,
        body.text("metadata", "uid").orElse(""),
        Map.copyOf(labels),
        Map.copyOf(fields),
        owners,
        body.at("metadata", "deletionTimestamp").isPresent(),
        Json.revealed(body));
  }

  public Key key() {
    return key;
  }

  /// Its resourceVersion.
  public long version() {
    return version;
  }

  public String uid() {
    return uid;
  }

  public Map<String, String> labels() {
    return labels;
  }

  /// What field selectors may ask for, beyond name and namespace.
  public Map<String, String> fields() {
    return fields;
  }

  /// The uids of the objects that it depends on.
  public List<String> owners() {
    return owners;
  }

  /// Whether it is marked to be deleted.
  public boolean deleted() {
    return deleted;
  }

  /// The whole object, read anew on each call.
  public Tree.Obj body() {
    return (Tree.Obj) Json.parse(json, key.path());
  }

  /// Writes its JSON.
  public void writeTo(OutputStream out) throws IOException {
    out.write(json);
  }

  int size() {
    return json.length;
  }
}
