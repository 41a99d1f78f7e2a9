/// Who drives an environment: one interface, callers branch on abilities. May import `cluster`,
/// `render`, `workspace`, `store`, `process`, `health`, `schema`, `plan`, `drift`, `yaml`, `model`.
@org.jspecify.annotations.NullMarked
package dev.plumbline.driver;
