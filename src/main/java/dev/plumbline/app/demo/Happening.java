package dev.plumbline.app.demo;

import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.Tree;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One thing that happened to the demo's cluster, as `cluster.yaml` tells it; the file says how it
/// is written.
sealed interface Happening {

  /// When.
  Instant at();

  /// What is being done, as a person reads it.
  default String doing() {
    return switch (this) {
      case Synced(_, var environment) -> "Syncing " + environment;
      case Made(_, _, var namespace) -> "Making the namespace " + namespace;
      case FieldSet(_, var hand, var object, _, _) ->
          "Changing " + object + " as " + hand.manager();
      case Scaled(_, var hand, var object, _) -> "Scaling " + object + " as " + hand.manager();
      case Deleted(_, var hand, var object) -> "Deleting " + object + " as " + hand.manager();
    };
  }

  /// The engine brought an environment to where main was.
  record Synced(Instant at, String environment) implements Happening {}

  /// A namespace was made.
  record Made(Instant at, Hand hand, String namespace) implements Happening {}

  /// A field was set by hand. A step `name=x` of the path chooses an item of a list.
  record FieldSet(Instant at, Hand hand, ResourceRef object, List<String> path, Tree value)
      implements Happening {
    public FieldSet {
      path = List.copyOf(path);
    }
  }

  /// Somebody, or an autoscaler, scaled.
  record Scaled(Instant at, Hand hand, ResourceRef object, Tree replicas) implements Happening {}

  /// An object was deleted by hand.
  record Deleted(Instant at, Hand hand, ResourceRef object) implements Happening {}

  /// Who did it and where.
  ///
  /// @param manager the field manager
  record Hand(String manager, String context) {}

  /// A stage's place in the sandbox.
  record Stage(String context, String namespace) {}

  /// The story of the cluster.
  ///
  /// @param stages stage, which is also the name of its cluster, to its place
  record All(Map<String, Stage> stages, List<Happening> steps) {

    /// @param now from when `ago` counts back
    static All read(Instant now) {
      var story = Resources.yaml("cluster.yaml");
      var stages = new LinkedHashMap<String, Stage>();
      story
          .fields("stages")
          .forEach((name, stage) ->
              stages.put(
                  name,
                  new Stage(
                      stage.text("context").orElseThrow(), stage.text("namespace").orElseThrow())));
      var steps = new ArrayList<Happening>();
      story.items("steps").forEach(step -> steps.add(step(step, now, stages)));
      return new All(stages, steps);
    }

    private static Happening step(Tree step, Instant now, Map<String, Stage> stages) {
      var at = now.minus(Resources.span(step, "ago"));
      if (step.text("sync").isPresent()) {
        return new Synced(at, step.text("sync").get());
      }
      var stage = stages.get(step.text("in").orElseThrow());
      if (stage == null) {
        throw new IllegalStateException("There is no such stage: " + step);
      }
      var hand = new Hand(step.text("by").orElseThrow(), stage.context());
      for (var verb : List.of("namespace", "set", "scale", "delete")) {
        var object = step.text(verb);
        if (object.isPresent()) {
          return switch (verb) {
            case "namespace" -> new Made(at, hand, object.get());
            case "set" ->
                new FieldSet(at, hand, ref(object.get(), stage), path(step), value(step, at));
            case "scale" ->
                new Scaled(at, hand, ref(object.get(), stage), step.at("to").orElseThrow());
            default -> new Deleted(at, hand, ref(object.get(), stage));
          };
        }
      }
      throw new IllegalStateException("Nothing happens in " + step);
    }

    /// `apps/v1 Deployment web`.
    private static ResourceRef ref(String text, Stage stage) {
      var words = text.split(" ", -1);
      return ResourceRef.of(
          Tree.obj(
              "apiVersion",
              Tree.str(words[0]),
              "kind",
              Tree.str(words[1]),
              "metadata",
              Tree.obj("name", Tree.str(words[2]), "namespace", Tree.str(stage.namespace()))));
    }

    private static List<String> path(Tree step) {
      return step.items("at").stream()
          .map(t -> t instanceof Tree.Str(var text) ? text : t.toString())
          .toList();
    }

    private static Tree value(Tree step, Instant at) {
      var value = step.at("to").orElseThrow();
      return value.equals(Tree.str("${NOW}"))
          ? Tree.str(at.truncatedTo(java.time.temporal.ChronoUnit.SECONDS).toString())
          : value;
    }
  }
}
