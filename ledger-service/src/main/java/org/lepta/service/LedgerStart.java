package org.lepta.service;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Genesis;
import org.lepta.ledger.entry.Hash;
import org.lepta.ledger.entry.Header;
import org.lepta.ledger.rule.Versions;
import org.lepta.service.consortium.Others;
import org.lepta.service.consortium.TextFetcher;
import org.lepta.service.consortium.Withdrawals;
import org.lepta.service.indexing.Indexer;
import org.lepta.service.indexing.read.Builds;
import org.lepta.service.indexing.read.RecordedBuild;
import org.lepta.service.ledger.BlockCursor;
import org.lepta.service.ledger.Ledger;
import org.lepta.service.ledger.Member;
import org.lepta.service.ledger.NotSentException;
import org.lepta.service.ledger.UnreachableException;
import org.lepta.service.ledger.recording.Recorder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Brings ledger, outbox and index into step before anything is answered: what an earlier run left
 * in the outbox is sent again, everything committed is indexed, a new ledger gets its genesis from
 * whichever member comes first.
 */
@Component
class LedgerStart implements SmartInitializingSingleton {

  private static final Logger LOG = LoggerFactory.getLogger(LedgerStart.class);
  private static final Duration PROGRESS = Duration.ofSeconds(5);

  private final Operator operator;
  private final Ledger ledger;
  private final Indexer indexer;
  private final Recorder recorder;
  private final Introduction introduction;
  private final Others others;
  private final TextFetcher texts;
  private final Withdrawals withdrawals;
  private final Builds builds;

  LedgerStart(
      Operator operator,
      Ledger ledger,
      Indexer indexer,
      Recorder recorder,
      Introduction introduction,
      Others others,
      TextFetcher texts,
      Withdrawals withdrawals,
      Builds builds) {
    this.operator = operator;
    this.ledger = ledger;
    this.indexer = indexer;
    this.recorder = recorder;
    this.introduction = introduction;
    this.others = others;
    this.texts = texts;
    this.withdrawals = withdrawals;
    this.builds = builds;
  }

  @Override
  public void afterSingletonsInstantiated() {
    try {
      indexer.start();
      recorder.resume();
      startLedger();
      awaitIndex();
      compareBuilds();
      others.start();
      texts.start();
      withdrawals.start();
      introduction.begin(this::awaitIndex);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while starting", e);
    } catch (SQLException | NotSentException | UnreachableException e) {
      throw new IllegalStateException("the ledger cannot be started: " + e.getMessage(), e);
    }
  }

  private void startLedger() throws InterruptedException, NotSentException, UnreachableException {
    if (!operator.isRecording()) {
      return;
    }
    Member keeper = ledger.find(operator.organisation()).orElse(null);
    if (keeper == null) {
      keeper = ledger.addMember(operator.organisation());
    }
    Entry genesis =
        new Entry(
            Header.of(operator.channel(), operator.organisation()),
            Genesis.of(
                    operator.channel(),
                    new Hash(firstBlockHash()),
                    Versions.RULES,
                    operator.organisation(),
                    keeper.mspId())
                .builtAs(ledger.agreedBuild().map(Hash::new).orElse(null)));
    if (recorder.start(operator.organisation(), genesis)) {
      LOG.info("a new ledger was started");
    }
  }

  /** Who upgrades the chaincode also records an epoch that names it (docs/operating/network). */
  private void compareBuilds() throws UnreachableException {
    Optional<String> agreed = ledger.agreedBuild();
    Optional<String> named = builds.newest().map(RecordedBuild::sha256);
    if (agreed.isPresent() && !agreed.equals(named)) {
      LOG.warn(
          "the members run chaincode {}, the log names {}: an epoch entry is missing",
          agreed.get(),
          named.orElse("none"));
    }
  }

  private String firstBlockHash() throws InterruptedException, UnreachableException {
    try (BlockCursor cursor = ledger.open(0)) {
      return cursor.next(PROGRESS).orElseThrow().headerHash().toHex();
    }
  }

  private void awaitIndex() throws InterruptedException, UnreachableException {
    long newest = ledger.height() - 1;
    while (!indexer.awaitBlock(newest, PROGRESS)) {
      if (indexer.broken().isPresent()) {
        throw new IllegalStateException("indexing has stopped", indexer.broken().orElseThrow());
      }
      LOG.info("indexing: block {} of {}", indexer.height(), newest + 1);
    }
  }
}
