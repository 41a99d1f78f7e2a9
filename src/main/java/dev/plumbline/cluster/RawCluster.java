package dev.plumbline.cluster;

import dev.plumbline.model.Cancel;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.Secrets;
import dev.plumbline.model.Tree;
import dev.plumbline.yaml.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// [Cluster] in the API server's own JSON.
final class RawCluster implements Cluster {

  static final int PAGE = 500;

  private final Access access;
  private final Api api;
  private final Discovery discovery;
  private final int page;
  private final Set<Watching> watches = ConcurrentHashMap.newKeySet();
  private volatile @Nullable String uid;

  RawCluster(Access access, Api api) {
    this(access, api, PAGE);
  }

  private RawCluster(Access access, Api api, int page) {
    this.access = access;
    this.api = api;
    this.discovery = new Discovery(api);
    this.page = page;
  }

  /// The same connection, with lists in pages of another size.
  RawCluster withPage(int size) {
    return new RawCluster(access, api, size);
  }

  @Override
  public String context() {
    return access.context();
  }

  @Override
  public String server() {
    return access.server();
  }

  @Override
  public String version(Cancel cancel) {
    var about = "the server's version";
    return api.send(Call.get("/version", about), cancel)
        .object(about)
        .text("gitVersion")
        .orElse("");
  }

  @Override
  public String uid(Cancel cancel) {
    var known = uid;
    if (known == null) {
      var about = "Namespace kube-system";
      var namespace = api.send(Call.get("/api/v1/namespaces/kube-system", about), cancel);
      known =
          namespace
              .object(about)
              .text("metadata", "uid")
              .orElseThrow(() ->
                  new ProblemException(
                      new Problem.Unexpected(
                          "The namespace kube-system has no UID", server(), "", "")));
      uid = known;
    }
    return known;
  }

  @Override
  public Optional<String> whoAmI(Cancel cancel) {
    var about = "SelfSubjectReview";
    var body =
        Tree.obj("apiVersion", Tree.str("authentication.k8s.io/v1"), "kind", Tree.str(about));
    try {
      return api.send(
              Call.send(
                  "POST",
                  "/apis/authentication.k8s.io/v1/selfsubjectreviews",
                  about,
                  Call.JSON,
                  Json.revealed(body)),
              cancel)
          .object(about)
          .text("status", "userInfo", "username");
    } catch (ProblemException e) {
      if (e.problem() instanceof Problem.NotFound || e.problem() instanceof Problem.Forbidden) {
        return Optional.empty();
      }
      throw e;
    }
  }

  @Override
  public Optional<Kind> kind(String group, String version, String kind, Cancel cancel) {
    return discovery.kind(group, version, kind, cancel);
  }

  @Override
  public List<String> servedVersions(String group, String kind, Cancel cancel) {
    return discovery.servedVersions(group, kind, cancel);
  }

  @Override
  public void refreshDiscovery() {
    discovery.forget();
  }

  @Override
  public Map<String, String> openApi(Cancel cancel) {
    return OpenApiDocuments.index(api, cancel);
  }

  @Override
  public Tree.Obj openApi(String address, Cancel cancel) {
    return OpenApiDocuments.read(api, address, cancel);
  }

  @Override
  public Optional<Tree.Obj> get(Kind kind, String namespace, String name, Cancel cancel) {
    var about = about(kind, namespace, name);
    var answer = api.ask(Call.get(Call.path(kind, namespace, name), about), cancel);
    if (answer.ok()) {
      return Optional.of(Secrets.hide(answer.object(about)));
    }
    var refused = api.refusal().of(answer, about);
    // A 404 without the object's name is about the kind: nobody knows whether the object is there.
    if (answer.code() == 404 && answer.text().contains("\"" + name + "\"")) {
      return Optional.empty();
    }
    throw refused;
  }

  @Override
  public Listing list(Kind kind, String namespace, Cancel cancel) {
    return list(kind, namespace, "", cancel);
  }

  @Override
  public Listing list(Kind kind, String namespace, String fields, Cancel cancel) {
    var read = Lists.read(api, kind, namespace, fields, page, o -> o, cancel);
    return new Listing(read.items(), read.resourceVersion());
  }

  @Override
  public void log(String namespace, String pod, Log log, Consumer<String> line, Cancel cancel) {
    new Logs(api).read(namespace, pod, log, line, cancel);
  }

  @Override
  public <K> Watching watch(Kind kind, String namespace, Listener<K> listener) {
    var reflector = new Reflector<>(api, kind, namespace, page, listener, watches::remove);
    watches.add(reflector);
    reflector.start();
    return reflector;
  }

  @Override
  public Applied apply(
      Kind kind, Tree.Obj body, String manager, boolean force, boolean dryRun, Cancel cancel) {
    var ref = ResourceRef.of(body);
    var path =
        Call.query(
            Call.path(kind, ref.namespace(), ref.name()),
            "fieldManager",
            manager,
            "force",
            force ? "true" : "",
            "dryRun",
            dryRun ? "All" : "",
            "fieldValidation",
            "Warn");
    var call =
        Call.send("PATCH", path, about(ref), "application/apply-patch+yaml", Json.revealed(body));
    var answer = api.ask(call, cancel);
    if (!answer.ok()) {
      throw api.refusal().of(Unsaid.in(answer, body), call.about());
    }
    return new Applied(
        Secrets.hide(answer.object(call.about())),
        answer.code() == 201,
        answer.warnings().stream().map(w -> Unsaid.in(w, body)).distinct().toList());
  }

  @Override
  public Tree.Obj create(Kind kind, Tree.Obj body, String manager, Cancel cancel) {
    var ref = ResourceRef.of(body);
    return write("POST", Call.path(kind, ref.namespace(), ""), body, manager, cancel);
  }

  @Override
  public Tree.Obj replace(Kind kind, Tree.Obj body, String manager, Cancel cancel) {
    var ref = ResourceRef.of(body);
    return write("PUT", Call.path(kind, ref.namespace(), ref.name()), body, manager, cancel);
  }

  @Override
  public Tree.Obj patch(
      Kind kind,
      ResourceRef object,
      String subresource,
      Tree.Obj patch,
      String manager,
      Cancel cancel) {
    var whole = Call.path(kind, object.namespace(), object.name());
    var path = subresource.isEmpty() ? whole : whole + "/" + subresource;
    var call =
        Call.send(
            "PATCH",
            Call.query(path, "fieldManager", manager),
            about(object),
            "application/merge-patch+json",
            Json.revealed(patch));
    return Secrets.hide(api.send(call, cancel).object(call.about()));
  }

  @Override
  public void delete(Kind kind, ResourceRef object, String uid, Cancel cancel) {
    var options =
        Tree.obj(
            "apiVersion", Tree.str("v1"),
            "kind", Tree.str("DeleteOptions"),
            "propagationPolicy", Tree.str("Background"),
            "preconditions", Tree.obj("uid", Tree.str(uid)));
    api.send(
        Call.send(
            "DELETE",
            Call.path(kind, object.namespace(), object.name()),
            about(object),
            Call.JSON,
            Json.revealed(options)),
        cancel);
  }

  @Override
  public void close() {
    new ArrayList<>(watches).forEach(Watching::close);
    api.close();
  }

  private Tree.Obj write(String method, String path, Tree.Obj body, String manager, Cancel cancel) {
    var about = about(ResourceRef.of(body));
    var call =
        Call.send(
            method,
            Call.query(path, "fieldManager", manager),
            about,
            Call.JSON,
            Json.revealed(body));
    return Secrets.hide(api.send(call, cancel).object(about));
  }

  private static String about(ResourceRef ref) {
    return ref.toString();
  }

  private static String about(Kind kind, String namespace, String name) {
    return new ResourceRef(kind.group(), kind.version(), kind.kind(), namespace, name).toString();
  }
}
