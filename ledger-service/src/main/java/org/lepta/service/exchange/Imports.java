package org.lepta.service.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.lepta.service.exchange.internal.FileImport;
import org.lepta.service.ledger.recording.RecordedEntries;
import org.lepta.service.submission.Submissions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs imports one after the other and remembers how the newest of them stand. After a restart a
 * file is simply imported again: that adds only what is missing. Thread-safe.
 */
public final class Imports implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Imports.class);
  private static final int REMEMBERED = 200;
  private static final int ID_BYTES = 12;

  private final Supplier<Intake> intakes;
  private final ExecutorService worker = Executors.newSingleThreadExecutor();
  private final SecureRandom random = new SecureRandom();
  private final Map<String, ImportJob> jobs =
      Collections.synchronizedMap(
          new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, ImportJob> eldest) {
              return size() > REMEMBERED && eldest.getValue().isEnded();
            }
          });

  /** Imports through a new intake each. */
  public Imports(Supplier<Intake> intakes) {
    this.intakes = intakes;
  }

  /** The ledger as one import sees it. */
  public static Intake intake(
      DataSource database, Submissions submissions, RecordedEntries recorded) {
    return new LedgerIntake(database, submissions, recorded);
  }

  /**
   * Queues a file, unless its beginning shows that it is no file to import.
   *
   * @param file will be deleted when the import ends
   * @param name as the sender calls it
   * @throws RefusedFileException if it is of no kind that can be imported; it is deleted
   */
  public ImportJob start(Path file, String name, ImportOptions options) throws IOException {
    try {
      FileImport.requireKind(file, options);
    } catch (RefusedFileException | IOException e) {
      delete(file);
      throw e;
    }
    byte[] id = new byte[ID_BYTES];
    random.nextBytes(id);
    ImportJob job = ImportJob.waiting(HexFormat.of().formatHex(id), name, Files.size(file));
    jobs.put(job.id(), job);
    worker.execute(() -> run(job.id(), file, options));
    return job;
  }

  /** How an import stands. */
  public Optional<ImportJob> find(String id) {
    return Optional.ofNullable(jobs.get(id));
  }

  private void run(String id, Path file, ImportOptions options) {
    try {
      Intake intake = intakes.get();
      ImportReport report =
          new Importer(intake)
              .importFile(
                  file,
                  options,
                  (stage, read, total) -> update(id, job -> job.at(stage, read, total)));
      intake.settle();
      update(id, job -> job.done(report.named(job.file())));
    } catch (RefusedFileException e) {
      update(id, job -> job.ended("refused", e.code().name(), String.valueOf(e.getMessage())));
    } catch (IOException | RuntimeException e) {
      LOG.error("import {} failed", id, e);
      update(
          id, job -> job.ended("failed", "IMPORT_FAILED", "It broke off; import the file again."));
    } finally {
      delete(file);
    }
  }

  private void update(String id, UnaryOperator<ImportJob> change) {
    jobs.computeIfPresent(id, (key, job) -> change.apply(job));
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.warn("an imported file could not be deleted: {}", e.getMessage());
    }
  }

  @Override
  public void close() {
    worker.shutdownNow();
  }
}
