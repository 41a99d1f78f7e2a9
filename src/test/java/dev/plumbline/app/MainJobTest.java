package dev.plumbline.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.git.Git;
import dev.plumbline.model.Tree;
import dev.plumbline.store.Settings;
import dev.plumbline.store.SettingsFile;
import dev.plumbline.testing.ControlPlane;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The main job on the command line, from a repository of its own to a real API server, judged by
/// kubectl.
class MainJobTest {

  @TempDir Path folder;

  private ControlPlane plane;
  private Git git;
  private Terminal terminal;
  private String namespace;

  @BeforeEach
  void begin() {
    plane = ControlPlane.shared();
    namespace = plane.namespace("job");
    git = Git.init(folder.resolve("config"));
    terminal =
        new Terminal(
            folder.resolve("home"),
            "--repo",
            git.folder().toString(),
            "--kubeconfig",
            plane.kubeconfig().toString());
    commit(
        "plumbline.yaml",
        """
        apiVersion: plumbline.dev/v1
        environments:
          - name: shop/prod
            source: {path: envs/prod}
            render: plain
            cluster: prod-eu
            namespace: %s
        """
            .formatted(namespace));
    commit(
        "envs/prod/web.yaml",
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          replicas: 2
          selector: {matchLabels: {app: web}}
          template:
            metadata: {labels: {app: web}}
            spec:
              containers:
                - name: web
                  image: example.org/web:1.0
                  resources: {limits: {cpu: 1000m, memory: 1024Mi}}
                  env:
                    - {name: A, value: "1"}
                    - {name: B, value: "2"}
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec:
          selector: {app: web}
          ports: [{port: 80, targetPort: 8080}]
        """);
    commit(
        "envs/prod/config.yaml",
        """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: settings}
        data: {mode: fast, level: "3"}
        ---
        apiVersion: v1
        kind: Secret
        metadata: {name: login}
        stringData: {password: hunter2hunter2}
        """);
  }

  private void commit(String path, String text) {
    try {
      var file = git.folder().resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    git.run("add", "-A");
    git.run("commit", "-qm", "Change " + path);
  }

  private Terminal named() {
    return terminal.with("--context", context());
  }

  private String context() {
    return plane.kubectl("", "config", "current-context").strip();
  }

  private void sync() {
    var said = named().run("sync", "shop/prod", "--yes");
    assertThat(said.exit()).as(said.out() + said.err()).isZero();
  }

  private Terminal.Said drift() {
    return named().run("drift", "shop/prod", "-o", "json");
  }

  @Test
  void fromOnlyInGitThroughSyncToInSync() {
    var before = drift();
    assertThat(before.exit()).as(before.out() + before.err()).isEqualTo(1);
    assertThat(before.json().text("verdict")).contains("drifted");
    assertThat(before.json().items("resources"))
        .hasSize(4)
        .allSatisfy(r -> assertThat(r.text("verdict")).contains("only-in-git"));

    sync();

    var after = drift();
    assertThat(after.exit()).as(after.out()).isZero();
    assertThat(after.json().text("verdict")).contains("in-sync");
    assertThat(kubectlDiff(named())).isZero();
  }

  @Test
  void whatTheServerWarnsOfStandsBesideTheResourceAndTheStep() {
    commit(
        "envs/prod/web.yaml",
        """
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: web
          annotations: {kubernetes.io/ingress.class: nginx}
        spec: {defaultBackend: {service: {name: web, port: {number: 80}}}}
        ---
        apiVersion: v1
        kind: Endpoints
        metadata: {name: outside}
        subsets: [{addresses: [{ip: 192.0.2.7}], ports: [{port: 80}]}]
        """);
    var words =
        "annotation \"kubernetes.io/ingress.class\" is deprecated, please use 'spec.ingressClassName'"
            + " instead";
    var before = drift();
    assertThat(before.resource("Ingress", "web").items("warnings"))
        .containsExactly(Tree.str(words));
    var synced = named().run("sync", "shop/prod", "--yes", "-o", "json");
    assertThat(synced.json().items("steps"))
        .anySatisfy(s -> assertThat(s.items("warnings")).containsExactly(Tree.str(words)));
    var after = named().run("drift", "shop/prod");
    assertThat(after.exit()).isZero();
    assertThat(after.out())
        .contains("IN SYNC  Endpoints " + namespace + "/outside")
        .contains("warning: v1 Endpoints is deprecated");
  }

  @Test
  void manualEditsAreSeenFieldByFieldWithTheirOwner() {
    sync();
    kubectl("set", "image", "deployment/web", "web=example.org/web:hotfix");
    kubectl("set", "env", "deployment/web", "B=3");
    kubectl("label", "deployment/web", "team=foreign");
    kubectl("delete", "service", "web");
    kubectl("patch", "secret", "login", "--type=merge", "-p", "{\"data\":{\"password\":\"eA==\"}}");

    var said = drift();
    assertThat(said.exit()).isEqualTo(1);
    var all = said.resource("Deployment", "web").items("fields");
    var fields =
        all.stream().filter(f -> f.at("counts").equals(Optional.of(Tree.bool(true)))).toList();
    assertThat(fields)
        .extracting(f -> f.text("path").orElse(""))
        .containsExactlyInAnyOrder(
            ".spec.template.spec.containers[name=\"web\"].image",
            ".spec.template.spec.containers[name=\"web\"].env[name=\"B\"].value");
    assertThat(all)
        .filteredOn(f -> !fields.contains(f))
        .isNotEmpty()
        .allSatisfy(f -> assertThat(f.text("cause")).contains("normalised"));
    assertThat(fields)
        .allSatisfy(f -> {
          assertThat(f.text("cause")).contains("drifted");
          assertThat(f.text("owner", "manager").orElse("")).startsWith("kubectl");
          assertThat(f.text("owner", "operation")).contains("Update");
          assertThat(f.text("owner", "time")).isPresent();
        });
    assertThat(said.verdict("Service", "web")).isEqualTo("only-in-git");
    assertThat(said.verdict("ConfigMap", "settings")).isEqualTo("in-sync");
    assertThat(said.verdict("Secret", "login")).isEqualTo("changed");
    assertThat(said.out() + said.err()).doesNotContain("hunter2").doesNotContain("aHVudGVy");
    assertThat(kubectlDiff(named())).isEqualTo(1);

    sync();
    assertThat(drift().exit()).isZero();
    assertThat(kubectlDiff(named())).isZero();
    assertThat(kubectl("get", "secret", "login", "-o", "jsonpath={.data.password}"))
        .isEqualTo("aHVudGVyMmh1bnRlcjI=");
  }

  @Test
  void aFieldThatLeftGitIsToBeRemoved() {
    sync();
    commit(
        "envs/prod/config.yaml",
        """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: settings}
        data: {mode: fast}
        """);
    var said = drift();
    var field = said.resource("ConfigMap", "settings").items("fields").getFirst();
    assertThat(field.text("path")).contains(".data.level");
    assertThat(field.text("cause")).contains("to-be-removed");
    assertThat(field.at("desired")).contains(Tree.Null.VALUE);
    assertThat(field.text("live")).contains("3");
    // The Secret was ours and is no longer in Git: it counts as drift and is not deleted.
    assertThat(said.verdict("Secret", "login")).isEqualTo("only-in-cluster");
    sync();
    var after = drift();
    assertThat(after.exit()).isEqualTo(1);
    assertThat(after.verdict("ConfigMap", "settings")).isEqualTo("in-sync");
    assertThat(kubectl("get", "secret", "login", "-o", "name")).contains("secret/login");
  }

  @Test
  void policyIsReadFromTheBranchThatTheEnvironmentDeclares() {
    var declared =
        """
        apiVersion: plumbline.dev/v1
        environments:
          - name: shop/prod
            source: {path: envs/prod, revision: release}
            cluster: %s
        """;
    git.run("checkout", "-q", "-b", "release");
    commit("plumbline.yaml", declared.formatted("of-release"));
    git.run("checkout", "-q", "main");
    commit("plumbline.yaml", declared.formatted("of-main"));
    assertThat(terminal.run("envs").out()).contains("of-release").doesNotContain("of-main");
  }

  @Test
  void aLostInventoryIsMadeAgainByTheNextSync() {
    sync();
    kubectl("delete", "configmap", "-l", "plumbline.dev/inventory");
    sync();
    commit(
        "envs/prod/config.yaml",
        "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings}\ndata: {mode: fast, level: '3'}\n");
    assertThat(drift().verdict("Secret", "login")).isEqualTo("only-in-cluster");
  }

  @Test
  void aDefinitionItsObjectAndItsNamespaceComeInOneCommit() {
    var group = namespace + ".example.org";
    commit(
        "envs/prod/crd.yaml",
        """
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata: {name: widgets.%1$s}
        spec:
          group: %1$s
          scope: Namespaced
          names: {kind: Widget, plural: widgets}
          versions:
            - name: v1
              served: true
              storage: true
              schema:
                openAPIV3Schema:
                  type: object
                  properties:
                    spec: {type: object, x-kubernetes-preserve-unknown-fields: true}
        ---
        apiVersion: v1
        kind: Namespace
        metadata: {name: %2$s-more}
        ---
        apiVersion: %1$s/v1
        kind: Widget
        metadata: {name: one, namespace: %2$s-more}
        spec: {size: 1.50, big: 18446744073709551616}
        """
            .formatted(group, namespace));
    var before = drift();
    assertThat(before.exit()).isEqualTo(1);
    assertThat(before.resource("Widget", "one").text("waitingFor"))
        .contains("CustomResourceDefinition widgets." + group);

    var dry = named().run("sync", "shop/prod", "--dry-run");
    assertThat(dry.exit()).as(dry.out() + dry.err()).isZero();
    assertThat(drift().exit()).isEqualTo(1);

    sync();
    var after = drift();
    assertThat(after.exit()).as(after.out()).isZero();
    assertThat(after.verdict("Widget", "one")).isEqualTo("in-sync");
  }

  @Test
  void ofTwoDocumentsThatBecomeOneObjectTheLastCounts() {
    commit(
        "envs/prod/twice.yaml",
        """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: twice, namespace: %s}
        data: {a: first}
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: twice}
        data: {a: last}
        """
            .formatted(namespace));
    sync();
    assertThat(drift().exit()).isZero();
    assertThat(plane.kubectl("", "get", "configmap", "twice", "-n", namespace, "-o", "yaml"))
        .contains("a: last");
  }

  @Test
  void whatCannotBeReadOfAPersonsOwnFilesIsSaid() throws IOException {
    var settings = terminal.folders().config().resolve("settings.json");
    Files.createDirectories(settings.getParent());
    Files.writeString(settings, "{\"clusters\": 5}");
    var said = terminal.run("envs");
    assertThat(said.exit()).isZero();
    assertThat(said.err()).contains("The settings cannot be read");
    assertThat(named().run("sync", "shop/prod", "--at", "HEAD", "--plan", "x").exit())
        .isEqualTo(64);
    assertThat(terminal.run("history", "-n", "0").out()).isEmpty();
  }

  @Test
  void aStalePlanIsRefusedAndNothingIsApplied() {
    sync();
    commit(
        "envs/prod/config.yaml",
        "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: settings}\ndata: {mode: slow}\n");
    var plan = folder.resolve("plan.json").toString();
    assertThat(named().run("plan", "shop/prod", "--out", plan).exit()).isZero();
    kubectl(
        "patch", "configmap", "settings", "--type=merge", "-p", "{\"data\":{\"mode\":\"odd\"}}");

    var stale = named().run("sync", "shop/prod", "--plan", plan, "--yes");
    assertThat(stale.exit()).as(stale.out() + stale.err()).isEqualTo(3);
    assertThat(stale.out() + stale.err()).contains("out of date").contains("settings");
    assertThat(kubectl("get", "configmap", "settings", "-o", "jsonpath={.data.mode}"))
        .isEqualTo("odd");

    assertThat(named().run("plan", "shop/prod", "--out", plan).exit()).isZero();
    var fresh = named().run("sync", "shop/prod", "--plan", plan, "--yes");
    assertThat(fresh.exit()).as(fresh.out() + fresh.err()).isZero();
    assertThat(kubectl("get", "configmap", "settings", "-o", "jsonpath={.data.mode}"))
        .isEqualTo("slow");
  }

  @Test
  void whatWritesIsRefusedWithoutAConfirmationOrAChosenCluster() {
    var noYes = named().run("sync", "shop/prod");
    assertThat(noYes.exit()).isEqualTo(3);
    assertThat(noYes.err()).contains("--yes");
    var noContext = terminal.run("sync", "shop/prod", "--yes");
    assertThat(noContext.exit()).isEqualTo(3);
    assertThat(noContext.err()).contains("prod-eu").contains("--context");
    assertThat(kubectl("get", "configmap", "-o", "name")).doesNotContain("settings");

    // Looking is allowed, and says which context it took.
    var looked = terminal.run("drift", "shop/prod");
    assertThat(looked.exit()).isEqualTo(1);
    assertThat(looked.err()).contains("current context " + context());
  }

  @Test
  void aClusterThatIsNotTheMappedOneIsRefused() {
    SettingsFile.in(terminal.folders().config())
        .change(s ->
            s.withCluster(
                "prod-eu", new Settings.Mapping(context(), "another-uid", Instant.now())));
    var said = terminal.run("sync", "shop/prod", "--yes");
    assertThat(said.exit()).isEqualTo(3);
    assertThat(said.err() + said.out()).contains("another cluster");
    assertThat(terminal.run("drift", "shop/prod").exit()).isEqualTo(2);
  }

  @Test
  void onlyReviewedCommitsAreAppliedUnlessAReasonIsGiven() {
    Git.at(folder).run("clone", "-q", "--bare", git.folder().toString(), "remote.git");
    Git.at(folder).run("clone", "-q", "remote.git", "clone");
    var clone = Git.at(folder.resolve("clone"));
    var there =
        new Terminal(
            folder.resolve("home"),
            "--repo",
            clone.folder().toString(),
            "--kubeconfig",
            plane.kubeconfig().toString(),
            "--context",
            context());
    clone.run("commit", "-q", "--allow-empty", "-m", "Local only");
    var head = clone.run("rev-parse", "HEAD");

    var refused = there.run("sync", "shop/prod", "--at", head, "--yes");
    assertThat(refused.exit()).as(refused.out() + refused.err()).isEqualTo(3);
    assertThat(refused.out()).contains("not on origin/main");

    var allowed =
        there.run("sync", "shop/prod", "--at", head, "--yes", "--unreviewed", "hotfix at night");
    assertThat(allowed.exit()).as(allowed.out() + allowed.err()).isZero();
    var records = there.run("activity", "shop/prod", "-o", "json").json().items();
    assertThat(records).hasSize(2);
    assertThat(records.getFirst().text("reason")).contains("hotfix at night");
    assertThat(records.getFirst().text("outcome")).contains("done");
    assertThat(records.getFirst().text("clusterUser").orElse("")).isNotEmpty();
    assertThat(records.getFirst().text("osUser")).contains(System.getProperty("user.name"));
    assertThat(records.getLast().text("outcome")).contains("refused");
  }

  @Test
  void aDocumentThatCannotBeReadMakesTheEnvironmentUnknownAndLeavesTheRest() {
    commit("envs/prod/broken.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata:\n\tname: tab\n");
    var said = drift();
    assertThat(said.exit()).isEqualTo(2);
    assertThat(said.json().text("verdict")).contains("unknown");
    assertThat(said.err()).contains("envs/prod/broken.yaml:4");
    assertThat(said.verdict("ConfigMap", "settings")).isEqualTo("only-in-git");
    assertThat(named().run("render", "shop/prod").exit()).isEqualTo(2);

    // The rest is applied, and nobody is told that this was everything.
    var synced = named().run("sync", "shop/prod", "--yes");
    assertThat(synced.exit()).isEqualTo(2);
    assertThat(synced.out())
        .contains("left out  Document envs/prod/broken.yaml:4")
        .contains("partial");
    assertThat(drift().verdict("ConfigMap", "settings")).isEqualTo("in-sync");
  }

  @Test
  void aPersonWhoMayOnlyLookGetsUnknownNotInSync() {
    sync();
    var viewer =
        new Terminal(
            folder.resolve("home"),
            "--repo",
            git.folder().toString(),
            "--kubeconfig",
            plane.kubeconfig("viewer").toString());
    var said = viewer.run("drift", "shop/prod", "-o", "json");
    assertThat(said.exit()).isEqualTo(2);
    assertThat(said.verdict("ConfigMap", "settings")).isEqualTo("unknown");
    assertThat(said.resource("ConfigMap", "settings").text("problem", "kind"))
        .contains("forbidden");
  }

  @Test
  void aPersonWhoseRightsEndAtTheNamespaceDoesTheMainJobThere() throws IOException {
    var limited = folder.resolve("limited.yaml");
    Files.writeString(
        limited,
        Files.readString(plane.kubeconfig())
            .replace(
                "  user:\n    client", "  user:\n    as: limited-" + namespace + "\n    client"));
    kubectl(
        "create",
        "role",
        "limited",
        "--verb=*",
        "--resource=configmaps,secrets,services,deployments.apps");
    kubectl("create", "rolebinding", "limited", "--role=limited", "--user=limited-" + namespace);
    var person =
        new Terminal(
            folder.resolve("home"),
            "--repo",
            git.folder().toString(),
            "--kubeconfig",
            limited.toString(),
            "--context",
            context());
    var synced = person.run("sync", "shop/prod", "--yes");
    assertThat(synced.exit()).as(synced.out() + synced.err()).isZero();
    var said = person.run("drift", "shop/prod", "-o", "json");
    assertThat(said.exit()).as(said.out() + said.err()).isZero();
  }

  @Test
  void anUnreachableClusterMakesEverythingUnknown() throws IOException {
    var nowhere = folder.resolve("nowhere.yaml");
    Files.writeString(
        nowhere,
        """
        apiVersion: v1
        kind: Config
        current-context: gone
        clusters: [{name: c, cluster: {server: "https://127.0.0.1:1"}}]
        users: [{name: u, user: {token: t}}]
        contexts: [{name: gone, context: {cluster: c, user: u}}]
        """);
    var said =
        new Terminal(
                folder.resolve("home"),
                "--repo",
                git.folder().toString(),
                "--kubeconfig",
                nowhere.toString())
            .run("drift", "shop/prod", "-o", "json");
    assertThat(said.exit()).isEqualTo(2);
    assertThat(said.json().items("resources"))
        .hasSize(4)
        .allSatisfy(r -> assertThat(r.text("verdict")).contains("unknown"));
    assertThat(said.err()).contains("127.0.0.1:1");
  }

  @Test
  void whatIsNamedAndNotThereHasItsOwnWords() {
    assertThat(terminal.run("drift", "shop/nowhere").err())
        .contains("shop/nowhere")
        .contains("shop/prod");
    assertThat(terminal.run("drift", "shop/prod", "--at", "no-such-branch").exit()).isEqualTo(2);
    assertThat(terminal.run("drift", "shop/prod", "--at", "no-such-branch").err())
        .contains("no-such-branch");
    assertThat(terminal.run("drift", "shop/prod", "--context", "no-such-context").err())
        .contains("no-such-context");
    assertThat(terminal.run("drift").exit()).isEqualTo(64);
    assertThat(terminal.run("dirft", "shop/prod").exit()).isEqualTo(64);
    var elsewhere = new Terminal(folder.resolve("home"), "--repo", folder.toString());
    assertThat(elsewhere.run("envs").exit()).isEqualTo(2);
    assertThat(elsewhere.run("envs").err()).contains("not a Git repository");
  }

  @Test
  void envsAndHistoryAnswerInText() {
    var envs = terminal.run("envs");
    assertThat(envs.exit()).isZero();
    assertThat(envs.out())
        .contains("shop/prod", "envs/prod", "plain", "kubernetes", "prod-eu", namespace);
    var history = terminal.run("history", "shop/prod", "-o", "json").json().items();
    assertThat(history)
        .extracting(c -> c.text("id").orElse(""))
        .containsExactlyElementsOf(
            git.run("rev-list", "--date-order", "HEAD", "--", "envs/prod").lines().toList());
    assertThat(history.getFirst().text("author", "email")).contains("ada@example.org");
  }

  private String kubectl(String... arguments) {
    var all = new java.util.ArrayList<>(List.of("-n", namespace));
    all.addAll(List.of(arguments));
    return plane.kubectl("", all.toArray(String[]::new));
  }

  /// The worst exit code of `kubectl diff`, one object a call, fed by `render --as-applied`.
  private int kubectlDiff(Terminal who) {
    int worst = 0;
    for (var object : who.run("render", "shop/prod", "--as-applied", "-o", "json").json().items()) {
      worst = Math.max(worst, diff(dev.plumbline.yaml.Json.compact(object)));
    }
    return worst;
  }

  private int diff(String object) {
    try {
      var process =
          new ProcessBuilder(
                  plane.kubectl().toString(),
                  "--kubeconfig=" + plane.kubeconfig(),
                  "diff",
                  "--server-side",
                  "--field-manager=plumbline",
                  "--force-conflicts",
                  "-f",
                  "-")
              .redirectErrorStream(true)
              .start();
      try (var in = process.getOutputStream()) {
        in.write(object.getBytes(java.nio.charset.StandardCharsets.UTF_8));
      }
      process.getInputStream().readAllBytes();
      return process.waitFor();
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
