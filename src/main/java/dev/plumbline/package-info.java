/// The entry point. May import `app`.
@org.jspecify.annotations.NullMarked
package dev.plumbline;
