package dev.plumbline.sandbox.store;

import java.util.Optional;

/// One write: what was there before and what is there now (empty before a creation and after a
/// deletion).
///
/// @param shown the object as a watch shows it: the new one, or the last state of a deleted one
///   under the version of its deletion
public record Change(
    long version, Key key, Optional<Entry> before, Optional<Entry> after, Entry shown) {}
