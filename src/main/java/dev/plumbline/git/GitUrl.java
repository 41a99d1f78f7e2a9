package dev.plumbline.git;

import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Where a repository is cloned from: `https://`, `ssh://`, `user@host:path`, `file://` or a
/// folder; also `http://` and `git://`, which are not encrypted. Nothing else: Git itself would run
/// programs for some (`ext::`).
///
/// @param kind how it is reached
/// @param text the URL as it was given, with its secrets: never show, log or keep it
/// @param stored the URL without a password or token, as it may stand in a configuration
/// @param shown the URL as people and logs see it: no login, no query
/// @param host the host, with its port; empty for a folder of this machine
/// @param login what stood in a web address before the host: `user:password`, still encoded
public record GitUrl(
    Kind kind, String text, String stored, String shown, String host, Optional<String> login) {

  /// How a repository is reached.
  public enum Kind {
    HTTPS,
    HTTP,
    SSH,
    GIT,
    FILE;

    /// Whether nobody on the way can read or change what comes.
    public boolean guarded() {
      return this != HTTP && this != GIT;
    }
  }

  private static final Pattern WITH_SCHEME =
      Pattern.compile("(?<scheme>[A-Za-z][A-Za-z0-9+.-]*)://(?<rest>.*)");
  private static final Pattern AUTHORITY =
      Pattern.compile("(?:(?<user>[^/]*)@)?(?<host>[^/@]*)(?<path>/.*)?");
  private static final Pattern SCP =
      Pattern.compile("(?:(?<user>[^/:@]+)@)?(?<host>[^/:@]{2,}|\\[[^/@]+]):(?<path>[^:].*)");
  private static final Pattern NAME = Pattern.compile("[^\\p{L}\\p{N}._-]");

  /// A longer user name without a password may be a token.
  private static final int LONGEST_LOGIN = 20;

  /// Throws [ProblemException]: `Invalid` for what is no URL, `Refused` for a way that is not
  /// taken.
  public static GitUrl parse(String given) {
    var text = given.strip();
    if (text.isEmpty() || text.chars().anyMatch(Character::isISOControl)) {
      throw invalid("A repository needs a URL or a folder");
    }
    if (text.startsWith("-")) {
      throw invalid("A URL does not begin with a dash");
    }
    var url = WITH_SCHEME.matcher(text);
    if (url.matches()) {
      return withScheme(text, url.group("scheme").toLowerCase(Locale.ROOT), url.group("rest"));
    }
    if (text.matches("[A-Za-z0-9+.-]+::.*")) {
      throw refused(text.substring(0, text.indexOf(':')) + "::");
    }
    var scp = SCP.matcher(text);
    if (scp.matches()) {
      host(scp.group("host"));
      return new GitUrl(Kind.SSH, text, text, text, scp.group("host"), Optional.empty());
    }
    return folder(text);
  }

  private static GitUrl withScheme(String text, String scheme, String rest) {
    if (scheme.equals("file")) {
      return new GitUrl(Kind.FILE, text, text, text, "", Optional.empty());
    }
    var kind =
        switch (scheme) {
          case "https" -> Kind.HTTPS;
          case "http" -> Kind.HTTP;
          case "ssh", "git+ssh", "ssh+git" -> Kind.SSH;
          case "git" -> Kind.GIT;
          default -> throw refused(scheme + "://");
        };
    var parts = AUTHORITY.matcher(rest);
    if (!parts.matches() || parts.group("path") == null) {
      throw invalid("The URL names no repository on its host");
    }
    host(parts.group("host"));
    var user = parts.group("user");
    var name = user == null ? "" : user.replaceFirst(":.*", "");
    boolean secret = user != null && (user.contains(":") || name.length() >= LONGEST_LOGIN);
    var login = name.isEmpty() || (secret && kind != Kind.SSH) ? "" : name + "@";
    var place = parts.group("host") + parts.group("path");
    var shown = (kind == Kind.SSH ? login : "") + place.replaceFirst("\\?.*", "");
    return new GitUrl(
        kind,
        text,
        scheme + "://" + login + place,
        scheme + "://" + shown,
        parts.group("host").toLowerCase(Locale.ROOT),
        Optional.ofNullable(user).filter(u -> secret && kind != Kind.SSH));
  }

  private static GitUrl folder(String text) {
    try {
      var path = Path.of(text).toAbsolutePath().normalize().toString();
      return new GitUrl(Kind.FILE, path, path, path, "", Optional.empty());
    } catch (InvalidPathException e) {
      throw invalid("This is neither a URL nor a folder");
    }
  }

  private static void host(String host) {
    if (host.isEmpty() || host.startsWith("-")) {
      throw invalid("The URL names no host");
    }
  }

  /// Where a clone of it stands below a folder: `<root>/<host>/<path>.git`, `file` in place of the
  /// host for a folder of this machine.
  public Path below(Path root) {
    var place = shown.replaceFirst("^[A-Za-z0-9+.-]+://", "").replaceFirst("^[^/@]*@", "");
    var names = new ArrayList<String>();
    names.add(kind == Kind.FILE ? "file" : name(host));
    var path = kind == Kind.FILE ? place : place.substring(Math.min(place.length(), host.length()));
    for (var segment : path.split("[/\\\\:]+", -1)) {
      if (!segment.isEmpty() && !segment.equals(".") && !segment.equals("..")) {
        names.add(name(segment));
      }
    }
    names.set(names.size() - 1, names.getLast().replaceFirst("\\.git$", "") + ".git");
    return below(root, names);
  }

  private static Path below(Path root, List<String> names) {
    var path = root;
    for (var name : names) {
      path = path.resolve(name);
    }
    return path;
  }

  private static String name(String segment) {
    return NAME.matcher(segment).replaceAll("_").replaceFirst("^[.-]", "_");
  }

  /// Text of another program without the secrets of this URL.
  String redacted(String words) {
    return withoutLogins(words.replace(text, shown));
  }

  /// Text of another program without any login of a web address.
  static String withoutLogins(String words) {
    return words.replaceAll("(https?://)[^/\\s']+@", "$1");
  }

  @Override
  public String toString() {
    return shown;
  }

  private static ProblemException invalid(String what) {
    return new ProblemException(
        new Problem.Invalid(
            what, "", "Give https://…, ssh://…, user@host:path, file:///… or a folder", ""));
  }

  private static ProblemException refused(String way) {
    return new ProblemException(
        new Problem.Refused(
            "Repositories are not cloned by " + way, "", "Use https://…, ssh://… or a folder", ""));
  }
}
