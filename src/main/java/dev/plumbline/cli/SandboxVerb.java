package dev.plumbline.cli;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `sandbox`: runs the sandbox until Ctrl C.
@Command(
    name = "sandbox",
    description = {
      "Runs a small API server on this machine, for the demo and for tests, until Ctrl C.",
      "It is a simulation: what works on it proves nothing about a real cluster.",
      "Prints its kubeconfig, or writes it to the file that --kubeconfig names."
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:ended by Ctrl C", "2:failed", "3:refused", "64:bad usage"})
final class SandboxVerb implements Callable<Integer> {

  private final Plumbline root;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "0",
      description = "Where to listen on 127.0.0.1. Default: a free port.")
  private int port;

  SandboxVerb(Plumbline root) {
    this.root = root;
  }

  @Override
  public Integer call() {
    var ended = new CountDownLatch(1);
    var cancel = root.work("Sandbox", "sandbox").cancelToken();
    try (var sandbox = root.house().sandbox(port, root.kubeconfig());
        var _ = cancel.onCancel(ended::countDown)) {
      root.console()
          .remark(
              "A sandbox runs at "
                  + sandbox.server()
                  + ": a simulation for the demo and for tests. Ctrl C ends it and forgets everything in it.");
      if (root.kubeconfig().isPresent()) {
        root.console()
            .remark("kubectl --kubeconfig " + root.kubeconfig().get() + " get namespaces");
      } else {
        root.console().text(sandbox.kubeconfig());
      }
      root.console().flush();
      ended.await();
      return Exit.DONE;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Exit.FAILED;
    }
  }
}
