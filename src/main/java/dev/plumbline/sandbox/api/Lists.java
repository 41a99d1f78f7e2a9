package dev.plumbline.sandbox.api;

import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Tree;
import dev.plumbline.sandbox.kinds.Kind;
import dev.plumbline.sandbox.rules.Rules;
import dev.plumbline.sandbox.store.Entry;
import dev.plumbline.sandbox.store.Forgotten;
import dev.plumbline.sandbox.store.Store;
import dev.plumbline.schema.FieldError;
import dev.plumbline.yaml.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Lists with limit and continue, at a resourceVersion, with selectors.
final class Lists {

  /// How a request asks for metadata alone.
  static final String PARTIAL = "application/json;as=PartialObjectMetadata";

  private static final String TOKEN = "meta.k8s.io/v1";
  private static final String CONTINUE_TOO_OLD =
      "The provided continue parameter is too old to display a consistent list result. You can start"
          + " a new list without the continue parameter, or use the continue token in this response"
          + " to retrieve the remainder of the results. Continuing with the provided token results"
          + " in an inconsistent list - objects that were created, modified, or deleted between the"
          + " time the first chunk was returned and now may show up in the list.";

  private final Store store;
  private final Rules rules;
  private final Tables tables;

  Lists(Store store, Rules rules, Tables tables) {
    this.store = store;
    this.rules = rules;
    this.tables = tables;
  }

  /// The objects that a request's selectors want.
  Predicate<Entry> wanted(Target target, Request request) {
    var known = rules.selectable(target.kind());
    var wanted =
        Selectors.of(
            request.parameter("labelSelector").orElse(""),
            request.parameter("fieldSelector").orElse(""),
            known);
    return target.name().isEmpty() ? wanted : wanted.and(e -> e.key().name().equals(target.name()));
  }

  Reply list(Target target, Request request) {
    var kind = target.kind();
    if (request.query().containsKey("sendInitialEvents")) {
      throw Failure.options(
          "ListOptions",
          new FieldError(
              "FieldValueForbidden",
              "sendInitialEvents",
              "Forbidden: sendInitialEvents is forbidden for list"));
    }
    var wanted = wanted(target, request);
    int limit = number(request.parameter("limit").orElse("0"));
    var token = request.parameter("continue");
    var page = page(target, request, token, limit, wanted);
    var metadata = Tree.obj("resourceVersion", Tree.str(Long.toString(page.version())));
    if (!page.next().isEmpty()) {
      metadata = metadata.with("continue", Tree.str(page.next()));
      if (page.remaining() > 0) {
        metadata = metadata.with("remainingItemCount", Tree.Num.of(page.remaining()));
      }
    }
    if (request.accept().startsWith(PARTIAL + "List")) {
      return partial(page, metadata);
    }
    if (Tables.asked(request)) {
      return tables.of(target, page.entries(), metadata, request);
    }
    var head =
        Tree.obj(
            "kind",
            Tree.str(kind.listKind()),
            "apiVersion",
            Tree.str(kind.apiVersion()),
            "metadata",
            metadata);
    boolean custom = tables.custom(kind);
    return Reply.of(200, "application/json", out -> write(out, head, kind, custom, page.entries()));
  }

  private static Reply partial(Listed page, Tree.Obj metadata) {
    var items = page.entries().stream().map(e -> partial(e.body())).map(Tree.class::cast).toList();
    var list =
        Tree.obj(
            "kind",
            Tree.str("PartialObjectMetadataList"),
            "apiVersion",
            Tree.str(TOKEN),
            "metadata",
            metadata,
            "items",
            new Tree.Arr(items));
    return Reply.of(200, "application/json", out -> out.write(Json.revealed(list)));
  }

  /// An object of which only the metadata is wanted.
  static Tree.Obj partial(Tree.Obj object) {
    return Tree.obj(
        "kind",
        Tree.str("PartialObjectMetadata"),
        "apiVersion",
        Tree.str(TOKEN),
        "metadata",
        object.get("metadata").orElse(Tree.Obj.EMPTY));
  }

  private static void write(
      OutputStream out, Tree.Obj head, Kind kind, boolean custom, List<Entry> entries)
      throws IOException {
    var start = Json.compact(head);
    out.write(start.substring(0, start.length() - 1).getBytes(StandardCharsets.UTF_8));
    out.write(",\"items\":[".getBytes(StandardCharsets.UTF_8));
    boolean first = true;
    for (var entry : entries) {
      if (!first) {
        out.write(',');
      }
      first = false;
      if (custom) {
        object(kind, entry, out);
      } else {
        item(kind, entry, out);
      }
    }
    out.write("]}".getBytes(StandardCharsets.UTF_8));
  }

  /// Writes an object of a list: of built-in kinds only the list says the kind.
  private static void item(Kind kind, Entry entry, OutputStream out) throws IOException {
    var whole = new ByteArrayOutputStream();
    object(kind, entry, whole);
    var bytes = whole.toByteArray();
    var head = "{\"kind\":\"" + kind.kind() + "\",\"apiVersion\":\"" + kind.apiVersion() + "\",";
    var start = head.getBytes(StandardCharsets.UTF_8);
    if (bytes.length > start.length
        && Arrays.equals(bytes, 0, start.length, start, 0, start.length)) {
      out.write('{');
      out.write(bytes, start.length, bytes.length - start.length);
    } else {
      out.write(bytes);
    }
  }

  /// Writes an object in the version that is asked for.
  static void object(Kind kind, Entry entry, OutputStream out) throws IOException {
    if (kind.group().contains(".")) {
      out.write(Json.revealed(Writes.inVersion(kind, entry)));
    } else {
      entry.writeTo(out);
    }
  }

  private record Listed(long version, List<Entry> entries, String next, long remaining) {}

  private Listed page(
      Target target, Request request, Optional<String> token, int limit, Predicate<Entry> wanted) {
    long version = version(request, token);
    var after = token.map(Lists::after).orElse("");
    var kind = target.kind().name();
    Store.Page page;
    try {
      page = store.page(kind, target.namespace(), after, 0, Math.max(version, 0));
    } catch (Forgotten e) {
      if (token.isPresent()) {
        throw Failure.tooOld(CONTINUE_TOO_OLD).withContinue(token(-1, after));
      }
      throw Failure.tooOld("The resourceVersion for the provided list is too old.");
    }
    var entries = new ArrayList<Entry>();
    long remaining = 0;
    for (var entry : page.entries()) {
      if (wanted.test(entry)) {
        if (limit == 0 || entries.size() < limit) {
          entries.add(entry);
        } else {
          remaining++;
        }
      }
    }
    var next = remaining == 0 ? "" : token(page.version(), path(entries.getLast()));
    boolean selecting =
        request.parameter("labelSelector").isPresent()
            || request.parameter("fieldSelector").isPresent();
    return new Listed(page.version(), entries, next, selecting ? 0 : remaining);
  }

  private static String path(Entry entry) {
    var key = entry.key();
    return key.namespace().isEmpty() ? key.name() : key.namespace() + "/" + key.name();
  }

  /// The moment that is asked for: 0 for now.
  private long version(Request request, Optional<String> token) {
    var asked = request.parameter("resourceVersion").orElse("");
    var match = request.parameter("resourceVersionMatch").orElse("");
    if (!match.isEmpty()) {
      matching(match, asked, token.isPresent());
    }
    if (token.isPresent()) {
      if (!asked.isEmpty() && !asked.equals("0")) {
        throw Failure.badRequest("specifying resource version is not allowed when using continue");
      }
      return at(token.get());
    }
    long version = parse(asked);
    long current = store.version();
    if (version > current) {
      throw Failure.tooNew(version, current);
    }
    boolean exact =
        match.equals("Exact")
            || (match.isEmpty() && version > 0 && request.parameter("limit").isPresent());
    return exact ? version : 0;
  }

  private static void matching(String match, String asked, boolean continued) {
    var why =
        asked.isEmpty()
            ? "resourceVersionMatch is forbidden unless resourceVersion is provided"
            : continued ? "resourceVersionMatch is forbidden when continue is provided" : "";
    if (!why.isEmpty()) {
      throw Failure.options(
          "ListOptions",
          new FieldError("FieldValueForbidden", "resourceVersionMatch", "Forbidden: " + why));
    }
    if (!match.equals("Exact") && !match.equals("NotOlderThan")) {
      throw Failure.options(
          "ListOptions",
          new FieldError(
              "FieldValueNotSupported",
              "resourceVersionMatch",
              "Unsupported value: \""
                  + match
                  + "\": supported values: \"Exact\", \"NotOlderThan\", \"\""));
    }
    if (match.equals("Exact") && asked.equals("0")) {
      throw Failure.options(
          "ListOptions",
          new FieldError(
              "FieldValueForbidden",
              "resourceVersionMatch",
              "Forbidden: resourceVersionMatch \"exact\" is forbidden for resourceVersion \"0\""));
    }
  }

  /// A resourceVersion as a number; nothing is 0.
  static long parse(String version) {
    if (version.isEmpty()) {
      return 0;
    }
    try {
      return Long.parseUnsignedLong(version);
    } catch (NumberFormatException e) {
      throw Failure.badRequest(
          "invalid resource version: resourceVersion: Invalid value: \""
              + version
              + "\": strconv.ParseUint: parsing \""
              + version
              + "\": invalid syntax");
    }
  }

  private static int number(String text) {
    try {
      return Math.max(0, Integer.parseInt(text));
    } catch (NumberFormatException e) {
      throw Failure.badRequest("strconv.ParseInt: parsing \"" + text + "\": invalid syntax");
    }
  }

  private static String token(long version, String after) {
    var token =
        Tree.obj("v", Tree.str(TOKEN), "rv", Tree.Num.of(version), "start", Tree.str(after + "\0"));
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Json.compact(token).getBytes(StandardCharsets.UTF_8));
  }

  private static Tree.Obj read(String token) {
    var json = decoded(token);
    try {
      return (Tree.Obj) Json.parse(json, "token");
    } catch (ProblemException | ClassCastException e) {
      throw Failure.badRequest(
          "invalid continue token: continue key is not valid: invalid character '"
              + (json.length == 0 ? "" : (char) (json[0] & 0xff))
              + "' looking for beginning of value");
    }
  }

  private static byte[] decoded(String token) {
    try {
      return Base64.getUrlDecoder().decode(token);
    } catch (IllegalArgumentException e) {
      throw Failure.badRequest("invalid continue token: continue key is not valid: illegal base64");
    }
  }

  private static long at(String token) {
    return read(token).at("rv").orElse(Tree.Num.of(0)) instanceof Tree.Num n
        ? n.value().longValue()
        : 0;
  }

  private static String after(String token) {
    var start = read(token).text("start").orElse("");
    return start.endsWith("\0") ? start.substring(0, start.length() - 1) : start;
  }
}
