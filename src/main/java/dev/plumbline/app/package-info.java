/// Composition root: builds everything by constructors. May import all rooms.
@org.jspecify.annotations.NullMarked
package dev.plumbline.app;
