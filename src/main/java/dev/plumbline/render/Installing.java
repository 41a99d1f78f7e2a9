package dev.plumbline.render;

import dev.plumbline.process.Programs;
import java.util.List;

/// How a renderer is installed on this machine: by the first of its package managers that has it.
///
/// @param ways in the order in which they are preferred
/// @param instructions the address of its instructions
record Installing(List<Way> ways, String instructions) {

  static final Installing HELM =
      new Installing(
          List.of(
              new Way("brew", "brew install helm"),
              new Way("winget", "winget install Helm.Helm"),
              new Way("scoop", "scoop install helm"),
              new Way("choco", "choco install kubernetes-helm"),
              new Way("dnf", "sudo dnf install helm"),
              new Way("pacman", "sudo pacman -S helm"),
              new Way("apk", "sudo apk add helm"),
              new Way("zypper", "sudo zypper install helm"),
              new Way("snap", "sudo snap install helm --classic"),
              new Way("nix", "nix profile install nixpkgs#kubernetes-helm")),
          "https://helm.sh/docs/intro/install/");

  /// kubectl renders, too, and is what a manager has that has no kustomize. The snap of kustomize
  /// is confined and does not see the folder that we render in.
  static final Installing KUSTOMIZE =
      new Installing(
          List.of(
              new Way("brew", "brew install kustomize"),
              new Way("winget", "winget install Kubernetes.kustomize"),
              new Way("scoop", "scoop install kustomize"),
              new Way("choco", "choco install kustomize"),
              new Way("dnf", "sudo dnf install /usr/bin/kubectl"),
              new Way("pacman", "sudo pacman -S kustomize"),
              new Way("apk", "sudo apk add kustomize"),
              new Way("zypper", "sudo zypper install kustomize"),
              new Way("snap", "sudo snap install kubectl --classic"),
              new Way("nix", "nix profile install nixpkgs#kustomize")),
          "https://kubectl.docs.kubernetes.io/installation/kustomize/");

  /// @param manager the program that installs
  /// @param line what is typed
  record Way(String manager, String line) {}

  /// The command line, else the address of the instructions: Debian has no package of either that
  /// is new enough.
  String line(Programs programs) {
    return ways.stream()
        .filter(w -> programs.find(w.manager).isPresent())
        .map(Way::line)
        .findFirst()
        .orElse(instructions);
  }
}
