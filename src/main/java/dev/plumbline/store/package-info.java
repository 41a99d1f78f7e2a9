/// What stays on this machine: journal, settings, caches by key. May import `yaml`, `plan`,
/// `drift`, `model`.
@org.jspecify.annotations.NullMarked
package dev.plumbline.store;
