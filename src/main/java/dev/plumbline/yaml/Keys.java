package dev.plumbline.yaml;

import java.math.BigInteger;

/// Map keys as sigs.k8s.io/yaml turns them into strings: `y` is `true`, `0x10` is `16`.
final class Keys {

  private Keys() {}

  /// The key. Throws [Unreadable] for null and for integers beyond int64, as kubectl refuses them.
  static String of(Node.Scalar key) {
    return switch (Scalars.resolve(key)) {
      case Scalars.Text(String text) -> text;
      case Scalars.Truth(boolean truth) -> Boolean.toString(truth);
      case Scalars.Real(double value) -> GoNumbers.key(value);
      case Scalars.Int(BigInteger value) when Scalars.isLong(value) -> value.toString();
      case Scalars.Int _ ->
          throw new Unreadable(key.spot(), "A key that is too big a number", "Quote the key");
      case Scalars.Nothing _ ->
          throw new Unreadable(key.spot(), "A key that is null", "Quote the key when it is text");
    };
  }
}
