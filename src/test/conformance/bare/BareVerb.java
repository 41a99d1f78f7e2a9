import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The smallest picocli program. */
@Command(name = "bare", mixinStandardHelpOptions = true, version = "bare 1", description = "Does nothing.")
public final class BareVerb implements Runnable {

  @Option(names = "--repo", paramLabel = "DIR", description = "A folder.")
  String repo;

  public static void main(String[] args) {
    System.exit(new CommandLine(new BareVerb()).execute(args));
  }

  @Override
  public void run() {}
}
