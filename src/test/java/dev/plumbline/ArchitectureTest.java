package dev.plumbline;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The table of rooms in ARCHITECTURE.md as law: who may import whom, no cycle, one library one
/// room.
class ArchitectureTest {

  private static final String ROOT = "dev.plumbline";

  private static final List<String> ENGINE_DOWN =
      List.of(
          "driver",
          "git",
          "render",
          "forge",
          "store",
          "process",
          "workspace",
          "plan",
          "health",
          "drift",
          "merge",
          "schema",
          "yaml",
          "model");
  private static final List<String> FACE =
      List.of("engine", "yaml", "workspace", "health", "schema", "plan", "drift", "model");

  /// Room to the rooms it may import. A room always may import itself.
  private static final Map<String, List<String>> ROOMS = rooms();

  /// Rooms that later issues fill. The first class of a room takes it off this list.
  private static final Set<String> EMPTY_YET = Set.of("forge");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  private static Map<String, List<String>> rooms() {
    var table = new LinkedHashMap<String, List<String>>();
    table.put("ui", FACE);
    table.put("cli", FACE);
    table.put("engine", ENGINE_DOWN);
    table.put(
        "driver",
        List.of(
            "cluster",
            "render",
            "workspace",
            "store",
            "process",
            "health",
            "schema",
            "plan",
            "drift",
            "yaml",
            "model"));
    table.put("git", List.of("process", "model"));
    table.put("render", List.of("yaml", "process", "store", "model"));
    table.put("cluster", List.of("yaml", "process", "model"));
    table.put("forge", List.of("yaml", "process", "model"));
    table.put("store", List.of("yaml", "plan", "drift", "model"));
    table.put("process", List.of("model"));
    table.put("sandbox", List.of("merge", "schema", "yaml", "model"));
    table.put("workspace", List.of("yaml", "drift", "model"));
    table.put("plan", List.of("drift", "model"));
    table.put("health", List.of("model"));
    table.put("drift", List.of("schema", "model"));
    table.put("merge", List.of("schema", "model"));
    table.put("schema", List.of("model"));
    table.put("yaml", List.of("model"));
    table.put("model", List.of());
    return table;
  }

  @TestFactory
  Stream<DynamicTest> aRoomImportsOnlyWhatTheTableAllows() {
    return ROOMS.entrySet().stream()
        .map(room ->
            DynamicTest.dynamicTest(
                room.getKey(),
                () -> {
                  var allowed =
                      Stream.concat(Stream.of(room.getKey()), room.getValue().stream())
                          .map(r -> ROOT + "." + r + "..")
                          .toArray(String[]::new);
                  classes()
                      .that()
                      .resideInAPackage(ROOT + "." + room.getKey() + "..")
                      .should()
                      .onlyDependOnClassesThat(
                          resideOutsideOfPackage(ROOT + "..").or(resideInAnyPackage(allowed)))
                      .allowEmptyShould(EMPTY_YET.contains(room.getKey()))
                      .check(CLASSES);
                }));
  }

  @Test
  void everyClassStandsInARoomAndEmptyRoomsAreListed() {
    var found = new TreeSet<String>();
    for (var c : CLASSES) {
      if (!c.getSimpleName().equals("package-info")) {
        var rest = c.getPackageName().substring(ROOT.length());
        found.add(rest.isEmpty() ? "Main" : rest.substring(1).split("\\.")[0]);
      }
    }
    var expected = new TreeSet<>(ROOMS.keySet());
    expected.removeAll(EMPTY_YET);
    expected.addAll(Set.of("Main", "app"));
    assertThat(found).isEqualTo(expected);
  }

  @Test
  void mainImportsOnlyApp() {
    classes()
        .that()
        .resideInAPackage(ROOT)
        .should()
        .onlyDependOnClassesThat(
            resideOutsideOfPackage(ROOT + "..").or(resideInAnyPackage(ROOT, ROOT + ".app..")))
        .check(CLASSES);
  }

  @Test
  void modelNeedsOnlyJava() {
    classes()
        .that()
        .resideInAPackage(ROOT + ".model..")
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                "java.lang..",
                "java.util..",
                "java.math..",
                "java.time..",
                "java.nio..",
                "java.io..",
                "org.jspecify..",
                ROOT + ".model.."))
        .check(CLASSES);
  }

  @Test
  void noPackageIsPartOfACycle() {
    slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @TestFactory
  Stream<DynamicTest> oneLibraryOneRoom() {
    return Stream.of(
            only("git", "org.eclipse.jgit.."),
            only("cluster", "java.net.http..", "io.fabric8.."),
            only("yaml", "tools.jackson..", "com.fasterxml..", "org.snakeyaml.."),
            only("ui", "javafx..", "atlantafx..", "org.kordamp.."),
            only("store", "java.sql..", "org.sqlite.."))
        .map(rule ->
            DynamicTest.dynamicTest(
                rule.room + ": " + String.join(" ", rule.packages),
                () ->
                    noClasses()
                        .that()
                        .resideOutsideOfPackage(ROOT + "." + rule.room + "..")
                        .should()
                        .dependOnClassesThat(resideInAnyPackage(rule.packages))
                        .check(CLASSES)));
  }

  private static Library only(String room, String... packages) {
    return new Library(room, packages);
  }

  @SuppressWarnings("ArrayRecordComponent")
  private record Library(String room, String[] packages) {}

  @Test
  void onlyTheBridgeHopsToTheFxThread() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(ROOT + ".ui.kit.Fx")
        .should()
        .callMethod("javafx.application.Platform", "runLater", Runnable.class.getName())
        .check(CLASSES);
  }

  @Test
  void aScreenNeverImportsAnotherScreen() {
    var shared = Set.of("kit", "shell");
    for (var c : CLASSES) {
      var screen = screenOf(c);
      if (screen != null && !shared.contains(screen)) {
        for (var d : c.getDirectDependenciesFromSelf()) {
          var other = screenOf(d.getTargetClass());
          assertThat(other == null || other.equals(screen) || other.equals("kit"))
              .as("%s imports %s", c.getName(), d.getTargetClass().getName())
              .isTrue();
        }
      }
    }
  }

  private static String screenOf(JavaClass c) {
    var prefix = ROOT + ".ui.";
    return c.getPackageName().startsWith(prefix)
        ? c.getPackageName().substring(prefix.length()).split("\\.")[0]
        : null;
  }

  @Test
  void noStandardStreamsBelowTheFaces() {
    noClasses()
        .that(
            new DescribedPredicate<JavaClass>("are neither cli nor app nor Main") {
              @Override
              public boolean test(JavaClass c) {
                return !c.getPackageName().startsWith(ROOT + ".cli")
                    && !c.getPackageName().startsWith(ROOT + ".app")
                    && !c.getPackageName().equals(ROOT);
              }
            })
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .check(CLASSES);
  }
}
