package dev.plumbline.sandbox.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// What is wrong with names, as apimachinery says it (`util/validation`, `api/validate/content`).
/// An empty list: nothing.
final class Names {

  private static final int LABEL_LENGTH = 63;
  private static final int SUBDOMAIN_LENGTH = 253;
  private static final int PORT_LENGTH = 15;

  private static final String LABEL_TEXT = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
  private static final String SUBDOMAIN_TEXT = LABEL_TEXT + "(\\." + LABEL_TEXT + ")*";
  private static final String NAME_TEXT = "([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]";
  private static final String VALUE_TEXT = "(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?";

  private static final Pattern LABEL = Pattern.compile(LABEL_TEXT);
  private static final Pattern SUBDOMAIN = Pattern.compile(SUBDOMAIN_TEXT);
  private static final Pattern WILDCARD = Pattern.compile("\\*\\." + SUBDOMAIN_TEXT);
  private static final Pattern NAME = Pattern.compile(NAME_TEXT);
  private static final Pattern VALUE = Pattern.compile(VALUE_TEXT);
  private static final Pattern PORT = Pattern.compile("[-a-z0-9]+");
  private static final Pattern LETTER = Pattern.compile("[a-z]");
  private static final Pattern DATA_KEY = Pattern.compile("[-._a-zA-Z0-9]+");
  private static final Pattern ENV = Pattern.compile("[ -<>-~]+");

  private static final String NAMED =
      "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an"
          + " alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for"
          + " validation is '"
          + NAME_TEXT
          + "')";

  private Names() {}

  private static String longest(int length, String unit) {
    return "must be no more than " + length + " " + unit;
  }

  /// A DNS label.
  static List<String> label(String text) {
    var wrong = new ArrayList<String>();
    if (text.length() > LABEL_LENGTH) {
      wrong.add(longest(LABEL_LENGTH, "characters"));
    }
    if (!LABEL.matcher(text).matches()) {
      wrong.add(
          SUBDOMAIN.matcher(text).matches()
              ? "must not contain dots"
              : "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or"
                  + " '-', and must start and end with an alphanumeric character (e.g. 'my-name', "
                  + " or '123-abc', regex used for validation is '"
                  + LABEL_TEXT
                  + "')");
    }
    return wrong;
  }

  /// A DNS name.
  static List<String> subdomain(String text) {
    var wrong = new ArrayList<String>();
    if (text.length() > SUBDOMAIN_LENGTH) {
      wrong.add(longest(SUBDOMAIN_LENGTH, "characters"));
    }
    if (!SUBDOMAIN.matcher(text).matches()) {
      wrong.add(
          "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-'"
              + " or '.', and must start and end with an alphanumeric character (e.g."
              + " 'example.com', regex used for validation is '"
              + SUBDOMAIN_TEXT
              + "')");
    }
    return wrong;
  }

  /// `*.example.com`.
  static List<String> wildcard(String text) {
    var wrong = new ArrayList<String>();
    if (text.length() > SUBDOMAIN_LENGTH) {
      wrong.add(longest(SUBDOMAIN_LENGTH, "characters"));
    }
    if (!WILDCARD.matcher(text).matches()) {
      wrong.add(
          "a wildcard DNS-1123 subdomain must start with '*.', followed by a valid DNS subdomain,"
              + " which must consist of lower case alphanumeric characters, '-' or '.' and end with"
              + " an alphanumeric character (e.g. '*.example.com', regex used for validation is"
              + " '\\*\\."
              + SUBDOMAIN_TEXT
              + "')");
    }
    return wrong;
  }

  /// The key of a label or an annotation.
  static List<String> qualified(String text) {
    var wrong = new ArrayList<String>();
    var parts = text.split("/", -1);
    if (parts.length > 2) {
      return List.of(
          "a valid label key "
              + NAMED
              + " with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')");
    }
    if (parts.length == 2) {
      if (parts[0].isEmpty()) {
        wrong.add("prefix part must be non-empty");
      } else {
        subdomain(parts[0]).forEach(w -> wrong.add("prefix part " + w));
      }
    }
    var name = parts[parts.length - 1];
    if (name.isEmpty()) {
      wrong.add("name part must be non-empty");
    } else if (name.length() > LABEL_LENGTH) {
      wrong.add("name part " + longest(LABEL_LENGTH, "bytes"));
    }
    if (!NAME.matcher(name).matches()) {
      wrong.add("name part " + NAMED);
    }
    return wrong;
  }

  /// The value of a label.
  static List<String> value(String text) {
    var wrong = new ArrayList<String>();
    if (text.length() > LABEL_LENGTH) {
      wrong.add(longest(LABEL_LENGTH, "bytes"));
    }
    if (!VALUE.matcher(text).matches()) {
      wrong.add(
          "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or"
              + " '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or"
              + " 'my_value',  or '12345', regex used for validation is '"
              + VALUE_TEXT
              + "')");
    }
    return wrong;
  }

  /// The name of a port.
  static List<String> portName(String text) {
    var wrong = new ArrayList<String>();
    if (text.length() > PORT_LENGTH) {
      wrong.add(longest(PORT_LENGTH, "characters"));
    }
    if (!PORT.matcher(text).matches()) {
      wrong.add("must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)");
    }
    if (!LETTER.matcher(text).find()) {
      wrong.add("must contain at least one letter (a-z)");
    }
    if (text.contains("--")) {
      wrong.add("must not contain consecutive hyphens");
    }
    if (text.startsWith("-") || text.endsWith("-")) {
      wrong.add("must not begin or end with a hyphen");
    }
    return wrong;
  }

  /// The key of a ConfigMap or Secret.
  static List<String> dataKey(String text) {
    var wrong = new ArrayList<String>();
    if (text.length() > SUBDOMAIN_LENGTH) {
      wrong.add(longest(SUBDOMAIN_LENGTH, "characters"));
    }
    if (!DATA_KEY.matcher(text).matches()) {
      wrong.add(
          "a valid config key must consist of alphanumeric characters, '-', '_' or '.' (e.g."
              + " 'key.name',  or 'KEY_NAME',  or 'key-name', regex used for validation is"
              + " '[-._a-zA-Z0-9]+')");
    }
    if (text.equals(".")) {
      wrong.add("must not be '.'");
    } else if (text.equals("..")) {
      wrong.add("must not be '..'");
    } else if (text.startsWith("..")) {
      wrong.add("must not start with '..'");
    }
    return wrong;
  }

  /// The name of an environment variable.
  static List<String> env(String text) {
    return ENV.matcher(text).matches()
        ? List.of()
        : List.of(
            "a valid environment variable name must consist only of printable ASCII characters"
                + " other than '='");
  }

  /// A part of a URL's path: the names of roles.
  static List<String> segment(String text) {
    if (text.equals(".") || text.equals("..")) {
      return List.of("may not be '" + text + "'");
    }
    var wrong = new ArrayList<String>();
    for (var letter : List.of("/", "%")) {
      if (text.contains(letter)) {
        wrong.add("may not contain '" + letter + "'");
      }
    }
    return wrong;
  }
}
