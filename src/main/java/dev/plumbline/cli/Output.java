package dev.plumbline.cli;

/// How results are written.
enum Output {
  TEXT,
  JSON,
  YAML
}
