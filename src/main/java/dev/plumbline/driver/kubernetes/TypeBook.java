package dev.plumbline.driver.kubernetes;

import dev.plumbline.cluster.Cluster;
import dev.plumbline.cluster.Kind;
import dev.plumbline.model.Cancel;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Tree;
import dev.plumbline.schema.Schemas;
import dev.plumbline.schema.Type;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The types of a cluster's kinds as its own OpenAPI v3 describes them, read again when their hash
/// changes. What is missing or makes no sense leaves its kinds without a type, with the reason, and
/// no other kind.
final class TypeBook {

  private static final Logger LOG = LoggerFactory.getLogger(TypeBook.class);

  /// One question about the hashes serves all looks for so long.
  static final Duration INDEX = Duration.ofSeconds(10);

  /// What could not be read is tried again after so long.
  private static final Duration AGAIN = Duration.ofMinutes(1);

  private final Cluster cluster;
  private final InstantSource clock;
  private final Map<String, Chapter> chapters = new ConcurrentHashMap<>();
  private @Nullable Edition latest;
  private Instant asked = Instant.MIN;

  /// What an address led to.
  private record Chapter(String address, Optional<Schemas> schemas, String why, Instant read) {}

  TypeBook(Cluster cluster, InstantSource clock) {
    this.cluster = cluster;
    this.clock = clock;
  }

  /// The types as of now; asks the server for the hashes when it was not asked lately.
  Edition now(Cancel cancel) {
    var known = current();
    if (known != null) {
      return known;
    }
    Edition edition;
    try {
      var addresses = cluster.openApi(cancel);
      edition =
          addresses.isEmpty()
              ? Edition.none("the server describes no types (OpenAPI v3)")
              : new Edition(this, addresses, "");
    } catch (ProblemException e) {
      edition = Edition.none(reason(e));
    }
    remember(edition);
    return edition;
  }

  private synchronized @Nullable Edition current() {
    return asked.plus(INDEX).isAfter(clock.instant()) ? latest : null;
  }

  private synchronized void remember(Edition edition) {
    latest = edition;
    asked = clock.instant();
  }

  private static String reason(ProblemException e) {
    if (e.problem() instanceof Problem.Cancelled) {
      throw e;
    }
    LOG.info("Types of the server are not known: {}", e.problem().sentence());
    return e.problem().sentence();
  }

  private Chapter read(String groupVersion, String address, Cancel cancel) {
    var known = chapters.get(groupVersion);
    if (known != null
        && known.address().equals(address)
        && (known.schemas().isPresent() || known.read().plus(AGAIN).isAfter(clock.instant()))) {
      return known;
    }
    Chapter chapter;
    try {
      var document = Descriptions.without(cluster.openApi(address, cancel));
      chapter = new Chapter(address, Optional.of(Schemas.read(document)), "", clock.instant());
    } catch (ProblemException e) {
      chapter = new Chapter(address, Optional.empty(), reason(e), clock.instant());
    }
    chapters.put(groupVersion, chapter);
    return chapter;
  }

  private static String groupVersion(Kind kind) {
    return kind.group().isEmpty()
        ? "api/" + kind.version()
        : "apis/" + kind.group() + "/" + kind.version();
  }

  /// The types as of one answer of the server.
  static final class Edition {
    private final @Nullable TypeBook book;
    private final Map<String, String> addresses;
    private final String why;

    private Edition(@Nullable TypeBook book, Map<String, String> addresses, String why) {
      this.book = book;
      this.addresses = addresses;
      this.why = why;
    }

    static Edition none(String why) {
      return new Edition(null, Map.of(), why);
    }

    /// What changes when the description of a kind does; empty when it is not known.
    String hash(Kind kind) {
      return addresses.getOrDefault(groupVersion(kind), "");
    }

    /// Why a kind has no type.
    String why(Kind kind) {
      if (!why.isEmpty()) {
        return why;
      }
      var chapter = chapter(kind);
      return chapter.isPresent() && !chapter.get().why().isEmpty()
          ? chapter.get().why()
          : "the server does not describe " + kind.kind() + " (" + groupVersion(kind) + ")";
    }

    /// Reads what is not known yet of the kinds' descriptions, side by side.
    void read(Set<Kind> kinds, Cancel cancel) {
      var from = book;
      if (from == null) {
        return;
      }
      var wanted = kinds.stream().map(TypeBook::groupVersion).collect(Collectors.toSet());
      var tasks = new ArrayList<Callable<Chapter>>();
      for (var groupVersion : wanted) {
        var address = addresses.get(groupVersion);
        if (address != null) {
          tasks.add(() -> from.read(groupVersion, address, cancel));
        }
      }
      Parallel.all(tasks);
    }

    /// The type of a kind; empty when its description was not read or has none.
    Optional<Type> type(Kind kind) {
      var apiVersion =
          kind.group().isEmpty() ? kind.version() : kind.group() + "/" + kind.version();
      return chapter(kind).flatMap(Chapter::schemas).flatMap(s -> s.type(apiVersion, kind.kind()));
    }

    private Optional<Chapter> chapter(Kind kind) {
      var from = book;
      return from == null
          ? Optional.empty()
          : Optional.ofNullable(from.chapters.get(groupVersion(kind)))
              .filter(c -> c.address().equals(hash(kind)));
    }
  }

  /// Texts for people are most of a description and say nothing about types.
  private static final class Descriptions {
    private static final Set<String> VALUES = Set.of("default", "enum", "example");

    private Descriptions() {}

    static Tree.Obj without(Tree.Obj document) {
      var schemas = new LinkedHashMap<String, Tree>();
      document
          .fields("components", "schemas")
          .forEach((name, schema) -> schemas.put(name, bare(schema)));
      return Tree.obj("components", Tree.obj("schemas", new Tree.Obj(schemas)));
    }

    private static Tree bare(Tree tree) {
      return switch (tree) {
        case Tree.Obj(var fields) -> {
          var kept = new LinkedHashMap<String, Tree>();
          fields.forEach((key, value) -> {
            if (VALUES.contains(key)) {
              kept.put(key, value);
            } else if (!(key.equals("description") && value instanceof Tree.Str)) {
              kept.put(key, bare(value));
            }
          });
          yield new Tree.Obj(kept);
        }
        case Tree.Arr(var items) -> new Tree.Arr(items.stream().map(Descriptions::bare).toList());
        case Tree.Str s -> s;
        case Tree.Num n -> n;
        case Tree.Bool b -> b;
        case Tree.Null n -> n;
        case Tree.Hidden h -> h;
      };
    }
  }
}
