/// Which kinds the sandbox serves: those recorded from a real server and those that definitions
/// (CRDs) add, their discovery and OpenAPI documents. May import `schema`, `yaml` and `model`.
@org.jspecify.annotations.NullMarked
package dev.plumbline.sandbox.kinds;
