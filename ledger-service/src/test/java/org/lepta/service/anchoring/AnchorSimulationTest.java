package org.lepta.service.anchoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lepta.service.anchoring.contract.LeptaAnchor;

/**
 * Everything that can go wrong between a service and a chain, drawn from a seed: reorganisations,
 * dropped transactions, requests and answers lost, restarts, full blocks, and a thief with one
 * member's key.
 */
class AnchorSimulationTest {

  private static final int ANCHORS = Boolean.getBoolean("lepta.long") ? 100 : 30;
  private static final int MOST_STEPS = 200;
  private static final int DEEPEST = 10;

  @TempDir Path folder;

  private final SplittableRandom random = new SplittableRandom(20261127);
  private final List<Integer> depths = new ArrayList<>();
  private int dropped;
  private int restarts;
  private int lost;
  private int thefts;

  @SuppressWarnings("NullAway.Init")
  private Anvil anvil;

  @SuppressWarnings("NullAway.Init")
  private AnchorStation station;

  @BeforeEach
  void start() throws IOException, AnchorException {
    anvil = Anvil.minesWhenTold();
    station = new AnchorStation(anvil, GrowingLog.of(1), AnchorStation.deploy(anvil), folder);
    station.clock.move(Duration.ofDays(1));
    station.faults =
        (payload, answered) -> {
          if (random.nextInt(40) == 0) {
            lost++;
            throw new IOException("the line was cut");
          }
        };
  }

  @AfterEach
  void stop() {
    if (anvil != null) {
      anvil.close();
    }
  }

  @Test
  void whateverHappensTheChainHoldsOneHistory() throws Exception {
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < ANCHORS; i++) {
      station.log.grow(random.nextInt(1, 60));
      anchor();
      expected.add(station.line(station.log.size()));
    }
    station.faults = AnchorStation.Faults.NONE;
    station.settle();

    assertThat(station.history()).isEqualTo(expected);
    assertThat(station.waiting()).isZero();
    assertThat(depths).isNotEmpty();
    assertThat(thefts).isPositive();
    System.out.printf(
        "%d anchors: %d reorganisations (depths %d to %d), %d dropped, %d restarts, %d requests or"
            + " answers lost, %d tries with a stolen key%n",
        ANCHORS,
        depths.size(),
        depths.stream().min(Integer::compare).orElseThrow(),
        depths.stream().max(Integer::compare).orElseThrow(),
        dropped,
        restarts,
        lost,
        thefts);
  }

  private void anchor() throws Exception {
    for (int step = 0; step < MOST_STEPS; step++) {
      AnchorState state = look();
      if (state != null) {
        AnchorState.Anchored anchored = state.anchored();
        if (anchored != null && anchored.size() == station.log.size() && anchored.isFinal()) {
          return;
        }
        disturb(state);
      }
      assertThat(station.waiting()).isLessThanOrEqualTo(2);
    }
    throw new IllegalStateException("nothing is anchored after " + MOST_STEPS + " steps");
  }

  /** One look; null where it ended in trouble, all of which may pass. */
  private @Nullable AnchorState look() throws Exception {
    try {
      return station.look();
    } catch (AnchorException e) {
      assertThat(e.trouble().mayPass()).as("%s", e.getMessage()).isTrue();
      assertThat(e.trouble()).isEqualTo(AnchorTrouble.ANCHOR_CHAIN_UNREACHABLE);
      return null;
    }
  }

  private void disturb(AnchorState state) throws Exception {
    switch (random.nextInt(12)) {
      case 0, 1 -> {
        depths.add(random.nextInt(1, DEEPEST + 1));
        anvil.reorg(depths.getLast());
      }
      case 2 -> {
        if (state.sent() != null) {
          anvil.drop(state.sent().transaction());
          dropped++;
        }
      }
      case 3 -> {
        station.restart();
        restarts++;
      }
      case 4 -> station.clock.move(Duration.ofMinutes(2));
      case 5 -> steal();
      case 6 -> anvil.mine(DEEPEST);
      default -> anvil.mine(random.nextInt(1, 4));
    }
  }

  /** One key signs a fork as often as it likes; the transaction gets into a block and fails. */
  private void steal() throws Exception {
    GrowingLog fork = GrowingLog.of("fork", (int) station.log.size() + 5);
    AccountKey stolen = TestMembers.KEYS.getFirst();
    Chain chain = new Chain(station.contract, new JdkService(anvil.address()));
    byte[] digest =
        new TypedData(station.contract)
            .anchor(TestMembers.root(fork.size(), fork.root(fork.size())));
    long now = chain.latest().size();
    List<LeptaAnchor.Signature> signatures = TestMembers.sign(digest, List.of(stolen, stolen));
    String data =
        chain
            .calls()
            .anchor(
                BigInteger.valueOf(now),
                BigInteger.valueOf(fork.size()),
                fork.root(fork.size()).bytes(),
                fork.tree(fork.size()).consistency(now, fork.size()).path().stream()
                    .map(hash -> hash.bytes())
                    .toList(),
                signatures)
            .encodeFunctionCall();
    Submission.Price price =
        new Submission.Price(
            BigInteger.valueOf(300_000), TestMembers.gwei(50), TestMembers.gwei(1));
    BigInteger nonce = chain.nonce(Anvil.ALSO_RICH.address());
    String raw = Submission.sign(station.contract, Anvil.ALSO_RICH, nonce, data, price);
    try {
      chain.submit(raw);
      thefts++;
    } catch (AnchorException e) {
      // The one before still waits under this number.
      assertThat(e).hasMessageContaining("underpriced");
    }
    assertThat(chain.latest().size()).isEqualTo(now);
  }
}
