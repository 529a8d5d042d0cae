package org.lepta.service.indexing;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.Amendment;
import org.lepta.ledger.entry.Application;
import org.lepta.ledger.entry.Approval;
import org.lepta.ledger.entry.Assessment;
import org.lepta.ledger.entry.Attestation;
import org.lepta.ledger.entry.Body;
import org.lepta.ledger.entry.Challenge;
import org.lepta.ledger.entry.Confirmation;
import org.lepta.ledger.entry.Correction;
import org.lepta.ledger.entry.Disbursement;
import org.lepta.ledger.entry.Donation;
import org.lepta.ledger.entry.Draw;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Expenditure;
import org.lepta.ledger.entry.Fee;
import org.lepta.ledger.entry.Flow;
import org.lepta.ledger.entry.Grant;
import org.lepta.ledger.entry.Hold;
import org.lepta.ledger.entry.Kind;
import org.lepta.ledger.entry.Note;
import org.lepta.ledger.entry.Outcome;
import org.lepta.ledger.entry.Party;
import org.lepta.ledger.entry.PassOn;
import org.lepta.ledger.entry.PeriodClose;
import org.lepta.ledger.entry.Pledge;
import org.lepta.ledger.entry.Refund;
import org.lepta.ledger.entry.Registration;
import org.lepta.ledger.entry.Release;
import org.lepta.ledger.entry.Report;
import org.lepta.ledger.entry.Return;
import org.lepta.ledger.entry.RuleCard;
import org.lepta.ledger.entry.Statement;
import org.lepta.ledger.entry.TransferIn;
import org.lepta.ledger.entry.TransferOut;

/**
 * What lists filter and link by, whatever the kind.
 *
 * @param party the organisation at the other side
 * @param grant the grant it belongs to; a grant's own id for a grant
 * @param target qualified id of the entry it is about
 * @param otherFund the other side's fund or activity, as given
 */
public record EntryFacts(
    @Nullable String party,
    @Nullable String grant,
    @Nullable String target,
    @Nullable String otherFund) {

  private static final EntryFacts NONE = new EntryFacts(null, null, null, null);

  /** What lists say of an entry. */
  public static EntryFacts of(Entry entry) {
    return entry.body() instanceof Grant grant
        ? new EntryFacts(org(grant.recipient()), entry.id(), null, grant.toFund())
        : of(entry.body());
  }

  /** When it happened, else when it was decided. */
  public static @Nullable LocalDate businessDate(Entry entry) {
    LocalDate happened = entry.header().happenedOn();
    return happened == null ? entry.header().decidedOn() : happened;
  }

  /** The fund an entry touches, or speaks of without touching it. */
  public static @Nullable String fundOf(Body body) {
    return switch (body) {
      case Flow f -> f.fund();
      case RuleCard r -> r.fund();
      case Hold r -> r.fund();
      case PeriodClose d -> d.fund();
      case Confirmation n -> n.fund();
      case Approval n -> n.fund();
      case Attestation n -> n.fund();
      case Statement n -> n.fund();
      case Pledge n -> n.fund();
      case Report n -> n.fund();
      case Application n -> n.fund();
      case Assessment n -> n.fund();
      case Draw n -> n.fund();
      case Outcome n -> n.fund();
      case Registration r -> null;
      case Note n -> null;
    };
  }

  private static EntryFacts of(Body body) {
    return switch (body) {
      case Donation f -> new EntryFacts(org(f.donor()), null, passOn(f.from()), f.fromFund());
      case Fee f -> about(Kind.DONATION, f.donation());
      case Refund f -> about(Kind.DONATION, f.donation());
      case TransferOut f -> new EntryFacts(null, null, null, f.toFund());
      case TransferIn f -> new EntryFacts(null, null, null, f.fromFund());
      case Grant f -> new EntryFacts(org(f.recipient()), null, null, f.toFund());
      case Amendment f -> new EntryFacts(org(f.recipient()), f.grant(), null, f.toFund());
      case Release f -> new EntryFacts(null, f.grant(), null, null);
      case Disbursement f ->
          new EntryFacts(
              org(f.receiver()), f.grant(), qualified(Kind.RELEASE, f.release()), f.toFund());
      case PassOn f -> new EntryFacts(org(f.receiver()), f.grant(), null, f.toFund());
      case Return f -> new EntryFacts(org(f.by()), f.grant(), null, f.fromFund());
      case Expenditure f -> new EntryFacts(org(f.payee()), f.grant(), null, null);
      case Correction f -> correction(f);
      case Confirmation n -> new EntryFacts(org(n.by()), n.grant(), n.of(), null);
      case Approval n -> about(Kind.RELEASE, n.release());
      case Report n -> new EntryFacts(null, n.grant(), null, null);
      case Assessment n ->
          new EntryFacts(null, n.grant(), qualified(Kind.APPLICATION, n.application()), null);
      case Challenge n -> new EntryFacts(null, null, n.of(), null);
      case Outcome n -> new EntryFacts(org(n.by()), n.grant(), null, null);
      default -> NONE;
    };
  }

  private static EntryFacts correction(Correction correction) {
    EntryFacts of = of(correction.reverses());
    Kind kind = Kind.of(correction.reverses());
    String target = qualified(kind, correction.target());
    String grant = kind == Kind.GRANT ? correction.target() : of.grant();
    return new EntryFacts(of.party(), grant, target, of.otherFund());
  }

  private static EntryFacts about(Kind kind, @Nullable String id) {
    return new EntryFacts(null, null, qualified(kind, id), null);
  }

  private static @Nullable String passOn(@Nullable String id) {
    return qualified(Kind.PASS_ON, id);
  }

  private static @Nullable String qualified(Kind kind, @Nullable String id) {
    return id == null ? null : kind.label() + ':' + id;
  }

  private static @Nullable String org(@Nullable Party party) {
    return party == null ? null : party.org();
  }
}
