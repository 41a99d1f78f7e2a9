package dev.plumbline.model;

import java.util.Optional;

/// A kubeconfig context, read as data: nothing was connected or run to know it.
///
/// @param name the context's name
/// @param cluster the name of its cluster entry
/// @param server the server URL, empty when the cluster entry is missing
/// @param user the name of its user entry
/// @param namespace the default namespace
/// @param auth how it logs in: `token`, `client certificate`, `exec aws`, `basic`, `none`
/// @param file the kubeconfig file in which the context stands
/// @param current whether it is the current context
public record KubeContext(
    String name,
    String cluster,
    String server,
    String user,
    Optional<String> namespace,
    String auth,
    String file,
    boolean current) {}
