package dev.plumbline.workspace;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Gives candidates the shortest names that are unique: those that clash all get one word more.
final class Naming {

  private Naming() {}

  static Map<String, Candidate> name(List<Candidate> candidates) {
    var more = new int[candidates.size()];
    boolean clash = true;
    while (clash) {
      clash = false;
      var count = count(candidates, more);
      for (int i = 0; i < more.length; i++) {
        var candidate = candidates.get(i);
        if (count.getOrDefault(candidate.name(more[i]), 0) > 1
            && more[i] < candidate.app().size()) {
          more[i]++;
          clash = true;
        }
      }
    }
    var named = new TreeMap<String, Candidate>();
    for (int i = 0; i < more.length; i++) {
      var name = candidates.get(i).name(more[i]);
      var unique = name;
      for (int n = 2; named.containsKey(unique); n++) {
        unique = name + "-" + n;
      }
      named.put(unique, candidates.get(i));
    }
    return named;
  }

  private static Map<String, Integer> count(List<Candidate> candidates, int[] more) {
    var count = new HashMap<String, Integer>();
    for (int i = 0; i < more.length; i++) {
      count.merge(candidates.get(i).name(more[i]), 1, Integer::sum);
    }
    return count;
  }
}
