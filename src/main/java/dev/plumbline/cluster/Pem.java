package dev.plumbline.cluster;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/// Certificates and private keys in PEM: PKCS#8, and the older forms that kubeadm and openssl write
/// (`RSA PRIVATE KEY`, `EC PRIVATE KEY`), which Java reads only once they are wrapped as PKCS#8.
final class Pem {

  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----(.*?)-----END \\1-----", Pattern.DOTALL);
  private static final byte[] VERSION_0 = {2, 1, 0};
  private static final byte[] RSA = {
    0x30, 0x0d, 6, 9, 0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 1, 1, 1, 5, 0
  };
  private static final byte[] EC = {6, 7, 0x2a, (byte) 0x86, 0x48, (byte) 0xce, 0x3d, 2, 1};

  private Pem() {}

  /// All certificates in a PEM text.
  static List<Certificate> certificates(String pem) throws GeneralSecurityException {
    var onlyBlocks = new StringBuilder();
    BLOCK
        .matcher(pem)
        .results()
        .filter(b -> b.group(1).equals("CERTIFICATE"))
        .forEach(b -> onlyBlocks.append(b.group()).append('\n'));
    if (onlyBlocks.isEmpty()) {
      throw new InvalidKeySpecException("no certificate in PEM form");
    }
    var bytes = onlyBlocks.toString().getBytes(StandardCharsets.US_ASCII);
    return List.copyOf(
        CertificateFactory.getInstance("X.509")
            .generateCertificates(new ByteArrayInputStream(bytes)));
  }

  /// The first private key in a PEM text.
  static PrivateKey privateKey(String pem) throws GeneralSecurityException {
    for (var block : BLOCK.matcher(pem).results().toList()) {
      var type = block.group(1);
      if (type.endsWith("PRIVATE KEY")) {
        byte[] der;
        try {
          der = Base64.getMimeDecoder().decode(block.group(2));
        } catch (IllegalArgumentException e) {
          throw new InvalidKeySpecException("the private key is not base64", e);
        }
        return switch (type) {
          case "PRIVATE KEY" -> pkcs8(der);
          case "RSA PRIVATE KEY" -> key("RSA", wrapped(RSA, der));
          case "EC PRIVATE KEY" -> key("EC", wrapped(der(0x30, join(EC, curve(der))), der));
          default -> throw new InvalidKeySpecException("a key of type " + type + " is not read");
        };
      }
    }
    throw new InvalidKeySpecException("no private key in PEM form");
  }

  /// Text as base64 of its UTF-8 bytes.
  static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static PrivateKey pkcs8(byte[] der) throws GeneralSecurityException {
    InvalidKeySpecException last = new InvalidKeySpecException("unknown kind of key");
    for (var algorithm : List.of("RSA", "EC", "EdDSA")) {
      try {
        return key(algorithm, der);
      } catch (InvalidKeySpecException e) {
        last = e;
      }
    }
    throw last;
  }

  private static PrivateKey key(String algorithm, byte[] pkcs8) throws GeneralSecurityException {
    return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
  }

  private static byte[] wrapped(byte[] algorithm, byte[] key) {
    return der(0x30, join(VERSION_0, algorithm, der(4, key)));
  }

  /// The curve's OID inside an RFC 5915 key: the content of its `[0]` element.
  private static byte[] curve(byte[] sec1) throws InvalidKeySpecException {
    for (int i = 0; i + 4 < sec1.length; i++) {
      int length = sec1[i + 1];
      if (sec1[i] == (byte) 0xa0 && sec1[i + 2] == 6 && sec1[i + 3] == length - 2 && length > 2) {
        return java.util.Arrays.copyOfRange(sec1, i + 2, i + 2 + length);
      }
    }
    throw new InvalidKeySpecException("the EC key does not name its curve");
  }

  private static byte[] der(int tag, byte[] content) {
    var out = new ByteArrayOutputStream();
    out.write(tag);
    if (content.length < 0x80) {
      out.write(content.length);
    } else {
      out.write(0x82);
      out.write(content.length >> 8);
      out.write(content.length);
    }
    out.writeBytes(content);
    return out.toByteArray();
  }

  private static byte[] join(byte[]... parts) {
    var out = new ByteArrayOutputStream();
    for (var part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
