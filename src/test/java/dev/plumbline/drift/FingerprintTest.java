package dev.plumbline.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.Secrets;
import dev.plumbline.model.Tree;
import dev.plumbline.yaml.Json;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import org.junit.jupiter.api.Test;

class FingerprintTest {

  private static final byte[] KEY = "a key of this test only".getBytes(StandardCharsets.UTF_8);

  private static final String LIVE =
      """
      {"apiVersion": "apps/v1", "kind": "Deployment",
       "metadata": {"name": "web", "uid": "u", "resourceVersion": "7", "generation": 2, "managedFields": [
         {"manager": "plumbline", "operation": "Apply", "time": "2026-11-24T10:00:00Z",
          "fieldsType": "FieldsV1", "fieldsV1": {"f:spec": {"f:replicas": {}}}},
         {"manager": "kube-controller-manager", "operation": "Update", "subresource": "status",
          "time": "2026-11-24T11:00:00Z", "fieldsType": "FieldsV1",
          "fieldsV1": {"f:metadata": {"f:annotations": {"f:revision": {}}}, "f:status": {"f:ready": {}}}}]},
       "spec": {"replicas": 2}, "status": {"ready": 1}}\
      """;

  private static String of(String json) {
    return Fingerprint.of((Tree.Obj) Json.parse(json, "test"), KEY);
  }

  private static String changed(String from, String to) {
    assertThat(LIVE).contains(from);
    return of(LIVE.replace(from, to));
  }

  @Test
  void bookkeepingAndProgressChangeNothing() {
    var before = of(LIVE);

    assertThat(before).hasSize(64).matches("[0-9a-f]+");
    assertThat(changed("\"resourceVersion\": \"7\"", "\"resourceVersion\": \"8\""))
        .isEqualTo(before);
    assertThat(changed("\"generation\": 2", "\"generation\": 3")).isEqualTo(before);
    assertThat(changed("T10:00:00Z", "T12:00:00Z")).isEqualTo(before);
    assertThat(changed("\"ready\": 1", "\"ready\": 2")).isEqualTo(before);
    assertThat(changed(", \"status\": {\"ready\": 1}", "")).isEqualTo(before);
    assertThat(changed("\"f:ready\": {}", "\"f:ready\": {}, \"f:conditions\": {}"))
        .isEqualTo(before);
    assertThat(changed("\"replicas\": 2", "\"replicas\": 2.0")).isEqualTo(before);
  }

  @Test
  void whatAnApplyDependsOnChangesIt() {
    var before = of(LIVE);

    assertThat(changed("\"replicas\": 2", "\"replicas\": 3")).isNotEqualTo(before);
    assertThat(changed("\"replicas\": 2", "\"replicas\": \"2\"")).isNotEqualTo(before);
    assertThat(changed("\"replicas\": 2", "\"replicas\": null")).isNotEqualTo(before);
    assertThat(changed("\"uid\": \"u\"", "\"uid\": \"v\"")).isNotEqualTo(before);
    assertThat(changed("f:replicas", "f:paused")).isNotEqualTo(before);
    assertThat(changed("\"plumbline\"", "\"helm\"")).isNotEqualTo(before);
    assertThat(changed("f:revision", "f:other")).isNotEqualTo(before);
  }

  @Test
  void theOrderOfManagersAndKeysSaysNothing() {
    for (long seed = 0; seed < 200; seed++) {
      var trees = new Trees(seed);
      var object = Trees.managed(trees.object(), "2026-11-24T10:00:00Z");

      assertThat(Fingerprint.of((Tree.Obj) trees.rewritten(object), KEY))
          .as("seed %d", seed)
          .isEqualTo(Fingerprint.of(object, KEY));
    }
    var swapped = (Tree.Obj) Json.parse(LIVE, "test");
    var meta = (Tree.Obj) swapped.at("metadata").orElseThrow();
    var turned = new Tree.Arr(swapped.items("metadata", "managedFields").reversed());
    assertThat(Fingerprint.of(swapped.with("metadata", meta.with("managedFields", turned)), KEY))
        .isEqualTo(of(LIVE));
  }

  @Test
  void differentObjectsHaveDifferentFingerprints() {
    var seen = new HashMap<String, Tree>();
    for (long seed = 0; seed < 2_000; seed++) {
      var object = new Trees(seed).object();
      var other = seen.putIfAbsent(Fingerprint.desired(object, KEY), object);
      assertThat(other == null || other.equals(object)).as("seed %d", seed).isTrue();
    }
    assertThat(seen).hasSizeGreaterThan(1_000);
    assertThat(Fingerprint.desired(Tree.obj("a", Tree.str("bc")), KEY))
        .isNotEqualTo(Fingerprint.desired(Tree.obj("ab", Tree.str("c")), KEY));
    assertThat(Fingerprint.desired(Tree.obj("a", Tree.arr(Tree.arr())), KEY))
        .isNotEqualTo(Fingerprint.desired(Tree.obj("a", Tree.arr(Tree.obj())), KEY));
  }

  @Test
  void aStatusWrittenWithTheObjectItselfIsData() {
    var ours =
        """
        {"kind": "Widget", "metadata": {"managedFields": [{"manager": "plumbline", "operation": "Apply",
          "fieldsType": "FieldsV1", "fieldsV1": {"f:status": {"f:phase": {}}}}]},
         "status": {"phase": "%s"}}\
        """;

    assertThat(of(ours.formatted("A"))).isNotEqualTo(of(ours.formatted("B")));
  }

  @Test
  void aSecretTakesPartByItsContentAndItsHashNeedsTheKey() {
    var one = secret("aGVsbG8=");
    var otherKey = "another key".getBytes(StandardCharsets.UTF_8);

    assertThat(Fingerprint.of(one, KEY)).isEqualTo(Fingerprint.of(secret("aGVsbG8="), KEY));
    assertThat(Fingerprint.of(one, KEY)).isNotEqualTo(Fingerprint.of(secret("aGVsbG9v"), KEY));
    assertThat(Fingerprint.of(one, KEY)).isNotEqualTo(Fingerprint.of(one, otherKey));
    assertThat(Fingerprint.desired(one, KEY)).isNotEqualTo(Fingerprint.desired(one, otherKey));
  }

  private static Tree.Obj secret(String value) {
    return Secrets.hide(
        Tree.obj(
            "apiVersion", Tree.str("v1"),
            "kind", Tree.str("Secret"),
            "data", Tree.obj("password", Tree.str(value))));
  }
}
