package org.lepta.service.sample;

import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.ConditionType;
import org.lepta.ledger.entry.Party;
import org.lepta.ledger.entry.Tranche;
import org.lepta.ledger.money.Amount;
import org.lepta.ledger.money.Unit;

/** A grant of the sample and how far it came. Not thread-safe. */
final class Award {

  final String id;
  final FundCard fund;
  final Unit unit;
  final Party recipient;

  /** Whether its money is moved by the script of the chain and not by chance. */
  final boolean scripted;

  final YearMonth since;

  Amount amount;
  List<Tranche> tranches;
  YearMonth due;
  int released;
  int expenditures;
  int confirmations;
  boolean closed;

  Award(
      String id,
      FundCard fund,
      Unit unit,
      Party recipient,
      boolean scripted,
      YearMonth since,
      YearMonth due,
      Amount amount,
      List<Tranche> tranches) {
    this.id = id;
    this.fund = fund;
    this.unit = unit;
    this.recipient = recipient;
    this.scripted = scripted;
    this.since = since;
    this.due = due;
    this.amount = amount;
    this.tranches = tranches;
  }

  boolean isWhollyReleased() {
    return released >= Math.max(1, tranches.size());
  }

  /** The tranche that is next; absent for a grant in one piece. */
  @Nullable Tranche next() {
    return tranches.isEmpty() ? null : tranches.get(released);
  }

  /** Whether the tranche after the one just released waits for the receiver's confirmation. */
  boolean nextAwaitsConfirmation() {
    return !tranches.isEmpty()
        && released < tranches.size()
        && has(tranches.get(released), ConditionType.CONFIRMATION);
  }

  static boolean has(@Nullable Tranche tranche, ConditionType type) {
    return tranche != null && tranche.conditions().stream().anyMatch(c -> c.type() == type);
  }

  /** Who says what the grantee says: the grantee, or the foundation for a person. */
  String speaker(String foundation) {
    String org = recipient.org();
    return org == null ? foundation : org;
  }
}
