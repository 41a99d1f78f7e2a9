/// The command line: the headless face of the engine. May import `engine`, `yaml`, `workspace`,
/// `health`, `schema`, `plan`, `drift`, `model`.
@org.jspecify.annotations.NullMarked
package dev.plumbline.cli;
