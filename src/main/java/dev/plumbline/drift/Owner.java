package dev.plumbline.drift;

import java.util.Optional;

/// Who set a live field, as `metadata.managedFields` tells it.
///
/// @param manager the field manager's name
/// @param operation `Apply` or `Update`
/// @param subresource `status`, `scale`, or `""`
/// @param time when that manager last changed any of its fields (RFC 3339), empty when the server
///   did not say
public record Owner(String manager, String operation, String subresource, Optional<String> time) {}
