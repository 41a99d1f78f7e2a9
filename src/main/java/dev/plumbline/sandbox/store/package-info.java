/// Where the sandbox keeps its objects: as bytes, in memory, under one lock, with a bounded log of
/// what changed for watches and for reading an older moment. May import `yaml` and `model`.
@org.jspecify.annotations.NullMarked
package dev.plumbline.sandbox.store;
