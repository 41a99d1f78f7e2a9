package dev.plumbline.cli;

import dev.plumbline.engine.House;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/// Runs the command line. Exit codes: [Exit].
public final class Cli {

  private Cli() {}

  /// Parses and runs.
  ///
  /// @param out where results go, and nothing else
  /// @param err where remarks and problems go
  /// @return the exit code of the process
  public static int run(
      String[] args, House house, String version, PrintStream out, PrintStream err) {
    var console = new Console(out, err);
    if (args.length == 1 && (args[0].equals("--version") || args[0].equals("-V"))) {
      console.line("plumbline " + version);
      return Exit.DONE;
    }
    var root = new Plumbline(house, console);
    var line = new CommandLine(root);
    line.getCommandSpec().version("plumbline " + version);
    Verbs.add(line, root, args);
    // A context may be called sandbox.
    line.setAllowSubcommandsAsOptionParameters(true);
    line.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setParameterExceptionHandler((e, given) -> {
      console.remark("plumbline: " + e.getMessage());
      console.remark("Try: plumbline " + (given.length > 0 ? given[0] + " " : "") + "--help");
      return Exit.USAGE;
    });
    line.setExecutionExceptionHandler((e, command, parsed) -> {
      int exit = failed(e, console);
      // What drift refuses to look at was not compared: that is its 2.
      return command.getCommand() instanceof DriftVerb ? Exit.FAILED : exit;
    });
    int exit = Exit.FAILED;
    try {
      exit = line.execute(args);
      return exit;
    } finally {
      root.finish(exit);
    }
  }

  private static int failed(Exception failure, Console console) {
    if (failure instanceof ProblemException known) {
      console.problem(known.problem());
      return known.problem() instanceof Problem.Refused ? Exit.REFUSED : Exit.FAILED;
    }
    LoggerFactory.getLogger(Cli.class).error("a verb failed", failure);
    console.problem(
        new Problem.Unexpected(
            "Something failed that should not: " + failure.getClass().getSimpleName(),
            "",
            "The log has the details",
            String.valueOf(failure.getMessage())));
    return Exit.FAILED;
  }
}
