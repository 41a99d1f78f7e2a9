package dev.plumbline.drift.fuzz;

import dev.plumbline.drift.Certainty;
import dev.plumbline.model.Tree;
import dev.plumbline.yaml.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Supplier;

/// Makes a story on which we and the server disagree shorter, as long as they go on disagreeing.
final class Shrinking {

  private static final int TRIES = 400;

  private final Supplier<Subject> subjects;
  private List<Deed> deeds;
  private Tree.Obj sent;
  private int tries;

  Shrinking(FuzzStory.Wrong wrong, Supplier<Subject> subjects) {
    this.subjects = subjects;
    deeds = wrong.deeds();
    sent = wrong.sent();
  }

  /// Whether we are certain of what the server would change, after these deeds.
  static boolean disagree(Subject subject, List<Deed> deeds, Tree.Obj sent) {
    deeds.forEach(subject::send);
    var named = subject.named(sent);
    return subject
        .live(named.text("apiVersion").orElseThrow())
        .filter(live -> subject.ours(live, named) instanceof Certainty.Equal)
        .filter(live -> !subject.server(live, named).orElse(false))
        .isPresent();
  }

  /// The shortest story found, as a fixture.
  String fixture() {
    if (!holds(deeds, sent)) {
      return "Not the same a second time: " + written();
    }
    boolean shorter = true;
    while (shorter && tries < TRIES) {
      shorter = dropped();
      for (int i = 0; i <= deeds.size(); i++) {
        shorter |= thinned(i);
      }
    }
    return written();
  }

  private boolean holds(List<Deed> fewer, Tree.Obj wanted) {
    tries++;
    return disagree(subjects.get(), fewer, wanted);
  }

  private boolean dropped() {
    boolean any = false;
    for (int i = deeds.size() - 1; i >= 0 && tries < TRIES; i--) {
      var fewer = new ArrayList<>(deeds);
      fewer.remove(i);
      if (holds(fewer, sent)) {
        deeds = fewer;
        any = true;
      }
    }
    return any;
  }

  /// One part less of a body, and of every other body that is the same; what is sent comes after
  /// the last deed.
  private boolean thinned(int index) {
    boolean any = false;
    boolean found = true;
    while (found && tries < TRIES) {
      found = false;
      var body = index < deeds.size() ? deeds.get(index).body() : sent;
      for (var smaller : smaller(body)) {
        var others = deeds.stream().map(d -> d.body().equals(body) ? d.with(smaller) : d).toList();
        var wanted = sent.equals(body) ? (Tree.Obj) smaller : sent;
        if (tries < TRIES && holds(others, wanted)) {
          deeds = others;
          sent = wanted;
          found = true;
          any = true;
          break;
        }
      }
    }
    return any;
  }

  private static List<Tree> smaller(Tree tree) {
    var all = new ArrayList<Tree>();
    if (tree instanceof Tree.Obj object) {
      for (var key : object.fields().keySet()) {
        if (!List.of("apiVersion", "kind", "name", "namespace").contains(key)) {
          if (!key.equals("metadata")) {
            all.add(object.without(key));
          }
          for (var below : smaller(object.get(key).orElseThrow())) {
            all.add(object.with(key, below));
          }
        }
      }
    } else if (tree instanceof Tree.Arr(var items)) {
      for (int i = 0; i < items.size(); i++) {
        var fewer = new ArrayList<>(items);
        fewer.remove(i);
        all.add(new Tree.Arr(fewer));
        for (var below : smaller(items.get(i))) {
          var changed = new ArrayList<>(items);
          changed.set(i, below);
          all.add(new Tree.Arr(changed));
        }
      }
    }
    return all;
  }

  private String written() {
    var fixture = new LinkedHashMap<String, Tree>();
    fixture.put("deeds", new Tree.Arr(deeds.stream().map(Deed::written).toList()));
    fixture.put("sent", sent);
    return Json.pretty(new Tree.Obj(fixture));
  }
}
