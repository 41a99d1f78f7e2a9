package dev.plumbline.drift;

import dev.plumbline.model.Path;
import dev.plumbline.model.Path.Step;
import dev.plumbline.model.Tree;
import dev.plumbline.schema.FieldSet;
import dev.plumbline.schema.Quantities;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds what Git says and the server answers otherwise: written in another form, dropped, or set
/// by admission.
final class Settling {

  /// A value of Git that the server does not answer with.
  record Otherwise(Path path, Tree git, Optional<Tree> answer, Cause cause) {}

  private final List<Otherwise> found = new ArrayList<>();

  private Settling() {}

  /// Compares a manifest with the server's answer to it, in what the manifest says.
  ///
  /// @param shape how the server treats each list
  static List<Otherwise> of(Tree.Obj git, Tree.Obj answer, FieldSet shape) {
    var settling = new Settling();
    settling.objects(Path.ROOT, git.fields(), answer.fields(), shape);
    return settling.found;
  }

  private void walk(Path path, Tree git, Tree answer, FieldSet shape) {
    if (git.equals(answer)) {
      return;
    }
    if (git instanceof Tree.Obj(var says) && answer instanceof Tree.Obj(var has)) {
      if (path.equals(Path.of("status"))) {
        add(path, git, Optional.of(answer), Cause.NORMALISED);
      } else {
        objects(path, says, has, shape);
      }
    } else if (git instanceof Tree.Arr says && answer instanceof Tree.Arr has) {
      lists(path, says, has, shape);
    } else {
      add(path, git, Optional.of(answer), isForm(git, answer) ? Cause.NORMALISED : Cause.ADMISSION);
    }
  }

  private void objects(Path path, Map<String, Tree> git, Map<String, Tree> answer, FieldSet shape) {
    git.forEach((key, says) -> {
      var step = new Step.Field(key);
      var has = answer.get(key);
      if (has != null) {
        walk(path.then(step), says, has, shape.below(step));
      } else if (key.equals("stringData") && path.steps().isEmpty()) {
        texts(says, answer.getOrDefault("data", Tree.Obj.EMPTY));
      } else if (!isNothing(says)) {
        add(path.then(step), says, Optional.empty(), Cause.NORMALISED);
      }
    });
  }

  /// What Git gives as text stands in `data`, encoded.
  private void texts(Tree texts, Tree data) {
    texts
        .fields()
        .forEach((key, text) -> {
          var answer = data.at(key);
          if (!answer.map(Tree::revealed).equals(encoded(text))) {
            add(Path.of("stringData", key), text, answer, Cause.ADMISSION);
          }
        });
  }

  private static Optional<Tree> encoded(Tree text) {
    return text.revealed() instanceof Tree.Str(String value)
        ? Optional.of(
            Tree.str(Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8))))
        : Optional.empty();
  }

  private void lists(Path path, Tree.Arr git, Tree.Arr answer, FieldSet shape) {
    var aligned = Lists.align(answer, git, shape);
    if (aligned.isPresent()) {
      aligned
          .get()
          .predicted()
          .forEach((step, says) -> {
            var has = aligned.get().live(step);
            if (has.isEmpty()) {
              add(path.then(step), says.getFirst(), Optional.empty(), Cause.NORMALISED);
            } else {
              walk(path.then(step), says.getFirst(), has.getFirst(), shape.below(step));
            }
          });
    } else if (git.items().size() == answer.items().size()) {
      for (int i = 0; i < git.items().size(); i++) {
        var step = new Step.Index(i);
        walk(path.then(step), git.items().get(i), answer.items().get(i), shape.below(step));
      }
    } else if (git.items().stream().noneMatch(i -> i instanceof Tree.Obj)
        || git.items().size() > answer.items().size()) {
      add(path, git, Optional.of(answer), Cause.ADMISSION);
    }
  }

  private void add(Path path, Tree git, Optional<Tree> answer, Cause cause) {
    found.add(new Otherwise(path, git, answer, cause));
  }

  /// Says no more than an absent field does.
  private static boolean isNothing(Tree value) {
    return switch (value) {
      case Tree.Null n -> true;
      case Tree.Str(String text) -> text.isEmpty();
      case Tree.Bool(boolean yes) -> !yes;
      case Tree.Num n -> n.value().signum() == 0;
      case Tree.Arr(var items) -> items.isEmpty();
      case Tree.Obj(var fields) -> fields.values().stream().allMatch(Settling::isNothing);
      case Tree.Hidden h -> isNothing(h.reveal());
    };
  }

  /// Whether both are forms of one value: an amount, a moment.
  private static boolean isForm(Tree git, Tree answer) {
    if (git instanceof Tree.Null) {
      return true;
    }
    if (!(answer instanceof Tree.Str(String has))) {
      return false;
    }
    return switch (git) {
      case Tree.Num(String literal) -> Quantities.canonical(literal).equals(has);
      case Tree.Str(String says) ->
          Quantities.canonical(says).equals(has)
              || moment(says).filter(m -> moment(has).equals(Optional.of(m))).isPresent();
      default -> false;
    };
  }

  private static Optional<Instant> moment(String text) {
    try {
      return Optional.of(DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text, Instant::from));
    } catch (DateTimeParseException other) {
      return Optional.empty();
    }
  }
}
