package dev.plumbline.cluster;

import dev.plumbline.model.Cancel;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.Tree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// One API server, spoken to raw: objects come and go as trees with their number literals, nulls
/// and unknown fields. Values of Secrets are hidden when they enter; [#apply] and the writes reveal
/// them on the way out. Methods throw [dev.plumbline.model.ProblemException]: `Auth` (401),
/// `Forbidden` (403), `NotFound` (404), `Conflict` (409), `Rejected` (400, 422, admission),
/// `Network`, `Cancelled`, `Unexpected` (anything that makes no sense). Blocking; callable from
/// many threads; a bound on requests at a time is kept inside.
public interface Cluster extends AutoCloseable {

  /// The context it was opened for.
  String context();

  /// The API server's URL.
  String server();

  /// `gitVersion` of the server.
  String version(Cancel cancel);

  /// UID of the kube-system namespace: what tells one cluster from another.
  String uid(Cancel cancel);

  /// Who the server says we are (SelfSubjectReview, `authentication.k8s.io/v1`, 1.28 and newer);
  /// empty when it cannot say.
  Optional<String> whoAmI(Cancel cancel);

  /// The kind behind group, version and kind; empty when the server does not serve it. Throws when
  /// discovery of that group failed (an aggregated API that is down), because then nobody knows.
  /// Discovery is read once and kept until [#refreshDiscovery].
  Optional<Kind> kind(String group, String version, String kind, Cancel cancel);

  /// The versions of a group and kind that the server serves, preferred first; empty when none.
  List<String> servedVersions(String group, String kind, Cancel cancel);

  /// Forgets discovery: the next question asks the server.
  void refreshDiscovery();

  /// Where the server describes the types of each group version (`api/v1`, `apis/apps/v1`), as
  /// addresses for [#openApi(String, Cancel)]. An address changes with the content behind it. Empty
  /// when the server has no OpenAPI v3, or does not tell when a description changes.
  Map<String, String> openApi(Cancel cancel);

  /// The OpenAPI v3 document at an address that [#openApi(Cancel)] gave, up to 32 MiB.
  Tree.Obj openApi(String address, Cancel cancel);

  /// One object; empty when it is not there.
  ///
  /// @param namespace `""` for a cluster-scoped kind
  Optional<Tree.Obj> get(Kind kind, String namespace, String name, Cancel cancel);

  /// All objects of a kind in a namespace (`""`: cluster-wide), read in pages.
  Listing list(Kind kind, String namespace, Cancel cancel);

  /// Some objects of a kind.
  ///
  /// @param fields a field selector: `involvedObject.uid=…`. A server that does not know a field of
  ///   it answers with `Rejected`
  Listing list(Kind kind, String namespace, String fields, Cancel cancel);

  /// Reads the log of a container, each line as it comes, on the calling thread. Returns when the
  /// log ends (never, when it follows a running container) or when cancelled. Lines longer than 32
  /// KiB are cut and say so. `NotFound` when the Pod is not there, its container waits to start or
  /// had no earlier run; `Network` when its node does not answer, or the connection breaks.
  void log(String namespace, String pod, Log log, Consumer<String> line, Cancel cancel);

  /// Keeps a list current: lists, watches from there, follows bookmarks, lists again when the
  /// server forgot (410), reconnects with backoff when the connection breaks, and says so. Never
  /// ends by itself; close it.
  <K> Watching watch(Kind kind, String namespace, Listener<K> listener);

  /// Server-side apply of one object. The answer is the object as the server stored it, or would
  /// store it.
  ///
  /// @param body what to send, with apiVersion, kind, metadata.name and, for a namespaced kind,
  ///   metadata.namespace
  /// @param manager the field manager
  /// @param force whether fields of others are taken
  /// @param dryRun whether the server only says what it would do (`dryRun=All`)
  Applied apply(
      Kind kind, Tree.Obj body, String manager, boolean force, boolean dryRun, Cancel cancel);

  /// Creates an object (POST). `Conflict` when it exists.
  Tree.Obj create(Kind kind, Tree.Obj body, String manager, Cancel cancel);

  /// Replaces an object (PUT); a `metadata.resourceVersion` in the body is a precondition.
  /// `Conflict` when it changed.
  Tree.Obj replace(Kind kind, Tree.Obj body, String manager, Cancel cancel);

  /// Changes parts of an object (PATCH), as kubectl's verbs do. Nothing in Plumbline brings a
  /// cluster to Git this way: it is for what somebody does beside Git.
  ///
  /// @param subresource `scale` or `status`; `""` for the object itself
  /// @param patch a JSON merge patch
  /// @param manager the field manager, which becomes the owner of what changes (`Update`)
  Tree.Obj patch(
      Kind kind,
      ResourceRef object,
      String subresource,
      Tree.Obj patch,
      String manager,
      Cancel cancel);

  /// Deletes an object and, in the background, what it owns. `NotFound` when it is not there,
  /// `Conflict` when it is another one by now.
  ///
  /// @param uid the object that is meant
  void delete(Kind kind, ResourceRef object, String uid, Cancel cancel);

  @Override
  void close();

  /// A list as of one resourceVersion.
  record Listing(List<Tree.Obj> items, String resourceVersion) {
    public Listing {
      items = List.copyOf(items);
    }
  }

  /// Which log of a Pod.
  ///
  /// @param container empty: the only one
  /// @param tail how many of the last lines to begin with; below 0: all
  /// @param follow whether to go on as lines are written
  /// @param previous of the container's run before this one
  record Log(String container, int tail, boolean follow, boolean previous) {}

  /// The answer to an apply.
  ///
  /// @param created whether the object did not exist before (HTTP 201)
  /// @param warnings the server's Warning headers
  record Applied(Tree.Obj object, boolean created, List<String> warnings) {
    public Applied {
      warnings = List.copyOf(warnings);
    }
  }

  /// A running watch.
  interface Watching extends AutoCloseable {
    @Override
    void close();
  }

  /// Hears what a watch sees. Called from one thread at a time, in order; must return at once.
  ///
  /// @param <K> what is kept of an object
  interface Listener<K> {
    /// What is kept of an object, made before more of a long list is read.
    K kept(Tree.Obj object);

    /// A whole new list: replaces everything known before.
    void replaced(List<K> all);

    /// An object was added or changed.
    void changed(K object);

    /// An object was deleted; its last state.
    void deleted(K object);

    /// The watch is broken and is being restored: what is known may be stale from now on.
    void lost(Problem problem);

    /// The watch runs again after [#lost], or the list was confirmed current.
    void current();
  }
}
