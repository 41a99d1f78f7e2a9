package dev.plumbline.app;

import dev.plumbline.engine.House.RunningSandbox;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.sandbox.Sandbox;
import dev.plumbline.store.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A sandbox that somebody started by hand.
final class SandboxRun implements RunningSandbox {

  private static final Logger LOG = LoggerFactory.getLogger(SandboxRun.class);

  /// By this line its own file is known again.
  private static final String MARK = "# Leads to a plumbline sandbox, and goes when it ends\n";

  private final Sandbox sandbox;
  private final Optional<Path> file;

  private SandboxRun(Sandbox sandbox, Optional<Path> file) {
    this.sandbox = sandbox;
    this.file = file;
  }

  static SandboxRun start(int port, Optional<Path> file) {
    file.ifPresent(SandboxRun::refuseForeign);
    var sandbox = Sandbox.start(new Sandbox.Options(port, InstantSource.system(), true));
    var run = new SandboxRun(sandbox, file);
    try {
      file.ifPresent(f -> PrivateFiles.write(f, run.kubeconfig()));
      return run;
    } catch (ProblemException e) {
      sandbox.close();
      throw e;
    }
  }

  private static void refuseForeign(Path file) {
    try {
      if (Files.exists(file) && !Files.readString(file).startsWith(MARK)) {
        throw new ProblemException(
            new Problem.Refused(
                "This file is there and is no sandbox's kubeconfig",
                file.toString(),
                "Name a file that does not exist",
                ""));
      }
    } catch (IOException e) {
      throw new ProblemException(
          new Problem.Invalid(
              "The file cannot be read", file.toString(), "Name another file", e.toString()),
          e);
    }
  }

  @Override
  public String server() {
    return sandbox.server().toString();
  }

  @Override
  public String kubeconfig() {
    return MARK + sandbox.kubeconfig(Map.of("sandbox", "default"));
  }

  @Override
  public void close() {
    sandbox.close();
    file.ifPresent(f -> {
      try {
        Files.deleteIfExists(f);
      } catch (IOException e) {
        LOG.warn("{} was not deleted: {}", f, e.toString());
      }
    });
  }
}
