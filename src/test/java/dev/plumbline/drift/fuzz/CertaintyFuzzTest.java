package dev.plumbline.drift.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.Tree;
import dev.plumbline.testing.ControlPlane;
import dev.plumbline.testing.RawApi;
import dev.plumbline.yaml.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Whatever we are certain of, the real server must not want to change: random objects of built-in
/// and custom kinds, random deeds, our judgement beside a dry-run after each, and kubectl diff
/// beside the dry-runs now and then.
class CertaintyFuzzTest {

  private static final Pattern DIFFERS = Pattern.compile("MERGED-\\d+/\\S*\\.(\\S+)");

  private final ControlPlane plane = ControlPlane.quiet();
  private final RawApi api = RawApi.of(plane);
  private final String namespace = plane.namespace("fuzz");
  private final FuzzKind.Types types = new FuzzKind.Types(api);
  private final FuzzKinds source = new FuzzKinds(api, types);
  private final List<FuzzKind> kinds = new ArrayList<>();
  private final AtomicInteger names = new AtomicInteger();

  @Test
  void whatIsCertainTheServerLeavesAlone() throws IOException, InterruptedException {
    run(1, 4, 5);
  }

  /// What once was certain and wrong.
  @TestFactory
  Stream<DynamicTest> noFailureComesBack() throws IOException {
    var files = new ArrayList<Path>();
    try (var found = Files.list(Path.of("src/test/resources/drift/fuzz/wrong"))) {
      found.sorted().forEach(files::add);
    }
    assertThat(files).isNotEmpty();
    kinds();
    return files.stream()
        .map(f -> DynamicTest.dynamicTest(f.getFileName().toString(), () -> replay(f)));
  }

  private void replay(Path file) throws IOException {
    var fixture = Json.parse(Files.readAllBytes(file), file.toString());
    var sent = (Tree.Obj) fixture.at("sent").orElseThrow();
    var kind =
        kinds.stream()
            .filter(k -> sent.text("kind").orElseThrow().equals(k.kind()))
            .findFirst()
            .orElseThrow();
    var deeds = fixture.items("deeds").stream().map(Deed::read).toList();
    var subject = subject(kind);
    assertThat(Shrinking.disagree(subject, deeds, sent))
        .as(fixture.text("why").orElse(""))
        .isFalse();
    assertThat(subject.live(sent.text("apiVersion").orElseThrow()))
        .as("the deeds were done")
        .isPresent();
  }

  private void kinds() {
    if (kinds.isEmpty()) {
      kinds.addAll(source.builtIn());
      kinds.addAll(source.custom());
    }
  }

  @Tag("long")
  @Test
  void alsoInManyMoreSteps() throws IOException, InterruptedException {
    for (int seed = 100; seed < 110; seed++) {
      run(seed, 150, 2);
    }
  }

  private void run(long seed, int rounds, int steps) throws IOException, InterruptedException {
    kinds();
    var stories = new ArrayList<FuzzStory>();
    for (int i = 0; i < kinds.size(); i++) {
      stories.add(new FuzzStory(seed * 1000 + i, subject(kinds.get(i)), types));
    }
    for (int round = 0; round < rounds; round++) {
      tell(stories, steps, seed);
      if (round % 2 == 0) {
        kubectlAgrees(stories);
      }
      if (round % 4 == 3) {
        source.flip(kinds, namespace);
      }
    }
    report(seed, rounds * steps * kinds.size(), stories);
  }

  private Subject subject(FuzzKind kind) {
    return new Subject(api, types, kind, namespace, "f" + names.incrementAndGet());
  }

  private void tell(List<FuzzStory> stories, int steps, long seed) throws InterruptedException {
    var tasks = new ArrayList<Callable<List<FuzzStory.Wrong>>>();
    for (var story : stories) {
      tasks.add(() -> {
        var wrongs = new ArrayList<FuzzStory.Wrong>();
        for (int i = 0; i < steps; i++) {
          story.step().ifPresent(wrongs::add);
        }
        return wrongs;
      });
    }
    try (var pool = Executors.newFixedThreadPool(6, Thread.ofVirtual().factory())) {
      for (var told : pool.invokeAll(tasks)) {
        for (var wrong : told.get()) {
          var kind = wrong.subject().kind();
          throw new AssertionError(
              "seed "
                  + seed
                  + ", "
                  + kind.kind()
                  + ": certain of what the server would change. A fixture for drift/fuzz/wrong:\n"
                  + new Shrinking(wrong, () -> subject(kind)).fixture());
        }
      }
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    }
  }

  /// kubectl diff over all objects that the server does not refuse names those that differ.
  private void kubectlAgrees(List<FuzzStory> stories) throws IOException, InterruptedException {
    var objects = new ArrayList<Tree>();
    var differ = new TreeSet<String>();
    for (var story : stories) {
      if (story.inSync().isPresent()) {
        objects.add(story.git());
        if (!story.inSync().get()) {
          differ.add(story.git().text("metadata", "name").orElseThrow());
        }
      }
    }
    var list =
        Tree.obj(
            "apiVersion", Tree.str("v1"), "kind", Tree.str("List"), "items", new Tree.Arr(objects));
    assertThat(kubectlDiff(Json.compact(list))).isEqualTo(differ);
  }

  private TreeSet<String> kubectlDiff(String list) throws IOException, InterruptedException {
    var builder =
        new ProcessBuilder(
            plane.kubectl().toString(),
            "--kubeconfig",
            plane.kubeconfig().toString(),
            "diff",
            "--server-side",
            "--force-conflicts",
            "--concurrency=4",
            "--field-manager=" + Subject.OURS,
            "-f",
            "-");
    var process = builder.redirectErrorStream(true).start();
    try (var in = process.getOutputStream()) {
      in.write(list.getBytes(StandardCharsets.UTF_8));
    }
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isLessThan(2);
    var names = new TreeSet<String>();
    said.lines()
        .filter(l -> l.startsWith("diff "))
        .forEach(l -> {
          var found = DIFFERS.matcher(l);
          if (found.find()) {
            names.add(found.group(1));
          }
        });
    return names;
  }

  private void report(long seed, int steps, List<FuzzStory> stories) {
    var asked = new TreeMap<String, Integer>();
    var counts = new int[3];
    int certain = 0;
    for (var story : stories) {
      story.asked().forEach((why, count) -> asked.merge(why, count, Integer::sum));
      certain += story.certain();
      for (int i = 0; i < counts.length; i++) {
        counts[i] += story.counts()[i];
      }
    }
    System.out.printf(
        "fuzz seed %d: %d steps on %d kinds; in sync %d, of which %d (%d %%) decided without a"
            + " request; differing %d, refused %d; asked although in sync: %s%n",
        seed,
        steps,
        kinds.size(),
        counts[0],
        certain,
        certain * 100 / Math.max(1, counts[0]),
        counts[1],
        counts[2],
        asked.entrySet().stream()
            .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
            .map(e -> e.getValue() + " " + e.getKey())
            .collect(Collectors.joining(", ")));
    assertThat(certain).as("certain of something").isGreaterThan(counts[0] / 3);
    assertThat(counts[1]).as("something differs, too").isGreaterThan(steps / 10);
  }
}
