package dev.plumbline.store;

import dev.plumbline.model.ClusterRef;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.plan.RecordFile;
import dev.plumbline.plan.SyncRecord;
import dev.plumbline.yaml.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;

/// The journal in SQLite: one connection, guarded by a lock, opened when it is needed first. The
/// write-ahead log lets others read while one writes; `synchronous=FULL` makes a begun sync survive
/// a power cut.
final class SqliteJournal implements Journal {

  private static final int VERSION = 1;
  private static final int BUSY_MILLIS = 5_000;

  private static final List<String> SCHEMA =
      List.of(
          """
          CREATE TABLE IF NOT EXISTS activity (
            seq INTEGER PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL UNIQUE,
            environment TEXT NOT NULL,
            running INTEGER NOT NULL,
            pid INTEGER NOT NULL,
            born TEXT NOT NULL,
            body TEXT NOT NULL) STRICT\
          """,
          "CREATE INDEX IF NOT EXISTS of_environment ON activity (environment, seq)",
          "PRAGMA user_version = " + VERSION);

  private final Path folder;
  private final Path file;
  private final ReentrantLock lock = new ReentrantLock();
  private final Living here = Living.thisProcess();
  private @Nullable Connection open;

  SqliteJournal(Path folder) {
    this.folder = folder;
    this.file = folder.resolve("activity.db");
  }

  private interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  @Override
  public void begin(SyncRecord record) {
    if (!record.outcome().equals(SyncRecord.RUNNING)) {
      throw new IllegalArgumentException("A sync begins with the outcome " + SyncRecord.RUNNING);
    }
    write(record);
  }

  @Override
  public void end(SyncRecord record) {
    write(record);
  }

  @Override
  public void append(SyncRecord record) {
    write(record);
  }

  private void write(SyncRecord record) {
    var body = Json.compact(RecordFile.toTree(record));
    with(
        "The activity cannot be recorded",
        connection -> {
          try (var insert =
              connection.prepareStatement(
                  """
                  INSERT INTO activity (id, environment, running, pid, born, body) VALUES (?, ?, ?, ?, ?, ?)
                  ON CONFLICT (id) DO UPDATE SET running = excluded.running, pid = excluded.pid,
                    born = excluded.born, body = excluded.body\
                  """)) {
            insert.setString(1, record.id());
            insert.setString(2, record.environment());
            insert.setBoolean(3, record.outcome().equals(SyncRecord.RUNNING));
            insert.setLong(4, here.pid());
            insert.setString(5, here.born());
            insert.setString(6, body);
            return insert.executeUpdate();
          }
        });
  }

  @Override
  public List<SyncRecord> newest(Optional<String> environment, int limit) {
    if (!Files.exists(file)) {
      return List.of();
    }
    return with(
        "The activity log cannot be read",
        connection -> {
          var where = environment.isPresent() ? "WHERE environment = ? " : "";
          try (var select =
              connection.prepareStatement(
                  "SELECT seq, environment, running, pid, born, body FROM activity "
                      + where
                      + "ORDER BY seq DESC LIMIT ?")) {
            int next = 1;
            if (environment.isPresent()) {
              select.setString(next++, environment.get());
            }
            select.setInt(next, limit);
            try (var rows = select.executeQuery()) {
              var records = new ArrayList<SyncRecord>();
              while (rows.next()) {
                records.add(recordOrPlaceholder(rows));
              }
              return records;
            }
          }
        });
  }

  /// One damaged row must not hide the others: it stands in the list and says what it is.
  private SyncRecord recordOrPlaceholder(ResultSet row) throws SQLException {
    try {
      return record(row);
    } catch (ProblemException e) {
      return new SyncRecord(
          "row-" + row.getLong("seq"),
          "sync",
          row.getString("environment"),
          new ClusterRef("", "", ""),
          "",
          Instant.EPOCH,
          Instant.EPOCH,
          "",
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          "",
          "unreadable",
          List.of(),
          Optional.of("This record cannot be read: " + e.problem().what()));
    }
  }

  private SyncRecord record(ResultSet row) throws SQLException {
    var record = RecordFile.fromTree(Json.parse(row.getString("body"), file.toString()));
    boolean lost =
        row.getBoolean("running")
            && !new Living(row.getLong("pid"), row.getString("born")).isAlive();
    return lost
        ? record.ended(record.started(), SyncRecord.INTERRUPTED, record.steps(), record.message())
        : record;
  }

  private <T> T with(String failing, Work<T> work) {
    lock.lock();
    try {
      return work.on(connection());
    } catch (SQLException e) {
      throw new ProblemException(SqliteTrouble.problem(failing, file, e), e);
    } catch (IOException e) {
      throw Trouble.of(failing, file, e);
    } finally {
      lock.unlock();
    }
  }

  private Connection connection() throws SQLException, IOException {
    var known = open;
    if (known != null) {
      return known;
    }
    PrivateFiles.folder(folder);
    PrivateFiles.file(file);
    var made = SqliteTrouble.patiently(BUSY_MILLIS, this::connect);
    open = made;
    return made;
  }

  private Connection connect() throws SQLException {
    var config = new SQLiteConfig();
    config.setBusyTimeout(BUSY_MILLIS);
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    var connection = config.createConnection("jdbc:sqlite:" + file);
    try {
      prepare(connection);
      return connection;
    } catch (SQLException | ProblemException e) {
      connection.close();
      throw e;
    }
  }

  private void prepare(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      int version;
      try (var row = statement.executeQuery("PRAGMA user_version")) {
        version = row.getInt(1);
      }
      if (version > VERSION) {
        throw new ProblemException(
            new Problem.Unexpected(
                "The activity log was written by a newer Plumbline",
                file.toString(),
                "Use the newer one",
                "version " + version));
      }
      if (version < VERSION) {
        connection.setAutoCommit(false);
        for (var sql : SCHEMA) {
          statement.execute(sql);
        }
        connection.commit();
        connection.setAutoCommit(true);
      }
    }
  }

  /// Closes the connection; a record that is written afterwards opens it again.
  @Override
  public void close() {
    lock.lock();
    try {
      if (open != null) {
        open.close();
        open = null;
      }
    } catch (SQLException e) {
      throw new ProblemException(
          SqliteTrouble.problem("The activity log cannot be closed", file, e), e);
    } finally {
      lock.unlock();
    }
  }
}
