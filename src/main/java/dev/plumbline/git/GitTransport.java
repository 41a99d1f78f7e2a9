package dev.plumbline.git;

import dev.plumbline.model.Cancel;
import dev.plumbline.process.Programs;
import java.nio.file.Path;

/// Clones and fetches with the `git` program of this machine, so that credential helpers, the ssh
/// configuration, agents, security keys and proxies work as people set them up. It never waits for
/// an answer at a prompt. Methods block and throw [dev.plumbline.model.ProblemException] (`Auth`,
/// `Forbidden`, `NotFound`, `Network`, `Invalid`, `Refused`, `Conflict`, `Cancelled`, else
/// `Unexpected`); no secret of a URL is in a problem or in what a listener hears.
public interface GitTransport {

  /// Through these programs.
  static GitTransport of(Programs programs) {
    return new ProgramTransport(new GitProgram(programs));
  }

  /// Makes a bare clone: the remote `origin` with its branches under `refs/remotes/origin/`, no
  /// local branch, tags as Git follows them. What fails or is cancelled leaves nothing behind.
  ///
  /// @param folder a new or empty folder
  void cloneInto(GitUrl url, Path folder, Listener listener, Cancel cancel);

  /// Fetches the remote that counts as reviewed. Branches that the remote no longer has go, tags
  /// stay. `NotFound` when there is no remote.
  void fetch(GitRepository repository, Listener listener, Cancel cancel);

  /// Hears how it goes, on the calling thread.
  interface Listener {

    /// How far it is.
    ///
    /// @param doing what is being done: `Receiving objects, 1.2 MB`
    /// @param done of `total`; 0 of 0 when it cannot be counted
    void at(String doing, int done, int total);

    /// What the server or Git says beside that: a greeting, a branch that moved.
    void said(String line);
  }
}
