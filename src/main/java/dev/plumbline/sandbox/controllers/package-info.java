/// Plays what controllers, scheduler and kubelet do in a real cluster, simply: workloads get pods,
/// pods become ready, endpoints follow, what depends on a deleted object goes with it. No container
/// ever runs. May import the sandbox's `api`, `kinds`, `store`, and `yaml`, `model`.
@org.jspecify.annotations.NullMarked
package dev.plumbline.sandbox.controllers;
