package org.lepta.ledger.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lepta.ledger.entry.Amendment;
import org.lepta.ledger.entry.Grant;
import org.lepta.ledger.entry.Tranche;
import org.lepta.ledger.money.Amount;
import org.lepta.ledger.money.Unit;

/**
 * What the ledger knows of a managed fund's grant.
 *
 * @param awarded with amendments and corrections
 * @param released net sum of its releases
 * @param tranches none, or dense from 1
 */
public record GrantState(Unit unit, Amount awarded, Amount released, List<TrancheState> tranches) {

  public GrantState {
    tranches = StateLists.copy(tranches);
  }

  static GrantState of(Grant grant) {
    return new GrantState(
        grant.unit(),
        grant.amount(),
        Amount.ZERO,
        grant.tranches().stream().map(TrancheState::of).toList());
  }

  /** Awarded and not yet released. */
  Amount rest() {
    return awarded.minus(released);
  }

  Optional<TrancheState> tranche(int number) {
    return tranches.stream().filter(tranche -> tranche.number() == number).findFirst();
  }

  GrantState awarded(Amount more) {
    return new GrantState(unit, awarded.plus(more), released, tranches);
  }

  GrantState released(Amount more) {
    return new GrantState(unit, awarded, released.plus(more), tranches);
  }

  GrantState with(TrancheState changed) {
    List<TrancheState> all = new ArrayList<>(tranches);
    all.set(changed.number() - 1, changed);
    return new GrantState(unit, awarded, released, all);
  }

  /** With more or less awarded and, where the amendment lists them, the agreed new tranches. */
  GrantState amended(Amendment change) {
    GrantState changed = awarded(change.amount());
    return change.tranches().isEmpty() ? changed : changed.terms(change.tranches());
  }

  private GrantState terms(List<Tranche> terms) {
    List<TrancheState> all = new ArrayList<>();
    for (Tranche term : terms) {
      all.add(tranche(term.number()).map(old -> old.amended(term)).orElse(TrancheState.of(term)));
    }
    return new GrantState(unit, awarded, released, all);
  }
}
