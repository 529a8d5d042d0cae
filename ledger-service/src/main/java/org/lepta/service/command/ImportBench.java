package org.lepta.service.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.lepta.service.ServiceApplication;
import org.lepta.service.exchange.ImportOptions;
import org.lepta.service.exchange.ImportReport;
import org.lepta.service.exchange.Importer;
import org.lepta.service.exchange.Imports;
import org.lepta.service.exchange.Intake;
import org.lepta.service.exchange.ProgressListener.Stage;
import org.lepta.service.ledger.BlockSource;
import org.lepta.service.ledger.UnreachableException;
import org.lepta.service.ledger.recording.RecordedEntries;
import org.lepta.service.submission.Submissions;
import org.postgresql.PGConnection;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * One import into a service of its own, from the file to the index, with a bare COPY of the same
 * rows into the same database for comparison.
 *
 * @param lines of the file that were imported
 * @param entries that the import added to the index, all from valid transactions
 * @param checkSeconds reading and mapping the whole file before anything is submitted
 * @param recordSeconds reading it again, mapping, committing and indexing, until all is indexed
 * @param blocks that the import added, each with one forced write
 * @param databaseForces forced writes of PostgreSQL's log meanwhile
 * @param copySeconds bare COPY of the same leaves
 * @param server PostgreSQL's version and what it says of durability
 */
record ImportBench(
    long lines,
    long entries,
    double checkSeconds,
    double recordSeconds,
    long blocks,
    long databaseForces,
    double copySeconds,
    String server) {

  /** Starts the service on the folder and imports the file. */
  static ImportBench run(Path folder, Path file)
      throws IOException, InterruptedException, UnreachableException {
    String[] settings = {
      "--server.port=0",
      "--lepta.data=" + folder.resolve("data"),
      "--logging.level.root=ERROR",
      "--logging.level.org.lepta=WARN"
    };
    SpringApplication service = new SpringApplication(ServiceApplication.class);
    try (ConfigurableApplicationContext context = service.run(settings)) {
      return measure(context, folder, file);
    } catch (SQLException e) {
      throw new IOException("the database failed", e);
    }
  }

  private static ImportBench measure(ConfigurableApplicationContext context, Path folder, Path file)
      throws IOException, SQLException, UnreachableException {
    DataSource database = context.getBean(DataSource.class);
    BlockSource ledger = context.getBean(BlockSource.class);
    Intake intake =
        Imports.intake(
            database, context.getBean(Submissions.class), context.getBean(RecordedEntries.class));
    long sizeBefore = number(database, "SELECT size FROM log_state");
    long forcesBefore = forces(database);
    long heightBefore = ledger.height();
    AtomicLong recordingBegan = new AtomicLong();
    long begun = System.nanoTime();
    ImportReport report =
        new Importer(intake)
            .importFile(
                file,
                ImportOptions.standard(),
                (stage, read, total) -> {
                  if (stage == Stage.RECORDING) {
                    recordingBegan.compareAndSet(0, System.nanoTime());
                  }
                });
    intake.settle();
    long ended = System.nanoTime();
    long blocks = ledger.height() - heightBefore;
    long entries = number(database, "SELECT count(*) FROM entry WHERE leaf >= " + sizeBefore);
    return new ImportBench(
        report.lines().imported(),
        entries,
        (recordingBegan.get() - begun) / 1e9,
        (ended - recordingBegan.get()) / 1e9,
        blocks,
        forces(database) - forcesBefore,
        copySeconds(database, folder.resolve("rows"), sizeBefore),
        server(database));
  }

  /** What the database cannot do without: the leaves in one table, once, in one transaction. */
  private static double copySeconds(DataSource database, Path rows, long from)
      throws IOException, SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      var copy = connection.unwrap(PGConnection.class).getCopyAPI();
      try (OutputStream out = Files.newOutputStream(rows)) {
        copy.copyOut(
            "COPY (SELECT leaf, bytes FROM entry WHERE leaf >= %d) TO STDOUT BINARY"
                .formatted(from),
            out);
      }
      statement.execute("CREATE TABLE bench_floor (leaf bigint, bytes bytea)");
      long begun = System.nanoTime();
      try (InputStream in = Files.newInputStream(rows)) {
        copy.copyIn("COPY bench_floor FROM STDIN BINARY", in);
      }
      return (System.nanoTime() - begun) / 1e9;
    }
  }

  private static long forces(DataSource database) throws SQLException {
    return number(
        database, "SELECT coalesce(sum(fsyncs), 0)::bigint FROM pg_stat_io WHERE object = 'wal'");
  }

  private static String server(DataSource database) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT current_setting('server_version') || ', fsync '"
                    + " || current_setting('fsync') || ', synchronous_commit '"
                    + " || current_setting('synchronous_commit') || ', full_page_writes '"
                    + " || current_setting('full_page_writes')")) {
      row.next();
      return row.getString(1);
    }
  }

  private static long number(DataSource database, String query) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }

  double entriesPerSecond() {
    return entries / recordSeconds;
  }

  String text(int run, Conditions conditions) {
    long forced = blocks + databaseForces;
    return String.format(
        Locale.ROOT,
        """
        PostgreSQL %s
        run %d
          file checked                %8.2f s
          committed and indexed       %8.2f s  %,d entries: %,.0f entries/s
                                                 %,d lines of the file: %,.0f lines/s
          check, commit and index     %8.2f s  %,.0f entries/s
          forced writes               %8.2f s  %,d of blocks, %,d of PostgreSQL's log
          bare COPY of these leaves   %8.2f s  %,.0f rows/s; the import takes %.1f times that
        """,
        server,
        run,
        checkSeconds,
        recordSeconds,
        entries,
        entriesPerSecond(),
        lines,
        lines / recordSeconds,
        checkSeconds + recordSeconds,
        entries / (checkSeconds + recordSeconds),
        forced * conditions.forceMicros() / 1e6,
        blocks,
        databaseForces,
        copySeconds,
        entries / copySeconds,
        recordSeconds / copySeconds);
  }
}
