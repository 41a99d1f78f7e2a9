package dev.plumbline.store;

import dev.plumbline.model.Problem;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// Failures of SQLite in the words of a problem.
final class SqliteTrouble {

  private SqliteTrouble() {}

  /// Opens a connection.
  interface Opening {
    Connection open() throws SQLException;
  }

  /// Tries again while another process opens the same new file: the switch to the write-ahead log
  /// does not wait on its own.
  static Connection patiently(int millis, Opening opening) throws SQLException {
    long until = System.nanoTime() + Duration.ofMillis(millis).toNanos();
    while (true) {
      try {
        return opening.open();
      } catch (SQLException e) {
        if (primary(e) != SQLiteErrorCode.SQLITE_BUSY.code || System.nanoTime() > until) {
          throw e;
        }
        LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
      }
    }
  }

  static Problem problem(String what, Path file, SQLException e) {
    var detail = Objects.requireNonNullElse(e.getMessage(), "");
    int code = primary(e);
    if (code == SQLiteErrorCode.SQLITE_FULL.code) {
      return Trouble.full(what, file);
    }
    if (code == SQLiteErrorCode.SQLITE_NOTADB.code || code == SQLiteErrorCode.SQLITE_CORRUPT.code) {
      return new Problem.Unexpected(
          what + ": the file is damaged",
          file.toString(),
          "Move it and the files beside it away; a new log is started then",
          detail);
    }
    if (code == SQLiteErrorCode.SQLITE_BUSY.code || code == SQLiteErrorCode.SQLITE_LOCKED.code) {
      return new Problem.Unexpected(
          what + ": another process holds the file", file.toString(), "Try again", detail);
    }
    if (code == SQLiteErrorCode.SQLITE_READONLY.code
        || code == SQLiteErrorCode.SQLITE_CANTOPEN.code
        || code == SQLiteErrorCode.SQLITE_PERM.code) {
      return new Problem.Unexpected(
          what, file.toString(), "Make the file and its folder writable for you", detail);
    }
    return new Problem.Unexpected(what, file.toString(), "Look at the file and its folder", detail);
  }

  /// The result code without its extension.
  private static int primary(SQLException e) {
    return e instanceof SQLiteException s ? s.getResultCode().code & 0xff : -1;
  }
}
