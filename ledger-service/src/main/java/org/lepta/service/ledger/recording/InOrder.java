package org.lepta.service.ledger.recording;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.rule.Code;
import org.lepta.ledger.rule.Lane;
import org.lepta.service.ledger.Bytes;
import org.lepta.service.ledger.Committed;
import org.lepta.service.ledger.LedgerClient;
import org.lepta.service.ledger.Outcome;
import org.lepta.service.ledger.Refused;

/**
 * Records entries of several organisations one transaction after the other, so that they commit in
 * exactly the order of the calls. What goes into one transaction is the caller's affair, and there
 * is no outbox: who is killed sends the same again, with the same neighbours, and a batch that is
 * there already answers as it did the first time. For one thread, and for organisations that nobody
 * else records for meanwhile.
 */
public final class InOrder {

  private final LedgerReads reads;
  private final Delivery delivery;
  private final Map<String, Numbers> numbers = new HashMap<>();

  /** How far an organisation came. */
  private static final class Numbers {
    long batches;
    long sealed;
  }

  public InOrder(LedgerClient client) {
    this.reads = new LedgerReads(client);
    this.delivery = new Delivery(client);
  }

  /**
   * Starts a ledger with its genesis entry, unless it was started before.
   *
   * @return whether this call did
   */
  public boolean start(String organisation, Entry genesis) throws InterruptedException {
    return delivery.start(organisation, genesis);
  }

  /**
   * Records entries as one batch; committed and durable on return.
   *
   * @return one result per entry
   * @throws RecordingException if the outcome could not be learned, or somebody else records for
   *     the organisation
   */
  public List<RecordResult> batch(String organisation, List<Entry> entries)
      throws InterruptedException {
    Numbers now = numbers(organisation);
    Outcome outcome =
        deliver(
            organisation,
            "record",
            Requests.batch(organisation, now.batches + 1, Requests.bytes(entries)));
    List<RecordResult> results = results(outcome, entries.size());
    if (outcome instanceof Committed) {
      now.batches++;
    }
    return results;
  }

  /**
   * Records entries as one lane transaction, after the organisation's batches are sealed; committed
   * and durable on return.
   *
   * @return one result per entry
   * @throws RecordingException if the outcome could not be learned
   */
  public List<RecordResult> lane(String organisation, List<Entry> entries)
      throws InterruptedException {
    Numbers now = numbers(organisation);
    while (now.batches - now.sealed > Lane.MAX_SEALS) {
      decide(organisation, now, now.sealed + Lane.MAX_SEALS, List.of());
    }
    return decide(organisation, now, now.batches, entries);
  }

  private List<RecordResult> decide(
      String organisation, Numbers now, long sealTo, List<Entry> entries)
      throws InterruptedException {
    Outcome outcome =
        deliver(
            organisation, "decide", Requests.lane(organisation, sealTo, Requests.bytes(entries)));
    List<RecordResult> results = results(outcome, entries.size());
    if (outcome instanceof Committed) {
      now.sealed = sealTo;
    }
    return results;
  }

  /**
   * What one call committed the next one stands on: its batches, and also who is a member. All else
   * that a peer does not know yet makes a transaction invalid, which is sent again anyway.
   */
  private Outcome deliver(String organisation, String function, Bytes request)
      throws InterruptedException {
    return delivery.deliver(
        Requests.submission(organisation, function, request), Code.SEAL_GAP, Code.NOT_A_MEMBER);
  }

  private static List<RecordResult> results(Outcome outcome, int entries) {
    return switch (outcome) {
      case Committed committed -> Results.of(committed, entries);
      case Refused refused when isTaken(refused) ->
          throw new RecordingException("somebody else records for this organisation", false);
      case Refused refused -> {
        List<RecordResult> all = new ArrayList<>();
        for (int i = 0; i < entries; i++) {
          all.add(new RecordResult.Refused(refused.code(), refused.detail()));
        }
        yield all;
      }
      default -> throw new IllegalStateException("not an end: " + outcome);
    };
  }

  private static boolean isTaken(Refused refused) {
    return refused.code().equals(Code.BATCH_NUMBER_TAKEN.name());
  }

  private Numbers numbers(String organisation) {
    return numbers.computeIfAbsent(
        organisation,
        id -> {
          Numbers found = new Numbers();
          found.batches = reads.firstFreeNumber(id, 1) - 1;
          found.sealed = reads.sealedUpTo(id);
          return found;
        });
  }
}
