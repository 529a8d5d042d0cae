package org.lepta.service;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Genesis;
import org.lepta.ledger.entry.Hash;
import org.lepta.ledger.entry.Header;
import org.lepta.ledger.entry.LogKey;
import org.lepta.ledger.entry.Organisation;
import org.lepta.ledger.rule.Versions;
import org.lepta.service.indexing.Indexer;
import org.lepta.service.kernel.Identity;
import org.lepta.service.ledger.BlockCursor;
import org.lepta.service.ledger.Member;
import org.lepta.service.ledger.NotSentException;
import org.lepta.service.ledger.UnreachableException;
import org.lepta.service.ledger.embedded.EmbeddedLedger;
import org.lepta.service.ledger.recording.RecordResult;
import org.lepta.service.ledger.recording.RecordedEntries;
import org.lepta.service.ledger.recording.Recorder;
import org.lepta.service.submission.Draft;
import org.lepta.service.submission.PlainText;
import org.lepta.service.submission.Submissions;
import org.lepta.service.transparency.log.TransparencyLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Brings ledger, outbox and index into step before anything is answered: what an earlier run left
 * in the outbox is sent again, everything committed is indexed, a new ledger gets its genesis.
 */
@Component
class LedgerStart implements SmartInitializingSingleton {

  private static final Logger LOG = LoggerFactory.getLogger(LedgerStart.class);
  private static final String CHANNEL = "lepta";
  private static final Duration PROGRESS = Duration.ofSeconds(5);

  private final LeptaSettings settings;
  private final EmbeddedLedger ledger;
  private final Indexer indexer;
  private final Recorder recorder;
  private final RecordedEntries recorded;
  private final Submissions submissions;
  private final TransparencyLog log;

  LedgerStart(
      LeptaSettings settings,
      EmbeddedLedger ledger,
      Indexer indexer,
      Recorder recorder,
      RecordedEntries recorded,
      Submissions submissions,
      TransparencyLog log) {
    this.settings = settings;
    this.ledger = ledger;
    this.indexer = indexer;
    this.recorder = recorder;
    this.recorded = recorded;
    this.submissions = submissions;
    this.log = log;
  }

  @Override
  public void afterSingletonsInstantiated() {
    try {
      indexer.start();
      recorder.resume();
      startLedger();
      awaitIndex();
      introduceOperator();
      recordLogKey();
      log.start();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while starting", e);
    } catch (SQLException | NotSentException | UnreachableException e) {
      throw new IllegalStateException("the ledger cannot be started: " + e.getMessage(), e);
    }
  }

  private void startLedger() throws InterruptedException, NotSentException, UnreachableException {
    String operator = settings.operator();
    Member keeper = ledger.find(operator).orElse(null);
    if (keeper == null) {
      keeper = ledger.addMember(operator);
    }
    Entry genesis =
        new Entry(
            Header.of(CHANNEL, operator),
            new Genesis(
                CHANNEL,
                new Hash(firstBlockHash()),
                Versions.LEAF,
                Versions.RULES,
                operator,
                keeper.mspId(),
                null));
    if (recorder.start(operator, genesis)) {
      LOG.info("a new ledger was started");
    }
  }

  /** The keeper is an organisation like any other, with a name that pages can show. */
  private void introduceOperator() throws InterruptedException {
    Entry operator =
        new Entry(Header.of(settings.operator(), settings.operator()), new Organisation(null));
    if (recorded.find(List.of(Identity.of(operator))).isEmpty()) {
      PlainText name = PlainText.of("name", settings.operatorName());
      submissions.submit(List.of(new Draft(operator, List.of(name))));
      awaitIndex();
    }
  }

  /** The key stands in the log before anything is signed with it. */
  private void recordLogKey() throws InterruptedException {
    String vkey = log.state().vkey();
    if (vkey == null) {
      return;
    }
    String[] parts = vkey.split("\\+", 3);
    Entry key =
        new Entry(
            Header.of(settings.operator() + "/log-key/" + parts[1], settings.operator()),
            new LogKey(vkey, null));
    if (recorded.find(List.of(Identity.of(key))).isEmpty()) {
      RecordResult result = submissions.submit(List.of(Draft.of(key))).getFirst();
      if (result instanceof RecordResult.Refused refused) {
        LOG.warn("the log's key is not on the ledger: {} {}", refused.code(), refused.detail());
      }
      awaitIndex();
    }
  }

  private String firstBlockHash() throws InterruptedException, UnreachableException {
    try (BlockCursor cursor = ledger.open(0)) {
      return cursor.next(PROGRESS).orElseThrow().headerHash().toHex();
    }
  }

  private void awaitIndex() throws InterruptedException {
    long newest = ledger.height() - 1;
    while (!indexer.awaitBlock(newest, PROGRESS)) {
      if (indexer.broken().isPresent()) {
        throw new IllegalStateException("indexing has stopped", indexer.broken().orElseThrow());
      }
      LOG.info("indexing: block {} of {}", indexer.height(), newest + 1);
    }
  }
}
