package dev.plumbline.git;

import dev.plumbline.model.Cancel;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;

/// Clones and fetches with the `git` program.
final class ProgramTransport implements GitTransport {

  private static final String ORIGIN = Constants.DEFAULT_REMOTE_NAME;
  private static final Fetched PRUNED = new Fetched("--prune", List.of());

  private final GitProgram git;

  ProgramTransport(GitProgram git) {
    this.git = git;
  }

  @Override
  public void cloneInto(GitUrl url, Path folder, Listener listener, Cancel cancel) {
    if (!url.kind().guarded()) {
      listener.said("Not encrypted: whoever is on the way can read and change what comes");
    }
    var login = Login.of(url);
    NewFolder.fill(
        folder,
        made -> {
          listener.at("Connecting to " + (url.host().isEmpty() ? url.shown() : url.host()), 0, 0);
          var talk = new Talk(made, url.shown(), Optional.of(url), login, listener, cancel);
          // Git 3 may choose other ids unless told.
          talk.run("init", "--quiet", "--bare", "--template=", "--object-format=sha1");
          talk.run("remote", "add", ORIGIN, url.stored());
          // A pack stays a pack, however small.
          talk.run(List.of("-c", "fetch.unpackLimit=1"), fetch(PRUNED, ORIGIN));
          login.ifPresent(l -> git.approve(made, l.description(url), cancel));
          if (target(made, ORIGIN, cancel).isEmpty()) {
            talk.follow(ORIGIN);
          }
          target(made, ORIGIN, cancel)
              .ifPresent(
                  branch -> talk.run("symbolic-ref", Constants.HEAD, Constants.R_HEADS + branch));
        });
  }

  @Override
  public void fetch(GitRepository repository, Listener listener, Cancel cancel) {
    var remote =
        repository
            .remote()
            .orElseThrow(() ->
                new ProblemException(
                    new Problem.NotFound(
                        "There is no remote to fetch from",
                        repository.folder().toString(),
                        "Run git remote add origin URL there",
                        "")));
    var gitDir = repository.gitDir();
    var address =
        git.ask(gitDir, cancel, "remote", "get-url", remote).flatMap(ProgramTransport::understood);
    var where = address.map(GitUrl::shown).orElse(remote);
    var talk = new Talk(gitDir, where, address, Optional.empty(), listener, cancel);
    var host = address.map(GitUrl::host).filter(h -> !h.isEmpty());
    listener.at("Connecting to " + host.orElse(where), 0, 0);
    talk.run(List.of(), fetch(refspecs(gitDir, remote, cancel), remote));
    var branch = target(gitDir, remote, cancel);
    if (branch.isPresent() && isGone(gitDir, remote, branch.get(), cancel)) {
      talk.follow(remote);
    }
  }

  private static Optional<GitUrl> understood(String url) {
    try {
      return Optional.of(GitUrl.parse(url));
    } catch (ProblemException e) {
      return Optional.empty();
    }
  }

  /// What stale branches may be pruned: only those under `refs/remotes`, never local branches of
  /// somebody's mirror. `git clone --bare` leaves no refspec at all.
  private Fetched refspecs(Path gitDir, String remote, Cancel cancel) {
    var configured =
        git.ask(gitDir, cancel, "config", "--get-all", "remote." + remote + ".fetch").orElse("");
    if (configured.isEmpty()) {
      var all = "+refs/heads/*:" + Constants.R_REMOTES + remote + "/*";
      return new Fetched("--prune", List.of(all));
    }
    boolean ours =
        configured
            .lines()
            .filter(l -> !l.startsWith("^"))
            .allMatch(l -> l.contains(":refs/remotes/"));
    return new Fetched(ours ? "--prune" : "--no-prune", List.of());
  }

  private record Fetched(String prune, List<String> refspecs) {}

  private static List<String> fetch(Fetched what, String remote) {
    var args =
        new ArrayList<>(
            List.of("fetch", "--progress", "--no-write-fetch-head", what.prune(), "--", remote));
    args.addAll(what.refspecs());
    return args;
  }

  /// The branch that the remote's HEAD names here.
  private Optional<String> target(Path gitDir, String remote, Cancel cancel) {
    var prefix = Constants.R_REMOTES + remote + "/";
    return git.ask(gitDir, cancel, "symbolic-ref", "--quiet", prefix + Constants.HEAD)
        .filter(ref -> ref.startsWith(prefix))
        .map(ref -> ref.substring(prefix.length()));
  }

  private boolean isGone(Path gitDir, String remote, String branch, Cancel cancel) {
    var ref = Constants.R_REMOTES + remote + "/" + branch;
    return git.ask(gitDir, cancel, "show-ref", "--verify", ref).isEmpty();
  }

  /// Commands on one repository with one remote.
  private final class Talk {
    private final Path gitDir;
    private final String where;
    private final Optional<GitUrl> url;
    private final Optional<Login> login;
    private final Listener listener;
    private final Cancel cancel;

    Talk(
        Path gitDir,
        String where,
        Optional<GitUrl> url,
        Optional<Login> login,
        Listener listener,
        Cancel cancel) {
      this.gitDir = gitDir;
      this.where = where;
      this.url = url;
      this.login = login;
      this.listener = listener;
      this.cancel = cancel;
    }

    void run(String... args) {
      run(List.of(), List.of(args));
    }

    void run(List<String> settings, List<String> args) {
      var argv = new ArrayList<>(settings);
      argv.addAll(args);
      var words = new ArrayList<String>();
      var result = git.run(gitDir, argv, login, line -> heard(line, words), cancel);
      if (result.exit() != 0) {
        throw new ProblemException(TransportProblems.of(words, where, url));
      }
    }

    /// Lets the remote's HEAD be what the remote says now. An empty repository has none.
    void follow(String remote) {
      var args = List.of("remote", "set-head", "--auto", remote);
      git.run(gitDir, args, login, line -> {}, cancel);
    }

    private void heard(String line, List<String> words) {
      var progress = TransferLine.of(line);
      if (progress.isPresent()) {
        listener.at(progress.get().doing(), progress.get().done(), progress.get().total());
        return;
      }
      var safe = redacted(line).strip();
      if (!safe.isEmpty()) {
        words.add(safe);
        listener.said(safe);
      }
    }

    private String redacted(String line) {
      return url.map(u -> u.redacted(line)).orElseGet(() -> GitUrl.withoutLogins(line));
    }
  }
}
