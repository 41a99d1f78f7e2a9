/// A file tree and an environment become a set of manifests; records exactly which paths were read.
/// May import `yaml`, `process`, `store`, `model`.
@org.jspecify.annotations.NullMarked
package dev.plumbline.render;
