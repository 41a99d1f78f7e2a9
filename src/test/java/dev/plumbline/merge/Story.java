package dev.plumbline.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.Tree;
import dev.plumbline.schema.Defaults;
import dev.plumbline.schema.FieldSet;
import dev.plumbline.schema.Type;
import dev.plumbline.testing.RawApi;
import dev.plumbline.yaml.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One object on the real API server. Each operation is sent there, predicted by `merge` from what
/// the server held before, and the two are compared: the object, who owns what, the words of a
/// conflict. Where they differ, we are wrong.
final class Story {

  /// A kind of object.
  ///
  /// @param resources the path of its resources in the test's namespace
  /// @param status whether it has a status subresource
  record Subject(
      Type type, String apiVersion, String kind, String resources, boolean custom, boolean status) {

    FieldSet ignored(String subresource) {
      return !status
          ? FieldSet.EMPTY
          : custom ? Reset.custom(subresource) : Reset.builtIn(kind, subresource);
    }

    /// A writer at the time that the server's answer shows: the order of entries depends on it.
    Writer writer(String manager, String subresource, Tree.Obj answer) {
      var now =
          answer.items("metadata", "managedFields").stream()
              .flatMap(e -> e.text("time").stream())
              .map(Instant::parse)
              .max(Instant::compareTo)
              .orElse(Instant.EPOCH);
      return Writer.of(manager, apiVersion, now).to(subresource).ignoring(ignored(subresource));
    }
  }

  private final RawApi api;
  private final Subject subject;
  private final String name;
  private final List<String> told = new ArrayList<>();
  private Optional<Tree.Obj> live = Optional.empty();
  private Optional<Tree> sent = Optional.empty();
  private int compared;

  Story(RawApi api, Subject subject, String name) {
    this.api = api;
    this.subject = subject;
    this.name = name;
  }

  /// The object as the server holds it.
  Tree.Obj live() {
    return live.orElseThrow();
  }

  boolean exists() {
    return live.isPresent();
  }

  /// How many operations came to a comparison, conflicts included.
  int compared() {
    return compared;
  }

  private String path() {
    return subject.resources() + "/" + name;
  }

  /// `POST`.
  RawApi.Answer create(String manager, Tree.Obj object) {
    var answer =
        send(
            "POST",
            subject.resources() + "?fieldManager=" + manager,
            "application/json",
            object(object));
    return wrote(answer, Optional.empty(), manager, "");
  }

  /// `PUT` of the object, or of a subresource.
  RawApi.Answer put(String manager, String subresource, Tree.Obj object) {
    var query = (subresource.isEmpty() ? "" : "/" + subresource) + "?fieldManager=" + manager;
    return wrote(
        send("PUT", path() + query, "application/json", object), live, manager, subresource);
  }

  /// `PATCH` with a JSON patch or a merge patch.
  RawApi.Answer patch(String manager, String subresource, String type, Tree patch) {
    var query = (subresource.isEmpty() ? "" : "/" + subresource) + "?fieldManager=" + manager;
    var answer = send("PATCH", path() + query, "application/" + type + "+json", patch);
    sent = patch.at("metadata", "managedFields");
    if (subresource.equals("scale") && answer.code() < 300) {
      return wrote(new RawApi.Answer(200, api.get(path()).ok()), live, manager, subresource);
    }
    return wrote(answer, live, manager, subresource);
  }

  private RawApi.Answer wrote(
      RawApi.Answer answer, Optional<Tree.Obj> before, String manager, String subresource) {
    if (answer.code() < 300) {
      var after = answer.body();
      var tracked = sent.map(entries -> managed(after, entries)).orElseGet(() -> unmanaged(after));
      if (before.isEmpty()
          && tracked.get("spec").orElse(Tree.Null.VALUE) instanceof Tree.Obj spec) {
        // Given after the server noted who owns what, to every service that does not ask for its
        // own.
        for (var key : List.of("clusterIP", "clusterIPs", "ipFamilies", "ipFamilyPolicy")) {
          spec = spec.without(key);
        }
        tracked = tracked.with("spec", spec);
      }
      var ours =
          ServerSide.updated(
              subject.type(), before, tracked, subject.writer(manager, subresource, after));
      same(after, ours);
      live = Optional.of(after);
      compared++;
    }
    return answer;
  }

  /// Server-side apply.
  RawApi.Answer apply(String manager, boolean force, Tree.Obj config) {
    return apply(manager, "", force, config);
  }

  RawApi.Answer apply(String manager, String subresource, boolean force, Tree.Obj config) {
    var full = object(config);
    var query =
        (subresource.isEmpty() ? "" : "/" + subresource)
            + "?fieldManager="
            + manager
            + "&force="
            + force;
    var expected = filled(ours(manager, subresource, force, full, live.orElse(full)), subresource);
    var answer = send("PATCH", path() + query, "application/apply-patch+yaml", full);
    var ours = ours(manager, subresource, force, full, answer.body());
    switch (ours) {
      case Applied.Conflicts conflicts -> {
        assertThat(answer.code()).as(tell()).isEqualTo(409);
        assertThat(conflicts.message())
            .as(tell())
            .isEqualTo(answer.body().text("message").orElse(""));
        var causes =
            answer.body().items("details", "causes").stream()
                .map(c -> c.text("message").orElse("") + " " + c.text("field").orElse(""));
        assertThat(conflicts.conflicts().stream().map(c -> c.message() + " " + c.field()))
            .as(tell())
            .containsExactlyInAnyOrderElementsOf(causes.toList());
        compared++;
      }
      case Applied.Refused refused -> {
        assertThat(answer.code()).as(tell()).isEqualTo(refused.code());
        assertThat(refused.message())
            .as(tell())
            .isEqualTo(answer.body().text("message").orElse(""));
        compared++;
      }
      case Applied.Merged merged -> {
        if (answer.code() == 409) {
          throw new AssertionError(tell() + "\nmissed: " + answer.body().text("message"));
        }
        if (answer.code() < 300) {
          applied(answer.body(), merged, expected.orElseThrow());
        }
      }
    }
    return answer;
  }

  private Applied ours(
      String manager, String subresource, boolean force, Tree.Obj config, Tree.Obj answer) {
    var writer = subject.writer(manager, subresource, answer);
    return ServerSide.apply(subject.type(), live, config, writer, force);
  }

  /// Our result with the server's own defaults: a custom resource's by its schema, those of a
  /// built-in kind by a dry-run that stores nothing.
  private Optional<RawApi.Answer> filled(Applied ours, String subresource) {
    if (!(ours instanceof Applied.Merged(var object, boolean changed))) {
      return Optional.empty();
    }
    if (subject.custom()) {
      var kept = Reset.kept(subject.ignored(subresource), live, object);
      return Optional.of(new RawApi.Answer(200, Defaults.set(subject.type(), kept)));
    }
    var below = subresource.isEmpty() ? "" : "/" + subresource;
    return Optional.of(
        live.isPresent()
            ? api.send("PUT", path() + below + "?dryRun=All", "application/json", object)
            : api.send(
                "POST",
                subject.resources() + "?dryRun=All",
                "application/json",
                unmanaged(object)));
  }

  private void applied(Tree.Obj after, Applied.Merged merged, RawApi.Answer expected) {
    same(after, merged.object());
    boolean unchanged =
        live.filter(l ->
                l.at("metadata", "resourceVersion").equals(after.at("metadata", "resourceVersion")))
            .isPresent();
    var filled = expected.ok();
    assertThat(Json.pretty(plain(filled))).as(tell()).isEqualTo(Json.pretty(plain(after)));
    var entries = merged.object().at("metadata", "managedFields").orElse(Tree.Arr.EMPTY);
    var result = managed(filled, entries);
    live.ifPresent(l ->
        assertThat(ServerSide.settled(l, onto(l, result)).changed())
            .as(tell())
            .isEqualTo(!unchanged));
    live = Optional.of(after);
    compared++;
  }

  /// Our result with the identity that only the server gives.
  private static Tree.Obj onto(Tree.Obj after, Tree.Obj ours) {
    var meta = (Tree.Obj) ours.get("metadata").orElseThrow();
    for (var key :
        List.of("uid", "creationTimestamp", "resourceVersion", "generation", "namespace")) {
      var value = after.at("metadata", key);
      if (value.isPresent()) {
        meta = meta.with(key, value.get());
      }
    }
    return ours.with("metadata", meta);
  }

  private static Tree.Obj plain(Tree.Obj object) {
    var meta = (Tree.Obj) object.get("metadata").orElse(Tree.Obj.EMPTY);
    for (var key :
        List.of(
            "uid",
            "creationTimestamp",
            "resourceVersion",
            "generation",
            "namespace",
            "managedFields")) {
      meta = meta.without(key);
    }
    return sorted(object.with("metadata", meta)) instanceof Tree.Obj o ? o : object;
  }

  private static Tree sorted(Tree tree) {
    return switch (tree) {
      case Tree.Obj(var fields) -> {
        var sorted = new java.util.TreeMap<String, Tree>();
        fields.forEach((k, v) -> sorted.put(k, sorted(v)));
        yield new Tree.Obj(sorted);
      }
      case Tree.Arr(var items) -> new Tree.Arr(items.stream().map(Story::sorted).toList());
      default -> tree;
    };
  }

  private static Tree.Obj unmanaged(Tree.Obj object) {
    return object.with(
        "metadata", ((Tree.Obj) object.get("metadata").orElseThrow()).without("managedFields"));
  }

  private static Tree.Obj managed(Tree.Obj object, Tree entries) {
    var meta = (Tree.Obj) object.get("metadata").orElseThrow();
    return object.with("metadata", meta.with("managedFields", entries));
  }

  private void same(Tree.Obj after, Tree.Obj ours) {
    assertThat(entries(ours)).as(tell()).isEqualTo(entries(after));
  }

  private static String entries(Tree.Obj object) {
    var text = new StringBuilder();
    for (var item : object.items("metadata", "managedFields")) {
      var entry = (Tree.Obj) item;
      var time = entry.get("time").isPresent() ? "timed" : "no time";
      text.append(time)
          .append(' ')
          .append(Json.compact(sorted(entry.without("time").without("fieldsV1"))));
      // As text: the order of the fields counts.
      text.append('\n').append(Json.pretty(entry.get("fieldsV1").orElse(Tree.Obj.EMPTY)));
    }
    return text.toString();
  }

  private Tree.Obj object(Tree.Obj part) {
    var meta = (Tree.Obj) part.get("metadata").orElse(Tree.Obj.EMPTY);
    var full = part.with("metadata", meta.with("name", Tree.str(name)));
    return full.with("apiVersion", Tree.str(subject.apiVersion()))
        .with("kind", Tree.str(subject.kind()));
  }

  private RawApi.Answer send(String verb, String path, String type, Tree body) {
    var answer = api.send(verb, path, type, body);
    told.add(
        verb
            + " "
            + path
            + "\n  "
            + Json.compact(body)
            + "\n  → "
            + answer.code()
            + (answer.code() < 300 ? "" : " " + answer.body().text("message").orElse("")));
    return answer;
  }

  /// What was sent so far, and the answers.
  String tell() {
    return String.join("\n", told);
  }
}
