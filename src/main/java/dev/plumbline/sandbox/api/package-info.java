/// What the sandbox answers: requests in, answers out, without HTTP. May import the sandbox's
/// `store`, `kinds`, `rules` and `checks`, and `merge`, `schema`, `yaml`, `model`.
@org.jspecify.annotations.NullMarked
package dev.plumbline.sandbox.api;
