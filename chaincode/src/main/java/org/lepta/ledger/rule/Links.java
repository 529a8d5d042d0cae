package org.lepta.ledger.rule;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.Amendment;
import org.lepta.ledger.entry.Disbursement;
import org.lepta.ledger.entry.Expenditure;
import org.lepta.ledger.entry.Fee;
import org.lepta.ledger.entry.Flow;
import org.lepta.ledger.entry.Refund;
import org.lepta.ledger.entry.Release;
import org.lepta.ledger.entry.TransferIn;
import org.lepta.ledger.entry.TransferOut;

/** What a flow names besides fund, unit and amount; a correction must name the same. */
final class Links {

  private Links() {}

  static List<String> of(Flow flow) {
    return switch (flow) {
      case Amendment f -> list(f.grant());
      case Release f -> list(f.grant(), f.tranche());
      case Disbursement f -> list(f.grant(), f.release());
      case Expenditure f -> list(f.grant(), f.spendClass());
      case Fee f -> list(f.donation());
      case Refund f -> list(f.donation(), f.from());
      case TransferOut f -> list(f.toFund(), f.transferIn());
      case TransferIn f -> list(f.fromFund(), f.transferOut());
      default -> List.of();
    };
  }

  private static List<String> list(@Nullable Object... links) {
    return Arrays.stream(links).map(String::valueOf).toList();
  }
}
