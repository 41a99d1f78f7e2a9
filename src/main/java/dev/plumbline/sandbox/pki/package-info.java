/// A certificate made on the spot, with nothing but the JDK's public API. Imports nothing of ours.
@org.jspecify.annotations.NullMarked
package dev.plumbline.sandbox.pki;
