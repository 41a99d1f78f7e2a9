package dev.plumbline.app.demo;

import dev.plumbline.app.demo.Edit.Append;
import dev.plumbline.app.demo.Edit.Put;
import dev.plumbline.app.demo.Edit.Remove;
import dev.plumbline.app.demo.Edit.Replace;
import dev.plumbline.model.Commit.Person;
import dev.plumbline.model.Tree;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The demo's history as `history.yaml` tells it; the file says how it is written.
final class Story {

  private static final Pattern CHOICE = Pattern.compile("\\{([^{}]*)}");

  private final Tree script = Resources.yaml("history.yaml");
  private final Instant now;

  /// @param now from when `ago` counts back
  Story(Instant now) {
    this.now = now;
  }

  /// One commit.
  ///
  /// @param id how other commits of the story call it; may be empty
  /// @param branch where it goes
  /// @param merges the branch that it merges
  /// @param reverts what it takes back
  record Step(
      String id,
      Person by,
      String branch,
      String message,
      List<Edit> edits,
      Optional<String> merges,
      Optional<String> reverts,
      Optional<String> tag) {}

  List<Step> steps() {
    return script.at("commits").orElseThrow().items().stream().map(this::step).toList();
  }

  private Step step(Tree step) {
    return new Step(
        step.text("id").orElse(""),
        person(step),
        step.text("branch").orElse(DemoRepository.MAIN),
        step.text("say").orElseThrow(),
        edits(step),
        step.text("merge"),
        step.text("revert"),
        step.text("tag"));
  }

  private Person person(Tree step) {
    var who = script.at("people", step.text("by").orElseThrow()).orElseThrow();
    var zone = ZoneOffset.of(who.text("zone").orElseThrow());
    return new Person(
        who.text("name").orElseThrow(),
        who.text("email").orElseThrow(),
        now.minus(ago(step)).atOffset(zone));
  }

  private static Duration ago(Tree step) {
    return Resources.span(step, "ago");
  }

  private List<Edit> edits(Tree step) {
    var edits = new ArrayList<Edit>();
    items(step, "write").forEach(w -> edits.addAll(writes(w)));
    items(step, "edit").forEach(e -> edits.addAll(changes(e)));
    items(step, "remove").forEach(r -> edits.add(new Remove(word(r))));
    return edits;
  }

  private List<Edit> writes(Tree write) {
    var from = write.text("from").orElseThrow();
    var edits = new ArrayList<Edit>();
    for (var values : stages(write)) {
      var to = write.text("to").orElseThrow().replace("{stage}", values.getOrDefault("STAGE", ""));
      for (var file : items(write, "files")) {
        edits.add(
            new Put(
                inside(to, word(file)),
                Resources.text("files/" + inside(from, word(file)), values)));
      }
    }
    return edits;
  }

  private static String inside(String folder, String file) {
    return folder.equals(".") ? file : folder + "/" + file;
  }

  /// The values for each stage that is written; one empty set when none is named.
  private List<Map<String, String>> stages(Tree write) {
    var stages = items(write, "stages");
    if (stages.isEmpty()) {
      return List.of(Map.of());
    }
    return stages.stream()
        .map(stage -> {
          var values = new LinkedHashMap<>(words(script.at("stages", word(stage)).orElseThrow()));
          write.at("with").ifPresent(w -> values.putAll(words(w)));
          return (Map<String, String>) values;
        })
        .toList();
  }

  private static List<Edit> changes(Tree edit) {
    var edits = new ArrayList<Edit>();
    for (var path : paths(edit.text("in").orElseThrow())) {
      edit.text("append").ifPresent(text -> edits.add(new Append(path, text)));
      edit.text("after")
          .map(String::stripTrailing)
          .ifPresent(line ->
              edits.add(
                  new Replace(
                      path,
                      line + "\n",
                      line + "\n" + edit.text("add").orElseThrow().stripTrailing() + "\n",
                      1)));
      edit.text("replace")
          .ifPresent(old ->
              edits.add(
                  new Replace(
                      path,
                      old,
                      edit.text("by").orElseThrow(),
                      edit.at("times").map(t -> Integer.parseInt(t.toString())).orElse(1))));
    }
    return edits;
  }

  /// `a/{b,c}/d` is `a/b/d` and `a/c/d`.
  static List<String> paths(String pattern) {
    var choice = CHOICE.matcher(pattern);
    if (!choice.find()) {
      return List.of(pattern);
    }
    var all = new ArrayList<String>();
    for (var word : choice.group(1).split(",", -1)) {
      all.addAll(
          paths(pattern.substring(0, choice.start()) + word + pattern.substring(choice.end())));
    }
    return all;
  }

  private static List<Tree> items(Tree step, String key) {
    return step.at(key).map(Tree::items).orElse(List.of());
  }

  private static String word(Tree tree) {
    return tree instanceof Tree.Str(var text) ? text : tree.toString();
  }

  private static Map<String, String> words(Tree tree) {
    var words = new LinkedHashMap<String, String>();
    if (tree instanceof Tree.Obj(var fields)) {
      fields.forEach((key, value) -> words.put(key, word(value)));
    }
    return words;
  }
}
