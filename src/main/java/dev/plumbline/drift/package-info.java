/// Pure: desired and live become a verdict, field by field, with ownership and causes. May import
/// `schema`, `model`.
@org.jspecify.annotations.NullMarked
package dev.plumbline.drift;
