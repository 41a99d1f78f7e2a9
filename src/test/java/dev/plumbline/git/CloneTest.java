package dev.plumbline.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.plumbline.model.Cancel;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Clones through every transport that Git has, from real servers.
@Timeout(60)
class CloneTest {

  @TempDir Path temp;
  private Path to = Path.of("");
  private Git upstream = Git.at(Path.of(""));
  private String tip = "";
  private final Heard heard = new Heard();

  @BeforeEach
  void upstreamHasBranchesATagAndALargeFile() throws IOException {
    to = temp.resolve("clones/host/shop.git");
    upstream = Git.init(temp.resolve("srv/shop"));
    upstream.commit("a.yaml", "a: 1\n");
    upstream.run("tag", "-m", "Version 1", "v1");
    upstream.run("branch", "-q", "side");
    var noise = new byte[400_000];
    new Random(1).nextBytes(noise);
    Files.write(upstream.folder().resolve("noise"), noise);
    tip = upstream.commit("b.yaml", "b: 1\n");
  }

  @Test
  void aFolder() {
    cloned(upstream.folder().toString(), Map.of());
    cloned("file://" + upstream.folder(), Map.of());
  }

  @Test
  void gitDaemon() throws Exception {
    try (var daemon = new GitDaemon(temp.resolve("srv"))) {
      cloned("git://" + daemon.host() + "/shop", Map.of());
      assertThat(heard.said).anyMatch(l -> l.startsWith("Not encrypted"));
      assertThat(problem("git://" + daemon.host() + "/other", Map.of()))
          .isInstanceOf(Problem.NotFound.class);
    }
  }

  @Test
  void aWebServerSaysHowFarItIs() throws IOException {
    try (var server = new GitServer(temp.resolve("srv"), Optional.empty(), GitServer.Pack.WHOLE)) {
      cloned("http://" + server.host() + "/shop", Map.of());
      assertThat(heard.doing.getFirst()).isEqualTo("Connecting to " + server.host() + " 0/0");
      assertThat(heard.doing)
          .anyMatch(d -> d.matches("Receiving objects(, [\\d.]+ (kB|MB))? 8/8"))
          .anyMatch(d -> d.matches("Counting objects on the server 8/8"));
      var nothing = problem("http://" + server.host() + "/other", Map.of());
      assertThat(nothing).isInstanceOf(Problem.NotFound.class);
      assertThat(nothing.where()).isEqualTo("http://" + server.host() + "/other");
    }
  }

  @Test
  void aLoginIsUsedButNeitherKeptNorShown() throws IOException {
    try (var server =
        new GitServer(temp.resolve("srv"), Optional.of("mara:s3cret"), GitServer.Pack.WHOLE)) {
      var keeps = program("keeps", "echo \"$1\" >> " + temp + "/kept; cat >> " + temp + "/kept");
      cloned(
          "http://mara:s3%63ret@" + server.host() + "/shop",
          configured("credential", "helper", keeps));
      assertThat(Files.readString(temp.resolve("kept")))
          .startsWith("store\n")
          .contains("username=mara\npassword=s3cret\n", "host=" + server.host());
      assertThat(Files.readString(to.resolve("config"))).doesNotContain("s3cret", "mara");
      for (var login : new String[] {"mara:wr0ng@", "ghp_0123456789wr0ngwr0ng@", ""}) {
        var problem = problem("http://" + login + server.host() + "/shop", Map.of());
        assertThat(problem).as(login).isInstanceOf(Problem.Auth.class);
        assertThat(problem.toString()).doesNotContain("wr0ng");
        assertThat(problem.whatToDo()).contains("credential");
      }
      assertThat(heard.toString()).doesNotContain("wr0ng", "s3cret");
    }
  }

  @Test
  void aCredentialHelperIsAsked() throws IOException {
    try (var server =
        new GitServer(temp.resolve("srv"), Optional.of("mara:s3cret"), GitServer.Pack.WHOLE)) {
      var helper =
          program("helper", "test \"$1\" = get && echo username=mara && echo password=s3cret");
      cloned("http://" + server.host() + "/shop", configured("credential", "helper", helper));
    }
  }

  @Test
  void ssh() throws IOException {
    var ssh = program("ssh", "for last; do :; done; exec sh -c \"$last\"");
    var own = Map.of("GIT_SSH_COMMAND", ssh.toString());
    cloned("git@example.org:" + upstream.folder(), own);
    cloned("ssh://git@example.org" + upstream.folder(), own);
    assertThat(problem("git@example.org:/nowhere", own))
        .isInstanceOfAny(Problem.NotFound.class, Problem.Invalid.class);
    for (var said :
        Map.of(
                "Host key verification failed.", "not trusted yet",
                "@ WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED! @", "not the one",
                "git@example.org: Permission denied (publickey).", "none of the ssh keys")
            .entrySet()) {
      program("ssh", "echo '" + said.getKey() + "' >&2; exit 255");
      assertThat(problem("ssh://git@example.org:2222/shop", own).whatToDo())
          .matches("(?s).*(-p 2222 example\\.org|ssh-add).*");
      var problem = problem("git@example.org:shop", own);
      assertThat(problem).isInstanceOf(Problem.Auth.class);
      assertThat(problem.what()).contains("example.org", said.getValue());
      assertThat(problem.detail()).startsWith(said.getKey());
    }
  }

  @Test
  void opensshIsToldToAskNobodyAndKeepsItsOwnOptions() throws IOException {
    var ssh = program("ssh", "echo \"$@\" > '" + temp.resolve("args") + "'; exit 255");
    problem("git@example.org:shop", configured("core", "sshCommand", ssh + " -i mine"));
    assertThat(Files.readString(temp.resolve("args")))
        .startsWith("-i mine -o BatchMode=yes")
        .contains("git@example.org git-upload-pack 'shop'");
  }

  @Test
  void hostsThatAreNotThere() throws IOException {
    int port = portOfNobody();
    for (var scheme : new String[] {"http", "git"}) {
      assertThat(problem(scheme + "://127.0.0.1:" + port + "/shop", Map.of()))
          .isInstanceOf(Problem.Network.class);
    }
    var own = Map.of("http_proxy", "", "https_proxy", "");
    assertThat(problem("https://no-such-host.invalid/shop", own))
        .isInstanceOf(Problem.Network.class);
  }

  @Test
  void whatIsNoRepository() throws IOException {
    Files.createDirectories(temp.resolve("srv/empty"));
    assertThat(problem(temp.resolve("srv/empty").toString(), Map.of()))
        .isInstanceOf(Problem.Invalid.class);
    var sha256 = Git.init(temp.resolve("srv/sha256"), "--object-format=sha256");
    sha256.commit("a", "1");
    assertThat(problem(sha256.folder().toString(), Map.of()).what()).contains("SHA-256");
  }

  @Test
  void anEmptyRepositoryIsClonedAndFilledByAFetch() {
    var empty = Git.init(temp.resolve("srv/new"));
    clone(empty.folder().toString(), Map.of());
    try (var repository = GitRepository.open(to)) {
      assertThat(repository.refs()).isEmpty();
      var first = empty.commit("a", "1");
      transport(Map.of()).fetch(repository, heard, Cancel.never());
      assertThat(repository.tip(Optional.of("main")).id()).isEqualTo(first);
    }
  }

  @Test
  void aFolderThatIsInUseIsLeftAlone() throws IOException {
    Files.createDirectories(to);
    Files.writeString(to.resolve("mine"), "x");
    assertThat(problem(upstream.folder().toString(), Map.of()).what()).contains("is not empty");
    assertThat(to.resolve("mine")).exists();
    Files.delete(to.resolve("mine"));
    cloned(upstream.folder().toString(), Map.of());
  }

  @Test
  void aConnectionThatBreaksLeavesNothing() throws IOException {
    try (var server =
        new GitServer(temp.resolve("srv"), Optional.empty(), GitServer.Pack.BROKEN_OFF)) {
      assertThat(problem("http://" + server.host() + "/shop", Map.of()))
          .isInstanceOf(Problem.Network.class);
    }
    assertThat(temp.resolve("clones")).doesNotExist();
  }

  @Test
  void aCancelInTheMiddleLeavesNothing() throws Exception {
    try (var server =
        new GitServer(temp.resolve("srv"), Optional.empty(), GitServer.Pack.STALLED)) {
      var cancel = new Cancel();
      var url = GitUrl.parse("http://" + server.host() + "/shop");
      var ran =
          CompletableFuture.supplyAsync(() ->
              catchThrowableOfType(
                  ProblemException.class,
                  () -> transport(Map.of()).cloneInto(url, to, heard, cancel)));
      server.awaitStall();
      cancel.cancel();
      assertThat(ran.get(10, TimeUnit.SECONDS).problem()).isInstanceOf(Problem.Cancelled.class);
    }
    assertThat(temp.resolve("clones")).doesNotExist();
  }

  /// Clones it, and looks with Git's own eyes.
  private void cloned(String url, Map<String, String> own) {
    clone(url, own);
    var git = Git.at(to);
    assertThat(git.run("fsck", "--strict")).isEmpty();
    assertThat(git.lines("for-each-ref", "--format=%(refname) %(symref)"))
        .containsExactly(
            "refs/remotes/origin/HEAD refs/remotes/origin/main",
            "refs/remotes/origin/main ",
            "refs/remotes/origin/side ",
            "refs/tags/v1 ");
    assertThat(git.run("config", "--get-all", "remote.origin.fetch"))
        .isEqualTo("+refs/heads/*:refs/remotes/origin/*");
    assertThat(git.run("symbolic-ref", "HEAD")).isEqualTo("refs/heads/main");
    assertThat(to.resolve("FETCH_HEAD")).doesNotExist();
    assertThat(to.resolve("hooks")).doesNotExist();
    try (var repository = GitRepository.open(to)) {
      assertThat(repository.bare()).isTrue();
      assertThat(repository.remote()).contains("origin");
      assertThat(repository.reviewedTip(Optional.empty()).orElseThrow().id()).isEqualTo(tip);
    }
    assertThat(to.getParent().toFile().list()).containsExactly("shop.git");
  }

  private void clone(String url, Map<String, String> own) {
    if (Files.exists(to)) {
      to = to.resolveSibling("again").resolve("shop.git");
      if (Files.exists(to)) {
        throw new AssertionError("a third clone");
      }
    }
    transport(own).cloneInto(GitUrl.parse(url), to, heard, Cancel.never());
  }

  private static GitTransport transport(Map<String, String> own) {
    return GitTransport.of(PersonsPrograms.with(own));
  }

  private Problem problem(String url, Map<String, String> own) {
    var target =
        to.resolveSibling(Files.exists(to) && to.toFile().list().length > 1 ? "other" : "shop.git");
    return catchThrowableOfType(
            ProblemException.class,
            () -> transport(own).cloneInto(GitUrl.parse(url), target, heard, Cancel.never()))
        .problem();
  }

  private Map<String, String> configured(String section, String key, Object value)
      throws IOException {
    var config = temp.resolve("gitconfig");
    Files.writeString(config, "[" + section + "]\n\t" + key + " = " + value + "\n");
    return Map.of("GIT_CONFIG_GLOBAL", config.toString());
  }

  private static int portOfNobody() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private Path program(String name, String script) throws IOException {
    var file = temp.resolve(name);
    Files.writeString(file, "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    return file;
  }
}
