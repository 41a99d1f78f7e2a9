package dev.plumbline.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.Path;
import dev.plumbline.model.Tree;
import dev.plumbline.yaml.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManagedFieldsTest {

  private static Tree.Obj object(String managedFields) {
    return (Tree.Obj)
        Json.parse("{\"metadata\": {\"managedFields\": " + managedFields + "}}", "test");
  }

  private static Optional<String> owner(String managedFields, Path path) {
    return ManagedFields.of(object(managedFields)).owner(path, "plumbline").map(Owner::manager);
  }

  private static String entry(String manager, String time, String fields) {
    return """
    {"manager": "%s", "operation": "Update", "time": "%s", "fieldsType": "FieldsV1", "fieldsV1": %s}\
    """
        .formatted(manager, time, fields);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "[]",
        "[{}]",
        "\"text\"",
        "[null, 3, \"x\", []]",
        "[{\"manager\": \"m\"}]",
        "[{\"manager\": \"m\", \"fieldsType\": \"FieldsV2\", \"fieldsV1\": {\"f:spec\": {}}}]",
        "[{\"manager\": \"m\", \"fieldsType\": \"FieldsV1\"}]",
        "[{\"manager\": \"m\", \"fieldsType\": \"FieldsV1\", \"fieldsV1\": \"f:spec\"}]",
        "[{\"manager\": \"m\", \"fieldsType\": \"FieldsV1\", \"fieldsV1\": {\"x:spec\": {}, \"\": {}}}]",
        "[{\"manager\": 7, \"fieldsType\": \"FieldsV1\", \"fieldsV1\": {\"f:spec\": {}}}]"
      })
  void whatSaysNothingGivesNothing(String managedFields) {
    assertThat(owner(managedFields, Path.of("spec"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "k:{",
        "k:[]",
        "k:{}",
        "k:{\\\"a\\\":}",
        "k:{\\\"a\\\":1}x",
        "v:",
        "v:tru",
        "v:01",
        "v:\\\"x",
        "i:-1",
        "i:99999999999",
        "f"
      })
  void elementsThatCannotBeReadLeaveTheOthers(String element) {
    var fields = "{\"f:spec\": {\"f:list\": {\"%s\": {}}, \"f:other\": {}}}".formatted(element);
    var managers = "[" + entry("m", "2026-11-24T10:00:00Z", fields) + "]";

    assertThat(owner(managers, Path.of("spec", "other"))).contains("m");
    assertThat(owner(managers, Path.of("spec", "none"))).isEmpty();
  }

  @Test
  void keysAreReadAsValues() {
    var fields =
        """
        {"f:ports": {"k:{\\"port\\": 8.0e1, \\"name\\": \\"a\\\\u0062\\\\n\\", \\"on\\": true}": {".": {}}},
         "f:set": {"v:null": {}, "v:[1,{\\"a\\":[]}]": {}}}\
        """;
    var managers = "[" + entry("m", "2026-11-24T10:00:00Z", fields) + "]";
    var key =
        Path.key(Map.of("port", Tree.Num.of(80), "name", Tree.str("ab\n"), "on", Tree.bool(true)));

    assertThat(owner(managers, Path.of("ports").then(key))).contains("m");
    assertThat(owner(managers, Path.of("set").then(new Path.Step.Value(Tree.Null.VALUE))))
        .contains("m");
    var value = Tree.arr(Tree.Num.of(1), Tree.obj("a", Tree.Arr.EMPTY));
    assertThat(owner(managers, Path.of("set").then(new Path.Step.Value(value)))).contains("m");
    assertThat(owner(managers, Path.of("set").then(new Path.Step.Value(Tree.str("no"))))).isEmpty();
  }

  @Test
  void theNewestTimeWinsInWhateverZoneItIsWritten() {
    var fields = "{\"f:data\": {\"f:a\": {}}}";
    var managers =
        List.of(
                entry("early", "2026-11-24T11:00:00+02:00", fields),
                entry("late", "2026-11-24T10:00:00Z", fields),
                entry("never", "yesterday", fields))
            .toString();

    assertThat(owner(managers, Path.of("data", "a"))).contains("late");
  }

  @Test
  void aLeafOwnsWhatIsBelowItAndAPlaceWithFieldsDoesNot() {
    var managers =
        "["
            + entry(
                "m",
                "2026-11-24T10:00:00Z",
                "{\"f:whole\": {}, \"f:parts\": {\".\": {}, \"f:mine\": {}}}")
            + "]";

    assertThat(owner(managers, Path.of("whole", "x", "y"))).contains("m");
    assertThat(owner(managers, Path.of("parts", "mine"))).contains("m");
    assertThat(owner(managers, Path.of("parts", "other"))).isEmpty();
    assertThat(owner(managers, Path.of("parts"))).contains("m");
  }

  @Test
  void tellsWhoEverApplied() {
    var applied =
        """
        [{"manager": "plumbline", "operation": "Apply", "fieldsType": "FieldsV1", "fieldsV1": {}},
         {"manager": "other", "operation": "Update", "fieldsType": "FieldsV1", "fieldsV1": {}},
         {"manager": "third", "operation": "Apply", "subresource": "status", "fieldsType": "FieldsV1", "fieldsV1": {}}]\
        """;
    var fields = ManagedFields.of(object(applied));

    assertThat(fields.appliedBy("plumbline")).isTrue();
    assertThat(fields.appliedBy("other")).isFalse();
    assertThat(fields.appliedBy("third")).isFalse();
  }
}
