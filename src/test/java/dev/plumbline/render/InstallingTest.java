package dev.plumbline.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

class InstallingTest {

  private static final List<String> MANAGERS =
      List.of("brew", "winget", "scoop", "choco", "dnf", "pacman", "apk", "zypper", "snap", "nix");

  @Test
  void theLineIsThatOfTheManagerThatIsThere() {
    assertThat(Installing.HELM.line(having("snap"))).isEqualTo("sudo snap install helm --classic");
    assertThat(Installing.HELM.line(having("brew", "snap"))).isEqualTo("brew install helm");
    assertThat(Installing.KUSTOMIZE.line(having("pacman"))).isEqualTo("sudo pacman -S kustomize");
  }

  @Test
  void withoutAManagerThatHasItTheInstructionsAreNamed() {
    for (var program : List.of(Installing.HELM, Installing.KUSTOMIZE)) {
      assertThat(program.line(having("apt"))).startsWith("https://").contains("install");
    }
  }

  private static FakePrograms having(String... there) {
    var programs = new HashMap<String, Path>();
    MANAGERS.forEach(m -> programs.put(m, Path.of("")));
    for (var manager : there) {
      programs.put(manager, Path.of("/usr/bin", manager));
    }
    return new FakePrograms(programs);
  }
}
