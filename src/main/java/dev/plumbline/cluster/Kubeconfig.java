package dev.plumbline.cluster;

import dev.plumbline.model.KubeContext;
import dev.plumbline.model.Problem;
import dev.plumbline.process.Programs;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The contexts of this person, read as data: nothing is connected, run or logged in to list them.
public interface Kubeconfig {

  /// Which files kubectl would read: the one of `--kubeconfig`, else those of `KUBECONFIG`, else
  /// `~/.kube/config`.
  ///
  /// @param flag what `--kubeconfig` says
  /// @param env the environment
  static List<Path> files(Optional<Path> flag, Map<String, String> env) {
    if (flag.isPresent()) {
      return List.of(flag.get());
    }
    var listed =
        Arrays.stream(env.getOrDefault("KUBECONFIG", "").split(File.pathSeparator, -1))
            .filter(s -> !s.isEmpty())
            .distinct()
            .map(Path::of)
            .toList();
    if (!listed.isEmpty()) {
      return listed;
    }
    var home = env.getOrDefault("HOME", System.getProperty("user.home"));
    return List.of(Path.of(home, ".kube", "config"));
  }

  /// Reads kubeconfig files. Of several entries with one name the first wins, whole, as in kubectl.
  /// A file that is missing or broken is named in [#problems()]; the others are read all the same.
  ///
  /// @param programs runs credential plugins, once a context that needs one is used
  static Kubeconfig load(List<Path> files, Programs programs) {
    return KubeconfigFiles.read(files, programs);
  }

  /// All contexts, in the order of the files (the first file that defines a name wins, as in
  /// kubectl).
  List<KubeContext> contexts();

  /// The context of a name.
  default Optional<KubeContext> context(String name) {
    return contexts().stream().filter(c -> c.name().equals(name)).findFirst();
  }

  /// The current context: of the first file that sets one.
  default Optional<KubeContext> current() {
    return contexts().stream().filter(KubeContext::current).findFirst();
  }

  /// Files that could not be read or make no sense.
  List<Problem> problems();

  /// A connection to the cluster of a context. Nothing is sent or run yet; the first request does.
  /// `NotFound` when there is no such context.
  Cluster open(String context);
}
