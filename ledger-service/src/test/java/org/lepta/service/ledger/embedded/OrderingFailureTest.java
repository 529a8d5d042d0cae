package org.lepta.service.ledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lepta.service.ledger.NotSentException;
import org.lepta.service.ledger.Outcome;
import org.lepta.service.ledger.OutcomeUnknownException;
import org.lepta.service.ledger.Submission;
import org.lepta.service.ledger.TestContract;

final class OrderingFailureTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  @Test
  void aFailedWriteIsAnUnknownOutcomeAndNothingIsOrderedAfterIt(@TempDir Path temp)
      throws Exception {
    IdentityStore store = new IdentityStore(temp.resolve("identities"));
    Identity orderer = store.create("", NOW);
    Identity a = store.create("a", NOW);
    var identities = Map.of(orderer.mspId(), orderer, a.mspId(), a);
    Keeper keeper = Keeper.of(ChannelConfig.genesis(orderer).with(a), identities);
    WorldState state = new WorldState();
    var channel = new Proposal.Channel("lepta", "lepta");
    Endorser endorser = new Endorser(new TestContract(), channel, state, Clock.systemUTC());
    Endorsed endorsed = endorser.endorse(Submission.of("a", "put", "k", "v"), keeper).get();
    BlockFile file = BlockFile.open(temp, block -> {});
    Chain chain = new Chain(file, state, "lepta", Tip.START);
    file.close();

    try (Ordering ordering =
        new Ordering(
            chain, keeper, EmbeddedSettings.BlockLimits.DEFAULT, next -> {}, Runnable::run)) {
      ordering.start();
      CompletableFuture<Outcome> outcome = new CompletableFuture<>();
      ordering.put(new Job.Transaction(endorsed, outcome));

      assertThat(outcome)
          .failsWithin(20, TimeUnit.SECONDS)
          .withThrowableThat()
          .havingCause()
          .asInstanceOf(InstanceOfAssertFactories.type(OutcomeUnknownException.class))
          .satisfies(e -> assertThat(e.txId()).isEqualTo(endorsed.txId()));
      assertThat(ordering.failure()).isNotNull();
      assertThatThrownBy(
              () -> ordering.put(new Job.Transaction(endorsed, new CompletableFuture<>())))
          .isInstanceOf(NotSentException.class)
          .hasMessageContaining("stopped");
      assertThat(state.get("k")).isNull();
    }
  }
}
