/// What was done, by whom, with what outcome; what runs now. May import what `ui` may.
@org.jspecify.annotations.NullMarked
package dev.plumbline.ui.activity;
