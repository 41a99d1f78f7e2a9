/// Pure: `plumbline.yaml` read and checked, environments detected in a file tree. May import
/// `yaml`, `drift`, `model`.
@org.jspecify.annotations.NullMarked
package dev.plumbline.workspace;
