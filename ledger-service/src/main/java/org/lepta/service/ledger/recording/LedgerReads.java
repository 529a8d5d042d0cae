package org.lepta.service.ledger.recording;

import java.util.List;
import java.util.Optional;
import org.lepta.ledger.codec.EntryCodec;
import org.lepta.ledger.codec.RecordCodec;
import org.lepta.ledger.entry.Fund;
import org.lepta.ledger.rule.LaneState;
import org.lepta.ledger.rule.MembersState;
import org.lepta.service.ledger.Answer;
import org.lepta.service.ledger.Bytes;
import org.lepta.service.ledger.Evaluation;
import org.lepta.service.ledger.LedgerClient;
import org.lepta.service.ledger.Member;
import org.lepta.service.ledger.Refused;
import org.lepta.service.ledger.Submission;
import org.lepta.service.ledger.UnreachableException;

/** Reads of committed state that the recorder needs. */
final class LedgerReads {

  private final LedgerClient client;

  LedgerReads(LedgerClient client) {
    this.client = client;
  }

  /** The card of a fund, if it is registered. */
  Optional<Fund> fund(String organisation, String id) {
    return read(organisation, "fund", id)
        .map(bytes -> (Fund) EntryCodec.decode(bytes.toArray()).body());
  }

  /** Number of the newest batch whose sums are sealed. */
  long sealedUpTo(String organisation) {
    return read(organisation, "lane", organisation)
        .map(bytes -> RecordCodec.decode(bytes.toArray(), LaneState.class).sealedUpTo())
        .orElse(0L);
  }

  /** The members that the ledger has admitted, in that order; none before it is started. */
  List<Member> members(String organisation) {
    return read(organisation, "members")
        .map(bytes -> RecordCodec.decode(bytes.toArray(), MembersState.class).members())
        .orElse(List.of())
        .stream()
        .map(member -> new Member(member.organisation(), member.msp()))
        .toList();
  }

  /** The first number from the given one on under which no batch is committed. */
  long firstFreeNumber(String organisation, long from) {
    if (!isTaken(organisation, from)) {
      return from;
    }
    long taken = from;
    long step = 1;
    while (isTaken(organisation, taken + step)) {
      taken += step;
      step *= 2;
    }
    long free = taken + step;
    while (free - taken > 1) {
      long middle = taken + (free - taken) / 2;
      if (isTaken(organisation, middle)) {
        taken = middle;
      } else {
        free = middle;
      }
    }
    return free;
  }

  private boolean isTaken(String organisation, long number) {
    return read(organisation, "sums", organisation, Long.toString(number)).isPresent();
  }

  private Optional<Bytes> read(String organisation, String... key) {
    try {
      Evaluation evaluation = client.evaluate(Submission.of(organisation, "read", key));
      return switch (evaluation) {
        case Answer answer ->
            answer.payload().isEmpty() ? Optional.empty() : Optional.of(answer.payload());
        case Refused refused ->
            throw new IllegalStateException("the ledger refuses to be read: " + refused);
      };
    } catch (UnreachableException e) {
      throw new RecordingException("the ledger cannot be read", false, e);
    }
  }
}
