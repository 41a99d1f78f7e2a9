/// What every screen shares: the bridge to the FX thread, theme, icons, keys, words, banners. May
/// import what `ui` may.
@org.jspecify.annotations.NullMarked
package dev.plumbline.ui.kit;
