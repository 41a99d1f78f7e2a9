package dev.plumbline.cluster;

import dev.plumbline.model.Cancel;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Tree;
import java.util.HashMap;
import java.util.Map;

/// The server's descriptions of its types: an index with a hash of each document's content, so that
/// only what changed is read again.
final class OpenApiDocuments {

  private static final String ROOT = "/openapi/v3";
  private static final long LONGEST_INDEX = 4L << 20;
  private static final long LONGEST_DOCUMENT = 32L << 20;

  private OpenApiDocuments() {}

  static Map<String, String> index(Api api, Cancel cancel) {
    var call = Call.get(ROOT, "OpenAPI v3");
    var answer = api.ask(call, LONGEST_INDEX, cancel);
    if (answer.code() == 404) {
      return Map.of();
    }
    if (!answer.ok()) {
      throw api.refusal().of(answer, call.about());
    }
    var addresses = new HashMap<String, String>();
    answer
        .object(call.about())
        .fields("paths")
        .forEach((groupVersion, entry) ->
            entry
                .text("serverRelativeURL")
                .filter(OpenApiDocuments::isHashed)
                .ifPresent(address -> addresses.put(groupVersion, address)));
    return Map.copyOf(addresses);
  }

  static Tree.Obj read(Api api, String address, Cancel cancel) {
    if (!isHashed(address)) {
      throw new ProblemException(
          new Problem.Unexpected("This is no address of an OpenAPI document", address, "", ""));
    }
    var about = "OpenAPI of " + address.substring(ROOT.length() + 1, address.indexOf('?'));
    var answer = api.ask(Call.get(address, about), LONGEST_DOCUMENT, cancel);
    if (!answer.ok()) {
      throw api.refusal().of(answer, about);
    }
    return answer.object(about);
  }

  /// On this server, and changing with its content.
  private static boolean isHashed(String address) {
    return address.matches(ROOT + "/[A-Za-z0-9./_-]+\\?hash=[A-Za-z0-9]+");
  }
}
