package org.lepta.service.ledger.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lepta.ledger.entry.Entry;
import org.lepta.service.kernel.Identity;
import org.lepta.service.testing.Samples;

/** What is sent but not indexed. */
final class OnTheWayTest {

  private static final Duration PATIENCE = Duration.ofMillis(10);

  private final SlowIndex index = new SlowIndex();
  private final OnTheWay onTheWay = new OnTheWay(index, 3, PATIENCE);

  @Test
  void anEntryIsKnownFromSendingUntilItsBlockIsIndexedAndFromThenOnByTheIndex() throws Exception {
    Item sent = item("d1");
    onTheWay.put(sent);
    onTheWay.committed(sent, 7);
    index.height = 7;
    assertThat(onTheWay.fresh(List.of(item("d1")))).isEmpty();

    index.height = 8;
    Item lost = item("d1");
    assertThat(onTheWay.fresh(List.of(lost))).containsExactly(lost);

    index.entries.put(sent.identity(), sent.entry());
    Item repeated = item("d1");
    assertThat(onTheWay.fresh(List.of(repeated))).isEmpty();
    assertThat(repeated.result()).isCompletedWithValue(new RecordResult.Repeated());
  }

  @Test
  void whatWasSentAgainIsForgottenOnceItsBlockIsIndexed() throws Exception {
    Item first = item("d1");
    onTheWay.put(first);
    Item again = first.again();
    onTheWay.put(again);
    onTheWay.committed(again, 0);
    index.height = 1;

    Item later = item("d1");
    assertThat(onTheWay.fresh(List.of(later))).containsExactly(later);
  }

  @Test
  void sendingWaitsUntilFewEntriesAreCommittedButNotIndexed() throws Exception {
    commit("d1", 0);
    commit("d2", 0);
    onTheWay.awaitRoom();
    assertThat(index.awaited).isEmpty();

    commit("d3", 1);
    commit("d4", 2);
    index.moves = 2;
    onTheWay.awaitRoom();

    assertThat(index.awaited).containsExactly(0L);
    assertThat(index.height).isEqualTo(1);
  }

  @Test
  void entriesThatAreNotCommittedYetLeaveRoom() throws Exception {
    for (int i = 0; i < 10; i++) {
      onTheWay.put(item("d" + i));
    }

    onTheWay.awaitRoom();

    assertThat(index.awaited).isEmpty();
  }

  @Test
  void anIndexThatStandsStillStopsSendingWithAKnownOutcome() {
    commit("d1", 0);
    commit("d2", 0);
    commit("d3", 0);

    assertThatThrownBy(onTheWay::awaitRoom)
        .isInstanceOfSatisfying(
            RecordingException.class, trouble -> assertThat(trouble.isOutcomeUnknown()).isFalse())
        .hasMessage("the index is far behind the ledger and stands still");
  }

  private void commit(String id, long block) {
    Item item = item(id);
    onTheWay.put(item);
    onTheWay.committed(item, block);
  }

  private static Item item(String id) {
    return Item.of(Samples.donation(id, "fund", "1"));
  }

  /** Indexes one block each time it is waited for, as often as it may. */
  private static final class SlowIndex implements RecordedEntries {
    private final Map<Identity, Entry> entries = new HashMap<>();
    private final List<Long> awaited = new ArrayList<>();
    private long height;
    private int moves;

    @Override
    public Map<Identity, Entry> find(Collection<Identity> identities) {
      Map<Identity, Entry> found = new HashMap<>(entries);
      found.keySet().retainAll(identities);
      return found;
    }

    @Override
    public long indexedHeight() {
      return height;
    }

    @Override
    public boolean awaitIndexed(long block, Duration timeout) {
      assertThat(timeout).isEqualTo(PATIENCE);
      if (moves == 0) {
        return false;
      }
      moves--;
      awaited.add(block);
      height++;
      return true;
    }
  }
}
