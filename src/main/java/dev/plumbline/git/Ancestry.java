package dev.plumbline.git;

import dev.plumbline.git.Headers.Header;
import dev.plumbline.model.Cancel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.jspecify.annotations.Nullable;

/// Walks commits as Git's `revision.c` does. JGit's own walk differs: it breaks ties of dates and
/// simplifies merges in another way, and its dates end in 2038.
final class Ancestry {

  private final Headers headers;
  private final ObjectReader reader;
  private final Cancel cancel;
  private int looked;

  /// Used by one thread.
  Ancestry(Headers headers, ObjectReader reader, Cancel cancel) {
    this.headers = headers;
    this.reader = reader;
    this.cancel = cancel;
  }

  private static final class Node {
    private final Header header;
    private final List<ObjectId> parents;
    private final boolean shown;
    private int children;

    Node(Header header, Simplified simplified) {
      this.header = header;
      this.parents = simplified.parents();
      this.shown = simplified.shown();
    }
  }

  private record Simplified(List<ObjectId> parents, boolean shown) {}

  /// Newest first; equal dates in the order in which they came (Git's `prio_queue` is stable).
  private record Waiting<T>(T item, long time, int number) implements Comparable<Waiting<T>> {
    @Override
    public int compareTo(Waiting<T> other) {
      int byTime = Long.compareUnsigned(other.time, time);
      return byTime != 0 ? byTime : Integer.compare(number, other.number);
    }
  }

  /// As `git rev-list --date-order FROM [-- PATH]`: no parent before all its children that were
  /// walked, else by date.
  ///
  /// @param path what must differ; null for every commit
  /// @param limit at most so many; 0 for all
  List<ObjectId> dateOrder(ObjectId from, @Nullable TreeSame path, int limit) {
    var nodes = walk(from, path);
    for (var node : nodes.values()) {
      for (var parent : node.parents) {
        java.util.Objects.requireNonNull(nodes.get(parent)).children++;
      }
    }
    var queue = new PriorityQueue<Waiting<Node>>();
    int number = 0;
    var tip = java.util.Objects.requireNonNull(nodes.get(from));
    queue.add(new Waiting<>(tip, tip.header.time(), number++));
    var order = new ArrayList<ObjectId>();
    while (!queue.isEmpty() && (limit <= 0 || order.size() < limit)) {
      look();
      var node = queue.remove().item();
      for (var id : node.parents) {
        var parent = java.util.Objects.requireNonNull(nodes.get(id));
        if (--parent.children == 0) {
          queue.add(new Waiting<>(parent, parent.header.time(), number++));
        }
      }
      if (node.shown) {
        order.add(node.header.id());
      }
    }
    return order;
  }

  private Map<ObjectId, Node> walk(ObjectId from, @Nullable TreeSame path) {
    var nodes = new HashMap<ObjectId, Node>();
    var seen = new HashSet<ObjectId>();
    var open = new ArrayDeque<ObjectId>();
    seen.add(from);
    open.push(from);
    while (!open.isEmpty()) {
      look();
      var header = headers.of(reader, open.pop());
      var node = new Node(header, simplify(header, path));
      nodes.put(header.id(), node);
      for (var parent : node.parents) {
        if (seen.add(parent)) {
          open.push(parent);
        }
      }
    }
    return nodes;
  }

  /// Git's default simplification (`try_to_simplify_commit`): a commit that holds the same at the
  /// path as one of its parents is not shown, and only the first such parent is followed.
  private Simplified simplify(Header header, @Nullable TreeSame path) {
    if (path == null) {
      return new Simplified(header.parents(), true);
    }
    if (header.parents().isEmpty()) {
      return new Simplified(List.of(), !path.empty(header.tree()));
    }
    for (var parent : header.parents()) {
      if (path.same(headers.of(reader, parent).tree(), header.tree())) {
        return new Simplified(List.of(parent), false);
      }
    }
    return new Simplified(header.parents(), true);
  }

  /// As `git rev-list -1 FROM -- PATH`, without walking further than needed.
  Optional<ObjectId> first(ObjectId from, TreeSame path) {
    var queue = new PriorityQueue<Waiting<Header>>();
    var seen = new HashSet<ObjectId>();
    int number = 0;
    seen.add(from);
    queue.add(new Waiting<>(headers.of(reader, from), 0, number++));
    while (!queue.isEmpty()) {
      look();
      var header = queue.remove().item();
      var simplified = simplify(header, path);
      if (simplified.shown()) {
        return Optional.of(header.id());
      }
      for (var id : simplified.parents()) {
        if (seen.add(id)) {
          var parent = headers.of(reader, id);
          queue.add(new Waiting<>(parent, parent.time(), number++));
        }
      }
    }
    return Optional.empty();
  }

  /// Whether `wanted` is `from` or one of its ancestors. Newest first, because what is asked for is
  /// mostly recent; dates are never trusted to end the walk.
  boolean reaches(ObjectId from, ObjectId wanted) {
    var queue = new PriorityQueue<Waiting<ObjectId>>();
    var seen = new HashSet<ObjectId>();
    int number = 0;
    seen.add(from);
    queue.add(new Waiting<>(from, 0, number++));
    while (!queue.isEmpty()) {
      look();
      var id = queue.remove().item();
      if (id.equals(wanted)) {
        return true;
      }
      for (var parent : headers.of(reader, id).parents()) {
        if (seen.add(parent)) {
          queue.add(new Waiting<>(parent, headers.of(reader, parent).time(), number++));
        }
      }
    }
    return false;
  }

  private void look() {
    if ((looked++ & 255) == 0) {
      cancel.check();
    }
  }
}
