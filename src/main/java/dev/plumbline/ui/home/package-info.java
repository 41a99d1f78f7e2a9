/// Is anything wrong, since when, who: what needs you, and all environments. May import what `ui`
/// may.
@org.jspecify.annotations.NullMarked
package dev.plumbline.ui.home;
