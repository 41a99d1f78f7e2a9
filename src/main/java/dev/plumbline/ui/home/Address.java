package dev.plumbline.ui.home;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

/// What a person typed as the address of a repository, understood without asking anyone. Pure.
sealed interface Address {

  /// Nothing was typed.
  record Nothing() implements Address {}

  /// It can be cloned.
  ///
  /// @param way how Git will reach it
  /// @param host where from; a folder for a repository of this machine
  /// @param name what the repository is called, without `.git`
  record Whole(Way way, String host, String name) implements Address {}

  /// It cannot be cloned as it is.
  ///
  /// @param word the key of the words that say why
  record Odd(String word, String about) implements Address {}

  /// How Git reaches a repository.
  enum Way {
    HTTPS,
    HTTP,
    SSH,
    GIT,
    FILE
  }

  /// `git@host:path`, as Git itself takes it: no slash before the first colon, and more than a
  /// drive letter.
  Pattern SCP = Pattern.compile("(?:[^@/:\\s]+@)?([^@/:\\s]{2,}):(?!//)(.+)");

  Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*)://(.*)");

  static Address of(String typed) {
    var text = typed.strip();
    if (text.isEmpty()) {
      return new Nothing();
    }
    if (text.chars().anyMatch(Character::isWhitespace) && !text.startsWith("/")) {
      return new Odd("home.clone.odd.space", "");
    }
    var scheme = SCHEME.matcher(text);
    if (scheme.matches()) {
      return withScheme(scheme.group(1).toLowerCase(Locale.ROOT), text);
    }
    if (text.startsWith("/") || text.startsWith("~/") || text.matches("[A-Za-z]:[\\\\/].*")) {
      return named(Way.FILE, text, text);
    }
    var scp = SCP.matcher(text);
    if (scp.matches()) {
      return named(Way.SSH, scp.group(1), scp.group(2));
    }
    return new Odd("home.clone.odd.unlike", text);
  }

  private static Address withScheme(String scheme, String text) {
    URI uri;
    try {
      uri = new URI(text);
    } catch (URISyntaxException e) {
      return new Odd("home.clone.odd.sign", Character.toString(text.codePointAt(at(e, text))));
    }
    var path = uri.getPath() == null ? "" : uri.getPath();
    if (scheme.equals("file")) {
      return named(Way.FILE, path, path);
    }
    var way =
        switch (scheme) {
          case "https" -> Way.HTTPS;
          case "http" -> Way.HTTP;
          case "git" -> Way.GIT;
          case "ssh", "git+ssh", "ssh+git" -> Way.SSH;
          default -> null;
        };
    if (way == null) {
      return new Odd("home.clone.odd.scheme", scheme);
    }
    var host = uri.getHost() == null ? "" : uri.getHost();
    if (host.isEmpty()) {
      return new Odd("home.clone.odd.host", scheme);
    }
    var user = uri.getRawUserInfo();
    if (user != null && user.contains(":")) {
      return new Odd("home.clone.odd.password", "");
    }
    return named(way, host, path);
  }

  private static int at(URISyntaxException e, String text) {
    return Math.clamp(e.getIndex(), 0, text.length() - 1);
  }

  private static Address named(Way way, String host, String path) {
    var parts = path.replaceFirst("[/\\\\]+$", "").split("[/\\\\]", -1);
    var last = parts[parts.length - 1];
    var name = last.equals(".git") && parts.length > 1 ? parts[parts.length - 2] : last;
    name = name.replaceFirst("\\.git$", "");
    return name.isEmpty() || name.equals("~")
        ? new Odd("home.clone.odd.path", host)
        : new Whole(way, host, name);
  }
}
