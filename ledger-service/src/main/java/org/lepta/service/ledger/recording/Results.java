package org.lepta.service.ledger.recording;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.lepta.ledger.codec.Packed;
import org.lepta.ledger.contract.Answer;
import org.lepta.service.ledger.Committed;

/** Reads what the chaincode answered for each position of a request. Stateless and thread-safe. */
public final class Results {

  private Results() {}

  /** One result per entry of a batch or a lane transaction. */
  public static List<RecordResult> of(Committed committed, int entries) {
    Answer answer = Answer.decode(committed.payload().toArray());
    List<RecordResult> results =
        new ArrayList<>(Collections.nCopies(entries, new RecordResult.Recorded(committed.block())));
    for (Packed.Refused refused : answer.refused()) {
      results.set(refused.position(), new RecordResult.Refused(refused.code(), refused.detail()));
    }
    for (int position : answer.repeated()) {
      results.set(position, new RecordResult.Repeated());
    }
    return results;
  }
}
