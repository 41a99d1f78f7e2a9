/// The vocabulary of the house: immutable records and sealed types that every other room speaks.
/// May import `java.base` only.
@org.jspecify.annotations.NullMarked
package dev.plumbline.model;
