package dev.plumbline.process;

import dev.plumbline.model.Cancel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Finds and runs other programs.
public interface Programs {

  /// The programs of this machine.
  static Programs system() {
    return new SystemPrograms(System.getenv());
  }

  /// The PATH that is searched: this process's own when it was started from a terminal (TERM says
  /// so); else the login shell's, resolved once, because a program started from a desktop file does
  /// not inherit it.
  String path();

  /// Where a program is on [#path()]; empty when it is not there. A name with a slash is taken as
  /// it is. Relative entries of the PATH are not searched.
  Optional<Path> find(String program);

  /// As [#run(Command, Consumer, Cancel)], for a program whose errors are of interest at its end.
  default Result run(Command command, Cancel cancel) {
    return run(command, line -> {}, cancel);
  }

  /// Runs a program to its end, or until the limit or a cancel kills it with all its descendants; a
  /// cancel asks it to end first and gives it a second, so that it can take away what it locked.
  /// Throws [dev.plumbline.model.ProblemException] when it cannot be started (`NotFound`), exceeds
  /// its limits (`Unexpected`, naming the limit) or is cancelled. An exit code other than 0 is not
  /// an exception. No shell is involved. What a program left running when it ended by itself goes
  /// on (an agent that it started on purpose), but is not waited for.
  ///
  /// @param errors hears each line of standard error as it comes, also those that end in a carriage
  ///   return (progress), on the calling thread
  Result run(Command command, Consumer<String> errors, Cancel cancel);

  /// What to run.
  ///
  /// @param argv program and arguments; the program is found on [Programs#path()]
  /// @param folder working folder
  /// @param environment variables added to a clean base (PATH, HOME, USER, LANG, TMPDIR and what
  ///   proxies need)
  /// @param inherit whether the whole environment of this process is passed on (credential plugins
  ///   need it)
  /// @param stdin what the program reads; empty for none
  /// @param limit time after which it is killed
  /// @param maxOutput bytes of output (standard output and error together) after which it is killed
  record Command(
      List<String> argv,
      Path folder,
      Map<String, String> environment,
      boolean inherit,
      String stdin,
      Duration limit,
      long maxOutput) {
    public Command {
      argv = List.copyOf(argv);
      environment = Map.copyOf(environment);
    }
  }

  /// How it ended.
  ///
  /// @param out standard output, decoded as UTF-8
  /// @param err standard error, decoded as UTF-8
  record Result(int exit, String out, String err, Duration took) {}
}
