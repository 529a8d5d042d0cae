package org.lepta.ui.view;

import java.util.List;
import org.lepta.ui.text.Language;
import org.lepta.ui.text.Texts;

/**
 * The tables of the explorer, from typed rows. Where a list of one fund or one grant would repeat
 * it in every row, the method without that column is used. Thread-safe.
 */
public final class Tables {
  private final Texts texts;

  private Tables(Texts texts) {
    this.texts = texts;
  }

  public static Tables of(Language language) {
    return new Tables(Texts.of(language));
  }

  /** Funds, one line for each fund and unit. */
  public Table funds(List<FundRow> rows) {
    return of(rows)
        .cell(
            "column.fund",
            row -> new Cell.Many(List.of(new Cell.Linked(row.fund()), new Cell.Label(row.mode()))))
        .who("column.owner", FundRow::owner)
        .money("column.received", FundRow::received, Absence.NOT_APPLICABLE)
        .money("column.awarded", FundRow::awarded, Absence.NOT_APPLICABLE)
        .money("column.paidOut", FundRow::paidOut, Absence.NOT_APPLICABLE)
        .money("column.free", FundRow::free, Absence.NOT_STATED)
        .day("column.lastMovement", FundRow::lastMovement)
        .under("table.funds", "empty.funds");
  }

  /** Payments of several funds. */
  public Table payments(List<PaymentRow> rows) {
    return paid(entryAndDate(rows).link("column.fund", PaymentRow::fund))
        .under("table.payments", "empty.payments");
  }

  /** Payments of one fund. */
  public Table paymentsOfFund(List<PaymentRow> rows) {
    return paid(entryAndDate(rows)).under("table.moneyOut", "empty.moneyOut");
  }

  /** Payments of one grant. */
  public Table paymentsOfGrant(List<PaymentRow> rows) {
    return entryAndDate(rows)
        .who("column.to", PaymentRow::recipient)
        .money("column.amount", PaymentRow::amount)
        .cell("column.evidence", row -> new Cell.Evidence(row.evidence()))
        .under("table.grantPayments", "empty.grantPayments");
  }

  private TableOf<PaymentRow> entryAndDate(List<PaymentRow> rows) {
    return of(rows).link("column.entry", PaymentRow::entry).day("column.date", PaymentRow::date);
  }

  private static TableOf<PaymentRow> paid(TableOf<PaymentRow> table) {
    return table
        .cell("column.to", Tables::paidTo)
        .money("column.amount", PaymentRow::amount)
        .cell("column.evidence", row -> new Cell.Evidence(row.evidence()))
        .cell("column.grant", Tables::paidOnGrant);
  }

  /** Who was paid, with the kind where the fund spent the money itself. */
  private static Cell paidTo(PaymentRow row) {
    Cell who = new Cell.Who(row.recipient());
    return row.kind() == EntryKind.DISBURSEMENT
        ? who
        : new Cell.Many(List.of(who, new Cell.Label(row.kind())));
  }

  private static Cell paidOnGrant(PaymentRow row) {
    boolean onGrants = row.kind() == EntryKind.DISBURSEMENT;
    return row.grant() != null
        ? new Cell.Linked(row.grant())
        : new Cell.Missing(onGrants ? Absence.NOT_STATED : Absence.NOT_APPLICABLE);
  }

  /** Money that came into one fund. */
  public Table moneyIn(List<MoneyInRow> rows) {
    return of(rows)
        .link("column.entry", MoneyInRow::entry)
        .day("column.date", MoneyInRow::date)
        .cell("column.kind", row -> new Cell.Label(row.kind()))
        .who("column.from", MoneyInRow::from)
        .money("column.amount", MoneyInRow::amount)
        .under("table.moneyIn", "empty.moneyIn");
  }

  /** Donations of several funds. */
  public Table donations(List<MoneyInRow> rows) {
    return of(rows)
        .link("column.donation", MoneyInRow::entry)
        .day("column.date", MoneyInRow::date)
        .link("column.fund", MoneyInRow::fund)
        .who("column.from", MoneyInRow::from)
        .money("column.amount", MoneyInRow::amount)
        .under("table.donations", "empty.donations");
  }

  /** Entries of any kind. */
  public Table entries(List<EntryRow> rows) {
    return of(rows)
        .link("column.entry", EntryRow::entry)
        .cell("column.kind", row -> new Cell.Label(row.kind()))
        .day("column.date", EntryRow::date)
        .linkIfAny("column.fund", EntryRow::fund)
        .whoIfAny("column.otherSide", EntryRow::party)
        .money("column.amount", EntryRow::amount, Absence.NOT_APPLICABLE)
        .who("column.statedBy", EntryRow::statedBy)
        .under("table.entries", "empty.entries");
  }

  /** Organisations, with the entries that registered them. */
  public Table organisations(List<OrganisationRow> rows) {
    return of(rows)
        .who("column.organisation", OrganisationRow::organisation)
        .text("column.id", row -> row.organisation().id())
        .link("column.entry", OrganisationRow::entry)
        .who("column.statedBy", OrganisationRow::statedBy)
        .under("table.organisations", "empty.organisations");
  }

  /** Other services over the same ledger. */
  public Table others(List<OtherRow> rows) {
    return of(rows)
        .cell("column.service", OtherRow::service)
        .cell("column.agreement", Tables::agreement)
        .count("column.sameBlocks", OtherRow::blocks)
        .count("column.sameEntries", OtherRow::entries)
        .day("column.since", OtherRow::since)
        .under("table.others", "empty.others");
  }

  private static Cell agreement(OtherRow row) {
    Cell stand = new Cell.Stand(row.agreement());
    return row.note().isEmpty() ? stand : new Cell.Many(List.of(stand, new Cell.Text(row.note())));
  }

  /** Grants of several funds. */
  public Table grants(List<GrantRow> rows) {
    TableOf<GrantRow> table =
        grant(rows)
            .who("column.recipient", GrantRow::recipient)
            .link("column.fund", GrantRow::fund);
    return awarded(table).under("table.grants", "empty.grants");
  }

  /** Grants of one fund. */
  public Table grantsOfFund(List<GrantRow> rows) {
    return awarded(grant(rows).who("column.recipient", GrantRow::recipient))
        .under("table.grants", "empty.grants");
  }

  /** Grants that one organisation received. */
  public Table grantsReceived(List<GrantRow> rows) {
    return awarded(grant(rows).link("column.fund", GrantRow::fund))
        .under("table.grantsReceived", "empty.grantsReceived");
  }

  private TableOf<GrantRow> grant(List<GrantRow> rows) {
    return of(rows).cell("column.grant", Tables::titled);
  }

  /** A grant by its title where that may be shown. */
  private static Cell titled(GrantRow row) {
    return row.title() instanceof PublicText.Shown title
        ? new Cell.Many(
            List.of(
                new Cell.Linked(new Link(title.text(), row.grant().href())),
                new Cell.Text(row.grant().label())))
        : new Cell.Many(List.of(new Cell.Linked(row.grant()), new Cell.Words(row.title())));
  }

  private static TableOf<GrantRow> awarded(TableOf<GrantRow> table) {
    return table
        .day("column.awardedOn", GrantRow::awardedOn)
        .money("column.awarded", GrantRow::awarded)
        .money("column.paidOut", GrantRow::paidOut, Absence.NOT_STATED);
  }

  /** Corrections, with their reasons. */
  public Table corrections(List<CorrectionRow> rows) {
    return corrected(rows).under("table.corrections", "empty.corrections");
  }

  /** Corrections that were recorded after the size of the log that a page shows. */
  public Table correctionsSince(List<CorrectionRow> rows) {
    return corrected(rows).under("table.correctionsSince", "empty.correctionsSince");
  }

  private TableOf<CorrectionRow> corrected(List<CorrectionRow> rows) {
    return of(rows)
        .link("column.entry", CorrectionRow::entry)
        .day("column.date", CorrectionRow::date)
        .cell("column.corrects", row -> Cell.link(row.target()))
        .text("column.reason", CorrectionRow::reason)
        .money("column.change", CorrectionRow::change)
        .who("column.statedBy", CorrectionRow::statedBy);
  }

  /** Amendments of a grant. */
  public Table amendments(List<AmendmentRow> rows) {
    return of(rows)
        .link("column.entry", AmendmentRow::entry)
        .day("column.date", AmendmentRow::date)
        .money("column.change", AmendmentRow::change)
        .cell("column.reason", row -> new Cell.Words(row.reason()))
        .who("column.statedBy", AmendmentRow::statedBy)
        .under("table.amendments", "empty.amendments");
  }

  /** Confirmations by the receiving side. */
  public Table confirmations(List<ConfirmationRow> rows) {
    return of(rows)
        .link("column.entry", ConfirmationRow::entry)
        .day("column.date", ConfirmationRow::date)
        .who("column.confirmedBy", ConfirmationRow::by)
        .money("column.amount", ConfirmationRow::amount)
        .cell("column.payment", row -> Cell.link(row.payment()))
        .under("table.confirmations", "empty.confirmations");
  }

  /** Tranches of a grant. */
  public Table tranches(List<TrancheRow> rows) {
    return of(rows)
        .text("column.tranche", TrancheRow::number)
        .money("column.amount", TrancheRow::amount)
        .day("column.due", TrancheRow::dueOn)
        .cell("column.conditions", Tables::conditions)
        .cell("column.state", row -> new Cell.Label(row.state()))
        .under("table.tranches", "empty.tranches");
  }

  private static Cell conditions(TrancheRow row) {
    List<Cell> conditions = row.conditions().stream().<Cell>map(Cell.Text::new).toList();
    return conditions.isEmpty()
        ? new Cell.Missing(Absence.NOT_APPLICABLE)
        : new Cell.Many(conditions);
  }

  /** What this fund paid, beside what the receivers state. */
  public Table matchesOut(List<MatchRow> rows) {
    return matches(rows).under("table.matchesOut", "empty.matchesOut");
  }

  /** What this fund received, beside what the givers state. */
  public Table matchesIn(List<MatchRow> rows) {
    return matches(rows).under("table.matchesIn", "empty.matchesIn");
  }

  private TableOf<MatchRow> matches(List<MatchRow> rows) {
    return of(rows)
        .who("column.otherSide", MatchRow::other)
        .money("column.here", MatchRow::here)
        .money("column.there", MatchRow::there, Absence.NOT_STATED)
        .money("column.difference", MatchRow::difference, Absence.NOT_APPLICABLE)
        .cell("column.match", row -> new Cell.Match(row.state()))
        .link("column.entries", MatchRow::entries);
  }

  /** Postings of an entry. */
  public Table postings(List<Posting> rows) {
    return of(rows)
        .text("column.account", Posting::account)
        .money("column.change", Posting::amount)
        .under("table.postings", "empty.postings");
  }

  /** Balances of the accounts an entry touched, after it. */
  public Table balances(List<Posting> rows) {
    return of(rows)
        .text("column.account", Posting::account)
        .money("column.balance", Posting::amount)
        .under("table.balances", "empty.balances");
  }

  private <R> TableOf<R> of(List<R> rows) {
    return new TableOf<>(texts, rows);
  }
}
