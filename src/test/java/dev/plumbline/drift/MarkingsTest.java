package dev.plumbline.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.Manifest;
import dev.plumbline.model.Origin;
import dev.plumbline.model.Path;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.Secrets;
import dev.plumbline.model.Tree;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Rows of DRIFT.md 2.6 about a verdict, as far as the manifest itself says it.
class MarkingsTest {

  private static final Origin WHERE = new Origin("web.yaml", 3, 1);

  private static Manifest manifest(String kind, Tree.Obj meta, String key, Tree value) {
    var body =
        Tree.obj(
            "apiVersion",
            Tree.str("v1"),
            "kind",
            Tree.str(kind),
            "metadata",
            meta.with("name", Tree.str("web")),
            key,
            value);
    return new Manifest(ResourceRef.of(body), Secrets.hide(body), WHERE);
  }

  private static Manifest marked(String kind, String key, String value) {
    return manifest(
        "ConfigMap", Tree.obj(kind, Tree.obj(key, Tree.str(value))), "data", Tree.Obj.EMPTY);
  }

  private static ResourceDrift changed(Manifest desired) {
    return new ResourceDrift.Changed(
        desired.ref(),
        Optional.of(WHERE),
        List.of(
            new FieldChange(
                Path.of("data", "a"),
                Optional.of(Tree.str("git")),
                Optional.of(Tree.str("live")),
                Cause.DRIFTED,
                Optional.empty(),
                true)));
  }

  private static ResourceDrift missing(Manifest desired) {
    return new ResourceDrift.OnlyInGit(desired.ref(), Optional.of(WHERE), Optional.empty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"reconcile=disabled", "ssa=Ignore", "ssa=ignore"})
  void g08FluxLeavesItAlone(String mark) {
    var parts = mark.split("=", 2);
    for (var kind : List.of("labels", "annotations")) {
      var desired = marked(kind, "kustomize.toolkit.fluxcd.io/" + parts[0], parts[1]);
      assertThat(Markings.judge(changed(desired), desired))
          .isInstanceOf(ResourceDrift.InSync.class)
          .extracting(ResourceDrift::fields)
          .satisfies(fields ->
              assertThat(fields)
                  .singleElement()
                  .satisfies(f -> {
                    assertThat(f.cause()).isEqualTo(Cause.IGNORED);
                    assertThat(f.live()).contains(Tree.str("live"));
                    assertThat(f.exemption().map(Exemption::by).orElse(""))
                        .isEqualTo("kustomize.toolkit.fluxcd.io/" + parts[0] + ": " + parts[1]);
                  }));
      assertThat(Markings.judge(missing(desired), desired).fields())
          .as("what is missing is not hidden")
          .singleElement()
          .satisfies(f -> assertThat(f.path()).isEqualTo(Path.ROOT));
    }
  }

  @Test
  void g08IfNotPresentIsMadeAndChangedNoMore() {
    var desired = marked("annotations", "kustomize.toolkit.fluxcd.io/ssa", "IfNotPresent");
    assertThat(Markings.judge(changed(desired), desired)).isInstanceOf(ResourceDrift.InSync.class);
    assertThat(Markings.judge(missing(desired), desired)).isEqualTo(missing(desired));
  }

  @Test
  void g08MergeChangesNothing() {
    var desired = marked("annotations", "kustomize.toolkit.fluxcd.io/ssa", "Merge");
    assertThat(Markings.judge(changed(desired), desired)).isEqualTo(changed(desired));
  }

  @Test
  void g14WhatIsEncryptedIsUnknown() {
    var cipher = "ENC[AES256_GCM,data:xx,iv:yy,tag:zz,type:str]";
    var packed =
        Base64.getEncoder().encodeToString(("a=" + cipher).getBytes(StandardCharsets.UTF_8));
    for (var desired :
        List.of(
            manifest("Secret", Tree.Obj.EMPTY, "sops", Tree.obj("mac", Tree.str(cipher))),
            manifest("Widget", Tree.Obj.EMPTY, "sops", Tree.obj("mac", Tree.str(cipher))),
            manifest("Secret", Tree.Obj.EMPTY, "stringData", Tree.obj("a", Tree.str(cipher))),
            manifest("Secret", Tree.Obj.EMPTY, "data", Tree.obj("a", Tree.str(packed))))) {
      for (var verdict : List.of(changed(desired), missing(desired))) {
        assertThat(Markings.judge(verdict, desired))
            .isInstanceOfSatisfying(
                ResourceDrift.Unknown.class,
                u -> {
                  assertThat(u.problem()).isInstanceOf(Problem.Refused.class);
                  assertThat(u.problem().sentence()).contains("SOPS").contains("web.yaml:3");
                  assertThat(u.toString()).doesNotContain("AES256");
                });
      }
    }
  }

  @Test
  void aSecretIsNotEncryptedForItsLooks() {
    var plain =
        manifest(
            "Secret",
            Tree.Obj.EMPTY,
            "data",
            Tree.obj(
                "a", Tree.str("aGVsbG8="), "b", Tree.str("not base64 !"), "c", Tree.Null.VALUE));
    assertThat(Markings.judge(changed(plain), plain)).isEqualTo(changed(plain));
    var about =
        manifest("ConfigMap", Tree.Obj.EMPTY, "data", Tree.obj("a", Tree.str("ENC[AES256_GCM,x]")));
    assertThat(Markings.isEncrypted(about.body())).as("text about SOPS").isFalse();
  }
}
