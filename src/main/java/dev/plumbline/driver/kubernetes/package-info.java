/// The embedded engine's hands on a Kubernetes cluster: watches, dry-runs, inventory. May import
/// what `driver` may, and `driver`.
@org.jspecify.annotations.NullMarked
package dev.plumbline.driver.kubernetes;
