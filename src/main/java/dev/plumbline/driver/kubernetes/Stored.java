package dev.plumbline.driver.kubernetes;

import dev.plumbline.cluster.Kind;
import dev.plumbline.drift.Fingerprint;
import dev.plumbline.model.Secrets;
import dev.plumbline.model.Tree;
import dev.plumbline.yaml.Json;

/// What a watch keeps of an object: its JSON as bytes, because a tree takes seven times as much,
/// and beside it what is asked often.
final class Stored implements Seen {

  private static final byte[] NOTHING = new byte[0];

  private final String name;
  private final Being being;
  private final String fingerprint;
  private final byte[] json;

  private Stored(String name, Being being, String fingerprint, byte[] json) {
    this.name = name;
    this.being = being;
    this.fingerprint = fingerprint;
    this.json = json;
  }

  /// The whole object.
  static Stored whole(Tree.Obj object, Kind kind, byte[] key) {
    return new Stored(
        name(object), Being.of(object, kind), Fingerprint.of(object, key), Json.revealed(object));
  }

  /// Only how it is.
  static Stored being(Tree.Obj object, Kind kind) {
    return new Stored(name(object), Being.of(Being.core(object), kind), "", NOTHING);
  }

  private static String name(Tree.Obj object) {
    return object.text("metadata", "name").orElse("");
  }

  String name() {
    return name;
  }

  Being being() {
    return being;
  }

  @Override
  public String uid() {
    return being.uid();
  }

  @Override
  public String namespace() {
    return being.ref().namespace();
  }

  @Override
  public String fingerprint() {
    return fingerprint;
  }

  @Override
  public Tree.Obj tree() {
    return Json.parse(json, being.ref().toString()) instanceof Tree.Obj object
        ? Secrets.hide(object)
        : Tree.Obj.EMPTY;
  }

  /// How many bytes its JSON has.
  int length() {
    return json.length;
  }
}
