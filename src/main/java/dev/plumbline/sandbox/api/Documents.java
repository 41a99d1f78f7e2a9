package dev.plumbline.sandbox.api;

import dev.plumbline.model.Tree;
import dev.plumbline.sandbox.kinds.Catalogue;
import dev.plumbline.sandbox.kinds.Discovery;
import dev.plumbline.sandbox.kinds.OpenApi;
import dev.plumbline.sandbox.kinds.Types;
import dev.plumbline.yaml.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/// What is no object: version, discovery, OpenAPI, health.
final class Documents {

  private static final String JSON = "application/json";
  private static final Set<String> HEALTH = Set.of("healthz", "livez", "readyz");

  private final Discovery discovery;
  private final OpenApi openApi;

  Documents(Catalogue catalogue, Types types) {
    this.discovery = new Discovery(catalogue);
    this.openApi = new OpenApi(catalogue, types);
  }

  Reply answer(Request request) {
    if (!request.method().equals("GET")) {
      throw Failure.notAllowed();
    }
    var path = request.path();
    return switch (path.isEmpty() ? "" : path.getFirst()) {
      case "version" -> document(openApi.version());
      case "api" -> api(request, path);
      case "apis" -> apis(request, path);
      case "openapi" -> openApi(request, path);
      case String first when HEALTH.contains(first) -> text(200, "ok");
      default -> nothing();
    };
  }

  /// The answer where nothing is.
  Reply nothing() {
    return text(404, "404 page not found\n");
  }

  private Reply api(Request request, List<String> path) {
    if (path.size() == 1) {
      return aggregated(request)
          ? aggregated(request, true)
          : document(
              Tree.obj(
                  "kind",
                  Tree.str("APIVersions"),
                  "versions",
                  Tree.arr(Tree.str("v1")),
                  "serverAddressByClientCIDRs",
                  Tree.Arr.EMPTY));
    }
    return document(discovery.resources("", path.get(1)).orElseThrow(Failure::notServed));
  }

  private Reply apis(Request request, List<String> path) {
    return switch (path.size()) {
      case 1 -> aggregated(request) ? aggregated(request, false) : document(discovery.groups());
      case 2 -> document(discovery.group(path.get(1)).orElseThrow(Failure::notServed));
      default ->
          document(discovery.resources(path.get(1), path.get(2)).orElseThrow(Failure::notServed));
    };
  }

  private static boolean aggregated(Request request) {
    return request.accept().contains("as=APIGroupDiscoveryList");
  }

  private Reply aggregated(Request request, boolean core) {
    var version = request.accept().contains("v=v2;") ? "v2" : "v2beta1";
    var body = Json.revealed(discovery.aggregated(core, version));
    return Reply.of(
        200,
        JSON + ";g=apidiscovery.k8s.io;v=" + version + ";as=APIGroupDiscoveryList",
        out -> out.write(body));
  }

  private Reply openApi(Request request, List<String> path) {
    var accept = request.accept();
    boolean json = accept.isEmpty() || accept.contains("json") || accept.contains("*/*");
    if (!json) {
      throw Failure.notAcceptable(JSON);
    }
    var which = path.size() > 1 ? path.get(1) : "";
    if (which.equals("v2") && path.size() == 2) {
      return document(openApi.v2());
    }
    if (which.equals("v3") && path.size() == 2) {
      return document(openApi.index());
    }
    if (which.equals("v3")) {
      var document = openApi.v3(String.join("/", path.subList(2, path.size())));
      if (document.isPresent()) {
        return document(document.get());
      }
    }
    return nothing();
  }

  private static Reply document(Tree body) {
    var bytes = Json.revealed(body);
    return Reply.of(200, JSON, out -> out.write(bytes));
  }

  private static Reply text(int code, String text) {
    return Reply.of(
        code, "text/plain; charset=utf-8", out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }
}
