package dev.plumbline.sandbox.api;

import dev.plumbline.model.Tree;
import java.util.Set;

/// Questions about who one is and what one may do. There is one user, who may do everything.
final class Reviews {

  static final Set<String> KINDS =
      Set.of("SelfSubjectReview", "SelfSubjectAccessReview", "SelfSubjectRulesReview");

  private final Writes writes;

  Reviews(Writes writes) {
    this.writes = writes;
  }

  Reply answer(Target target, Request request, Tree.Obj review) {
    if (!request.method().equals("POST")) {
      throw Failure.notAllowed();
    }
    var options = Options.of(request, "CreateOptions");
    var status =
        switch (target.kind().kind()) {
          case "SelfSubjectReview" ->
              Tree.obj(
                  "userInfo",
                  Tree.obj(
                      "username",
                      Tree.str("sandbox-admin"),
                      "groups",
                      Tree.arr(Tree.str("system:masters"), Tree.str("system:authenticated"))));
          case "SelfSubjectRulesReview" ->
              Tree.obj(
                  "resourceRules",
                  Tree.arr(Tree.obj("verbs", all(), "apiGroups", all(), "resources", all())),
                  "nonResourceRules",
                  Tree.arr(Tree.obj("verbs", all(), "nonResourceURLs", all())),
                  "incomplete",
                  Tree.bool(false));
          default -> Tree.obj("allowed", Tree.bool(true));
        };
    var metadata = Tree.obj("creationTimestamp", Tree.str(writes.now()));
    return Api.reply(201, review.with("metadata", metadata).with("status", status), options);
  }

  private static Tree all() {
    return Tree.arr(Tree.str("*"));
  }
}
