package org.lepta.service.indexing.read;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The index's database, read only. Every statement is bounded in time; what is read inside one
 * {@link #snapshot} is of one moment. Thread-safe.
 */
@Component
public final class Index {

  private static final Duration STATEMENT_LIMIT = Duration.ofSeconds(10);

  /**
   * All in one round trip; through the transaction manager the isolation alone would take three.
   * Compiling a statement takes longer than any page may, and a page that takes several processors
   * makes all others wait.
   */
  private static final String BEGIN =
      "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ; SET LOCAL statement_timeout = "
          + STATEMENT_LIMIT.toMillis()
          + "; SET LOCAL jit = off; SET LOCAL max_parallel_workers_per_gather = 0";

  private final JdbcTemplate jdbc;
  private final JdbcTemplate bounded;

  private final TransactionTemplate transactions;

  public Index(DataSource database) {
    this.jdbc = new JdbcTemplate(database);
    this.bounded = new JdbcTemplate(database);
    bounded.setQueryTimeout((int) STATEMENT_LIMIT.toSeconds());
    this.transactions = new TransactionTemplate(new DataSourceTransactionManager(database));
    transactions.setReadOnly(true);
  }

  /** Runs reads that must agree with each other; may be nested. */
  public <T> T snapshot(Supplier<T> reads) {
    T result =
        transactions.execute(status -> {
          if (!status.isNewTransaction()) {
            return reads.get();
          }
          jdbc.execute(BEGIN);
          TransactionSynchronizationManager.bindResource(this, new Snapshot());
          try {
            return reads.get();
          } finally {
            TransactionSynchronizationManager.unbindResource(this);
          }
        });
    if (result == null) {
      throw new IllegalStateException("a read without a result");
    }
    return result;
  }

  /** Leaves in the log. */
  public long size() {
    return extent().size();
  }

  /** Number of the next block to index. */
  public long height() {
    return extent().height();
  }

  /**
   * How far the log is.
   *
   * @param size leaves
   * @param height number of the next block
   */
  private record Extent(long size, long height) {
    static final Extent EMPTY = new Extent(0, 0);
  }

  /** What is read once in a snapshot, because many parts of a page ask for it. */
  private static final class Snapshot {
    @Nullable Extent extent;
  }

  private Extent extent() {
    Snapshot snapshot = (Snapshot) TransactionSynchronizationManager.getResource(this);
    if (snapshot == null) {
      return readExtent();
    }
    Extent extent = snapshot.extent == null ? readExtent() : snapshot.extent;
    snapshot.extent = extent;
    return extent;
  }

  private Extent readExtent() {
    return one(
            "SELECT size, height FROM log_state",
            (row, n) -> new Extent(row.getLong(1), row.getLong(2)))
        .orElse(Extent.EMPTY);
  }

  /**
   * The size to answer for.
   *
   * @throws org.lepta.service.kernel.RefusalException with {@link ReadCode#AT_INVALID} if the log
   *     never had it
   */
  public long sizeAt(@Nullable Long at) {
    long size = size();
    if (at == null) {
      return size;
    }
    if (at < 0 || at > size) {
      throw ReadCode.AT_INVALID.refusal("The log has " + size + " entries; at asks for more.");
    }
    return at;
  }

  /** Whether what is asked for as known then is what is known now; null asks for now. */
  boolean isNow(@Nullable Long at) {
    return at == null || at == size();
  }

  /** The leaf index behind all that a size holds, which needs no question where it is now. */
  long behind(@Nullable Long at) {
    return at == null ? Long.MAX_VALUE : sizeAt(at);
  }

  <T> List<T> list(String sql, RowMapper<T> mapper, Object... parameters) {
    return template().query(sql, mapper, parameters);
  }

  /** Reads on a connection, which stays this index's. */
  <T> T connected(Connected<T> read) {
    return snapshot(() -> Objects.requireNonNull(jdbc.execute((Connection c) -> read.on(c))));
  }

  /** Reads that need the connection itself. */
  @FunctionalInterface
  interface Connected<T> {
    T on(Connection connection) throws SQLException;
  }

  <T> Optional<T> one(String sql, RowMapper<T> mapper, Object... parameters) {
    return template().query(sql, mapper, parameters).stream().findFirst();
  }

  /**
   * Inside a snapshot the database itself keeps the limit. The driver's own one starts and stops a
   * timer for every statement, which took a quarter of the time of a page.
   */
  private JdbcTemplate template() {
    return TransactionSynchronizationManager.isActualTransactionActive() ? jdbc : bounded;
  }
}
