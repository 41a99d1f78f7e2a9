/// The main window: rail, top bar, palette, activity drawer; the `Application`. May import what
/// `ui` may, and the screens.
@org.jspecify.annotations.NullMarked
package dev.plumbline.ui.shell;
