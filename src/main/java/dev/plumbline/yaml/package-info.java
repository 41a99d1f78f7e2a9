/// Bytes to [dev.plumbline.model.Tree] and back: JSON, and YAML as kubectl reads it, with file and
/// line of every value. The only room with Jackson and snakeyaml. May import `model`.
@org.jspecify.annotations.NullMarked
package dev.plumbline.yaml;
