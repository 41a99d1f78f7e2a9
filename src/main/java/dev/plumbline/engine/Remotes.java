package dev.plumbline.engine;

import dev.plumbline.git.GitRepository;
import dev.plumbline.git.GitTransport;
import dev.plumbline.git.GitUrl;
import dev.plumbline.model.ProblemException;
import dev.plumbline.process.Programs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Brings what other machines have: clones and fetches. Methods that take a [Work] block; they tell
/// it how far they are, stop when it is cancelled, and throw [ProblemException].
public final class Remotes {

  private final GitTransport transport;
  private final Path clones;

  /// @param clones the folder below which clones are kept for which nobody named one
  public Remotes(Programs programs, Path clones) {
    this.transport = GitTransport.of(programs);
    this.clones = clones;
  }

  /// Where a clone of a URL is kept when nobody names a folder; `Invalid` or `Refused` for a URL
  /// that cannot be cloned.
  public Path folder(String url) {
    return GitUrl.parse(url).below(clones);
  }

  /// The URL as people may see it, without its secrets.
  static String shown(String url) {
    try {
      return GitUrl.parse(url).shown();
    } catch (ProblemException e) {
      return "a repository";
    }
  }

  /// Makes a bare clone.
  public void makeClone(String url, Path folder, Work work) {
    transport.cloneInto(GitUrl.parse(url), folder, listener(work), work.cancelToken());
  }

  /// Fetches, and gives what moved, in the order of names.
  public List<Moved> fetch(ConfigRepository repository, Work work) {
    var git = repository.git();
    var before = refs(git);
    transport.fetch(git, listener(work), work.cancelToken());
    var after = refs(git);
    var names = new TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    var moved = new ArrayList<Moved>();
    for (var name : names) {
      var was = Optional.ofNullable(before.get(name));
      var is = Optional.ofNullable(after.get(name));
      if (!was.equals(is)) {
        moved.add(new Moved(name, was, is));
      }
    }
    return List.copyOf(moved);
  }

  private static Map<String, String> refs(GitRepository git) {
    return git.refs().stream()
        .collect(Collectors.toMap(GitRepository.Ref::name, GitRepository.Ref::commit));
  }

  private static GitTransport.Listener listener(Work work) {
    return new GitTransport.Listener() {
      @Override
      public void at(String doing, int done, int total) {
        work.progress(doing, done, total);
      }

      @Override
      public void said(String line) {
        work.log(line);
      }
    };
  }

  /// A ref that names another commit than before.
  ///
  /// @param name `refs/remotes/origin/main`
  /// @param before empty: it is new
  /// @param after empty: it is gone
  public record Moved(String name, Optional<String> before, Optional<String> after) {

    /// `origin/main`.
    public String shortName() {
      return name.replaceFirst("^refs/(heads|remotes|tags)/", "");
    }
  }
}
