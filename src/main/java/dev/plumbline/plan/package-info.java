/// Pure: drift becomes a plan of stages and steps; records of what was done. May import `drift`,
/// `model`.
@org.jspecify.annotations.NullMarked
package dev.plumbline.plan;
