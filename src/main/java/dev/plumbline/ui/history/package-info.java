/// The commits of the repository or of one environment's folder. May import what `ui` may, and
/// `ui.kit`.
@org.jspecify.annotations.NullMarked
package dev.plumbline.ui.history;
