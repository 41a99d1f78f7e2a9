package dev.plumbline.git;

import dev.plumbline.model.Commit.Person;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The text of commits and tags, byte for byte as `git commit-tree` and `git tag` write it.
final class ObjectText {

  /// What `git fsck --strict` refuses within a name or address.
  private static final String CRUD = "[<>\n\0]";

  private ObjectText() {}

  static byte[] commit(
      String tree, List<String> parents, Person author, Person committer, String message) {
    var text = new StringBuilder("tree ").append(tree).append('\n');
    parents.stream().distinct().forEach(p -> text.append("parent ").append(p).append('\n'));
    text.append("author ").append(line(author)).append('\n');
    text.append("committer ").append(line(committer)).append('\n');
    return bytes(text.append('\n').append(ended(message)));
  }

  static byte[] tag(String name, String commit, Person tagger, String message) {
    var text = new StringBuilder("object ").append(commit).append("\ntype commit\ntag ");
    text.append(name).append("\ntagger ").append(line(tagger)).append('\n');
    return bytes(text.append('\n').append(ended(message)));
  }

  private static String line(Person person) {
    var name = clean(person.name());
    if (name.isEmpty()) {
      throw invalid("A commit needs the name of a person", "Set user.name with git config");
    }
    int minutes = person.time().getOffset().getTotalSeconds() / 60;
    long seconds = person.time().toEpochSecond();
    if (seconds < 0) {
      throw invalid("Git has no dates before 1970: " + person.time(), "");
    }
    int size = Math.abs(minutes);
    var zone = "%s%02d%02d".formatted(minutes < 0 ? "-" : "+", size / 60, size % 60);
    return name + " <" + clean(person.email()) + "> " + seconds + " " + zone;
  }

  private static String clean(String words) {
    return words.replaceAll(CRUD, "").strip();
  }

  private static String ended(String message) {
    if (message.indexOf('\0') >= 0) {
      throw invalid("A message holds a NUL character", "");
    }
    return message.isEmpty() || message.endsWith("\n") ? message : message + "\n";
  }

  private static byte[] bytes(CharSequence text) {
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static ProblemException invalid(String what, String toDo) {
    return new ProblemException(new Problem.Invalid(what, "", toDo, ""));
  }
}
