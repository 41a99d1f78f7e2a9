package dev.plumbline.git;

import java.util.ArrayList;
import java.util.List;

/// Keeps what a listener hears.
final class Heard implements GitTransport.Listener {

  final List<String> doing = new ArrayList<>();
  final List<String> said = new ArrayList<>();

  @Override
  public void at(String what, int done, int total) {
    doing.add(what + " " + done + "/" + total);
  }

  @Override
  public void said(String line) {
    said.add(line);
  }

  @Override
  public String toString() {
    return doing + " " + said;
  }
}
