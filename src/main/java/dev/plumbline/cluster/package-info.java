/// The only room that speaks to Kubernetes: contexts, discovery, lists and watches, dry-run and
/// server-side apply, raw over Java's own HTTP client (decision 0003). May import `yaml`,
/// `process`, `model`.
@org.jspecify.annotations.NullMarked
package dev.plumbline.cluster;
