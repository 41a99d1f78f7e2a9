/// Contexts, repositories, theme, keys. May import what `ui` may.
@org.jspecify.annotations.NullMarked
package dev.plumbline.ui.settings;
