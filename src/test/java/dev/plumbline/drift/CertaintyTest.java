package dev.plumbline.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.plumbline.merge.Applied;
import dev.plumbline.merge.Reset;
import dev.plumbline.merge.ServerSide;
import dev.plumbline.merge.Writer;
import dev.plumbline.model.Tree;
import dev.plumbline.schema.Recorded;
import dev.plumbline.schema.Type;
import dev.plumbline.yaml.Json;
import dev.plumbline.yaml.Yaml;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Every reason to ask, and when there is none.
class CertaintyTest {

  private static final String GIT =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web, namespace: shop, labels: {app: web}}
      spec:
        replicas: 2
        selector: {matchLabels: {app: web}}
        template:
          metadata: {labels: {app: web}}
          spec:
            containers:
            - {name: web, image: "web:1", args: [a, b], ports: [{containerPort: 80}]}
            - {name: side, image: "side:1"}
            volumes: [{name: tmp, emptyDir: {}}]
      """;

  private static final Type DEPLOYMENT = Recorded.type("apps/v1", "Deployment");

  private final Tree.Obj git = yaml(GIT);
  private final Tree.Obj live = applied(DEPLOYMENT, Optional.empty(), git, "plumbline");

  @Test
  void whatWasAppliedIsCertain() {
    assertThat(judge(live, git)).isEqualTo(new Certainty.Equal());
  }

  @Test
  void whatOthersAddIsNotOurs() {
    var others =
        yaml(
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, annotations: {restarted: now}}
            spec:
              minReadySeconds: 3
              template: {spec: {containers: [{name: injected, image: "mesh:1"}]}}
            """);
    var both = applied(DEPLOYMENT, Optional.of(live), others, "mesh");
    assertThat(both).isNotEqualTo(live);
    assertThat(judge(both, git)).isEqualTo(new Certainty.Equal());
  }

  private static Stream<Arguments> changes() {
    return Stream.of(
        arguments("a field is gone from Git", "  replicas: 2\n", ""),
        arguments("a value differs", "replicas: 2", "replicas: 3"),
        arguments("a text is not a number", "replicas: 2", "replicas: '2'"),
        arguments("an atomic list is reordered", "[a, b]", "[b, a]"),
        arguments("a default is written down", "ainerPort: 80", "ainerPort: 80, protocol: TCP"),
        arguments("a field is new", "replicas: 2", "replicas: 2\n  paused: false"),
        arguments("a null", "emptyDir: {}", "emptyDir: null"),
        arguments("an unknown field", "replicas: 2", "replicas: 2\n  copies: 2"),
        arguments("a name twice", "name: side", "name: web"),
        arguments("bookkeeping", "namespace: shop", "namespace: shop, resourceVersion: '7'"),
        arguments("a status of a wrong type", "kind: Deployment", "kind: Deployment\nstatus: []"),
        arguments("another version", "apps/v1", "apps/v1beta1"),
        arguments("a map that is no longer empty", "emptyDir: {}", "emptyDir: {medium: ''}"));
  }

  @ParameterizedTest
  @MethodSource("changes")
  void whateverGitChangesIsAsked(String name, String before, String after) {
    var replaced = GIT.replace(before, after);
    assertThat(replaced).isNotEqualTo(GIT);
    assertThat(judge(live, yaml(replaced))).as(name).isInstanceOf(Certainty.Ask.class);
  }

  @Test
  void theOrderOfContainersCounts() {
    var swapped =
        GIT.replace("name: web, image", "name: X, image")
            .replace("name: side", "name: web")
            .replace("name: X", "name: side");
    assertThat(judge(live, yaml(swapped))).isInstanceOf(Certainty.Ask.class);
  }

  @Test
  void aValueThatSomebodyElseSetIsAsked() {
    var edited = with(live, "spec", s -> s.with("replicas", Tree.Num.of(5)));
    assertThat(judge(edited, git)).isEqualTo(new Certainty.Ask("a value differs"));
  }

  @Test
  void withoutARecordOfOursItIsAsked() {
    var other = applied(DEPLOYMENT, Optional.empty(), git, "argocd");
    assertThat(judge(other, git)).isEqualTo(new Certainty.Ask("we never applied it"));
    for (var entries : new Tree[] {Tree.Arr.EMPTY, Tree.arr(Tree.Obj.EMPTY), Tree.str("?")}) {
      var wiped = with(live, "metadata", m -> m.with("managedFields", entries));
      assertThat(judge(wiped, git)).isInstanceOf(Certainty.Ask.class);
    }
    var none = with(live, "metadata", m -> m.without("managedFields"));
    assertThat(judge(none, git)).isInstanceOf(Certainty.Ask.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          fieldsType | FieldsV2
          operation  | Update
          apiVersion | apps/v1beta2
          manager    | plumbline2
          subresource| scale
          """)
  void anEntryThatReadsOtherwiseIsAsked(String field, String value) {
    assertThat(judge(entry(e -> e.with(field, Tree.str(value))), git))
        .isInstanceOf(Certainty.Ask.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"f:spec\":{\"f:replicas\":7}}",
        "{\"f:spec\":{\"x:replicas\":{}}}",
        "{\"f:spec\":{\"k:{\":{}}}",
        "{\"f:spec\":{\"k:[1]\":{}}}",
        "[]"
      })
  void fieldsThatCannotBeReadAreAsked(String fields) {
    var broken = Json.parse(fields, "test");
    assertThat(judge(entry(e -> e.with("fieldsV1", broken)), git))
        .isEqualTo(new Certainty.Ask("managedFields cannot be read"));
  }

  @Test
  void onTheWayOutItIsAsked() {
    var dying = with(live, "metadata", m -> m.with("deletionTimestamp", Tree.str("2026-11-24")));
    assertThat(judge(dying, git)).isEqualTo(new Certainty.Ask("the object is being deleted"));
  }

  @Test
  void withoutASchemaItIsAsked() {
    var manifest = ComparisonTest.manifest(git);
    assertThat(Certainty.of(Optional.empty(), live, manifest, "plumbline"))
        .isInstanceOf(Certainty.Ask.class);
    assertThat(Certainty.of(Optional.of(new Type.Any(false)), live, manifest, "plumbline"))
        .isInstanceOf(Certainty.Ask.class);
  }

  @Test
  void hiddenValuesCompareByContent() {
    var type = Recorded.type("v1", "Secret");
    var secret = yaml("{apiVersion: v1, kind: Secret, metadata: {name: s}, data: {a: aGVsbG8=}}");
    var stored = applied(type, Optional.empty(), secret, "plumbline");
    var hidden = with(secret, "data", d -> d.with("a", Tree.Hidden.of(Tree.str("aGVsbG8="))));
    var other = with(secret, "data", d -> d.with("a", Tree.Hidden.of(Tree.str("aGVsbG9="))));
    assertThat(judge(type, stored, hidden)).isEqualTo(new Certainty.Equal());
    assertThat(judge(type, stored, other)).isEqualTo(new Certainty.Ask("a value differs"));
    var text = secret.with("stringData", Tree.obj("a", Tree.str("hello")));
    assertThat(judge(type, stored, text)).isInstanceOf(Certainty.Ask.class);
  }

  @Test
  void aStatusIsIgnoredWhereTheServerIgnoresItForSure() {
    var status = Tree.obj("replicas", Tree.Num.of(7));
    assertThat(judge(live, git.with("status", status))).isEqualTo(new Certainty.Equal());
    var custom = edited(git.with("status", status), "apps/v1", "acme.io/v1");
    assertThat(judge(edited(live, "apps/v1", "acme.io/v1"), custom))
        .isEqualTo(new Certainty.Ask("a status is sent"));
  }

  private static Stream<Arguments> spellings() {
    return Stream.of(
        arguments("resources: {limits: {cpu: 1000m}}", "1000m", "1", true),
        arguments("resources: {limits: {memory: 1024Mi}}", "1024Mi", "1Gi", true),
        arguments("resources: {limits: {cpu: 0.5}}", "0.5", "\"500m\"", true),
        arguments("resources: {limits: {memory: 1Gi}}", "1Gi", "1073741824", false),
        arguments("resources: {limits: {cpu: 1001m}}", "1001m", "1", false),
        arguments("tty: false", ",\"tty\":false", "", true),
        arguments("tty: true", ",\"tty\":true", "", false),
        arguments("workingDir: ''", ",\"workingDir\":\"\"", "", true),
        arguments("env: []", "\"web:1\"", "\"web:1\"", true),
        arguments(
            "env: [{name: A, valueFrom: {fieldRef: {fieldPath: x}}}]",
            "{\"fieldPath\":\"x\"}",
            "{\"apiVersion\":\"v1\",\"fieldPath\":\"x\"}",
            true),
        arguments(
            "env: [{name: A, valueFrom: {fieldRef: {fieldPath: x}}}]",
            "{\"fieldPath\":\"x\"}",
            "{\"apiVersion\":\"v2\",\"fieldPath\":\"x\"}",
            false));
  }

  @ParameterizedTest
  @MethodSource("spellings")
  void whatTheServerWritesInOneWayOnlyIsTheSame(
      String field, String before, String stored, boolean equal) {
    var sent = yaml(GIT.replace("args: [a, b]", "args: [a, b], " + field));
    var live = edited(applied(DEPLOYMENT, Optional.empty(), sent, "plumbline"), before, stored);
    assertThat(judge(live, sent) instanceof Certainty.Equal).isEqualTo(equal);
  }

  @Test
  void anEmptyListIsNotNothingWhereTheServerMayCountIt() {
    var type = Recorded.type("networking.k8s.io/v1", "NetworkPolicy");
    var sent =
        yaml(
            """
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: deny}
            spec: {podSelector: {}, ingress: []}
            """);
    var live = applied(type, Optional.empty(), sent, "plumbline");
    assertThat(live.at("spec", "ingress")).isEmpty();
    assertThat(judge(type, live, sent)).isEqualTo(new Certainty.Equal());
    var counted = with(live, "metadata", m -> m.with("generation", Tree.Num.of(1)));
    assertThat(judge(type, counted, sent)).isEqualTo(new Certainty.Ask("a value differs"));
  }

  private static Tree.Obj edited(Tree.Obj object, String before, String after) {
    var text = Json.compact(object);
    assertThat(text).contains(before);
    return (Tree.Obj) Json.parse(text.replace(before, after), "test");
  }

  @Test
  void keyOrderSaysNothing() {
    var turned = (Tree.Obj) reversed(git);
    assertThat(turned.fields().keySet()).startsWith("spec");
    assertThat(judge(live, turned)).isEqualTo(new Certainty.Equal());
  }

  private static Tree reversed(Tree tree) {
    return switch (tree) {
      case Tree.Obj(var fields) -> {
        var turned = new LinkedHashMap<String, Tree>();
        fields.forEach((key, value) -> turned.putFirst(key, reversed(value)));
        yield new Tree.Obj(turned);
      }
      case Tree.Arr(var items) ->
          new Tree.Arr(items.stream().map(CertaintyTest::reversed).toList());
      default -> tree;
    };
  }

  private Tree.Obj entry(UnaryOperator<Tree.Obj> change) {
    return with(
        live,
        "metadata",
        m ->
            m.with(
                "managedFields",
                Tree.arr(change.apply((Tree.Obj) m.items("managedFields").getFirst()))));
  }

  private static Certainty judge(Tree.Obj live, Tree.Obj sent) {
    return judge(DEPLOYMENT, live, sent);
  }

  private static Certainty judge(Type type, Tree.Obj live, Tree.Obj sent) {
    return Certainty.of(Optional.of(type), live, ComparisonTest.manifest(sent), "plumbline");
  }

  private static Tree.Obj applied(
      Type type, Optional<Tree.Obj> live, Tree.Obj config, String manager) {
    var version = config.text("apiVersion").orElseThrow();
    var writer =
        Writer.of(manager, version, Instant.EPOCH).ignoring(Reset.builtIn("Deployment", ""));
    return ((Applied.Merged) ServerSide.apply(type, live, config, writer, true)).object();
  }

  private static Tree.Obj with(Tree.Obj object, String field, UnaryOperator<Tree.Obj> change) {
    return object.with(field, change.apply((Tree.Obj) object.get(field).orElseThrow()));
  }

  private static Tree.Obj yaml(String text) {
    var read = Yaml.read(text.getBytes(StandardCharsets.UTF_8), "test");
    assertThat(read.problems()).isEmpty();
    return (Tree.Obj) read.documents().getFirst().body();
  }
}
