/// An API server inside this process, on loopback: for the demo and for fast tests. It is no
/// cluster, and no run against it proves anything about drift, schema, merge, plan or engine. May
/// import `merge`, `schema`, `yaml` and `model`.
@org.jspecify.annotations.NullMarked
package dev.plumbline.sandbox;
