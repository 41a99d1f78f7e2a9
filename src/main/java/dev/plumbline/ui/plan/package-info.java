/// The review of a sync: what exactly will happen, and the one verb that does it. May import what
/// `ui` may, and `ui.kit`.
@org.jspecify.annotations.NullMarked
package dev.plumbline.ui.plan;
