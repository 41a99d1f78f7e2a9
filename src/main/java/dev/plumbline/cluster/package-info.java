/// The only room with fabric8: contexts, discovery, lists and watches, dry-run and server-side
/// apply. May import `yaml`, `process`, `model`.
@org.jspecify.annotations.NullMarked
package dev.plumbline.cluster;
