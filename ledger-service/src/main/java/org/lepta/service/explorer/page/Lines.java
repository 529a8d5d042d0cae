package org.lepta.service.explorer.page;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.Amendment;
import org.lepta.ledger.entry.Confirmation;
import org.lepta.ledger.entry.Correction;
import org.lepta.ledger.entry.Disbursement;
import org.lepta.ledger.entry.Expenditure;
import org.lepta.ledger.entry.Flow;
import org.lepta.ledger.entry.Grant;
import org.lepta.ledger.entry.Kind;
import org.lepta.service.indexing.read.EntryRecord;
import org.lepta.service.indexing.read.Lookups;
import org.lepta.service.indexing.read.ResolvedText;
import org.lepta.service.indexing.read.Texts;
import org.lepta.ui.format.Amount;
import org.lepta.ui.view.AmendmentRow;
import org.lepta.ui.view.ConfirmationRow;
import org.lepta.ui.view.CorrectionRow;
import org.lepta.ui.view.EntryRow;
import org.lepta.ui.view.EvidenceStep;
import org.lepta.ui.view.GrantRow;
import org.lepta.ui.view.Link;
import org.lepta.ui.view.MoneyInRow;
import org.lepta.ui.view.OrganisationRow;
import org.lepta.ui.view.Party;
import org.lepta.ui.view.PaymentRow;
import org.lepta.ui.view.PublicText;

/** Entries as lines of the tables of one page. */
final class Lines {

  private static final Set<String> REASONS = Set.of("reason", "description");

  private final View view;

  Lines(View view) {
    this.view = view;
  }

  /** Payments, with the steps of the evidence ladder they stand on. */
  List<PaymentRow> payments(List<EntryRecord> payments, Lookups lookups) {
    Set<Long> confirmed = lookups.confirmed(payments, view.at());
    return payments.stream().map(entry -> payment(entry, confirmed)).toList();
  }

  private PaymentRow payment(EntryRecord entry, Set<Long> confirmed) {
    Flow flow = flow(entry);
    String grant =
        switch (flow) {
          case Disbursement d -> d.grant();
          case Expenditure e -> e.grant();
          default -> null;
        };
    return new PaymentRow(
        view.entry(entry),
        view.day(entry.businessDate()),
        Kinds.shown(entry.kind()),
        view.fund(flow.fund()),
        party(entry),
        view.money(flow.unit(), flow.amount()),
        confirmed.contains(entry.index()) ? EvidenceStep.CONFIRMED : EvidenceStep.STATED,
        grant == null ? null : view.byId(Kind.GRANT, grant, flow.fund()));
  }

  List<MoneyInRow> moneyIn(List<EntryRecord> entries) {
    return entries.stream()
        .map(entry -> {
          Flow flow = flow(entry);
          return new MoneyInRow(
              page(entry),
              view.day(entry.businessDate()),
              Kinds.shown(entry.kind()),
              view.fund(flow.fund()),
              party(entry),
              view.money(flow.unit(), flow.amount()));
        })
        .toList();
  }

  /** Grants, with what was awarded and paid under them. */
  List<GrantRow> grants(List<EntryRecord> grants, Lookups lookups, Texts texts) {
    Map<Lookups.GrantKey, Lookups.GrantSums> sums = lookups.grantSums(grants, view.at());
    return grants.stream()
        .map(entry -> {
          Grant grant = (Grant) entry.entry().body();
          return grant(
              entry, grant, sums.get(new Lookups.GrantKey(grant.fund(), entry.id())), texts);
        })
        .toList();
  }

  private GrantRow grant(
      EntryRecord entry, Grant grant, Lookups.@Nullable GrantSums sums, Texts texts) {
    String unit = grant.unit().code();
    Amount awarded =
        sums == null ? view.money(grant.unit(), grant.amount()) : view.money(unit, sums.awarded());
    return new GrantRow(
        page(entry),
        Names.brief(text(entry, Set.of("title"), texts)),
        view.party(grant.recipient()),
        view.fund(grant.fund()),
        view.day(entry.businessDate()),
        awarded,
        paid(entry, unit, sums == null ? BigDecimal.ZERO : sums.paid()));
  }

  /** Nothing stated is not nothing paid; only a fund that keeps its books here knows. */
  private @Nullable Amount paid(EntryRecord entry, String unit, BigDecimal paid) {
    boolean known = Boolean.TRUE.equals(entry.managed()) || paid.signum() != 0;
    return known ? view.money(unit, paid) : null;
  }

  List<CorrectionRow> corrections(List<EntryRecord> entries) {
    return entries.stream()
        .map(entry -> {
          Correction correction = (Correction) entry.entry().body();
          String target = correction.target();
          return new CorrectionRow(
              view.entry(entry),
              view.day(entry.businessDate()),
              target == null
                  ? null
                  : view.byId(Kind.of(correction.reverses()), target, correction.fund()),
              correction.reason(),
              view.change(correction.unit(), correction.amount().negated()),
              statedBy(entry));
        })
        .toList();
  }

  List<AmendmentRow> amendments(List<EntryRecord> entries, Texts texts) {
    return entries.stream()
        .map(entry -> {
          Amendment amendment = (Amendment) entry.entry().body();
          PublicText reason = text(entry, REASONS, texts);
          return new AmendmentRow(
              view.entry(entry),
              view.day(entry.businessDate()),
              view.change(amendment.unit(), amendment.amount()),
              reason instanceof PublicText.NotStated
                  ? PublicText.of(amendment.reason().word())
                  : Names.brief(reason),
              statedBy(entry));
        })
        .toList();
  }

  List<ConfirmationRow> confirmations(List<EntryRecord> entries) {
    return entries.stream()
        .map(entry -> {
          Confirmation confirmation = (Confirmation) entry.entry().body();
          String prefix = Kind.DISBURSEMENT.label() + ':';
          Link payment =
              confirmation.of().startsWith(prefix) && confirmation.of().length() > prefix.length()
                  ? view.byId(
                      Kind.DISBURSEMENT,
                      confirmation.of().substring(prefix.length()),
                      confirmation.fund())
                  : null;
          Party by = confirmation.by() == null ? statedBy(entry) : view.party(confirmation.by());
          return new ConfirmationRow(
              view.entry(entry),
              view.day(entry.businessDate()),
              by,
              view.money(confirmation.unit(), confirmation.amount()),
              payment);
        })
        .toList();
  }

  List<EntryRow> entries(List<EntryRecord> entries) {
    return entries.stream()
        .map(entry ->
            new EntryRow(
                view.entry(entry),
                view.day(entry.businessDate()),
                Kinds.shown(entry.kind()),
                entry.fund() == null ? null : view.fund(entry.fund()),
                OtherSide.of(entry.entry().body()).shown(view),
                amount(entry),
                statedBy(entry)))
        .toList();
  }

  List<OrganisationRow> organisations(List<EntryRecord> entries) {
    return entries.stream()
        .map(entry ->
            new OrganisationRow(view.organisation(entry.id()), view.entry(entry), statedBy(entry)))
        .toList();
  }

  /** The link to what a reader wants to see of the entry: its own page if its kind has one. */
  Link page(EntryRecord entry) {
    return entry.kind() == Kind.DONATION || entry.kind() == Kind.GRANT
        ? view.byId(entry.kind(), entry.id(), entry.fund())
        : view.entry(entry);
  }

  Party.Organisation statedBy(EntryRecord entry) {
    return view.organisation(entry.entry().header().statedBy());
  }

  /** The text of the entry with one of these roles, in the reader's language where there is one. */
  PublicText text(EntryRecord entry, Set<String> roles, Texts texts) {
    List<ResolvedText> found = texts.of(entry.entry(), roles);
    return found.isEmpty() ? new PublicText.NotStated() : new Names(found).first(view.language());
  }

  private @Nullable Amount amount(EntryRecord entry) {
    return switch (entry.entry().body()) {
      case Correction c -> view.change(c.unit(), c.amount().negated());
      case Amendment a -> view.change(a.unit(), a.amount());
      case Flow f -> view.money(f.unit(), f.amount());
      case Confirmation c -> view.money(c.unit(), c.amount());
      default -> null;
    };
  }

  private Party party(EntryRecord entry) {
    Party party = OtherSide.of(entry.entry().body()).shown(view);
    return party == null ? new Party.NotStated() : party;
  }

  private static Flow flow(EntryRecord entry) {
    return (Flow) entry.entry().body();
  }
}
