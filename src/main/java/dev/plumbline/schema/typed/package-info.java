/// Pure: what structured-merge-diff does with values of a type (its package `typed`): which fields
/// a value holds, merge, compare, remove, check. Who owns what is `merge`'s. May import `schema`,
/// `model`.
@org.jspecify.annotations.NullMarked
package dev.plumbline.schema.typed;
