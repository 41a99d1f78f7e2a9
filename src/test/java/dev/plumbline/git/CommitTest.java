package dev.plumbline.git;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.Cancel;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One commit as Git's `%s`, `%b` and dates show it.
class CommitTest {

  private static final String PEOPLE =
      "author Ada Lovelace <ada@example.org> 1700000000 +0530\n"
          + "committer Bob <bob@example.org> 1700000100 -0800\n";

  @TempDir Path temp;

  @Test
  void subjectAndBodyAreAsGitShowsThem() {
    var git = Git.init(temp.resolve("r.git"), "--bare");
    var messages =
        List.of(
            "One line\n",
            "No line end",
            "Two lines \nof a subject\t\n\nBody\n\nmore\n",
            "\n  \n\nBlank lines first\n\n\n\n  Indented body  \n\n",
            "",
            "\n\n",
            "Windows\r\n\r\nline ends\r\n",
            "Trailer\n\nSigned-off-by: Ada <ada@example.org>\n");
    try (var repository = GitRepository.open(git.folder())) {
      for (var message : messages) {
        var id = write(git, PEOPLE + "\n" + message, UTF_8);
        var commit = repository.commit(repository.resolve(id));
        assertThat(commit.subject()).as(message).isEqualTo(format(git, "%s", id));
        assertThat(commit.body()).as(message).isEqualTo(format(git, "%b", id));
      }
    }
  }

  @Test
  void peopleKeepTheirZones() {
    var git = Git.init(temp.resolve("r.git"), "--bare");
    var id = write(git, PEOPLE + "\nm\n", UTF_8);
    try (var repository = GitRepository.open(git.folder())) {
      var commit = repository.commit(repository.resolve(id));
      assertThat(commit.author().name()).isEqualTo("Ada Lovelace");
      assertThat(commit.author().email()).isEqualTo("ada@example.org");
      assertThat(commit.author().time()).isEqualTo(OffsetDateTime.parse(format(git, "%aI", id)));
      assertThat(commit.author().time().getOffset()).hasToString("+05:30");
      assertThat(commit.committer().time().getOffset()).hasToString("-08:00");
    }
  }

  @Test
  void theEncodingHeaderIsRespected() {
    var git = Git.init(temp.resolve("r.git"), "--bare");
    var latin = write(git, PEOPLE + "encoding ISO-8859-1\n\nGrün\n", ISO_8859_1);
    var japanese = write(git, PEOPLE + "encoding Shift_JIS\n\n設定\n", Charset.forName("Shift_JIS"));
    var unknown = write(git, PEOPLE + "encoding klingon\n\nplain\n", UTF_8);
    try (var repository = GitRepository.open(git.folder())) {
      assertThat(repository.commit(repository.resolve(latin)).subject()).isEqualTo("Grün");
      assertThat(repository.commit(repository.resolve(japanese)).subject()).isEqualTo("設定");
      assertThat(repository.commit(repository.resolve(unknown)).subject()).isEqualTo("plain");
    }
  }

  @Test
  void absurdTimesAndPeopleDoNotThrow() {
    var git = Git.init(temp.resolve("r.git"), "--bare");
    var headers =
        List.of(
            "author Ada <a@b> 99999999999999999999999 +0000\ncommitter Bob <a@b> 1 +9999\n",
            "author Ada <a@b> 9223372036854775807 +0000\ncommitter Bob <a@b> 18446744073709551615 -0000\n",
            "author Ada <a@b> 4102444800 +0000\ncommitter Bob <a@b> 4102444800 +051800\n",
            "author Ada <a@b> -5 +0000\ncommitter Bob <a@b> -5 +0000\n",
            "author Ada <a@b>\ncommitter Bob <a@b>\n",
            "author  <> x y\ncommitter <<a>> 1700000000\n",
            "author Ada\ncommitter\n",
            "");
    try (var repository = GitRepository.open(git.folder())) {
      for (var header : headers) {
        var revision = repository.resolve(write(git, header + "\nm\n", UTF_8));
        var commit = repository.commit(revision);
        assertThat(commit.subject()).as(header).isEqualTo("m");
        assertThat(repository.log(revision, "", 0, Cancel.never())).containsExactly(commit);
      }
      var far = repository.resolve(write(git, headers.get(2) + "\nm\n", UTF_8));
      assertThat(repository.commit(far).author().time())
          .isEqualTo(OffsetDateTime.parse("2100-01-01T00:00Z"));
    }
  }

  private static String write(Git git, String text, Charset charset) {
    var tree = git.feed(new byte[0], "mktree");
    return git.feed(
        ("tree " + tree + "\n" + text).getBytes(charset),
        "hash-object",
        "-t",
        "commit",
        "-w",
        "--literally",
        "--stdin");
  }

  /// With a mark at the end, so that line ends of the body are kept.
  private static String format(Git git, String format, String id) {
    var out = git.run("log", "-1", "--format=" + format + "%x00", id);
    return out.substring(0, out.indexOf('\0'));
  }
}
