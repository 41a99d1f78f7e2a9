package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.drift.Cause;
import dev.plumbline.drift.Drift;
import dev.plumbline.drift.FieldChange;
import dev.plumbline.drift.IgnoreRule;
import dev.plumbline.drift.Owner;
import dev.plumbline.drift.PathPattern;
import dev.plumbline.drift.ResourceDrift;
import dev.plumbline.drift.Rules;
import dev.plumbline.drift.Target;
import dev.plumbline.model.ClusterRef;
import dev.plumbline.model.Commit;
import dev.plumbline.model.Origin;
import dev.plumbline.model.Path;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.Revision;
import dev.plumbline.model.Tree;
import dev.plumbline.yaml.Json;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The JSON that others parse: its shape is fixed by `src/main/docs/cli.md`.
class ShapesTest {

  private static final ResourceRef REF = new ResourceRef("apps", "v1", "Deployment", "shop", "web");
  private static final Instant TIME = Instant.parse("2026-11-24T10:42:07Z");

  private static Drift drift(ResourceDrift... resources) {
    return new Drift(
        "shop/prod",
        new Revision("4f2c19e000000000000000000000000000000000", "refs/heads/main"),
        TIME,
        new ClusterRef("prod-eu", "eu-1", "https://eu"),
        List.of(resources),
        List.of());
  }

  @Test
  void aChangedResource() {
    var change =
        new FieldChange(
            Path.of("spec", "replicas"),
            Optional.of(Tree.Num.of(2)),
            Optional.of(Tree.Num.of(5)),
            Cause.DRIFTED,
            Optional.of(
                new Owner("kubectl", "Update", "scale", Optional.of("2026-11-24T09:58:31Z"))),
            true);
    assertThat(
            Json.compact(
                Shapes.drift(
                    drift(new ResourceDrift.Changed(REF, Optional.empty(), List.of(change))))))
        .isEqualTo(
            Json.compact(
                Json.parse(
                    """
                    {"environment":"shop/prod","revision":"4f2c19e000000000000000000000000000000000",
                     "asOf":"2026-11-24T10:42:07Z",
                     "cluster":{"name":"prod-eu","context":"eu-1","server":"https://eu"},
                     "verdict":"drifted",
                     "resources":[{"ref":{"group":"apps","version":"v1","kind":"Deployment","namespace":"shop","name":"web"},
                       "verdict":"changed",
                       "fields":[{"path":".spec.replicas","desired":2,"live":5,"cause":"drifted","counts":true,
                         "owner":{"manager":"kubectl","operation":"Update","subresource":"scale","time":"2026-11-24T09:58:31Z"},"ignoredBy":null}],
                       "waitingFor":null,"lastKnown":null,"asOf":null,"problem":null,"warnings":[]}],
                     "problems":[],"rules":[]}
                    """,
                    "test")));
  }

  @Test
  void whatARuleIgnoresNamesTheRule() {
    var rule =
        new IgnoreRule(
            "plumbline.yaml",
            new Origin("plumbline.yaml", 7, 5),
            Target.ANY,
            PathPattern.parse(".spec.replicas"),
            Optional.empty(),
            "HPA",
            Optional.of(LocalDate.of(2027, 6, 30)));
    var change =
        new FieldChange(
            Path.of("spec", "replicas"),
            Optional.of(Tree.Num.of(2)),
            Optional.of(Tree.Num.of(5)),
            Cause.DRIFTED,
            Optional.empty(),
            true);
    var day = LocalDate.of(2026, 11, 24);
    var rules = new Rules(List.of(rule), List.of());
    var judged =
        List.of(
            rules.judge(new ResourceDrift.Changed(REF, Optional.empty(), List.of(change)), day));
    var plain = drift(judged.getFirst());
    var shape =
        Shapes.drift(
            new Drift(
                plain.environment(),
                plain.revision(),
                plain.asOf(),
                plain.cluster(),
                judged,
                List.of(),
                Map.of(),
                rules.notes(judged, day)));
    assertThat(shape.text("verdict")).contains("in-sync");
    var field = shape.items("resources").getFirst().items("fields").getFirst();
    assertThat(field.text("cause")).contains("ignored");
    assertThat(Json.compact(field.at("ignoredBy").orElseThrow()))
        .isEqualTo(
            "{\"by\":\"plumbline.yaml\",\"file\":\"plumbline.yaml\",\"line\":7,\"reason\":\"HPA\","
                + "\"expires\":\"2027-06-30\"}");
    assertThat(Json.compact(shape.items("rules").getFirst()))
        .contains("\"standing\":\"applied\",\"fields\":1");
  }

  @Test
  void everyVerdictHasEveryField() {
    var problem = new Problem.Forbidden("You may not", "shop", "Ask", "no");
    var shape =
        Shapes.drift(
            drift(
                new ResourceDrift.InSync(REF, Optional.empty(), List.of()),
                new ResourceDrift.OnlyInGit(REF, Optional.empty(), Optional.of("Namespace shop")),
                new ResourceDrift.OnlyInCluster(REF, "u"),
                new ResourceDrift.Unknown(
                    REF, Optional.empty(), problem, Optional.of("in-sync"), Optional.of(TIME))));
    assertThat(shape.text("verdict")).contains("unknown");
    assertThat(shape.items("resources"))
        .allSatisfy(r ->
            assertThat(r.fields().keySet())
                .containsExactly(
                    "ref",
                    "verdict",
                    "fields",
                    "waitingFor",
                    "lastKnown",
                    "asOf",
                    "problem",
                    "warnings"))
        .extracting(r -> r.text("verdict").orElse(""))
        .containsExactly("in-sync", "only-in-git", "only-in-cluster", "unknown");
    assertThat(shape.items("resources").get(1).text("waitingFor")).contains("Namespace shop");
    var unknown = shape.items("resources").getLast();
    assertThat(unknown.text("lastKnown")).contains("in-sync");
    assertThat(unknown.text("asOf")).contains("2026-11-24T10:42:07Z");
    assertThat(unknown.text("problem", "kind")).contains("forbidden");
    assertThat(unknown.at("problem").orElseThrow().fields().keySet())
        .containsExactly("kind", "what", "where", "whatToDo", "detail");
  }

  @Test
  void valuesOfSecretsAreNeverWritten() {
    var change =
        new FieldChange(
            Path.of("data", "password"),
            Optional.of(Tree.Hidden.of(Tree.str("aHVudGVyMg=="))),
            Optional.of(Tree.Hidden.of(Tree.str("eA=="))),
            Cause.DRIFTED,
            Optional.empty(),
            true);
    var written =
        Json.pretty(
            Shapes.drift(drift(new ResourceDrift.Changed(REF, Optional.empty(), List.of(change)))));
    assertThat(written)
        .contains("hidden, 12 characters", "hidden, 4 characters")
        .doesNotContain("aHVudGVyMg", "eA==");
  }

  @Test
  void aCommit() {
    var time = OffsetDateTime.parse("2026-11-24T10:00:00+01:00");
    var person = new Commit.Person("Ada", "ada@example.org", time);
    var shape =
        Shapes.commit(new Commit("a".repeat(40), List.of("b".repeat(40)), person, person, "S", ""));
    assertThat(shape.fields().keySet())
        .containsExactly("id", "parents", "author", "committer", "subject", "body");
    assertThat(shape.text("author", "time")).contains("2026-11-24T10:00:00+01:00");
  }
}
