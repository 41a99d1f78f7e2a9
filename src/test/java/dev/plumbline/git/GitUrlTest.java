package dev.plumbline.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.plumbline.git.GitUrl.Kind;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GitUrlTest {

  @ParameterizedTest
  @CsvSource({
    "https://git.example.org/shop/config.git, HTTPS, git.example.org/shop/config.git",
    "https://git.example.org/shop/config, HTTPS, git.example.org/shop/config.git",
    "https://Git.Example.org:8443/shop/config/, HTTPS, git.example.org_8443/shop/config.git",
    "http://git.example.org/a?x=1, HTTP, git.example.org/a.git",
    "git@git.example.org:shop/config.git, SSH, git.example.org/shop/config.git",
    "git.example.org:~mara/config, SSH, git.example.org/_mara/config.git",
    "ssh://git@git.example.org:2222/../shop/./config, SSH, git.example.org_2222/shop/config.git",
    "git://git.example.org/shop, GIT, git.example.org/shop.git",
    "file:///srv/git/shop.git, FILE, file/srv/git/shop.git",
    "/srv/git/.hidden/shop, FILE, file/srv/git/_hidden/shop.git",
    "[::1]:shop, SSH, ___1_/shop.git"
  })
  void aCloneHasItsOwnPlace(String given, Kind kind, String place) {
    var url = GitUrl.parse(given);
    assertThat(url.kind()).isEqualTo(kind);
    assertThat(url.below(Path.of("/clones"))).isEqualTo(Path.of("/clones").resolve(place));
  }

  @ParameterizedTest
  @CsvSource({
    "https://mara:s3cret@h/x, https://h/x, https://h/x",
    "https://mara:s3@cret@h/x, https://h/x, https://h/x",
    "https://ghp_0123456789abcdefghijABCDEFGHIJ456789@h/x, https://h/x, https://h/x",
    "https://mara@h/x, https://mara@h/x, https://h/x",
    "https://h/x?private_token=s3cret, https://h/x?private_token=s3cret, https://h/x",
    "ssh://git@h/x, ssh://git@h/x, ssh://git@h/x",
    "ssh://git:s3cret@h/x, ssh://git@h/x, ssh://git@h/x"
  })
  void secretsAreNeitherKeptNorShown(String given, String stored, String shown) {
    var url = GitUrl.parse(given);
    assertThat(url.text()).isEqualTo(given);
    assertThat(url.stored()).isEqualTo(stored);
    assertThat(url.shown()).isEqualTo(shown);
    assertThat(url).hasToString(shown);
    assertThat(url.redacted("fatal: cannot reach '" + given + "/info/refs'"))
        .isEqualTo("fatal: cannot reach '" + shown + "/info/refs'");
    assertThat(url.redacted("https://a:b@other/x")).isEqualTo("https://other/x");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "--upload-pack=touch x",
        "-x",
        "https://",
        "https:///x",
        "https://host",
        "ssh://-oProxyCommand=x/y",
        "-oProxyCommand=x:y",
        "git@-x:y",
        "https://h/a\nb",
        "a\0b"
      })
  void whatIsNoUrlIsInvalid(String given) {
    assertThat(problem(given)).isInstanceOf(Problem.Invalid.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ext::sh -c touch% x", "fd::17", "ftp://h/x", "hg::https://h/x"})
  void otherWaysAreNotTaken(String given) {
    assertThat(problem(given)).isInstanceOf(Problem.Refused.class);
  }

  @Test
  void aFolderIsMadeAbsolute() {
    assertThat(GitUrl.parse("target/x").text())
        .isEqualTo(Path.of("target/x").toAbsolutePath().toString());
  }

  private static Problem problem(String given) {
    return catchThrowableOfType(ProblemException.class, () -> GitUrl.parse(given)).problem();
  }
}
