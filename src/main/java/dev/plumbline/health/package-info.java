/// Whether a live object does what it should, told from its own status. Pure; may import `model`.
@org.jspecify.annotations.NullMarked
package dev.plumbline.health;
