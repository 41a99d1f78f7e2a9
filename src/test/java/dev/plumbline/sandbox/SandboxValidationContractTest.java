package dev.plumbline.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.Tree;
import dev.plumbline.yaml.Json;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The contract of [SandboxContractTest], for what the server's code has against objects: hundreds
/// of wrong ones, one change away from right ones (`wrong.json`).
class SandboxValidationContractTest {

  private static final String JSON = "application/json";
  private static final String MERGE = "application/merge-patch+json";

  private static Both both;

  @BeforeAll
  static void connect() {
    both = Both.connected("wrong");
  }

  @AfterAll
  static void disconnect() {
    if (both != null) {
      both.close();
    }
  }

  @Test
  void whatIsWrongWithObjectsIsSaidInTheSameWords() {
    var recorded = (Tree.Obj) Json.parse(both.text("wrong.json"), "wrong.json");
    var differ = new ArrayList<String>();
    int refused = 0;
    for (var item : recorded.items("cases")) {
      var parts = ((Tree.Arr) item).items();
      var base = recorded.at("bases", ((Tree.Str) parts.getFirst()).value()).orElseThrow();
      var object = base.at("object").orElseThrow();
      for (var edit : parts.subList(1, parts.size())) {
        object = edited(object, ((Tree.Arr) edit).items());
      }
      var path = base.text("path").orElseThrow() + "?dryRun=All";
      var real = Both.show(both.real().send("POST", path, JSON, Json.compact(object)));
      var here = Both.show(both.sandbox().send("POST", path, JSON, Json.compact(object)));
      refused += real.startsWith("4") ? 1 : 0;
      if (!real.equals(here)) {
        differ.add(Json.compact(item) + "\nreal    " + real + "\nsandbox " + here);
      }
    }
    assertThat(differ).as(differ.size() + " differ").isEmpty();
    assertThat(refused).isGreaterThan(250);
  }

  private static Tree edited(Tree object, List<Tree> edit) {
    var path = List.of(((Tree.Str) edit.getFirst()).value().split("\\.", -1));
    return edited(object, path, edit.size() > 1 ? edit.get(1) : null);
  }

  /// An object with one field changed.
  ///
  /// @param value null: the field goes
  private static Tree edited(Tree tree, List<String> path, Tree value) {
    var rest = path.subList(1, path.size());
    if (tree instanceof Tree.Arr(var items)) {
      var copy = new ArrayList<>(items);
      int index = Integer.parseInt(path.getFirst());
      copy.set(index, rest.isEmpty() ? value : edited(items.get(index), rest, value));
      return new Tree.Arr(copy);
    }
    var fields = (Tree.Obj) tree;
    if (rest.isEmpty()) {
      return value == null ? fields.without(path.getFirst()) : fields.with(path.getFirst(), value);
    }
    return fields.with(
        path.getFirst(), edited(fields.get(path.getFirst()).orElse(Tree.Obj.EMPTY), rest, value));
  }
}
