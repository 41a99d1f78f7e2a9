package dev.plumbline.merge;

import static dev.plumbline.merge.Subjects.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.Path;
import dev.plumbline.model.Tree;
import dev.plumbline.schema.Recorded;
import dev.plumbline.schema.Type;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The main rules of apply without a server, on recorded types.
class ServerSideTest {

  private static final Type SERVICE = Recorded.type("v1", "Service");
  private static final Type SECRET = Recorded.type("v1", "Secret");

  private static Writer writer(String manager) {
    return Writer.of(manager, "v1", Instant.parse("2026-11-24T10:00:00.5Z"))
        .ignoring(Reset.builtIn("Service", ""));
  }

  private static Tree.Obj applied(Optional<Tree.Obj> live, String manager, String config) {
    var result = ServerSide.apply(SERVICE, live, service(config), writer(manager), false);
    assertThat(result).isInstanceOf(Applied.Merged.class);
    return ((Applied.Merged) result).object();
  }

  private static Tree.Obj service(String config) {
    return yaml("apiVersion: v1\nkind: Service\nmetadata: {name: web}\n" + config);
  }

  @Test
  void aNewObjectIsTheConfigurationWithItsOwner() {
    var made = applied(Optional.empty(), "ann", "spec: {ports: [{port: 80}]}");
    assertThat(made.at("spec"))
        .contains(Tree.obj("ports", Tree.arr(Tree.obj("port", Tree.Num.of(80)))));
    var entry = made.items("metadata", "managedFields").getFirst();
    assertThat(entry.text("time")).contains("2026-11-24T10:00:00Z");
    assertThat(entry.at("fieldsV1", "f:spec", "f:ports", "k:{\"port\":80,\"protocol\":\"TCP\"}"))
        .contains(Tree.obj(".", Tree.Obj.EMPTY, "f:port", Tree.Obj.EMPTY));
  }

  @Test
  void aPortIsTheSameWithItsDefaultProtocol() {
    var live = applied(Optional.empty(), "ann", "spec: {ports: [{port: 80, name: a}]}");
    var conflict =
        ServerSide.apply(
            SERVICE,
            Optional.of(live),
            service("spec: {ports: [{port: 80, protocol: TCP, name: b}]}"),
            writer("bob"),
            false);
    assertThat(conflict)
        .isEqualTo(
            new Applied.Conflicts(java.util.List.of(new Conflict("ann", "Apply", "", "", name()))));
    assertThat(((Applied.Conflicts) conflict).message())
        .isEqualTo(
            "Apply failed with 1 conflict: conflict with \"ann\": "
                + ".spec.ports[port=80,protocol=\"TCP\"].name");
  }

  private static Path name() {
    return Path.of("spec", "ports")
        .then(Path.key(java.util.Map.of("port", Tree.Num.of(80), "protocol", Tree.str("TCP"))))
        .field("name");
  }

  @Test
  void whatIsNoLongerAppliedGoes() {
    var live = applied(Optional.empty(), "ann", "spec: {ports: [{port: 80}, {port: 81}]}");
    var less = applied(Optional.of(live), "ann", "spec: {ports: [{port: 81}]}");
    assertThat(less.items("spec", "ports")).hasSize(1);
  }

  @Test
  void theSameAgainIsTheStoredObjectItself() {
    var live = applied(Optional.empty(), "ann", "spec: {ports: [{port: 80}]}");
    var again =
        ServerSide.apply(
            SERVICE,
            Optional.of(live),
            service("spec: {ports: [{port: 80}]}"),
            writer("ann"),
            false);
    assertThat(again).isEqualTo(new Applied.Merged(live, false));
    assertThat(ServerSide.updated(SERVICE, Optional.of(live), live, writer("bob"))).isSameAs(live);
  }

  @Test
  void emptyMapsAndListsOfABuiltInKindAreNotStored() {
    var config = "spec: {selector: {}, ports: [{port: 80}], externalIPs: []}";
    var made = applied(Optional.empty(), "ann", config);
    assertThat(made.fields("spec").keySet()).containsExactly("ports");
    assertThat(made.toString()).contains("f:selector", "f:externalIPs");
  }

  @Test
  void hiddenValuesStayHidden() {
    var config =
        yaml("apiVersion: v1\nkind: Secret\nmetadata: {name: s}")
            .with("data", Tree.obj("a", Tree.Hidden.of(Tree.str("c2VjcmV0"))));
    var result = ServerSide.apply(SECRET, Optional.empty(), config, writer("ann"), false);
    assertThat(result.toString()).doesNotContain("c2VjcmV0").contains("hidden, 8 characters");
    var wrong = config.with("data", Tree.obj("a", Tree.Hidden.of(Tree.bool(true))));
    assertThat(ServerSide.apply(SECRET, Optional.empty(), wrong, writer("ann"), false).toString())
        .contains(".data.a: expected string")
        .doesNotContain("true");
  }
}
