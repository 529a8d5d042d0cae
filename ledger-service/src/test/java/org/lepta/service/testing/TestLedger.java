package org.lepta.service.testing;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.lepta.ledger.contract.LeptaChaincode;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.rule.Versions;
import org.lepta.service.Projections;
import org.lepta.service.indexing.IndexedEntries;
import org.lepta.service.indexing.Indexer;
import org.lepta.service.ledger.embedded.EmbeddedLedger;
import org.lepta.service.ledger.embedded.EmbeddedSettings;
import org.lepta.service.ledger.recording.RecordResult;
import org.lepta.service.ledger.recording.Recorder;

/** A started embedded ledger with its index and recorder, over a migrated database. */
public final class TestLedger implements AutoCloseable {

  private final EmbeddedLedger ledger;
  private final Indexer indexer;
  private final Recorder recorder;

  private TestLedger(EmbeddedLedger ledger, Indexer indexer, Recorder recorder) {
    this.ledger = ledger;
    this.indexer = indexer;
    this.recorder = recorder;
  }

  /** Opens the folder's ledger; a new one is started with {@link Samples#KEEPER}. */
  public static TestLedger open(Path folder, DataSource database)
      throws IOException, SQLException, InterruptedException {
    return open(folder, database, Versions.RULES);
  }

  /** The same; a new one is started in this version. */
  public static TestLedger open(Path folder, DataSource database, int version)
      throws IOException, SQLException, InterruptedException {
    return open(database, version, EmbeddedSettings.of(folder, new LeptaChaincode()));
  }

  /** The same with this clock. */
  public static TestLedger open(Path folder, DataSource database, Clock clock)
      throws IOException, SQLException, InterruptedException {
    EmbeddedSettings usual = EmbeddedSettings.of(folder, new LeptaChaincode());
    return open(
        database,
        Versions.RULES,
        new EmbeddedSettings(
            folder, usual.contract(), usual.channel(), usual.namespace(), clock, usual.limits()));
  }

  private static TestLedger open(DataSource database, int version, EmbeddedSettings settings)
      throws IOException, SQLException, InterruptedException {
    try {
      Flyway.configure().dataSource(database).load().migrate();
      EmbeddedLedger ledger = EmbeddedLedger.open(settings);
      Indexer indexer = new Indexer(ledger, database, Projections.standard());
      indexer.start();
      Recorder recorder = new Recorder(ledger, database, new IndexedEntries(database, indexer));
      String msp =
          ledger.find(Samples.KEEPER).isPresent()
              ? ledger.find(Samples.KEEPER).orElseThrow().mspId()
              : ledger.addMember(Samples.KEEPER).mspId();
      recorder.start(Samples.KEEPER, Samples.genesis(msp, version));
      return new TestLedger(ledger, indexer, recorder);
    } catch (org.lepta.service.ledger.LedgerTroubleException e) {
      throw new IOException(e);
    }
  }

  public List<RecordResult> record(Entry... entries) throws InterruptedException {
    return recorder.record(Samples.KEEPER, List.of(entries));
  }

  public EmbeddedLedger ledger() {
    return ledger;
  }

  public Indexer indexer() {
    return indexer;
  }

  public Recorder recorder() {
    return recorder;
  }

  /** Waits until everything committed is indexed. */
  public void settle() throws InterruptedException {
    if (!indexer.awaitBlock(ledger.height() - 1, Duration.ofSeconds(60))) {
      throw new IllegalStateException("not indexed in time", indexer.broken().orElse(null));
    }
  }

  @Override
  public void close() throws IOException {
    recorder.close();
    indexer.close();
    ledger.close();
  }
}
