package dev.plumbline.ui.kit;

import dev.plumbline.model.ResourceRef;
import java.util.List;
import java.util.Optional;

/// What an API server remarked on an object, in its own words: amber, and no verdict.
public final class ServerWarnings {
  private ServerWarnings() {}

  /// A banner; empty when nothing was remarked. A remark on a Secret may quote a value of it and is
  /// counted, not shown.
  ///
  /// @param id the id of the banner
  public static Optional<Banner> of(
      String id, ResourceRef ref, List<String> warnings, Words words) {
    if (warnings.isEmpty()) {
      return Optional.empty();
    }
    boolean secret = ref.group().isEmpty() && ref.kind().equals("Secret");
    return Optional.of(
        new Banner(
            id,
            Tone.WARNING,
            words.count("kit.server-warns", warnings.size()),
            secret ? words.get("kit.server-warns.secret") : "",
            secret ? "" : String.join("\n", warnings),
            List.of()));
  }
}
