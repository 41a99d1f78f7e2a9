package dev.plumbline.sandbox.api;

import dev.plumbline.model.Tree;
import dev.plumbline.sandbox.kinds.Kind;
import dev.plumbline.sandbox.store.Entry;
import dev.plumbline.yaml.Json;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Lists as `kubectl get` asks for them: rows of cells. A built-in kind that is not in [Columns]
/// has a name and a date, which is less than a real server tells.
final class Tables {

  private static final String CREATED = ".metadata.creationTimestamp";

  private static final List<Column> LEAST =
      List.of(
          Column.named(),
          new Column(
              "Created At",
              "date",
              "",
              false,
              (o, now) -> o.at("metadata", "creationTimestamp").orElse(Tree.Null.VALUE)));

  private final Definitions definitions;
  private final InstantSource clock;

  Tables(Definitions definitions, InstantSource clock) {
    this.definitions = definitions;
    this.clock = clock;
  }

  /// Whether a request prefers a table.
  static boolean asked(Request request) {
    return request.accept().startsWith("application/json;as=Table");
  }

  /// Whether a definition makes a kind.
  boolean custom(Kind kind) {
    return definitions.version(kind).isPresent();
  }

  Reply of(Target target, List<Entry> entries, Tree metadata, Request request) {
    var table = table(target.kind(), entries, metadata, request, true);
    return Reply.of(200, "application/json", out -> out.write(Json.revealed(table)));
  }

  /// A table.
  ///
  /// @param headed whether it says its columns; in a watch only the first does
  Tree table(Kind kind, List<Entry> entries, Tree metadata, Request request, boolean headed) {
    var columns = columns(kind);
    var include = request.parameter("includeObject").orElse("Metadata");
    var now = clock.instant();
    var rows = new ArrayList<Tree>();
    for (var entry : entries) {
      rows.add(row(columns, Writes.inVersion(kind, entry), include, now));
    }
    return Tree.obj(
        "kind",
        Tree.str("Table"),
        "apiVersion",
        Tree.str("meta.k8s.io/v1"),
        "metadata",
        metadata,
        "columnDefinitions",
        headed ? new Tree.Arr(columns.stream().map(Column::definition).toList()) : Tree.Null.VALUE,
        "rows",
        new Tree.Arr(rows));
  }

  private List<Column> columns(Kind kind) {
    var version = definitions.version(kind);
    if (version.isEmpty()) {
      return Columns.TABLE.getOrDefault(
          kind.kindName(), MoreColumns.TABLE.getOrDefault(kind.kindName(), LEAST));
    }
    var columns = new ArrayList<Column>();
    columns.add(Column.named());
    var told = version.get().items("additionalPrinterColumns");
    for (var column : told) {
      columns.add(told(column));
    }
    if (told.isEmpty()) {
      columns.add(new Column("Age", "date", "", false, (o, now) -> value("date", o, CREATED, now)));
    }
    return columns;
  }

  private static Column told(Tree column) {
    var path = column.text("jsonPath").orElse("");
    var type = column.text("type").orElse("");
    return new Column(
        column.text("name").orElse(""),
        type,
        column
            .text("description")
            .filter(d -> !d.isEmpty())
            .orElse("Custom resource definition column (in JSONPath format): " + path),
        Columns.number(column, "priority") > 0,
        (o, now) -> value(type, o, path, now));
  }

  private static Tree value(String type, Tree.Obj object, String path, Instant now) {
    var found = PrinterPath.first(object, path);
    if (found.isEmpty() || found.get() instanceof Tree.Null) {
      return Tree.Null.VALUE;
    }
    var value = found.get();
    return switch (type) {
      case "integer", "number" -> value instanceof Tree.Num ? value : Tree.Null.VALUE;
      case "boolean" -> value instanceof Tree.Bool ? value : Tree.Null.VALUE;
      case "date" -> Tree.str(Ages.of(found, now));
      default ->
          Tree.str(value instanceof Tree.Str(String text) ? text : Json.compact(sorted(value)));
    };
  }

  private static Tree sorted(Tree tree) {
    return switch (tree) {
      case Tree.Obj(Map<String, Tree> fields) -> {
        var sorted = new TreeMap<String, Tree>();
        fields.forEach((key, value) -> sorted.put(key, sorted(value)));
        yield new Tree.Obj(sorted);
      }
      case Tree.Arr(List<Tree> items) -> new Tree.Arr(items.stream().map(Tables::sorted).toList());
      default -> tree;
    };
  }

  private static Tree row(List<Column> columns, Tree.Obj body, String include, Instant now) {
    var cells = columns.stream().map(c -> c.cell().apply(body, now)).toList();
    var object =
        switch (include) {
          case "None" -> Tree.Null.VALUE;
          case "Object" -> body;
          default ->
              Tree.obj(
                  "kind",
                  Tree.str("PartialObjectMetadata"),
                  "apiVersion",
                  Tree.str("meta.k8s.io/v1"),
                  "metadata",
                  body.get("metadata").orElse(Tree.Obj.EMPTY));
        };
    return Tree.obj("cells", new Tree.Arr(cells), "object", object);
  }
}
