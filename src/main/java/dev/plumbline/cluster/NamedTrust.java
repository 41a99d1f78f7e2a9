package dev.plumbline.cluster;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;

/// Trust that does not go by the host in the URL: by `tls-server-name`, or, for
/// `insecure-skip-tls-verify`, by nothing. Java's HTTP client takes the name only from the URL.
final class NamedTrust extends X509ExtendedTrustManager {

  private static final int DNS = 2;
  private static final int IP = 7;

  private final Optional<X509TrustManager> chains;
  private final Optional<String> name;

  /// @param chains checks the chain; empty: every chain is taken
  /// @param name the name that the certificate must carry; empty: any
  NamedTrust(Optional<X509TrustManager> chains, Optional<String> name) {
    this.chains = chains;
    this.name = name;
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
    if (chains.isPresent()) {
      chains.get().checkServerTrusted(chain, type);
    }
    if (name.isPresent() && !carries(chain[0], name.get())) {
      throw new CertificateException("The certificate is not for " + name.get());
    }
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    checkServerTrusted(chain, type);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    checkServerTrusted(chain, type);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
    throw new CertificateException("not a server");
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    checkClientTrusted(chain, type);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    checkClientTrusted(chain, type);
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return chains.map(X509TrustManager::getAcceptedIssuers).orElse(new X509Certificate[0]);
  }

  private static boolean carries(X509Certificate certificate, String wanted)
      throws CertificateException {
    var names = certificate.getSubjectAlternativeNames();
    for (List<?> entry : names == null ? List.<List<?>>of() : names) {
      if (entry.get(0) instanceof Integer kind
          && (kind == DNS || kind == IP)
          && entry.get(1) instanceof String value
          && matches(value.toLowerCase(Locale.ROOT), wanted.toLowerCase(Locale.ROOT))) {
        return true;
      }
    }
    return false;
  }

  /// A wildcard stands for one whole first label.
  private static boolean matches(String pattern, String wanted) {
    int dot = wanted.indexOf('.');
    return pattern.equals(wanted)
        || (pattern.startsWith("*.")
            && dot > 0
            && pattern.substring(1).equals(wanted.substring(dot)));
  }
}
