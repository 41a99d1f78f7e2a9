/// What the server's code has against objects of built-in kinds, beyond their schema: its rules and
/// its words (Kubernetes 1.37, `pkg/apis/*/validation`). The contract tests send the same wrong
/// objects to a real server.
@org.jspecify.annotations.NullMarked
package dev.plumbline.sandbox.checks;
