/// Use cases, one verb a class, and the state they publish. May import everything below but
/// `cluster` and `sandbox`.
@org.jspecify.annotations.NullMarked
package dev.plumbline.engine;
