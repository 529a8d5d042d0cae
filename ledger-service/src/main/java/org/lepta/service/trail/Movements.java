package org.lepta.service.trail;

import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.Amendment;
import org.lepta.ledger.entry.Correction;
import org.lepta.ledger.entry.Disbursement;
import org.lepta.ledger.entry.Donation;
import org.lepta.ledger.entry.Exchange;
import org.lepta.ledger.entry.Expenditure;
import org.lepta.ledger.entry.Fee;
import org.lepta.ledger.entry.Flow;
import org.lepta.ledger.entry.Grant;
import org.lepta.ledger.entry.Income;
import org.lepta.ledger.entry.Kind;
import org.lepta.ledger.entry.Opening;
import org.lepta.ledger.entry.PassOn;
import org.lepta.ledger.entry.Refund;
import org.lepta.ledger.entry.Release;
import org.lepta.ledger.entry.Return;
import org.lepta.ledger.entry.TransferIn;
import org.lepta.ledger.entry.TransferOut;
import org.lepta.ledger.money.Amount;
import org.lepta.ledger.money.Unit;
import org.lepta.service.indexing.IndexedEntry;

/**
 * What entries do to the fund line: only what changes the fund's whole (free, committed and
 * released together) moves it.
 */
final class Movements {

  private final long leaf;
  private final Source entry;
  private final YearMonth month;

  private Movements(long leaf, Source entry, YearMonth month) {
    this.leaf = leaf;
    this.entry = entry;
    this.month = month;
  }

  /** The movements of an entry; none for notes, for entries without effect and for zero amounts. */
  static List<Movement> of(IndexedEntry indexed) {
    if (!indexed.hasEffect() || !(indexed.entry().body() instanceof Flow flow)) {
      return List.of();
    }
    Source entry = new Source(indexed.entry().kind(), indexed.entry().id());
    YearMonth month = YearMonth.from(indexed.committed().atZone(ZoneOffset.UTC));
    return new Movements(indexed.index(), entry, month)
        .of(flow).stream().filter(movement -> movement.amount() > 0).toList();
  }

  private List<Movement> of(Flow flow) {
    return switch (flow) {
      case Opening f -> give(f, Purse.GENERAL);
      case Donation f -> give(f, f.earmark() == null ? Purse.GENERAL : Purse.named(entry.id()));
      case Income f -> give(f, Purse.GENERAL);
      case TransferIn f -> give(f, Purse.GENERAL);
      case Fee f -> pay(f, Purse.about(f.donation()), null);
      case Refund f -> lower(f, new Source(Kind.DONATION, f.donation()));
      case TransferOut f -> pay(f, Purse.GENERAL, null);
      case Exchange f ->
          List.of(
              new Movement.Pay(
                  leaf, entry, month, f.unit(), units(f.amount()), Purse.GENERAL, null),
              new Movement.Give(
                  leaf, entry, month, f.boughtUnit(), units(f.boughtAmount()), Purse.GENERAL, 1));
      case Disbursement f -> pay(f, Purse.named(f.earmark()), f.grant());
      case Expenditure f -> f.grant() == null ? pay(f, Purse.named(f.earmark()), null) : List.of();
      case Return f ->
          List.of(
              new Movement.TakeBack(
                  leaf, entry, month, f.unit(), units(f.amount()), null, f.grant(), Purse.GENERAL));
      case Correction f -> corrected(f);
      case Grant f -> List.of();
      case Amendment f -> List.of();
      case Release f -> List.of();
      case PassOn f -> List.of();
    };
  }

  private List<Movement> corrected(Correction correction) {
    Flow flow = correction.reverses();
    Source target =
        correction.target() == null ? null : new Source(Kind.of(flow), correction.target());
    return switch (flow) {
      case Opening f -> lower(f, target);
      case Donation f -> lower(f, target);
      case Income f -> lower(f, target);
      case TransferIn f -> lower(f, target);
      case Return f -> lower(f, target);
      case Fee f -> takeBack(f, target, Purse.about(f.donation()));
      case Refund f -> takeBack(f, target, Purse.about(f.donation()));
      case TransferOut f -> takeBack(f, target, Purse.GENERAL);
      case Disbursement f -> takeBack(f, target, Purse.named(f.earmark()));
      case Expenditure f ->
          f.grant() == null ? takeBack(f, target, Purse.named(f.earmark())) : List.of();
      case Exchange f ->
          List.of(
              new Movement.TakeBack(
                  leaf, entry, month, f.unit(), units(f.amount()), target, null, Purse.GENERAL),
              lower(f.boughtUnit(), f.boughtAmount(), target, 1));
      case Grant f -> List.of();
      case Amendment f -> List.of();
      case Release f -> List.of();
      case PassOn f -> List.of();
      case Correction f -> List.of();
    };
  }

  private List<Movement> give(Flow f, Purse purse) {
    return List.of(new Movement.Give(leaf, entry, month, f.unit(), units(f.amount()), purse, 0));
  }

  private List<Movement> pay(Flow f, Purse purse, @Nullable String grant) {
    return List.of(new Movement.Pay(leaf, entry, month, f.unit(), units(f.amount()), purse, grant));
  }

  private List<Movement> lower(Flow f, @Nullable Source target) {
    return List.of(lower(f.unit(), f.amount(), target, 0));
  }

  private Movement lower(Unit unit, Amount amount, @Nullable Source target, int side) {
    Purse purse =
        target == null || target.kind() != Kind.DONATION ? Purse.GENERAL : Purse.about(target.id());
    return new Movement.Lower(leaf, entry, month, unit, units(amount), target, purse, side);
  }

  private List<Movement> takeBack(Flow f, @Nullable Source target, Purse purse) {
    return List.of(
        new Movement.TakeBack(
            leaf, entry, month, f.unit(), units(f.amount()), target, null, purse));
  }

  private static long units(Amount amount) {
    return amount.tenThousandths();
  }
}
