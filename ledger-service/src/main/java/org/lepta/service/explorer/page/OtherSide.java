package org.lepta.service.explorer.page;

import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.Amendment;
import org.lepta.ledger.entry.Application;
import org.lepta.ledger.entry.Body;
import org.lepta.ledger.entry.Confirmation;
import org.lepta.ledger.entry.Correction;
import org.lepta.ledger.entry.Disbursement;
import org.lepta.ledger.entry.Donation;
import org.lepta.ledger.entry.Expenditure;
import org.lepta.ledger.entry.Grant;
import org.lepta.ledger.entry.Outcome;
import org.lepta.ledger.entry.PassOn;
import org.lepta.ledger.entry.Pledge;
import org.lepta.ledger.entry.Return;
import org.lepta.ledger.entry.TransferIn;
import org.lepta.ledger.entry.TransferOut;
import org.lepta.ui.view.Party;

/** Who or what stands at the other side of an entry. */
sealed interface OtherSide {

  /** A party, or null where the statement does not say who. */
  record Of(org.lepta.ledger.entry.@Nullable Party party) implements OtherSide {}

  /** Another fund of the same owner. */
  record OfFund(String fund) implements OtherSide {}

  /** The kind has no other side. */
  record None() implements OtherSide {}

  static OtherSide of(Body body) {
    return switch (body) {
      case Donation f -> new Of(f.donor());
      case TransferOut f -> new OfFund(f.toFund());
      case TransferIn f -> new OfFund(f.fromFund());
      case Grant f -> new Of(f.recipient());
      case Amendment f -> new Of(f.recipient());
      case Disbursement f -> new Of(f.receiver());
      case PassOn f -> new Of(f.receiver());
      case Return f -> new Of(f.by());
      case Expenditure f -> new Of(f.payee());
      case Correction f -> of(f.reverses());
      case Confirmation n -> new Of(n.by());
      case Pledge n -> new Of(n.donor());
      case Application n -> new Of(n.applicant());
      case Outcome n -> new Of(n.by());
      default -> new None();
    };
  }

  /** The organisation, if it is one. */
  default @Nullable String organisation() {
    return this instanceof Of of && of.party() != null ? of.party().org() : null;
  }

  /** The other fund, if it is one. */
  default @Nullable String fund() {
    return this instanceof OfFund of ? of.fund() : null;
  }

  /** As a page shows it; null where the kind has none. */
  default @Nullable Party shown(View view) {
    return switch (this) {
      case Of of -> view.party(of.party());
      case OfFund of -> view.fundAsParty(of.fund());
      case None none -> null;
    };
  }
}
