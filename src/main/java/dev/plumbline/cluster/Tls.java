package dev.plumbline.cluster;

import dev.plumbline.model.ProblemException;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/// The TLS side of a connection. Only the kubeconfig's certificate authority is trusted when it
/// names one (as kubectl does), else the machine's own.
final class Tls {

  private Tls() {}

  /// `Auth` when a certificate or key cannot be read.
  static SSLContext context(Access access, Login login) {
    try {
      var context = SSLContext.getInstance("TLS");
      context.init(keys(access, login), trust(access), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new ProblemException(
          access.auth(
              "The TLS settings cannot be read",
              access.cluster(),
              "Correct the certificates.",
              Access.words(e)),
          e);
    }
  }

  private static KeyManager[] keys(Access access, Login login) throws GeneralSecurityException {
    if (login.certificate().isEmpty() || login.key().isEmpty()) {
      return new KeyManager[0];
    }
    try {
      var store = empty();
      store.setKeyEntry(
          "client",
          Pem.privateKey(login.key().get()),
          new char[0],
          Pem.certificates(login.certificate().get()).toArray(new Certificate[0]));
      var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      factory.init(store, new char[0]);
      return factory.getKeyManagers();
    } catch (GeneralSecurityException e) {
      throw new ProblemException(
          access.auth(
              "The client certificate or its key cannot be read",
              access.user(),
              "Correct client-certificate and client-key.",
              Access.words(e)),
          e);
    }
  }

  private static TrustManager[] trust(Access access) throws GeneralSecurityException {
    var authority = access.content(access.cluster(), "certificate-authority");
    var name = access.cluster().text("tls-server-name");
    if (access.cluster().flag("insecure-skip-tls-verify")) {
      return new TrustManager[] {new NamedTrust(Optional.empty(), Optional.empty())};
    }
    var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(authority.isPresent() ? store(authority.get()) : null);
    for (var manager : factory.getTrustManagers()) {
      if (name.isPresent() && manager instanceof X509TrustManager x509) {
        return new TrustManager[] {new NamedTrust(Optional.of(x509), name)};
      }
    }
    return factory.getTrustManagers();
  }

  private static KeyStore store(String pem) throws GeneralSecurityException {
    var store = empty();
    int n = 0;
    for (var certificate : Pem.certificates(pem)) {
      store.setCertificateEntry("ca" + n++, certificate);
    }
    return store;
  }

  private static KeyStore empty() throws GeneralSecurityException {
    var store = KeyStore.getInstance("PKCS12");
    try {
      store.load(null, null);
    } catch (IOException e) {
      throw new CertificateException(e);
    }
    return store;
  }

  /// When the client certificate of a login ended, if it has.
  static Optional<java.time.Instant> expired(Login login) {
    try {
      if (login.certificate().isPresent()
          && Pem.certificates(login.certificate().get()).getFirst() instanceof X509Certificate c
          && c.getNotAfter().toInstant().isBefore(java.time.Instant.now())) {
        return Optional.of(c.getNotAfter().toInstant());
      }
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
    return Optional.empty();
  }
}
