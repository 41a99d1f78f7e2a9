package dev.plumbline.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.Tree;
import dev.plumbline.testing.ControlPlane;
import dev.plumbline.testing.RawApi;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Random stories, told to the real API server and to `merge`.
class AgainstServerTest {

  private static RawApi api;
  private static String namespace;

  enum Kind {
    CONFIG_MAP,
    SECRET,
    SERVICE,
    DEPLOYMENT,
    WIDGET
  }

  @BeforeAll
  static void server() {
    var plane = ControlPlane.quiet();
    api = RawApi.of(plane);
    namespace = plane.namespace("merge");
    Subjects.install(api);
  }

  @ParameterizedTest
  @EnumSource
  void objectAndOwnersAreThoseOfTheServer(Kind kind) {
    stories(kind, 0, 5);
  }

  @Tag("long")
  @ParameterizedTest
  @EnumSource
  void alsoInManyMoreStories(Kind kind) {
    stories(kind, 1_000, 200);
  }

  private static void stories(Kind kind, int first, int count) {
    int compared =
        IntStream.range(first, first + count)
            .map(seed -> new RandomStory(seed, api, subject(kind), configs(kind)).run(14))
            .sum();
    assertThat(compared).as("operations that came to a comparison").isGreaterThan(count * 7);
  }

  private static Story.Subject subject(Kind kind) {
    return switch (kind) {
      case CONFIG_MAP -> Subjects.builtIn(namespace, "v1", "ConfigMap", "configmaps");
      case SECRET -> Subjects.builtIn(namespace, "v1", "Secret", "secrets");
      case SERVICE -> Subjects.builtIn(namespace, "v1", "Service", "services");
      case DEPLOYMENT -> Subjects.deployment(namespace);
      case WIDGET -> Subjects.widget(namespace);
    };
  }

  private static Function<Random, Tree.Obj> configs(Kind kind) {
    return switch (kind) {
      case CONFIG_MAP -> Pieces::configMap;
      case SECRET -> Pieces::secret;
      case SERVICE -> Pieces::service;
      case DEPLOYMENT -> Pieces::deployment;
      case WIDGET -> {
        var spec = subject(kind).type().at("spec").orElseThrow();
        yield random -> Tree.obj("spec", new RandomConfigs(random).value(spec, 0));
      }
    };
  }
}
