package dev.plumbline.cluster;

import dev.plumbline.model.KubeContext;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Tree;
import dev.plumbline.process.Programs;
import dev.plumbline.yaml.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Kubeconfig files merged as kubectl merges them.
final class KubeconfigFiles implements Kubeconfig {

  private final Map<String, Access.Entry> clusters = new LinkedHashMap<>();
  private final Map<String, Access.Entry> users = new LinkedHashMap<>();
  private final Map<String, Access.Entry> named = new LinkedHashMap<>();
  private final List<Problem> problems = new ArrayList<>();
  private final List<KubeContext> contexts = new ArrayList<>();
  private final Programs programs;
  private @Nullable String current;

  private KubeconfigFiles(Programs programs) {
    this.programs = programs;
  }

  static Kubeconfig read(List<Path> files, Programs programs) {
    var config = new KubeconfigFiles(programs);
    files.forEach(config::add);
    config.named.forEach((name, entry) -> config.contexts.add(config.context(name, entry)));
    return config;
  }

  @Override
  public List<KubeContext> contexts() {
    return List.copyOf(contexts);
  }

  @Override
  public List<Problem> problems() {
    return List.copyOf(problems);
  }

  @Override
  public Cluster open(String context) {
    var entry = named.get(context);
    if (entry == null) {
      throw new ProblemException(
          new Problem.NotFound(
              "There is no kubeconfig context " + context,
              "",
              "Choose one of: " + String.join(", ", named.keySet()) + ".",
              ""));
    }
    var cluster = clusters.get(entry.text("cluster").orElse(""));
    if (cluster == null || cluster.text("server").isEmpty()) {
      throw new ProblemException(
          new Problem.NotFound(
              "The kubeconfig context " + context + " names no cluster that has a server",
              entry.file().toString(),
              "Add the cluster " + entry.text("cluster").orElse("") + ".",
              ""));
    }
    var user = users.get(entry.text("user").orElse(""));
    if (user == null && entry.text("user").isPresent()) {
      throw new ProblemException(
          new Problem.Auth(
              "The kubeconfig context " + context + " names a user that is not there",
              entry.file().toString(),
              "Add the user " + entry.text("user").get() + ".",
              ""));
    }
    var access =
        new Access(
            context, cluster, user == null ? new Access.Entry(Tree.Obj.EMPTY, entry.file()) : user);
    return new RawCluster(access, new Api(access, new Credentials(access, programs)));
  }

  private void add(Path file) {
    try {
      var documents = Yaml.read(Files.readAllBytes(file), file.toString());
      problems.addAll(documents.problems());
      if (documents.documents().isEmpty()) {
        return;
      }
      if (documents.documents().getFirst().body() instanceof Tree.Obj config) {
        add(config, file);
      } else {
        problems.add(
            new Problem.Invalid("This is no kubeconfig", file.toString(), "Correct the file.", ""));
      }
    } catch (NoSuchFileException e) {
      problems.add(
          new Problem.NotFound(
              "The kubeconfig file is not there", file.toString(), "Name another one.", ""));
    } catch (IOException e) {
      problems.add(
          new Problem.Invalid(
              "The kubeconfig file cannot be read",
              file.toString(),
              "Check its permissions.",
              Access.words(e)));
    } catch (ProblemException e) {
      problems.add(e.problem());
    }
  }

  private void add(Tree.Obj config, Path file) {
    if (current == null) {
      current = config.text("current-context").filter(s -> !s.isEmpty()).orElse(null);
    }
    collect(config, "clusters", "cluster", file, clusters);
    collect(config, "users", "user", file, users);
    collect(config, "contexts", "context", file, named);
  }

  private void collect(
      Tree.Obj config, String list, String key, Path file, Map<String, Access.Entry> into) {
    for (var item : config.items(list)) {
      var name = item.text("name");
      if (name.isEmpty()) {
        problems.add(
            new Problem.Invalid(
                "An entry of " + list + " has no name", file.toString(), "Name it.", ""));
      } else {
        var body = item.at(key).orElse(Tree.Obj.EMPTY) instanceof Tree.Obj o ? o : Tree.Obj.EMPTY;
        into.putIfAbsent(name.get(), new Access.Entry(body, file));
      }
    }
  }

  private KubeContext context(String name, Access.Entry entry) {
    var cluster = entry.text("cluster").orElse("");
    var user = entry.text("user").orElse("");
    return new KubeContext(
        name,
        cluster,
        Optional.ofNullable(clusters.get(cluster)).flatMap(c -> c.text("server")).orElse(""),
        user,
        entry.text("namespace"),
        Optional.ofNullable(users.get(user)).map(KubeconfigFiles::auth).orElse("none"),
        entry.file().toString(),
        name.equals(current));
  }

  /// How an entry logs in, in the words of [KubeContext#auth()].
  private static String auth(Access.Entry user) {
    var plugin = user.text("exec", "command");
    if (plugin.isPresent()) {
      return "exec " + plugin.get().replaceAll(".*[/\\\\]", "");
    }
    if (user.text("token").or(() -> user.text("tokenFile")).isPresent()) {
      return "token";
    }
    if (user.text("client-certificate-data")
        .or(() -> user.text("client-certificate"))
        .isPresent()) {
      return "client certificate";
    }
    if (user.text("username").isPresent()) {
      return "basic";
    }
    return user.text("auth-provider", "name").map(n -> "auth-provider " + n).orElse("none");
  }
}
