/// Pure: what OpenAPI and custom resource definitions say about values. Types with list kinds, keys
/// and defaults; field sets (managedFields both ways); defaulting, pruning, validation. May import
/// `model`.
@org.jspecify.annotations.NullMarked
package dev.plumbline.schema;
