package dev.plumbline.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Runs several command lines in one process, for the training run of the AOT cache: the JVM writes
/// one cache for one process. Not for people.
public final class Rehearsal {

  private Rehearsal() {}

  /// @param args a file with one command line a line, its words separated by tabs
  static void main(String[] args) throws IOException {
    for (var line : Files.readAllLines(Path.of(args[0]))) {
      int exit = Wiring.run(line.split("\t"));
      System.err.println("exit code " + exit + ": " + line.replace('\t', ' '));
    }
  }
}
