package org.lepta.service.ledger.fabric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lepta.service.ledger.LedgerContract.A;
import static org.lepta.service.ledger.LedgerContract.B;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lepta.service.ledger.Answer;
import org.lepta.service.ledger.Bytes;
import org.lepta.service.ledger.Committed;
import org.lepta.service.ledger.CommittedBlock;
import org.lepta.service.ledger.CommittedTransaction;
import org.lepta.service.ledger.NotSentException;
import org.lepta.service.ledger.Outcome;
import org.lepta.service.ledger.Submission;
import org.lepta.service.ledger.UnreachableException;
import org.lepta.service.ledger.Validation;

/** Processes of a real network die or fall silent while it is used. */
abstract class FabricFailures {
  private static final Duration SOON = Duration.ofSeconds(20);

  /** Short enough that a test sees what happens when they are over. */
  private static final FabricLimits IMPATIENT =
      new FabricLimits(
          50,
          Duration.ofSeconds(4),
          Duration.ofSeconds(4),
          Duration.ofSeconds(2),
          Duration.ofSeconds(40),
          Duration.ofSeconds(3));

  @SuppressWarnings("NullAway.Init") // JUnit joins it before each test.
  private SharedNetwork network;

  @SuppressWarnings("NullAway.Init") // JUnit opens it before each test.
  private FabricLedger ledger;

  @BeforeEach
  void join(SharedNetwork shared) throws Exception {
    network = shared;
    ledger = network.join(IMPATIENT, "foundation-1", "foundation-2");
  }

  @AfterEach
  void repair() throws Exception {
    ledger.close();
    network.repair();
  }

  private static Submission put(String key) {
    return Submission.of(A, "put", key, "value of " + key);
  }

  private void assertReadable(String key) throws UnreachableException {
    assertThat(ledger.evaluate(Submission.of(A, "get", key)))
        .isEqualTo(new Answer(Bytes.utf8("value of " + key)));
  }

  private static List<CommittedBlock> read(FabricCursor cursor, long upTo) throws Exception {
    List<CommittedBlock> blocks = new ArrayList<>();
    do {
      blocks.add(cursor.next(SOON).orElseThrow());
    } while (blocks.getLast().number() < upTo);
    return blocks;
  }

  @Test
  void whenTheOwnPeerDiesOthersGoOnWithoutALossOrADouble() throws Exception {
    long from = ledger.height();
    try (FabricCursor cursor = ledger.open(from)) {
      List<CompletableFuture<Outcome>> all = new ArrayList<>();
      for (int i = 0; i < 30; i++) {
        all.add(ledger.submitAsync(put("dying-" + i)));
        if (i == 15) {
          network.kill("foundation-1-peer");
        }
      }

      long last = 0;
      List<String> txIds = new ArrayList<>();
      for (CompletableFuture<Outcome> one : all) {
        Committed committed = (Committed) one.get(60, TimeUnit.SECONDS);
        last = Math.max(last, committed.block());
        txIds.add(committed.txId());
      }

      List<CommittedBlock> blocks = read(cursor, last);
      assertThat(blocks.getFirst().number()).isEqualTo(from);
      assertThat(
              blocks.stream()
                  .flatMap(block -> block.transactions().stream())
                  .filter(CommittedTransaction::isValid)
                  .map(CommittedTransaction::txId))
          .containsExactlyInAnyOrderElementsOf(txIds);
      assertReadable("dying-29");
    }
  }

  @Test
  void aSilentOwnPeerIsLeftToo() throws Exception {
    ProcessHandle peer = network.process("foundation-1-peer");
    signal(peer, "STOP");
    try {
      assertThat(ledger.submit(put("silent"))).isInstanceOf(Committed.class);
      assertReadable("silent");
    } finally {
      signal(peer, "CONT");
    }
  }

  private static void signal(ProcessHandle process, String name) throws Exception {
    int exit =
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
    assertThat(exit).isZero();
  }

  @Test
  void whenTheOwnPeerDiesAfterEndorsingAnotherHandsTheSameEnvelopeOver() throws Exception {
    FabricSettings settings = FabricSettings.of(network.connection("foundation-1"), IMPATIENT);
    try (Peers peers = Peers.of(settings)) {
      var contracts = new Contracts(peers, settings, new FabricMembers(settings));
      var ready = (Endorsed.Ready) contracts.endorse(put("between"));
      long from = ledger.height();
      network.kill("foundation-1-peer");

      Orderers.Sent sent = new Orderers(peers, IMPATIENT, null).send(ready, false);

      assertThat(sent).isEqualTo(Orderers.Sent.TAKEN);
      try (FabricCursor cursor = ledger.open(from)) {
        assertThat(cursor.next(SOON).orElseThrow().transactions())
            .extracting(CommittedTransaction::txId)
            .containsExactly(ready.txId());
      }
    }
  }

  @Test
  void anEnvelopeHandedOverTwiceTakesEffectOnce() throws Exception {
    FabricSettings settings = FabricSettings.of(network.connection("foundation-1"), IMPATIENT);
    try (Peers peers = Peers.of(settings)) {
      var contracts = new Contracts(peers, settings, new FabricMembers(settings));
      var ready = (Endorsed.Ready) contracts.endorse(put("again"));
      Orderers orderers = new Orderers(peers, IMPATIENT, null);
      long from = ledger.height();

      orderers.send(ready, false);
      orderers.send(ready, false);

      Committed after = (Committed) ledger.submit(put("after"));

      List<Validation> verdicts = new ArrayList<>();
      try (FabricCursor cursor = ledger.open(from)) {
        for (CommittedBlock block : read(cursor, after.block())) {
          block.transactions().stream()
              .filter(each -> each.txId().equals(ready.txId()))
              .forEach(each -> verdicts.add(each.validation()));
        }
      }
      // Whether the copy comes into a block at all is the orderers' affair.
      assertThat(verdicts).first().isEqualTo(Validation.VALID);
      assertThat(verdicts).filteredOn(Validation.VALID::equals).hasSize(1);
    }
  }

  @Test
  void aDeadMembersPeerIsReplacedByAnothers() throws Exception {
    network.kill("foundation-2-peer");

    Committed committed = (Committed) ledger.submit(Submission.of(B, "put", "replaced", "value"));

    assertThat(committed.txId()).hasSize(64);
  }

  @Test
  void withTwoMembersDownNothingIsSentAndReadsGoOn() throws Exception {
    network.kill("foundation-2-peer");
    network.kill("operator-peer");
    long height = ledger.height();

    assertThatThrownBy(() -> ledger.submit(put("two-down"))).isInstanceOf(NotSentException.class);
    assertThat(ledger.height()).isEqualTo(height);
    assertThat(ledger.evaluate(Submission.of(A, "get", "two-down")))
        .isEqualTo(new Answer(Bytes.EMPTY));

    network.repair();
    assertThat(submitUntilSent(put("two-down"))).isInstanceOf(Committed.class);
  }

  /** Peers need a moment to find each other again. */
  private Outcome submitUntilSent(Submission submission) throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (true) {
      try {
        return ledger.submit(submission);
      } catch (NotSentException e) {
        if (System.nanoTime() - end > 0) {
          throw e;
        }
      }
    }
  }

  @Test
  void anOrdererMayDie() throws Exception {
    network.kill("foundation-1-orderer");

    for (int i = 0; i < 5; i++) {
      assertThat(ledger.submit(put("ordered-" + i))).isInstanceOf(Committed.class);
    }
  }

  @Test
  void anAuditorReadsEverythingAndSendsNothing() throws Exception {
    Committed committed = (Committed) ledger.submit(put("audited"));
    try (FabricLedger auditor = network.join(IMPATIENT, "auditor");
        FabricCursor cursor = auditor.open(0)) {
      List<CommittedBlock> blocks = read(cursor, committed.block());

      assertThat(blocks).hasSize((int) committed.block() + 1);
      assertThat(auditor.list()).isEmpty();
      assertThatThrownBy(() -> auditor.submit(put("forbidden")))
          .isInstanceOf(NotSentException.class);
    }
  }
}
