package dev.plumbline.git;

import dev.plumbline.model.Commit;
import dev.plumbline.model.Commit.Person;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.util.RawParseUtils;

/// A commit object as a person reads it: subject and body as Git's `%s` and `%b`.
final class CommitText {

  private static final Person NOBODY =
      new Person("", "", OffsetDateTime.ofInstant(Instant.EPOCH, ZoneOffset.UTC));
  private static final Pattern ZONE = Pattern.compile("([+-])(\\d{1,2})(\\d{2})");

  private CommitText() {}

  /// @param parents as the walk sees them (a shallow clone cuts them off)
  static Commit read(ObjectId id, List<ObjectId> parents, byte[] raw) {
    var charset = StandardCharsets.UTF_8;
    int at = 0;
    int author = -1;
    int committer = -1;
    Charset declared = charset;
    while (at < raw.length && raw[at] != '\n') {
      if (starts(raw, at, "author ") && author < 0) {
        author = at;
      } else if (starts(raw, at, "committer ") && committer < 0) {
        committer = at;
      } else if (starts(raw, at, "encoding ")) {
        declared = charset(line(raw, at + "encoding ".length(), charset), charset);
      }
      at = RawParseUtils.nextLF(raw, at);
    }
    var message = at < raw.length ? text(raw, at + 1, end(raw, at + 1), declared) : "";
    int start = skipBlank(message, 0);
    int rest = start;
    var subject = new StringBuilder();
    while (rest < message.length()) {
      int next = nextLine(message, rest);
      var line = trimEnd(message.substring(rest, next));
      rest = next;
      if (line.isEmpty()) {
        break;
      }
      subject.append(subject.isEmpty() ? "" : " ").append(line);
    }
    return new Commit(
        id.name(),
        parents.stream().map(ObjectId::name).toList(),
        author < 0 ? NOBODY : person(line(raw, author + "author ".length(), declared)),
        committer < 0 ? NOBODY : person(line(raw, committer + "committer ".length(), declared)),
        subject.toString(),
        message.substring(skipBlank(message, rest)));
  }

  /// `Name <email> seconds zone`; what is not there stays empty, an absurd time becomes 1970 as Git
  /// shows it.
  static Person person(String line) {
    int open = line.indexOf('<');
    int close = line.lastIndexOf('>');
    if (open < 0 || close < open) {
      return new Person(line.strip(), "", NOBODY.time());
    }
    var time = line.substring(close + 1).strip().split(" +", 2);
    return new Person(
        line.substring(0, open).strip(),
        line.substring(open + 1, close).strip(),
        time(time[0], time.length > 1 ? time[1] : ""));
  }

  private static OffsetDateTime time(String seconds, String zone) {
    try {
      return Instant.ofEpochSecond(Long.parseLong(seconds)).atOffset(offset(zone));
    } catch (NumberFormatException | DateTimeException e) {
      return NOBODY.time();
    }
  }

  private static ZoneOffset offset(String zone) {
    var parts = ZONE.matcher(zone.strip());
    if (!parts.matches()) {
      return ZoneOffset.UTC;
    }
    int minutes = Integer.parseInt(parts.group(2)) * 60 + Integer.parseInt(parts.group(3));
    return minutes > 18 * 60
        ? ZoneOffset.UTC
        : ZoneOffset.ofTotalSeconds(60 * (parts.group(1).equals("-") ? -minutes : minutes));
  }

  private static Charset charset(String name, Charset otherwise) {
    try {
      return Charset.forName(name.strip());
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return otherwise;
    }
  }

  private static boolean starts(byte[] raw, int at, String word) {
    return RawParseUtils.match(raw, at, word.getBytes(StandardCharsets.US_ASCII)) > 0;
  }

  private static String line(byte[] raw, int at, Charset charset) {
    int next = RawParseUtils.nextLF(raw, at);
    return text(raw, at, next > at && raw[next - 1] == '\n' ? next - 1 : next, charset);
  }

  private static String text(byte[] raw, int at, int end, Charset charset) {
    return RawParseUtils.decode(charset, raw, at, end);
  }

  /// Git's messages end at the first NUL.
  private static int end(byte[] raw, int from) {
    int at = from;
    while (at < raw.length && raw[at] != 0) {
      at++;
    }
    return at;
  }

  private static int skipBlank(String text, int from) {
    int at = from;
    while (at < text.length()) {
      int next = nextLine(text, at);
      if (!trimEnd(text.substring(at, next)).isEmpty()) {
        return at;
      }
      at = next;
    }
    return at;
  }

  private static int nextLine(String text, int from) {
    int lf = text.indexOf('\n', from);
    return lf < 0 ? text.length() : lf + 1;
  }

  private static String trimEnd(String line) {
    int end = line.length();
    while (end > 0 && " \t\r\n".indexOf(line.charAt(end - 1)) >= 0) {
      end--;
    }
    return line.substring(0, end);
  }
}
