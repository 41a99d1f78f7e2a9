package dev.plumbline.model;

/// Which cluster: the name that environments use, the kubeconfig context that stands for it here,
/// and its server.
///
/// @param name the cluster name of the environment
/// @param context the kubeconfig context
/// @param server the API server's URL
public record ClusterRef(String name, String context, String server) {}
