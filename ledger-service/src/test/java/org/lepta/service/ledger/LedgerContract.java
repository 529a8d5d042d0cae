package org.lepta.service.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * What every adapter of the ledger's ports does. A subclass connects the member organisations
 * {@link #A}, {@link #B} and {@link #C}, and on a ledger of four also {@link #D}, on a ledger that
 * runs {@link TestContract} under the channel policy "a majority of the members". Keys of other
 * tests may be there already.
 */
public abstract class LedgerContract {
  public static final String A = "XX-TEST-a";
  public static final String B = "XX-TEST-b";
  public static final String C = "XX-TEST-c";
  public static final String D = "XX-TEST-d";
  private static final Duration SOON = Duration.ofSeconds(20);

  /** Returns the client of the ledger under test. */
  protected abstract LedgerClient client();

  /** Returns the blocks of the ledger under test. */
  protected abstract BlockSource blocks();

  /** Returns the members of the ledger under test. */
  protected abstract Members members();

  /** Returns members that are a majority without {@link #A}, and no more than that takes. */
  protected String[] majorityWithoutA() {
    return new String[] {B, C};
  }

  /** Whether transactions that one thread submits stand in the blocks in that order. */
  protected boolean keepsOrder() {
    return true;
  }

  private Committed commit(Submission submission) throws Exception {
    Outcome outcome = client().submit(submission);
    assertThat(outcome).isInstanceOf(Committed.class);
    return (Committed) outcome;
  }

  protected String read(String key) throws Exception {
    Evaluation evaluation = client().evaluate(Submission.of(A, "get", key));
    assertThat(evaluation).isInstanceOf(Answer.class);
    return ((Answer) evaluation).payload().toUtf8();
  }

  private CommittedBlock block(long number) throws Exception {
    try (BlockCursor cursor = blocks().open(number)) {
      return cursor.next(SOON).orElseThrow();
    }
  }

  private CommittedTransaction transaction(Committed committed) throws Exception {
    return block(committed.block()).transactions().get(committed.transaction());
  }

  private String msp(String organisation) {
    return members().find(organisation).orElseThrow().mspId();
  }

  @Nested
  class Submitting {
    @Test
    void committedWritesCanBeRead() throws Exception {
      Committed committed = commit(Submission.of(A, "put", "submit-1", "one"));

      assertThat(committed.payload().toUtf8()).isEqualTo("submit-1");
      assertThat(committed.txId()).matches("[0-9a-f]{64}");
      assertThat(committed.block()).isPositive();
      assertThat(read("submit-1")).isEqualTo("one");
    }

    @Test
    void theContractDoesNotSeeItsOwnWrites() throws Exception {
      commit(Submission.of(A, "put", "own", "before"));

      Committed committed = commit(Submission.of(A, "putAndGet", "own", "after"));

      assertThat(committed.payload().toUtf8()).isEqualTo("before");
      assertThat(read("own")).isEqualTo("after");
    }

    @Test
    void theLastWriteOfAKeyCounts() throws Exception {
      Committed committed = commit(Submission.of(A, "putTwo", "twice", "first", "twice", "second"));

      assertThat(read("twice")).isEqualTo("second");
      assertThat(transaction(committed).writes())
          .containsExactly(new KeyWrite("twice", false, Bytes.utf8("second")));
    }

    @Test
    void aDeletedKeyReadsAsNothing() throws Exception {
      commit(Submission.of(A, "put", "gone", "here"));

      Committed committed = commit(Submission.of(A, "delete", "gone"));

      assertThat(read("gone")).isEmpty();
      assertThat(transaction(committed).writes())
          .containsExactly(new KeyWrite("gone", true, Bytes.EMPTY));
    }

    @Test
    void aRefusalKeepsItsCodeAndOrdersNothing() throws Exception {
      long height = blocks().height();

      Outcome outcome =
          client().submit(Submission.of(A, "refuse", "FREE_BALANCE_TOO_LOW: 3: of 5"));

      assertThat(outcome).isEqualTo(new Refused("FREE_BALANCE_TOO_LOW", "3: of 5"));
      assertThat(blocks().height()).isEqualTo(height);
    }

    @Test
    void aContractThatFailsWithoutACodeHasNotRefused() {
      assertThatThrownBy(() -> client().submit(Submission.of(A, "refuse", "something broke")))
          .isInstanceOf(NotSentException.class)
          .hasMessageContaining("something broke");
      assertThatThrownBy(() -> client().submit(Submission.of(A, "fail", "something broke")))
          .isInstanceOf(NotSentException.class)
          .hasMessageContaining("something broke");
    }

    @Test
    void whoIsNoMemberSendsNothing() {
      assertThatThrownBy(() -> client().submit(Submission.of("XX-TEST-stranger", "put", "k", "v")))
          .isInstanceOf(NotSentException.class)
          .hasMessageContaining("XX-TEST-stranger");
    }

    @Test
    void transientDataNeverStandsInTheBlock() throws Exception {
      String hidden = "hidden-from-every-block";

      Committed committed =
          commit(
              Submission.of(A, "putTransientLength", "length")
                  .withTransient("hidden", Bytes.utf8(hidden)));

      assertThat(read("length")).isEqualTo("23");
      String block = block(committed.block()).bytes().toHex();
      assertThat(block).doesNotContain(hex(hidden)).contains(hex("putTransientLength"));
    }

    private static String hex(String text) {
      return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  @Nested
  class Evaluating {
    @Test
    void anAbsentKeyReadsAsNothing() throws Exception {
      assertThat(read("never-written")).isEmpty();
    }

    @Test
    void writesOfAnEvaluationAreDropped() throws Exception {
      long height = blocks().height();

      client().evaluate(Submission.of(A, "put", "dropped", "value"));

      assertThat(read("dropped")).isEmpty();
      assertThat(blocks().height()).isEqualTo(height);
    }

    @Test
    void aRangeIsReadInKeyOrderWithoutItsEnd() throws Exception {
      commit(Submission.of(A, "putTwo", "range-\ue000", "1", "range-\ud83d\ude00", "2"));
      commit(Submission.of(A, "putTwo", "range-a", "3", "range.", "4"));

      Evaluation keys = client().evaluate(Submission.of(A, "range", "range-", "range."));

      assertThat(keys).isEqualTo(new Answer(Bytes.utf8("range-a,range-\ue000,range-\ud83d\ude00")));
    }

    @Test
    void aRefusalIsAnAnswerOfItsOwnKind() throws Exception {
      assertThat(client().evaluate(Submission.of(A, "refuse", "NOT_FOUND")))
          .isEqualTo(new Refused("NOT_FOUND", ""));
    }
  }

  @Nested
  class Conflicts {
    @Test
    void ofManyInFlightOnOneCounterNoneIsLostAndNoneCountsTwice() throws Exception {
      List<CompletableFuture<Outcome>> all = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        all.add(client().submitAsync(Submission.of(A, "add", "counter", "1")));
      }

      long committed = 0;
      for (CompletableFuture<Outcome> one : all) {
        switch (one.get()) {
          case Committed valid -> committed++;
          case CommittedInvalid invalid ->
              assertThat(invalid.validation()).isEqualTo(Validation.MVCC_READ_CONFLICT);
          case Refused refused -> throw new AssertionError(refused);
        }
      }

      assertThat(committed).isPositive();
      assertThat(read("counter")).isEqualTo(Long.toString(committed));
    }

    @Test
    void blindWritesNeverConflict() throws Exception {
      List<CompletableFuture<Outcome>> all = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        all.add(client().submitAsync(Submission.of(A, "put", "blind", "value-" + i)));
      }

      for (CompletableFuture<Outcome> one : all) {
        assertThat(one.get()).isInstanceOf(Committed.class);
      }
    }

    @Test
    void sixtyFourSubmittersAllCommit() throws Exception {
      List<Callable<Outcome>> tasks = new ArrayList<>();
      for (int i = 0; i < 64; i++) {
        String key = "many-" + i;
        String organisation = List.of(A, B, C).get(i % 3);
        tasks.add(() -> client().submit(Submission.of(organisation, "put", key, key)));
      }

      try (var threads = Executors.newFixedThreadPool(64)) {
        for (var outcome : threads.invokeAll(tasks)) {
          assertThat(outcome.get()).isInstanceOf(Committed.class);
        }
      }

      for (int i = 0; i < 64; i++) {
        assertThat(read("many-" + i)).isEqualTo("many-" + i);
      }
    }
  }

  @Nested
  class Endorsing {
    @Test
    void oneMemberAloneCannotEndorse() throws Exception {
      Outcome outcome = client().submit(Submission.of(A, "put", "alone", "value").endorsedBy(A));

      assertThat(outcome)
          .isInstanceOfSatisfying(
              CommittedInvalid.class,
              invalid ->
                  assertThat(invalid.validation())
                      .isEqualTo(Validation.ENDORSEMENT_POLICY_FAILURE));
      assertThat(read("alone")).isEmpty();
    }

    @Test
    void aKeysPolicyIsKeptAlsoAgainstTwoOthers() throws Exception {
      commit(Submission.of(A, "put", "fund", "by A"));
      commit(Submission.of(A, "setPolicy", "fund", KeyPolicies.allOf(msp(A), msp(B))));

      Outcome without =
          client().submit(Submission.of(B, "put", "fund", "by B").endorsedBy(majorityWithoutA()));
      Outcome with = client().submit(Submission.of(B, "put", "fund", "by both"));

      assertThat(without)
          .isInstanceOfSatisfying(
              CommittedInvalid.class,
              invalid ->
                  assertThat(invalid.validation())
                      .isEqualTo(Validation.ENDORSEMENT_POLICY_FAILURE));
      assertThat(with).isInstanceOf(Committed.class);
      assertThat(read("fund")).isEqualTo("by both");
      assertThat(transaction((Committed) with).endorserMsps())
          .containsExactlyInAnyOrder(msp(A), msp(B));
    }

    @Test
    void onlyThePolicysOwnersChangeThePolicy() throws Exception {
      commit(Submission.of(A, "put", "owned", "value"));
      String policy = KeyPolicies.allOf(msp(A));
      Committed set = commit(Submission.of(A, "setPolicy", "owned", policy));

      Outcome stolen =
          client()
              .submit(
                  Submission.of(C, "setPolicy", "owned", KeyPolicies.allOf(msp(C)))
                      .endorsedBy(majorityWithoutA()));

      assertThat(stolen).isInstanceOf(CommittedInvalid.class);
      assertThat(transaction(set).policyWrites())
          .containsExactly(new KeyPolicyWrite("owned", Bytes.hex(policy)));
      commit(Submission.of(A, "put", "owned", "alone").endorsedBy(A));
      assertThat(read("owned")).isEqualTo("alone");
    }

    @Test
    void aPolicyEndsWithItsKey() throws Exception {
      commit(Submission.of(A, "put", "ends", "value"));
      commit(Submission.of(A, "setPolicy", "ends", KeyPolicies.allOf(msp(A))));
      commit(Submission.of(A, "delete", "ends"));

      commit(Submission.of(B, "put", "ends", "anew").endorsedBy(majorityWithoutA()));

      assertThat(read("ends")).isEqualTo("anew");
      assertThat(client().evaluate(Submission.of(A, "hasPolicy", "ends")))
          .isEqualTo(new Answer(Bytes.utf8("false")));
    }
  }

  @Nested
  class Reading {
    @Test
    void blocksComeInOrderFromAnyHeightAndAreChained() throws Exception {
      for (int i = 0; i < 5; i++) {
        commit(Submission.of(A, "put", "chain", "value-" + i));
      }
      long height = blocks().height();

      for (long from : new long[] {0, 1, height / 2, height - 1}) {
        try (BlockCursor cursor = blocks().open(from)) {
          Bytes before = Bytes.EMPTY;
          for (long number = from; number < height; number++) {
            CommittedBlock block = cursor.next(SOON).orElseThrow();
            assertThat(block.number()).isEqualTo(number);
            if (number > from) {
              assertThat(block.previousHash()).isEqualTo(before);
            }
            before = block.headerHash();
          }
        }
      }
    }

    @Test
    void aCursorWaitsForABlockThatIsNotThereYet() throws Exception {
      long height = blocks().height();
      try (BlockCursor cursor = blocks().open(height)) {
        assertThat(cursor.next(Duration.ZERO)).isEmpty();

        Committed committed = commit(Submission.of(A, "put", "awaited", "value"));

        assertThat(cursor.next(SOON).orElseThrow().number()).isEqualTo(height);
        assertThat(committed.block()).isGreaterThanOrEqualTo(height);
      }
    }

    @Test
    void transactionsStandInTheOrderOfTheirSubmission() throws Exception {
      assumeTrue(keepsOrder(), "this ledger lets transactions in flight overtake each other");
      long from = blocks().height();
      List<CompletableFuture<Outcome>> all = new ArrayList<>();
      List<String> expected = IntStream.range(0, 30).mapToObj(i -> "order-" + i).toList();
      expected.forEach(key -> all.add(client().submitAsync(Submission.of(B, "put", key, "v"))));
      for (CompletableFuture<Outcome> one : all) {
        one.get();
      }

      List<String> keys = new ArrayList<>();
      try (BlockCursor cursor = blocks().open(from)) {
        while (keys.size() < 30) {
          for (var transaction : cursor.next(SOON).orElseThrow().transactions()) {
            transaction.writes().forEach(write -> keys.add(write.key()));
          }
        }
      }

      assertThat(keys).isEqualTo(expected);
    }

    @Test
    void aTransactionTellsWhoMadeItAndWhatItWrote() throws Exception {
      Committed committed = commit(Submission.of(B, "putTwo", "told-b", "2", "told-a", "1"));

      CommittedTransaction transaction = transaction(committed);

      assertThat(transaction.index()).isEqualTo(committed.transaction());
      assertThat(transaction.kind()).isEqualTo(CommittedTransaction.Kind.CONTRACT_CALL);
      assertThat(transaction.txId()).isEqualTo(committed.txId());
      assertThat(transaction.isValid()).isTrue();
      assertThat(transaction.creatorMsp()).isEqualTo(msp(B));
      assertThat(transaction.endorserMsps())
          .hasSize(majorityWithoutA().length)
          .doesNotHaveDuplicates();
      assertThat(transaction.writes())
          .containsExactly(
              new KeyWrite("told-a", false, Bytes.utf8("1")),
              new KeyWrite("told-b", false, Bytes.utf8("2")));
    }

    @Test
    void anInvalidTransactionIsHandedOutAsInvalid() throws Exception {
      Outcome outcome = client().submit(Submission.of(A, "put", "invalid", "value").endorsedBy(A));

      CommittedInvalid invalid = (CommittedInvalid) outcome;
      var transaction = block(invalid.block()).transactions().get(invalid.transaction());
      assertThat(transaction.validation()).isEqualTo(Validation.ENDORSEMENT_POLICY_FAILURE);
      assertThat(transaction.txId()).isEqualTo(invalid.txId());
    }
  }
}
