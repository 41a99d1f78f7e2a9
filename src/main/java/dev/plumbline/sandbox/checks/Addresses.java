package dev.plumbline.sandbox.checks;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/// IP addresses and blocks of them, without ever asking a name server.
final class Addresses {

  private static final Pattern V4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
  private static final Pattern V6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

  private Addresses() {}

  static Optional<byte[]> parse(String text) {
    if (!V4.matcher(text).matches() && !V6.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(text).getAddress());
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  static boolean ip(Spot address) {
    if (parse(address.text()).isPresent()) {
      return true;
    }
    address.invalid("must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)");
    return false;
  }

  /// Says what is wrong with a block of addresses.
  ///
  /// @return whether it is one
  static boolean block(Spot block) {
    if (Block.of(block.text()).isPresent()) {
      return true;
    }
    block.invalid("must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)");
    return false;
  }

  /// Whether a block is a part of another, and smaller.
  static boolean within(String inner, String outer) {
    var part = Block.of(inner).orElseThrow();
    var whole = Block.of(outer).orElseThrow();
    return part.bits() == whole.bits()
        && part.length() > whole.length()
        && part.first()
            .shiftRight(part.bits() - whole.length())
            .equals(whole.first().shiftRight(whole.bits() - whole.length()));
  }

  private record Block(BigInteger first, int length, int bits) {

    static Optional<Block> of(String text) {
      int slash = text.indexOf('/');
      if (slash < 0 || !text.substring(slash + 1).matches("\\d{1,3}")) {
        return Optional.empty();
      }
      int length = Integer.parseInt(text.substring(slash + 1));
      return parse(text.substring(0, slash))
          .filter(a -> length <= a.length * Byte.SIZE)
          .map(a -> new Block(new BigInteger(1, a), length, a.length * Byte.SIZE));
    }
  }
}
