package dev.plumbline.drift;

import dev.plumbline.model.Tree;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// What an object comes down to when only equality matters: HMAC-SHA-256 in hexadecimal over a
/// canonical form (keys sorted, numbers by value). Keyed, so that the value of a Secret cannot be
/// guessed from it; hidden values take part by their content.
public final class Fingerprint {

  private static final List<String> BOOKKEEPING = List.of("resourceVersion", "generation");

  private final Mac mac;

  private Fingerprint(Mac mac) {
    this.mac = mac;
  }

  /// Of a live object without bookkeeping: not its status, resourceVersion and generation, not when
  /// a manager wrote, but what each manager holds. It stays the same while controllers report
  /// progress and changes when an apply could have another effect. A status that was written with
  /// the object itself is data of a kind without the status subresource and does count (D13).
  ///
  /// @param key secret bytes, the same wherever fingerprints are compared
  public static String of(Tree.Obj live, byte[] key) {
    var managers = new ArrayList<Tree>();
    boolean statusIsData = false;
    for (var entry : live.items("metadata", "managedFields")) {
      var main = entry.text("subresource").orElse("").isEmpty();
      statusIsData |= main && entry.at("fieldsV1", "f:status").isPresent();
    }
    for (var entry : live.items("metadata", "managedFields")) {
      reduced(entry, statusIsData).ifPresent(managers::add);
    }
    var object = statusIsData ? live : live.without("status");
    if (object.fields().get("metadata") instanceof Tree.Obj meta) {
      var kept = meta.without("managedFields");
      for (var name : BOOKKEEPING) {
        kept = kept.without(name);
      }
      object = object.with("metadata", kept);
    }
    // The server sorts the entries by time: their order says nothing.
    var hashes = new ArrayList<String>();
    for (var entry : managers) {
      hashes.add(hash(entry, key));
    }
    Collections.sort(hashes);
    var list = new Tree.Arr(hashes.stream().map(h -> (Tree) Tree.str(h)).toList());
    return hash(Tree.arr(object, list), key);
  }

  /// Of what would be sent to the server, whole.
  ///
  /// @param key as in [#of]
  public static String desired(Tree.Obj body, byte[] key) {
    return hash(body, key);
  }

  private static Optional<Tree> reduced(Tree entry, boolean statusIsData) {
    if (!(entry instanceof Tree.Obj whole)) {
      return Optional.of(entry);
    }
    var kept = whole.without("time");
    if (!statusIsData && whole.fields().get("fieldsV1") instanceof Tree.Obj fields) {
      var rest = fields.without("f:status");
      if (rest.fields().isEmpty() && !fields.fields().isEmpty()) {
        return Optional.empty();
      }
      kept = kept.with("fieldsV1", rest);
    }
    return Optional.of(kept);
  }

  private static String hash(Tree tree, byte[] key) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      new Fingerprint(mac).add(tree);
      return HexFormat.of().formatHex(mac.doFinal());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HmacSHA256 is part of every Java platform", e);
    }
  }

  private void add(Tree tree) {
    switch (tree) {
      case Tree.Obj(Map<String, Tree> fields) -> {
        tag('o', fields.size());
        new TreeMap<>(fields)
            .forEach((k, v) -> {
              text('k', k);
              add(v);
            });
      }
      case Tree.Arr(List<Tree> items) -> {
        tag('a', items.size());
        items.forEach(this::add);
      }
      case Tree.Str(String value) -> text('s', value);
      case Tree.Num n -> text('n', n.value().stripTrailingZeros().toString());
      case Tree.Bool(boolean value) -> tag('b', value ? 1 : 0);
      case Tree.Null n -> tag('0', 0);
      case Tree.Hidden hidden -> add(hidden.reveal());
    }
  }

  private void text(char tag, String value) {
    var bytes = value.getBytes(StandardCharsets.UTF_8);
    tag(tag, bytes.length);
    mac.update(bytes);
  }

  /// Type and length come first, so that no two trees have the same bytes.
  private void tag(char tag, int length) {
    mac.update(ByteBuffer.allocate(5).put((byte) tag).putInt(length).flip());
  }
}
