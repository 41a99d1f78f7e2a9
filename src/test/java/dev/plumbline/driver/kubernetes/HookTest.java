package dev.plumbline.driver.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.cluster.Kind;
import dev.plumbline.model.Tree;
import dev.plumbline.yaml.Json;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which registrations may concern an object that is applied over one that exists.
class HookTest {

  private static final Kind DEPLOYMENT =
      new Kind("apps", "v1", "Deployment", "deployments", true, Set.of());
  private static final Kind NAMESPACE =
      new Kind("", "v1", "Namespace", "namespaces", false, Set.of());

  private static Hook hook(String webhook) {
    var configuration = Tree.obj("webhooks", Tree.arr(Json.parse(webhook, "test")));
    return Hook.ofWebhooks(configuration).findFirst().orElseThrow();
  }

  private static Hook rule(String rule, String policy) {
    return hook("{\"rules\":[" + rule.replace('\'', '"') + "],\"matchPolicy\":\"" + policy + "\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          Equivalent | true  | {'apiGroups':['apps'],'apiVersions':['v1'],'resources':['deployments'],'operations':['UPDATE']}
          Equivalent | true  | {'apiGroups':['*'],'apiVersions':['*'],'resources':['*'],'operations':['*']}
          Equivalent | true  | {'apiGroups':['*'],'apiVersions':['*'],'resources':['*/*'],'operations':['*']}
          Equivalent | false | {'apiGroups':['apps'],'apiVersions':['v1'],'resources':['deployments'],'operations':['CREATE','DELETE']}
          Equivalent | false | {'apiGroups':['apps'],'apiVersions':['v1'],'resources':['deployments/status'],'operations':['*']}
          Equivalent | false | {'apiGroups':['apps'],'apiVersions':['v1'],'resources':['pods'],'operations':['*']}
          Equivalent | false | {'apiGroups':['apps'],'apiVersions':['v1'],'resources':['*'],'operations':['*'],'scope':'Cluster'}
          Equivalent | true  | {'apiGroups':['apps'],'apiVersions':['v1'],'resources':['*'],'operations':['*'],'scope':'Namespaced'}
          Equivalent | true  | {'apiGroups':['apps'],'apiVersions':['v1beta1'],'resources':['deployments'],'operations':['*']}
          Exact      | false | {'apiGroups':['apps'],'apiVersions':['v1beta1'],'resources':['deployments'],'operations':['*']}
          Equivalent | true  | {'apiGroups':['extensions'],'apiVersions':['v1beta1'],'resources':['deployments'],'operations':['*']}
          Exact      | false | {'apiGroups':['extensions'],'apiVersions':['v1beta1'],'resources':['deployments'],'operations':['*']}
          Equivalent | false | {'apiGroups':['acme.io'],'apiVersions':['v1'],'resources':['deployments'],'operations':['*']}
          """)
  void rules(String policy, boolean concerns, String rule) {
    assertThat(rule(rule, policy).mayConcern(DEPLOYMENT)).isEqualTo(concerns);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          true  | {}
          true  | {'namespaceSelector':{'matchLabels':{'team':'shop'}}}
          false | {'namespaceSelector':{'matchLabels':{'team':'other'}}}
          false | {'namespaceSelector':{'matchExpressions':[{'key':'team','operator':'NotIn','values':['shop']}]}}
          true  | {'namespaceSelector':{'matchExpressions':[{'key':'team','operator':'Exists'},{'key':'x','operator':'DoesNotExist'}]}}
          true  | {'namespaceSelector':{'matchExpressions':[{'key':'team','operator':'Nonsense'}]}}
          true  | {'objectSelector':{'matchLabels':{'app':'web'}}}
          false | {'objectSelector':{'matchLabels':{'app':'db'}}}
          true  | {'matchConditions':[{'name':'never','expression':'false'}]}
          """)
  void selectors(boolean matches, String webhook) {
    var live =
        Tree.obj(
            "metadata",
            Tree.obj("namespace", Tree.str("shop"), "labels", Tree.obj("app", Tree.str("web"))));
    var namespace = Tree.obj("metadata", Tree.obj("labels", Tree.obj("team", Tree.str("shop"))));
    var hook = hook(webhook.replace('\'', '"'));
    var seen = Seen.of(live, new byte[] {1});
    assertThat(hook.mayMatch(DEPLOYMENT, seen, Optional.of(namespace))).isEqualTo(matches);
    if (matches || webhook.contains("namespaceSelector")) {
      assertThat(hook.mayMatch(DEPLOYMENT, seen, Optional.empty()))
          .as("a namespace that may not be read")
          .isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({"web, true", "db, false"})
  void aNamespaceIsSelectedByItsOwnLabels(String app, boolean matches) {
    var live = Tree.obj("metadata", Tree.obj("labels", Tree.obj("app", Tree.str("web"))));
    var hook = hook("{\"namespaceSelector\":{\"matchLabels\":{\"app\":\"" + app + "\"}}}");
    var seen = Seen.of(live, new byte[] {1});
    assertThat(hook.mayMatch(NAMESPACE, seen, Optional.empty())).isEqualTo(matches);
  }
}
