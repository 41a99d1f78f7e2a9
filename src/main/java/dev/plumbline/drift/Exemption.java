package dev.plumbline.drift;

import dev.plumbline.model.Origin;
import java.time.LocalDate;
import java.util.Optional;

/// Why a field that differs does not count: who says so, where, and what for.
///
/// @param by who says so, in words: `plumbline.yaml`, `Argo CD Application shop`
/// @param origin where it is written
/// @param reason what for, as the author of the rule says; in words of ours where the rule has none
/// @param expires the last day on which it holds (UTC); empty when it holds until it is removed
public record Exemption(String by, Origin origin, String reason, Optional<LocalDate> expires) {}
