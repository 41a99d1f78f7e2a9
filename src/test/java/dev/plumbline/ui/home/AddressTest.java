package dev.plumbline.ui.home;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressTest {

  @ParameterizedTest
  @CsvSource({
    "https://github.com/acme/shop-config.git, HTTPS, github.com, shop-config",
    "https://noor@git.acme.io:8443/platform/edge/, HTTPS, git.acme.io, edge",
    "http://git.acme.io/edge.git, HTTP, git.acme.io, edge",
    "ssh://git@git.acme.io:2222/platform/edge.git, SSH, git.acme.io, edge",
    "git@github.com:acme/shop-config.git, SSH, github.com, shop-config",
    "build-host:srv/edge, SSH, build-host, edge",
    "file:///srv/git/edge.git, FILE, /srv/git/edge.git, edge",
    "/srv/git/edge/.git, FILE, /srv/git/edge/.git, edge",
    "~/src/edge, FILE, ~/src/edge, edge",
  })
  void whatGitClonesIsUnderstood(String typed, Address.Way way, String host, String name) {
    assertThat(Address.of("  " + typed + " ")).isEqualTo(new Address.Whole(way, host, name));
  }

  @ParameterizedTest
  @CsvSource({
    "shop-config, home.clone.odd.unlike",
    "https://, home.clone.odd.sign",
    "https:///acme, home.clone.odd.host",
    "https://github.com, home.clone.odd.path",
    "https://github.com/, home.clone.odd.path",
    "svn://acme.io/trunk, home.clone.odd.scheme",
    "https://noor:s3cret@git.acme.io/edge, home.clone.odd.password",
    "https://git.acme.io/a b, home.clone.odd.space",
    "https://git.acme.io/a|b, home.clone.odd.sign",
    "/, home.clone.odd.path",
  })
  void whatCannotBeClonedSaysWhy(String typed, String word) {
    assertThat(Address.of(typed))
        .isInstanceOfSatisfying(Address.Odd.class, odd -> assertThat(odd.word()).isEqualTo(word));
  }

  @Test
  void nothingTypedIsNothingWrong() {
    assertThat(Address.of("  ")).isEqualTo(new Address.Nothing());
  }
}
