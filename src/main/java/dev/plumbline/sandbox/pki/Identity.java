package dev.plumbline.sandbox.pki;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// A key and the certificate that it signed for itself (RFC 5280), good for the loopback interface
/// alone. Neither is ever written to a disk.
public final class Identity {

  private static final String ECDSA_SHA256 = "1.2.840.10045.4.3.2";
  private static final Duration VALID = Duration.ofDays(30);

  private final SSLContext tls;
  private final byte[] certificate;

  private Identity(SSLContext tls, byte[] certificate) {
    this.tls = tls;
    this.certificate = certificate;
  }

  /// Makes a P-256 key and its certificate for `127.0.0.1`, `::1` and `localhost`, valid for 30
  /// days.
  ///
  /// @param name the common name, shown when somebody looks at the certificate
  public static Identity loopback(String name) {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      var pair = generator.generateKeyPair();
      var certificate = sign(pair, name, Instant.now());
      return new Identity(context(pair, certificate), certificate);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This JDK cannot make an EC certificate", e);
    }
  }

  /// For a server that shows this certificate.
  public SSLContext tls() {
    return tls;
  }

  /// The certificate in PEM, to be trusted by clients.
  public String pem() {
    var encoder = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
    return "-----BEGIN CERTIFICATE-----\n"
        + encoder.encodeToString(certificate)
        + "\n-----END CERTIFICATE-----\n";
  }

  private static SSLContext context(KeyPair pair, byte[] certificate)
      throws GeneralSecurityException {
    var read =
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(certificate));
    var store = KeyStore.getInstance("PKCS12");
    try {
      store.load(null, null);
    } catch (IOException e) {
      throw new GeneralSecurityException(e);
    }
    store.setKeyEntry("sandbox", pair.getPrivate(), new char[0], new Certificate[] {read});
    var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, new char[0]);
    var tls = SSLContext.getInstance("TLS");
    tls.init(keys.getKeyManagers(), null, null);
    return tls;
  }

  private static byte[] sign(KeyPair pair, String name, Instant now)
      throws GeneralSecurityException {
    var body = body(pair, name, now);
    var signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(pair.getPrivate());
    signature.update(body);
    return Der.sequence(body, Der.sequence(Der.oid(ECDSA_SHA256)), Der.bits(0, signature.sign()));
  }

  private static byte[] body(KeyPair pair, String name, Instant now) {
    var who = Der.sequence(Der.set(Der.sequence(Der.oid("2.5.4.3"), Der.text(name))));
    var serial = new BigInteger(120, new SecureRandom()).setBit(120);
    return Der.sequence(
        Der.tagged(0, true, Der.integer(BigInteger.TWO)),
        Der.integer(serial),
        Der.sequence(Der.oid(ECDSA_SHA256)),
        who,
        Der.sequence(Der.time(now.minusSeconds(300)), Der.time(now.plus(VALID))),
        who,
        pair.getPublic().getEncoded(),
        Der.tagged(3, true, extensions()));
  }

  private static byte[] extensions() {
    var loopback4 = new byte[] {127, 0, 0, 1};
    var loopback6 = new byte[16];
    loopback6[15] = 1;
    var names =
        Der.sequence(
            Der.tagged(2, false, "localhost".getBytes(StandardCharsets.US_ASCII)),
            Der.tagged(7, false, loopback4),
            Der.tagged(7, false, loopback6));
    var serverAuth = Der.sequence(Der.oid("1.3.6.1.5.5.7.3.1"));
    var signs = Der.bits(2, new byte[] {(byte) 0b1000_0100});
    return Der.sequence(
        extension("2.5.29.19", true, Der.sequence(Der.truth())),
        extension("2.5.29.15", true, signs),
        extension("2.5.29.37", false, serverAuth),
        extension("2.5.29.17", false, names));
  }

  private static byte[] extension(String oid, boolean critical, byte[] content) {
    return critical
        ? Der.sequence(Der.oid(oid), Der.truth(), Der.octets(content))
        : Der.sequence(Der.oid(oid), Der.octets(content));
  }
}
