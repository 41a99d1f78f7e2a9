package dev.plumbline.yaml;

import dev.plumbline.yaml.Node.Spot;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// The events of snakeyaml-engine as nodes. Without recursion, so that no depth can overflow the
/// stack; the depth is limited all the same, for those who come after.
final class YamlNodes {

  private static final LoadSettings SETTINGS =
      LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();

  /// A text with misplaced tabs is read again for each of them, up to so many characters in all.
  private static final long MAX_REREAD = 20_000_000;

  private static final String LONG_TAG = "tag:yaml.org,2002:";

  private final Chunks.Chunk chunk;
  private final String text;
  private final Strictness strictness;
  private final Map<String, Node> anchors = new HashMap<>();
  private final Deque<Open> open = new ArrayDeque<>();
  private @Nullable Node root;
  private Spot last;

  private YamlNodes(Chunks.Chunk chunk, String text) {
    this.chunk = chunk;
    this.text = text;
    this.strictness = new Strictness(text);
    this.last = chunk.spot(0, 0);
  }

  /// A collection that is being read, and the key that waits for its value.
  private static final class Open {
    final Node node;
    final boolean flow;
    @Nullable Node key;

    Open(Node node, boolean flow) {
      this.node = node;
      this.flow = flow;
    }
  }

  /// The root of the only document of a chunk; empty when there is none. Throws [Unreadable] when
  /// the chunk is no YAML, nests too deep, or holds a second document, which kubectl would drop
  /// without a word.
  static Optional<Node> read(Chunks.Chunk chunk) {
    foreignLineEnds(chunk);
    var text = withNullBeforeDots(chunk.text());
    long budget = MAX_REREAD;
    while (true) {
      var nodes = new YamlNodes(chunk, text);
      try {
        return nodes.document();
      } catch (MarkedYamlEngineException e) {
        budget -= text.length();
        var relaxed = budget < 0 ? Optional.<String>empty() : Tabs.relax(text, e, nodes.inFlow());
        text = relaxed.orElseThrow(() -> YamlErrors.translate(e, chunk));
      } catch (YamlEngineException e) {
        throw YamlErrors.translate(e, chunk);
      } catch (IllegalArgumentException e) {
        throw new Unreadable(
            nodes.last, "Not YAML: after this an escape that is no character", "Correct it", e);
      }
    }
  }

  /// YAML 1.1 ends lines at U+2028 and U+2029, YAML 1.2 does not.
  private static void foreignLineEnds(Chunks.Chunk chunk) {
    var text = chunk.text();
    int at = text.indexOf('\u2028');
    at = at < 0 ? text.indexOf('\u2029') : at;
    if (at >= 0) {
      int line = (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
      throw new Unreadable(
          chunk.spot(line, at - text.lastIndexOf('\n', at) - 1),
          "Not YAML: the character U+%04X, which kubectl takes for a line end"
              .formatted((int) text.charAt(at)),
          "Remove it, or write it as an escape in double quotes");
    }
  }

  /// `...` before anything else ends a document that is null; the parser wants to see the null.
  private static String withNullBeforeDots(String text) {
    for (int from = 0; from < text.length(); from = text.indexOf('\n', from) + 1) {
      var line = text.substring(from, text.indexOf('\n', from)).strip();
      if (line.equals("...") || line.startsWith("... ") || line.startsWith("...\t")) {
        return text.startsWith("...", from)
            ? text.substring(0, from) + "~  " + text.substring(from + 3)
            : text;
      }
      if (!line.isEmpty() && !line.startsWith("#")) {
        return text;
      }
    }
    return text;
  }

  private boolean inFlow() {
    var top = open.peek();
    return top != null && top.flow;
  }

  private Optional<Node> document() {
    var events = new Parse(SETTINGS).parseString(text).iterator();
    boolean ended = false;
    while (events.hasNext() && !ended) {
      var event = events.next();
      take(event);
      ended = event.getEventId() == Event.ID.DocumentEnd;
    }
    if (ended) {
      nothingMore(events);
    }
    return Optional.ofNullable(root);
  }

  private void nothingMore(Iterator<Event> events) {
    while (events.hasNext()) {
      var event = events.next();
      if (event.getEventId() == Event.ID.DocumentStart) {
        throw new Unreadable(
            spot(event),
            "A second document after \"...\", which kubectl drops without a word",
            "Start each document with a line \"---\"");
      }
    }
  }

  private void take(Event event) {
    last = spot(event);
    switch (event) {
      case ScalarEvent e -> {
        check(e);
        add(e, scalar(e));
      }
      case AliasEvent e -> add(alias(e));
      case SequenceStartEvent e -> start(e, new Node.Items(spot(e)));
      case MappingStartEvent e -> start(e, new Node.Entries(spot(e)));
      case CollectionEndEvent _ -> open.pop();
      default -> {}
    }
  }

  private void check(ScalarEvent event) {
    var spot = spot(event);
    strictness.check(event, spot);
    var parent = open.peek();
    if (parent != null && parent.flow) {
      strictness.checkFlow(event, spot);
      if (parent.key != null) {
        strictness.checkEmptyValue(parent.key, event, spot);
      }
    }
  }

  private void start(CollectionStartEvent event, Node collection) {
    add(event, collection);
    open.push(new Open(collection, event.isFlow()));
    if (open.size() > Json.MAX_DEPTH) {
      throw new Unreadable(
          collection.spot(), "Nested deeper than " + Json.MAX_DEPTH + " levels", "");
    }
  }

  private void add(NodeEvent event, Node node) {
    event.getAnchor().ifPresent(anchor -> anchors.put(anchor.getValue(), node));
    add(node);
  }

  private void add(Node node) {
    var parent = open.peek();
    if (parent == null) {
      root = node;
    } else if (parent.node instanceof Node.Items items) {
      items.nodes.add(node);
    } else if (parent.node instanceof Node.Entries mapping) {
      if (parent.key == null) {
        parent.key = node;
      } else {
        mapping.entries.add(new Node.Entry(parent.key, node));
        parent.key = null;
      }
    }
  }

  private Node alias(AliasEvent event) {
    var name = event.getAlias().getValue();
    var target = anchors.get(name);
    if (target == null) {
      throw new Unreadable(
          spot(event),
          "The alias *" + name + " names nothing",
          "Define &" + name + " above it, or quote the value");
    }
    return new Node.Alias(name, target, spot(event));
  }

  private Node.Scalar scalar(ScalarEvent event) {
    var tag = event.getTag().orElse("");
    if (tag.startsWith(LONG_TAG)) {
      tag = "!!" + tag.substring(LONG_TAG.length());
    }
    boolean guess = event.isPlain() && (tag.isEmpty() || tag.equals("!"));
    return new Node.Scalar(event.getValue(), tag, guess, spot(event));
  }

  private Spot spot(Event event) {
    return event
        .getStartMark()
        .map(mark -> chunk.spot(mark.getLine(), mark.getColumn()))
        .orElse(chunk.spot(0, 0));
  }
}
