package dev.plumbline.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.plumbline.model.Cancel;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class ProgramsTest {

  @TempDir Path folder;

  private final Programs programs =
      new SystemPrograms(
          Map.of("PATH", "/usr/bin:/bin", "SHELL", "/bin/sh", "HOME", "/h", "SECRET", "s3"));

  @Test
  void givesExitCodeAndBothOutputs() {
    var result = run(sh("printf 'é out'; printf err >&2; exit 3"));
    assertThat(result.exit()).isEqualTo(3);
    assertThat(result.out()).isEqualTo("é out");
    assertThat(result.err()).isEqualTo("err");
  }

  @Test
  void linesOfErrorsAreToldAsTheyCome() {
    var heard = new java.util.ArrayList<String>();
    var script = "printf '10%%\\r20%%\\r' >&2; read x; printf 'é\\n\\nlast' >&2";
    programs.run(sh(script, "x"), heard::add, Cancel.never());
    assertThat(heard).containsExactly("10%", "20%", "é", "last");
  }

  @Test
  void aCancelledProgramMayTakeAwayItsLocks() {
    var lock = folder.resolve("lock");
    var cancel = new Cancel();
    var script =
        "touch lock; trap 'rm lock; exit 1' TERM; echo up >&2; while :; do sleep 0.01; done";
    assertThatThrownBy(() -> programs.run(sh(script), line -> cancel.cancel(), cancel))
        .isInstanceOf(ProblemException.class);
    assertThat(lock).doesNotExist();
  }

  @Test
  void writesInputThatIsLargerThanAPipe() {
    var text = "line of input\n".repeat(100_000);
    assertThat(run(sh("cat", text)).out()).isEqualTo(text);
  }

  @Test
  void closesInput() {
    assertThat(run(sh("cat; echo end")).out()).isEqualTo("end\n");
  }

  @Test
  void aProgramThatDoesNotReadItsInputIsNoProblem() {
    assertThat(run(sh("exit 4", "x".repeat(1_000_000))).exit()).isEqualTo(4);
  }

  @Test
  void readsBothOutputsAtOnceToTheLastByte() {
    var script =
        "i=0; while [ $i -lt 3000 ]; do printf %100d $i; printf %100d $i >&2; i=$((i+1)); done";
    var result = run(sh(script));
    assertThat(result.out()).hasSize(300_000).endsWith("2999");
    assertThat(result.err()).hasSize(300_000).endsWith("2999");
  }

  @Test
  void environmentIsClean() {
    var out = run(sh("env", "", Map.of("GIVEN", "yes"), false)).out();
    assertThat(out).contains("GIVEN=yes", "HOME=/h", "PATH=").doesNotContain("SECRET");
  }

  @Test
  void environmentIsInheritedWhenAsked() {
    assertThat(run(sh("env", "", Map.of(), true)).out()).contains("SECRET=s3");
  }

  @Test
  void hugeOutputIsStopped() {
    var problem = problem(sh("yes"), Cancel.never());
    assertThat(problem).isInstanceOf(Problem.Unexpected.class);
    assertThat(problem.what()).isEqualTo("sh wrote more than 2 MB");
  }

  @Test
  void timeLimitKillsGrandchildren() throws IOException {
    var problem = problem(limited("sleep 300 & echo $! > pid; sleep 300", 300), Cancel.never());
    assertThat(problem.what()).isEqualTo("sh ran longer than 300 ms");
    assertGone(folder.resolve("pid"));
  }

  @Test
  void grandchildWhoseParentHasEndedIsKilled() throws IOException {
    var script = "sh -c 'sleep 300 & echo $! > pid; sleep 0.1'; sleep 300";
    problem(limited(script, 600), Cancel.never());
    assertGone(folder.resolve("pid"));
  }

  @Test
  void aChildThatKeepsThePipesOpenIsNotWaitedFor() throws IOException {
    var result = run(sh("sleep 20 & echo $! > pid; echo done"));
    assertThat(result.out()).isEqualTo("done\n");
    assertThat(result.took()).isLessThan(Duration.ofSeconds(5));
    handle(folder.resolve("pid")).destroyForcibly();
  }

  @Test
  void cancelKillsAtOnce() throws Exception {
    var cancel = new Cancel();
    var pid = folder.resolve("pid");
    var ran =
        CompletableFuture.supplyAsync(
            () -> problem(sh("sleep 300 & echo $! > pid; sleep 300"), cancel));
    while (!Files.exists(pid) || Files.size(pid) == 0) {
      Thread.onSpinWait();
    }
    var asked = Instant.now();
    cancel.cancel();
    assertThat(ran.get(10, TimeUnit.SECONDS)).isInstanceOf(Problem.Cancelled.class);
    assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofMillis(500));
    assertGone(pid);
  }

  @Test
  void nothingStartsWhenAlreadyCancelled() {
    var cancel = new Cancel();
    cancel.cancel();
    assertThat(problem(sh("touch ran"), cancel)).isInstanceOf(Problem.Cancelled.class);
    assertThat(folder.resolve("ran")).doesNotExist();
  }

  @Test
  void missingProgramIsNamedWithThePath() {
    assertThat(programs.find("no-such-program")).isEmpty();
    var problem = problem(command(List.of("no-such-program"), "", Map.of(), false), Cancel.never());
    assertThat(problem).isInstanceOf(Problem.NotFound.class);
    assertThat(problem.sentence())
        .startsWith("no-such-program is not on the PATH (")
        .contains("/usr/bin")
        .endsWith("Install no-such-program.");
  }

  @Test
  void fileThatIsNotExecutableIsNotFound() throws IOException {
    var file = Files.writeString(folder.resolve("tool"), "#!/bin/sh\n");
    assertThat(programs.find(file.toString())).isEmpty();
    assertThatThrownBy(() -> run(command(List.of(file.toString()), "", Map.of(), false)))
        .hasMessageContaining("is not an executable file");
  }

  @Test
  void fileThatTheSystemCannotStartIsAProblem() throws IOException {
    var file = executable("tool", "#!/no/such/interpreter\n");
    var problem = problem(command(List.of(file.toString()), "", Map.of(), false), Cancel.never());
    assertThat(problem.what()).endsWith("could not be started");
  }

  @Test
  void leavesNoThreadBehind() {
    run(sh("cat", "x"));
    problem(limited("sleep 300", 50), Cancel.never());
    assertThat(Thread.getAllStackTraces().keySet())
        .noneMatch(t -> t.getName().contains("stdin of sh"));
  }

  @Test
  void loginPathComesFirstThenWhatOnlyWeHave() throws IOException {
    var shell =
        executable(
            "shell",
            "#!/bin/sh\necho welcome $PATH\nPATH=/login/bin:/usr/bin\neval \"$3\"\necho bye\n");
    var found = new SystemPrograms(Map.of("PATH", "/usr/bin:/own/bin", "SHELL", shell.toString()));
    assertThat(found.path()).isEqualTo("/login/bin:/usr/bin:/own/bin");
  }

  @Test
  void shellThatHangsOrFailsCostsAtMostItsLimit() throws IOException {
    var hangs = executable("hangs", "#!/bin/sh\nsleep 300\n");
    var fails = executable("fails", "#!/bin/sh\nexit 1\n");
    for (var shell : List.of(hangs, fails)) {
      var from = Instant.now();
      assertThat(new SystemPrograms(Map.of("PATH", "/own/bin", "SHELL", shell.toString())).path())
          .isEqualTo("/own/bin");
      assertThat(Duration.between(from, Instant.now())).isLessThan(Duration.ofSeconds(5));
    }
  }

  private Programs.Result run(Programs.Command command) {
    return programs.run(command, Cancel.never());
  }

  private Problem problem(Programs.Command command, Cancel cancel) {
    return catchThrowableOfType(ProblemException.class, () -> programs.run(command, cancel))
        .problem();
  }

  private Programs.Command sh(String script) {
    return sh(script, "");
  }

  private Programs.Command sh(String script, String stdin) {
    return sh(script, stdin, Map.of(), false);
  }

  private Programs.Command sh(
      String script, String stdin, Map<String, String> environment, boolean inherit) {
    return command(List.of("sh", "-c", script), stdin, environment, inherit);
  }

  private Programs.Command command(
      List<String> argv, String stdin, Map<String, String> environment, boolean inherit) {
    return new Programs.Command(
        argv, folder, environment, inherit, stdin, Duration.ofSeconds(20), 2L * 1024 * 1024);
  }

  private Programs.Command limited(String script, int millis) {
    return new Programs.Command(
        List.of("sh", "-c", script),
        folder,
        Map.of(),
        false,
        "",
        Duration.ofMillis(millis),
        1024L * 1024);
  }

  private Path executable(String name, String content) throws IOException {
    var file = Files.writeString(folder.resolve(name), content);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
  }

  private static ProcessHandle handle(Path pid) throws IOException {
    return ProcessHandle.of(Long.parseLong(Files.readString(pid).strip())).orElseThrow();
  }

  /// The entry of a killed process may stay until somebody reaps it.
  private static void assertGone(Path pid) throws IOException {
    var left = ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()));
    left.ifPresent(p -> assertThat(p.onExit()).succeedsWithin(Duration.ofSeconds(10)));
  }
}
