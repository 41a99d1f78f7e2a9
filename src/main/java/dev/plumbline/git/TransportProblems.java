package dev.plumbline.git;

import dev.plumbline.model.Problem;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a failed fetch means, by the words of `git`, curl, ssh and the servers in use (English: the
/// C locale is asked for).
final class TransportProblems {

  private TransportProblems() {}

  private static final Pattern PORT = Pattern.compile("(.+):(\\d+)");

  private interface Kind {
    Problem problem(String what, String where, String whatToDo, String detail);
  }

  private record Sign(Pattern words, Kind kind, String what, String whatToDo) {}

  /// The first that fits counts: a server that does not know a login may say *not found*, too.
  private static final List<Sign> SIGNS =
      List.of(
          sign(
              "No space left on device|Disk quota exceeded",
              Problem.Unexpected::new,
              "The disk is full",
              "Make space, then try again"),
          sign(
              "REMOTE HOST IDENTIFICATION HAS CHANGED",
              Problem.Auth::new,
              "The key of HOST is not the one that was seen before",
              "Ask who runs it. If the change is right: ssh-keygen -R 'KNOWN', then SSH in a terminal"),
          sign(
              "Host key verification failed",
              Problem.Auth::new,
              "The key of HOST is not trusted yet",
              "Run SSH in a terminal and compare the fingerprint"),
          sign(
              "Permission denied \\(.*publickey|Too many authentication failures|no mutual signature",
              Problem.Auth::new,
              "HOST accepts none of the ssh keys",
              "Add the key to the ssh agent (ssh-add) and give its public half to the server"),
          sign(
              "transport '.*' not allowed|Unable to find remote helper",
              Problem.Refused::new,
              "Repositories are not fetched this way",
              "Use https, ssh or a folder"),
          sign(
              "detected dubious ownership",
              Problem.Refused::new,
              "The repository belongs to another user",
              "If you trust it: git config --global --add safe.directory FOLDER"),
          sign(
              "returned error: 403|HTTP 403",
              Problem.Forbidden::new,
              "This login may not read the repository",
              "Ask for read access, or use another login"),
          sign(
              "could not read (Username|Password)|terminal prompts disabled|returned error: 401",
              Problem.Auth::new,
              "HOST wants a login",
              "Set a credential helper for Git and sign in once with git fetch in a terminal"),
          sign(
              "Authentication failed|Invalid username or (password|token)|HTTP Basic: Access denied",
              Problem.Auth::new,
              "HOST does not accept the login",
              "Renew the password or token that the credential helper keeps: git credential reject"),
          sign(
              "certificate|SSL|GnuTLS|gnutls",
              Problem.Network::new,
              "No trusted connection to HOST",
              "Check the server's certificate; http.sslCAInfo names a CA of your own"),
          sign(
              "Could not resolve (host|proxy)|Name or service not known|Temporary failure in name"
                  + "|nodename nor servname",
              Problem.Network::new,
              "The name HOST cannot be found",
              "Check the URL and the network"),
          sign(
              "Connection refused|Couldn't connect|Could not connect|Failed to connect|No route to host"
                  + "|Connection timed out|Network is unreachable|unable to connect",
              Problem.Network::new,
              "HOST cannot be reached",
              "Check the network, VPN and proxy"),
          sign(
              "mismatched algorithms|unsupported object format",
              Problem.Invalid::new,
              "The repository uses SHA-256 ids",
              "Only SHA-1 repositories can be opened"),
          sign(
              "is this a git repository\\?|does not appear to be a git repository"
                  + "|not a git repository|not a valid bundle",
              Problem.Invalid::new,
              "There is no Git repository at this URL",
              "Check the URL"),
          sign(
              "[Rr]epository( '.*')? not found|repository '.*' does not exist|returned error: 404"
                  + "|not exported|could not be found|No such file or directory|Project not found",
              Problem.NotFound::new,
              "There is no such repository, or your login may not see it",
              "Check the URL and the login"),
          sign(
              "early EOF|hung up|RPC failed|Connection reset|unexpected disconnect|Broken pipe"
                  + "|Operation too slow|transfer closed|Empty reply|Connection closed"
                  + "|expected flush|Timeout, server",
              Problem.Network::new,
              "The connection to HOST broke",
              "Try again"),
          sign(
              "unknown option|unknown switch",
              Problem.Unexpected::new,
              "This git is too old",
              "Install Git 2.31 or newer"),
          sign(
              "\\.lock'|cannot lock ref|unable to update local ref",
              Problem.Conflict::new,
              "Another Git process is at work in this repository",
              "Try again when it has ended"));

  private static Sign sign(String words, Kind kind, String what, String whatToDo) {
    return new Sign(Pattern.compile(words), kind, what, whatToDo);
  }

  /// Words with the commands for a host, which may have a port.
  private static String command(String words, String host) {
    var port = PORT.matcher(host);
    boolean has = port.matches();
    return words
        .replace("SSH", has ? "ssh -p " + port.group(2) + " " + port.group(1) : "ssh " + host)
        .replace("KNOWN", has ? "[" + port.group(1) + "]:" + port.group(2) : host)
        .replace("HOST", host);
  }

  /// @param words what was said, without progress and without secrets
  /// @param where the remote as it may be shown
  static Problem of(List<String> words, String where, Optional<GitUrl> url) {
    var detail = String.join("\n", words);
    var host = url.map(GitUrl::host).filter(h -> !h.isEmpty()).orElse("the remote");
    for (var sign : SIGNS) {
      if (sign.words().matcher(detail).find()) {
        return sign.kind()
            .problem(
                sign.what().replace("HOST", host), where, command(sign.whatToDo(), host), detail);
      }
    }
    return new Problem.Unexpected("git failed", where, "", detail);
  }
}
