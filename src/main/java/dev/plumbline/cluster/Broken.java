package dev.plumbline.cluster;

import dev.plumbline.model.Problem;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/// Says in clear words why no answer came: a name that does not resolve, a refused connection, a
/// certificate that is not trusted, a time limit, a connection that broke.
final class Broken {

  private Broken() {}

  static Problem problem(Throwable thrown, Access access, Login login, String about) {
    var server = access.server();
    var detail = Access.words(thrown);
    var expired = Tls.expired(login);
    if (has(thrown, SSLException.class) && expired.isPresent()) {
      return new Problem.Auth(
          "The client certificate of " + access.context() + " expired at " + expired.get(),
          server,
          "Log in again.",
          detail);
    }
    if (has(thrown, CertificateException.class)) {
      return new Problem.Network(
          "The certificate of the API server of " + access.context() + " is not trusted",
          server,
          "Check certificate-authority and the server's name in the kubeconfig.",
          deepest(thrown));
    }
    if (has(thrown, SSLException.class)) {
      return new Problem.Network(
          "There is no TLS connection to the API server of " + access.context(),
          server,
          "Check the server URL and the client certificate.",
          detail);
    }
    if (has(thrown, UnknownHostException.class) || has(thrown, UnresolvedAddressException.class)) {
      return new Problem.Network(
          "The host of the API server of " + access.context() + " is not known",
          server,
          "Check the server URL, DNS and VPN.",
          detail);
    }
    if (has(thrown, HttpConnectTimeoutException.class)) {
      return new Problem.Network(
          "The API server of "
              + access.context()
              + " did not take the connection within "
              + Api.CONNECT.toSeconds()
              + " s",
          server,
          "Check network and VPN.",
          detail);
    }
    if (has(thrown, ConnectException.class)) {
      return new Problem.Network(
          "The API server of " + access.context() + " refuses the connection",
          server,
          "Check that it runs, and the server URL.",
          detail);
    }
    if (has(thrown, HttpTimeoutException.class) || has(thrown, TimeoutException.class)) {
      return new Problem.Network(
          "The API server of "
              + access.context()
              + " did not answer within "
              + Api.REQUEST.toSeconds()
              + " s",
          about,
          "Try again.",
          detail);
    }
    return new Problem.Network(
        "The connection to the API server of " + access.context() + " broke",
        about,
        "Try again.",
        detail);
  }

  /// Whether a read may simply be sent once more: the connection was there and broke.
  static boolean again(Throwable thrown) {
    return !has(thrown, ConnectException.class)
        && !has(thrown, HttpTimeoutException.class)
        && !has(thrown, TimeoutException.class)
        && !has(thrown, SSLException.class)
        && !has(thrown, UnresolvedAddressException.class)
        && !has(thrown, UnknownHostException.class);
  }

  private static boolean has(Throwable thrown, Class<? extends Throwable> type) {
    for (var t = thrown; t != null; t = t.getCause()) {
      if (type.isInstance(t)) {
        return true;
      }
    }
    return false;
  }

  private static String deepest(Throwable thrown) {
    var t = thrown;
    for (var cause = t.getCause(); cause != null; cause = t.getCause()) {
      t = cause;
    }
    return Access.words(t);
  }
}
