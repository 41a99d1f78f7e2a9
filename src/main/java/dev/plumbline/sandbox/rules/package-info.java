/// What the API server does to objects in code that no schema tells: defaults, first status, what
/// may not change, what a subresource writes. May import the sandbox's `kinds`, and `schema`,
/// `model`.
@org.jspecify.annotations.NullMarked
package dev.plumbline.sandbox.rules;
