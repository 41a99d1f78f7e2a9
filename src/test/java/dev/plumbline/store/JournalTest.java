package dev.plumbline.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.model.ProblemException;
import dev.plumbline.plan.SyncRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

class JournalTest {

  @TempDir private Path temp;
  private Path folder;
  private Journal journal;

  @BeforeEach
  void open() {
    folder = temp.resolve("state");
    journal = Journal.in(folder);
  }

  @AfterEach
  void close() {
    journal.close();
  }

  @Test
  void whatWasWrittenComesBackNewestFirst() {
    journal.append(Records.done("1", "shop/prod"));
    journal.append(Records.done("2", "shop/staging"));
    journal.append(Records.done("3", "shop/prod"));

    assertThat(journal.newest(Optional.empty(), 10))
        .containsExactly(
            Records.done("3", "shop/prod"),
            Records.done("2", "shop/staging"),
            Records.done("1", "shop/prod"));
    assertThat(journal.newest(Optional.of("shop/prod"), 1))
        .containsExactly(Records.done("3", "shop/prod"));
    assertThat(journal.newest(Optional.of("nowhere"), 10)).isEmpty();
  }

  @Test
  void lookingAtAJournalThatIsNotThereMakesNothing() {
    assertThat(journal.newest(Optional.empty(), 10)).isEmpty();
    assertThat(folder).doesNotExist();
  }

  @Test
  void aDamagedRowDoesNotHideTheOthers() throws Exception {
    journal.append(Records.done("1", "shop/prod"));
    journal.append(Records.done("2", "shop/prod"));
    journal.close();
    try (var connection =
            java.sql.DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("activity.db"));
        var statement = connection.createStatement()) {
      statement.executeUpdate("UPDATE activity SET body = '{' WHERE id = '1'");
    }
    assertThat(outcomes()).containsExactly("partial", "unreadable");
    assertThat(journal.newest(Optional.empty(), 10).getLast().message().orElse(""))
        .contains("cannot be read");
  }

  @Test
  void aSyncIsSeenWhileItRunsAndWhenItEnded() {
    journal.begin(Records.running("1"));
    journal.append(Records.done("2", "shop/prod"));
    assertThat(outcomes()).containsExactly("partial", "running");

    journal.end(Records.done("1", "shop/prod"));

    assertThat(journal.newest(Optional.empty(), 10))
        .containsExactly(Records.done("2", "shop/prod"), Records.done("1", "shop/prod"));
  }

  @Test
  void aSyncWhoseProcessDiedIsInterrupted() throws Exception {
    var other = OtherProcess.start("begin-and-die", folder.toString(), "1");
    OtherProcess.said(other);
    assertThat(other.exitValue()).isEqualTo(9);

    var record = journal.newest(Optional.empty(), 10).getFirst();

    assertThat(record.outcome()).isEqualTo("interrupted");
    assertThat(record.id()).isEqualTo("1");
  }

  @Test
  void aProcessWithTheSameNumberThatStartedAtAnotherTimeIsNotTheSame() throws SQLException {
    journal.begin(Records.running("1"));
    sql("UPDATE activity SET born = '2001-01-01T00:00:00Z'");

    assertThat(outcomes()).containsExactly("interrupted");
  }

  @Test
  void onlyARunningSyncBegins() {
    assertThatThrownBy(() -> journal.begin(Records.done("1", "shop/prod")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void threeProcessesWriteAtOnce() throws Exception {
    var others = new ArrayList<Process>();
    for (var name : List.of("a", "b")) {
      others.add(OtherProcess.start("append", folder.toString(), name));
    }
    for (int i = 0; i < 50; i++) {
      journal.append(Records.done("c" + i, "shop/prod"));
    }
    for (var other : others) {
      assertThat(OtherProcess.said(other)).isEmpty();
      assertThat(other.exitValue()).isZero();
    }

    assertThat(journal.newest(Optional.empty(), 1000).stream().map(SyncRecord::id))
        .hasSize(150)
        .doesNotHaveDuplicates();
  }

  @Test
  void manyThreadsWriteAtOnce() throws InterruptedException {
    var go = new CountDownLatch(1);
    var threads = new ArrayList<Thread>();
    for (int i = 0; i < 20; i++) {
      var id = "t" + i;
      threads.add(
          Thread.ofVirtual()
              .start(() -> {
                try {
                  go.await();
                } catch (InterruptedException e) {
                  throw new IllegalStateException(e);
                }
                journal.append(Records.done(id, "shop/prod"));
              }));
    }
    go.countDown();
    for (var thread : threads) {
      thread.join();
    }

    assertThat(journal.newest(Optional.empty(), 100)).hasSize(20);
  }

  @Test
  void aDamagedFileIsRefusedAndKept() throws Exception {
    Files.createDirectories(folder);
    var file = folder.resolve("activity.db");
    Files.writeString(file, "this is not a database, whatever it may have been ".repeat(100));
    var before = Files.readAllBytes(file);

    assertThatThrownBy(() -> journal.append(Records.done("1", "shop/prod")))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("The activity cannot be recorded: the file is damaged")
        .hasMessageContaining(file.toString());
    assertThatThrownBy(() -> journal.newest(Optional.empty(), 1))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("The activity log cannot be read: the file is damaged");
    assertThat(Files.readAllBytes(file)).isEqualTo(before);

    Files.delete(file);
    journal.append(Records.done("1", "shop/prod"));
    assertThat(journal.newest(Optional.empty(), 1)).hasSize(1);
  }

  @Test
  void aJournalOfANewerVersionIsRefused() throws SQLException {
    journal.append(Records.done("1", "shop/prod"));
    journal.close();
    sql("PRAGMA user_version = 2");

    assertThatThrownBy(() -> journal.append(Records.done("2", "shop/prod")))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("newer Plumbline");
  }

  @Test
  void aLockThatIsHeldTooLongIsToldSo() throws SQLException {
    journal.append(Records.done("1", "shop/prod"));
    try (var other = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("activity.db"));
        var statement = other.createStatement()) {
      statement.execute("BEGIN EXCLUSIVE");
      assertThatThrownBy(() -> journal.append(Records.done("2", "shop/prod")))
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("another process holds the file");
      assertThat(outcomes()).containsExactly("partial");
      statement.execute("ROLLBACK");
    }
    journal.append(Records.done("3", "shop/prod"));
    assertThat(outcomes()).hasSize(2);
  }

  @Test
  void aFullDiskIsToldSo() {
    var full = new SQLiteException("disk is full", SQLiteErrorCode.SQLITE_FULL);

    var problem = SqliteTrouble.problem("The activity cannot be recorded", folder, full);

    assertThat(problem.sentence())
        .isEqualTo(
            "The activity cannot be recorded: the disk is full (%s). Free some space, then try again"
                .formatted(folder));
  }

  @Test
  void aRecordThatIsRefusedLeavesTheOthersReadable() throws SQLException {
    journal.append(Records.done("1", "shop/prod"));
    journal.close();
    sql("CREATE TRIGGER refuse BEFORE INSERT ON activity BEGIN SELECT RAISE(FAIL, 'no'); END");

    assertThatThrownBy(() -> journal.append(Records.done("2", "shop/prod")))
        .isInstanceOf(ProblemException.class);
    assertThat(outcomes()).containsExactly("partial");
  }

  @Test
  void theFilesAreOnlyForTheirOwner() throws Exception {
    journal.append(Records.done("1", "shop/prod"));

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
        .isEqualTo("rwx------");
    try (var files = Files.list(folder)) {
      assertThat(files.toList())
          .isNotEmpty()
          .allSatisfy(f ->
              assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(f)))
                  .isEqualTo("rw-------"));
    }
  }

  private List<String> outcomes() {
    return journal.newest(Optional.empty(), 100).stream().map(SyncRecord::outcome).toList();
  }

  private void sql(String text) throws SQLException {
    try (var other = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("activity.db"));
        var statement = other.createStatement()) {
      statement.execute(text);
    }
  }
}
