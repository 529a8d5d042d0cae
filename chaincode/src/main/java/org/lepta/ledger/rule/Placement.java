package org.lepta.ledger.rule;

import java.util.List;
import org.lepta.ledger.entry.Approval;
import org.lepta.ledger.entry.Assessment;
import org.lepta.ledger.entry.Body;
import org.lepta.ledger.entry.Confirmation;
import org.lepta.ledger.entry.Correction;
import org.lepta.ledger.entry.Device;
import org.lepta.ledger.entry.Disbursement;
import org.lepta.ledger.entry.Flow;
import org.lepta.ledger.entry.FundMode;
import org.lepta.ledger.entry.Note;
import org.lepta.ledger.entry.PeriodClose;
import org.lepta.ledger.entry.Posting;
import org.lepta.ledger.entry.Registration;
import org.lepta.ledger.entry.TransferIn;

/**
 * In which transaction an entry travels: packed in a batch that can conflict with nothing, or in
 * the lane of its organisation, where balances are checked and written (ADR 0001).
 */
public enum Placement {
  BATCH,
  LANE;

  /**
   * Where an entry belongs.
   *
   * @param mode of the fund a flow touches; any value for other kinds
   */
  public static Placement of(Body body, FundMode mode) {
    return switch (body) {
      case Registration r -> LANE;
      case PeriodClose p -> LANE;
      case Note note -> ofNote(note);
      case Flow flow -> mode == FundMode.REPORTED ? BATCH : ofManaged(flow);
    };
  }

  private static Placement ofNote(Note note) {
    return switch (note) {
      case Approval n -> LANE;
      case Device n -> LANE;
      // A condition of a tranche looks for them, so the lane has to see them.
      case Confirmation n -> n.tranche() == null ? BATCH : LANE;
      case Assessment n -> n.tranche() == null ? BATCH : LANE;
      default -> BATCH;
    };
  }

  private static Placement ofManaged(Flow flow) {
    return switch (flow) {
      case Disbursement f -> LANE;
      case TransferIn f -> LANE;
      case Correction f when ofManaged(f.reverses()) == LANE -> LANE;
      default -> lowers(Postings.of(flow, FundMode.MANAGED)) ? LANE : BATCH;
    };
  }

  /** Whether it lowers the fund's free balance or touches what is committed or released. */
  private static boolean lowers(List<Posting> postings) {
    return postings.stream()
        .anyMatch(posting ->
            switch (posting.account()) {
              case FREE -> posting.amount().signum() < 0;
              case COMMITTED, RELEASED -> true;
              default -> false;
            });
  }
}
