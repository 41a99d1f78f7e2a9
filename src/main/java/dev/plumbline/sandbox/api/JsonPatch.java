package dev.plumbline.sandbox.api;

import dev.plumbline.model.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// RFC 6902.
final class JsonPatch {

  private final List<Tree> operations;

  JsonPatch(List<Tree> operations) {
    this.operations = operations;
  }

  /// The patched value. Throws [Failure] with 422 when an operation does not fit.
  Tree apply(Tree document) {
    var patched = document;
    for (var operation : operations) {
      patched = one(patched, operation);
    }
    return patched;
  }

  private static Tree one(Tree document, Tree operation) {
    var path = pointer(operation.text("path").orElseThrow(Failure::unprocessable));
    return switch (operation.text("op").orElse("")) {
      case "add" -> put(document, path, value(operation), true);
      case "replace" -> {
        at(document, path);
        yield put(document, path, value(operation), false);
      }
      case "remove" -> remove(document, path);
      case "test" -> {
        if (!find(document, path).orElse(Tree.Null.VALUE).equals(value(operation))) {
          throw Failure.unprocessable();
        }
        yield document;
      }
      case "copy" -> put(document, path, at(document, from(operation)), true);
      case "move" -> {
        var moved = at(document, from(operation));
        yield put(remove(document, from(operation)), path, moved, true);
      }
      default -> throw Failure.unprocessable();
    };
  }

  private static Tree value(Tree operation) {
    return operation.at("value").orElse(Tree.Null.VALUE);
  }

  private static List<String> from(Tree operation) {
    return pointer(operation.text("from").orElseThrow(Failure::unprocessable));
  }

  private static List<String> pointer(String text) {
    if (text.isEmpty()) {
      return List.of();
    }
    if (!text.startsWith("/")) {
      throw Failure.unprocessable();
    }
    var steps = new ArrayList<String>();
    for (var step : text.substring(1).split("/", -1)) {
      steps.add(step.replace("~1", "/").replace("~0", "~"));
    }
    return steps;
  }

  private static Optional<Tree> find(Tree document, List<String> path) {
    var here = document;
    for (var step : path) {
      Optional<Tree> next =
          switch (here) {
            case Tree.Obj object -> object.get(step);
            case Tree.Arr(List<Tree> items) ->
                number(step).filter(i -> i < items.size()).map(items::get);
            default -> Optional.empty();
          };
      if (next.isEmpty()) {
        return Optional.empty();
      }
      here = next.get();
    }
    return Optional.of(here);
  }

  private static Tree at(Tree document, List<String> path) {
    return find(document, path).orElseThrow(Failure::unprocessable);
  }

  private static Optional<Integer> number(String step) {
    return step.matches("[0-9]{1,9}") ? Optional.of(Integer.valueOf(step)) : Optional.empty();
  }

  private static Tree put(Tree here, List<String> path, Tree value, boolean insert) {
    if (path.isEmpty()) {
      return value;
    }
    var step = path.getFirst();
    var rest = path.subList(1, path.size());
    return switch (here) {
      case Tree.Obj object -> {
        var child = rest.isEmpty() ? value : object.get(step).orElseThrow(Failure::unprocessable);
        yield object.with(step, put(child, rest, value, insert));
      }
      case Tree.Arr(List<Tree> items) -> {
        var copy = new ArrayList<>(items);
        int index =
            step.equals("-") ? copy.size() : number(step).orElseThrow(Failure::unprocessable);
        if (rest.isEmpty() && insert) {
          if (index > copy.size()) {
            throw Failure.unprocessable();
          }
          copy.add(index, value);
        } else {
          if (index >= copy.size()) {
            throw Failure.unprocessable();
          }
          copy.set(index, put(copy.get(index), rest, value, insert));
        }
        yield new Tree.Arr(copy);
      }
      default -> throw Failure.unprocessable();
    };
  }

  private static Tree remove(Tree here, List<String> path) {
    if (path.isEmpty()) {
      throw Failure.unprocessable();
    }
    var step = path.getFirst();
    var rest = path.subList(1, path.size());
    return switch (here) {
      case Tree.Obj object -> {
        var child = object.get(step).orElseThrow(Failure::unprocessable);
        yield rest.isEmpty() ? object.without(step) : object.with(step, remove(child, rest));
      }
      case Tree.Arr(List<Tree> items) -> {
        int index = number(step).filter(i -> i < items.size()).orElseThrow(Failure::unprocessable);
        var copy = new ArrayList<>(items);
        if (rest.isEmpty()) {
          copy.remove(index);
        } else {
          copy.set(index, remove(copy.get(index), rest));
        }
        yield new Tree.Arr(copy);
      }
      default -> throw Failure.unprocessable();
    };
  }
}
