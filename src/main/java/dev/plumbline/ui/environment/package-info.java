/// One environment: what differs, who set it, why it counts. May import what `ui` may, and
/// `ui.kit`.
@org.jspecify.annotations.NullMarked
package dev.plumbline.ui.environment;
