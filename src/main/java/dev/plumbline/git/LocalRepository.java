package dev.plumbline.git;

import dev.plumbline.model.Cancel;
import dev.plumbline.model.Changes;
import dev.plumbline.model.Commit;
import dev.plumbline.model.FileTree;
import dev.plumbline.model.Revision;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;

/// A repository of this machine, through JGit.
final class LocalRepository implements GitRepository {

  private final Repository repository;
  private final Path folder;
  private final Objects objects;
  private final Branches branches;
  private final Identity identity;
  private volatile Headers headers;

  LocalRepository(Repository repository, Identity identity) {
    this.repository = repository;
    this.folder =
        (repository.isBare() ? repository.getDirectory() : repository.getWorkTree()).toPath();
    this.identity = identity;
    this.objects = new Objects(repository, folder, partial(repository));
    this.headers = new Headers(objects, shallow());
    this.branches = new Branches(repository, folder);
  }

  private static boolean partial(Repository repository) {
    var config = repository.getConfig();
    return config.getString("extensions", null, "partialClone") != null
        || config.getSubsections("remote").stream()
            .anyMatch(r -> config.getBoolean("remote", r, "promisor", false));
  }

  private Set<ObjectId> shallow() {
    try {
      return repository.getObjectDatabase().getShallowCommits();
    } catch (IOException e) {
      throw objects.corrupt("shallow", e);
    }
  }

  /// What is known of commits, as long as no fetch moved the line at which a shallow clone is cut.
  private Headers headers() {
    var known = headers;
    var shallow = shallow();
    if (!known.cutAt(shallow)) {
      known = new Headers(objects, shallow);
      headers = known;
    }
    return known;
  }

  @Override
  public Path folder() {
    return folder;
  }

  @Override
  public Path gitDir() {
    return repository.getDirectory().toPath();
  }

  @Override
  public boolean bare() {
    return repository.isBare();
  }

  @Override
  public Optional<String> remote() {
    return branches.remote();
  }

  @Override
  public Optional<String> defaultBranch() {
    return branches.defaultBranch();
  }

  @Override
  public Revision resolve(String revision) {
    return branches.resolve(revision);
  }

  @Override
  public Revision tip(Optional<String> branch) {
    return branches.tip(branch);
  }

  @Override
  public Optional<Revision> reviewedTip(Optional<String> branch) {
    return branches.reviewedTip(branch);
  }

  @Override
  public List<Ref> refs() {
    return branches.refs();
  }

  @Override
  public boolean reaches(Revision tip, Revision commit) {
    try (var reader = objects.reader()) {
      return new Ancestry(headers(), reader, Cancel.never()).reaches(id(tip), id(commit));
    }
  }

  @Override
  public FileTree tree(Revision revision) {
    try (var reader = objects.reader()) {
      return new GitTree(objects, revision, headers().of(reader, id(revision)).tree());
    }
  }

  @Override
  public List<Commit> log(Revision from, String path, int limit, Cancel cancel) {
    try (var reader = objects.reader()) {
      var wanted = GitTree.normal(path);
      var differs = wanted.isEmpty() ? null : new TreeSame(objects, reader, wanted);
      var order = new Ancestry(headers(), reader, cancel).dateOrder(id(from), differs, limit);
      var commits = new ArrayList<Commit>(order.size());
      var known = headers();
      for (var id : order) {
        if ((commits.size() & 255) == 0) {
          cancel.check();
        }
        commits.add(read(known, reader, id));
      }
      return List.copyOf(commits);
    }
  }

  @Override
  public Commit commit(Revision revision) {
    try (var reader = objects.reader()) {
      return read(headers(), reader, id(revision));
    }
  }

  @Override
  public Optional<Commit> lastChange(Revision from, String path, Cancel cancel) {
    var wanted = GitTree.normal(path);
    if (wanted.isEmpty()) {
      return Optional.of(commit(from));
    }
    try (var reader = objects.reader()) {
      var known = headers();
      return new Ancestry(known, reader, cancel)
          .first(id(from), new TreeSame(objects, reader, wanted))
          .map(id -> read(known, reader, id));
    }
  }

  @Override
  public Changes changes(Revision commit, Cancel cancel) {
    try (var reader = objects.reader()) {
      var known = headers();
      var header = known.of(reader, id(commit));
      var before = header.parents().stream().findFirst().map(p -> known.of(reader, p).tree());
      return FilesChanged.between(objects, reader, before, header.tree(), cancel);
    }
  }

  private Commit read(Headers known, ObjectReader reader, ObjectId id) {
    return CommitText.read(
        id, known.of(reader, id).parents(), objects.bytes(reader, id, Constants.OBJ_COMMIT));
  }

  private ObjectId id(Revision revision) {
    return objects.id(revision.id());
  }

  @Override
  public Optional<String> identity() {
    return identity.of(repository.getConfig(), folder);
  }

  @Override
  public GitWriter writer() {
    return new ObjectWriter(repository, folder, objects);
  }

  @Override
  public void close() {
    repository.close();
  }
}
