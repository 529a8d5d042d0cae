package org.lepta.service.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.lepta.service.exchange.internal.DatabaseExport;
import org.lepta.service.indexing.read.Entries;
import org.lepta.service.indexing.read.ReadCode;
import org.lepta.service.indexing.read.Texts;
import org.lepta.service.transparency.proof.Checkpoint;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The ledger as one SQLite database (docs/reference/exports). It takes as much disk as the log, so
 * one is made at a time, in the folder for temporary files, and handed out to everybody until the
 * log has grown or a text has come or gone. Thread-safe.
 */
@Component
public final class DatabaseFiles implements AutoCloseable {

  private final Writer writer;
  private final LongSupplier generation;
  private @Nullable Made made;
  private boolean making;

  @Autowired
  public DatabaseFiles(Entries entries, Texts texts) {
    this(new DatabaseExport(entries, texts)::write, texts::generation);
  }

  DatabaseFiles(Writer writer, LongSupplier generation) {
    this.writer = writer;
    this.generation = generation;
  }

  /** Writes a database into an empty file. */
  @FunctionalInterface
  interface Writer {
    void write(ExportScope scope, Path file) throws SQLException;
  }

  /** A database, and what it holds. */
  private record Made(Checkpoint checkpoint, long generation, Path file) {
    boolean isOf(Checkpoint other, long texts) {
      return generation == texts && checkpoint.equals(other);
    }
  }

  /**
   * The database of everything under the checkpoint, from its beginning; made first where it is not
   * there. It can be read to its end even when it is replaced meanwhile.
   *
   * @throws org.lepta.service.kernel.RefusalException with {@link ReadCode#EXPORT_BUSY} while
   *     another one is made
   * @throws IOException if it cannot be made
   */
  public InputStream open(Checkpoint checkpoint) throws IOException {
    long texts = generation.getAsLong();
    synchronized (this) {
      if (made != null && made.isOf(checkpoint, texts)) {
        return Files.newInputStream(made.file());
      }
      if (making) {
        throw ReadCode.EXPORT_BUSY.refusal("Another database is being made; ask again later.");
      }
      making = true;
    }
    try {
      return replace(new Made(checkpoint, texts, make(checkpoint)));
    } finally {
      synchronized (this) {
        making = false;
      }
    }
  }

  private Path make(Checkpoint checkpoint) throws IOException {
    Path file = Files.createTempFile("lepta-", ".sqlite");
    file.toFile().deleteOnExit();
    boolean whole = false;
    try {
      writer.write(ExportScope.all(checkpoint), file);
      whole = true;
    } catch (SQLException e) {
      throw new IOException("the database file cannot be written", e);
    } finally {
      if (!whole) {
        Files.deleteIfExists(file);
      }
    }
    return file;
  }

  private synchronized InputStream replace(Made next) throws IOException {
    close();
    made = next;
    return Files.newInputStream(next.file());
  }

  /** Deletes what is kept. */
  @Override
  public synchronized void close() throws IOException {
    if (made != null) {
      Files.deleteIfExists(made.file());
      made = null;
    }
  }
}
