package dev.plumbline.drift;

import dev.plumbline.model.Manifest;
import dev.plumbline.model.Origin;
import dev.plumbline.model.Path;
import dev.plumbline.model.Problem;
import dev.plumbline.model.Tree;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What an object says of itself to the tools that are to handle it, as far as it changes a verdict
/// (DRIFT.md G08, G14).
public final class Markings {

  private static final String FLUX = "kustomize.toolkit.fluxcd.io/";
  private static final String ENCRYPTED = "ENC[";

  private Markings() {}

  /// A verdict as the manifest's own marks want it.
  ///
  /// - Encrypted by SOPS: unknown. What Git holds cannot be compared and must never be applied.
  /// - Flux is told to leave the object alone (`reconcile: disabled`, `ssa: Ignore`), or to make it
  ///   and no more (`ssa: IfNotPresent`): what differs does not count, and is listed.
  public static ResourceDrift judge(ResourceDrift verdict, Manifest desired) {
    if (isEncrypted(desired.body())) {
      return encrypted(verdict, desired);
    }
    var alone = marked(desired, "reconcile", "disabled").or(() -> marked(desired, "ssa", "Ignore"));
    if (alone.isPresent()) {
      return without(verdict, desired, alone.get());
    }
    return marked(desired, "ssa", "IfNotPresent")
        .filter(mark -> verdict instanceof ResourceDrift.Changed)
        .map(mark -> without(verdict, desired, mark))
        .orElse(verdict);
  }

  private static ResourceDrift encrypted(ResourceDrift verdict, Manifest desired) {
    return new ResourceDrift.Unknown(
        verdict.ref(),
        verdict.origin(),
        new Problem.Refused(
            verdict.ref()
                + " is encrypted by SOPS in Git: it cannot be compared, and is not applied",
            desired.origin().toString(),
            "Leave it to the tool that decrypts it",
            ""),
        Optional.empty(),
        Optional.empty());
  }

  private static ResourceDrift without(ResourceDrift verdict, Manifest desired, Exemption why) {
    return switch (verdict) {
      case ResourceDrift.Changed(var ref, var origin, var fields) ->
          new ResourceDrift.InSync(
              ref, origin, fields.stream().map(f -> f.counts() ? f.ignored(why) : f).toList());
      case ResourceDrift.OnlyInGit(var ref, var origin, _) ->
          new ResourceDrift.InSync(ref, origin, List.of(whole(desired, why)));
      case ResourceDrift.InSync same -> same;
      case ResourceDrift.OnlyInCluster other -> other;
      case ResourceDrift.Unknown unknown -> unknown;
    };
  }

  private static FieldChange whole(Manifest desired, Exemption why) {
    return new FieldChange(
        Path.ROOT,
        Optional.of(desired.body()),
        Optional.empty(),
        Cause.IGNORED,
        Optional.empty(),
        false,
        Optional.of(why));
  }

  /// Flux reads labels and annotations alike, whatever the case of the value.
  private static Optional<Exemption> marked(Manifest desired, String key, String value) {
    for (var kind : List.of("annotations", "labels")) {
      var is = desired.body().text("metadata", kind, FLUX + key);
      if (is.filter(value::equalsIgnoreCase).isPresent()) {
        var place = Path.of("metadata", kind).field(FLUX + key);
        return Optional.of(
            new Exemption(
                FLUX + key + ": " + is.get(),
                where(desired, place),
                meaning(value),
                Optional.empty()));
      }
    }
    return Optional.empty();
  }

  private static Origin where(Manifest desired, Path place) {
    return desired.origins().at(place).orElse(desired.origin());
  }

  private static String meaning(String value) {
    return value.equals("IfNotPresent")
        ? "Flux makes it where it is missing and changes it no more"
        : "Flux leaves the object as it is";
  }

  /// Whether SOPS encrypted a manifest, whole or in values of a Secret.
  public static boolean isEncrypted(Tree.Obj body) {
    if (body.text("sops", "mac").isPresent()) {
      return true;
    }
    return body.text("kind").filter("Secret"::equals).isPresent()
        && (holdsCipher(body, "stringData") || holdsCipher(body, "data"));
  }

  private static boolean holdsCipher(Tree.Obj secret, String key) {
    var values = secret.at(key).map(Tree::revealed).orElse(Tree.Obj.EMPTY);
    return values instanceof Tree.Obj(Map<String, Tree> fields)
        && fields.values().stream()
            .anyMatch(v -> v instanceof Tree.Str(String text) && isCipher(text));
  }

  private static boolean isCipher(String text) {
    return text.startsWith(ENCRYPTED) || decoded(text).contains(ENCRYPTED + "AES256_GCM,");
  }

  private static String decoded(String base64) {
    try {
      return new String(Base64.getMimeDecoder().decode(base64), StandardCharsets.ISO_8859_1);
    } catch (IllegalArgumentException notBase64) {
      return "";
    }
  }
}
