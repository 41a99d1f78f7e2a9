/// Pure: apply and update as the API server does them (structured-merge-diff v6): typed merge,
/// prune by ownership, conflicts, managedFields. May import `schema`, `model`.
@org.jspecify.annotations.NullMarked
package dev.plumbline.merge;
