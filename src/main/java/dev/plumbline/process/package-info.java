/// Runs programs: the login shell's PATH, a clean environment, limits of time and output,
/// descendants killed. May import `model`.
@org.jspecify.annotations.NullMarked
package dev.plumbline.process;
