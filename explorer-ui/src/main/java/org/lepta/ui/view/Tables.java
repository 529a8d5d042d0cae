package org.lepta.ui.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lepta.ui.text.Language;
import org.lepta.ui.text.Texts;

/**
 * The tables of the explorer, from typed rows. Where a list of one fund or one grant would repeat
 * it in every row, the method without that column is used. Thread-safe.
 */
public final class Tables {
  /** Columns whose values lists can be sorted by, with the words of the read API. */
  private static final Map<String, String> SORTS =
      Map.of(
          "date",
          "date",
          "awardedOn",
          "date",
          "amount",
          "amount",
          "awarded",
          "amount",
          "change",
          "amount");

  private final Texts texts;

  private Tables(Texts texts) {
    this.texts = texts;
  }

  public static Tables of(Language language) {
    return new Tables(Texts.of(language));
  }

  /** Funds, one line for each fund and unit. */
  public Table funds(List<FundRow> rows) {
    List<Column> columns =
        List.of(
            column("fund"),
            column("owner"),
            figures("received"),
            figures("awarded"),
            figures("paidOut"),
            figures("free"),
            column("lastMovement"));
    return table("funds", columns, rows.stream().map(Tables::fund).toList());
  }

  /** Payments of several funds. */
  public Table payments(List<PaymentRow> rows) {
    return payments("payments", rows, true);
  }

  /** Payments of one fund. */
  public Table paymentsOfFund(List<PaymentRow> rows) {
    return payments("moneyOut", rows, false);
  }

  /** Payments of one grant. */
  public Table paymentsOfGrant(List<PaymentRow> rows) {
    List<Column> columns =
        List.of(
            column("entry"), column("date"), column("to"), figures("amount"), column("evidence"));
    List<List<Cell>> cells =
        rows.stream()
            .map(row ->
                List.of(
                    new Cell.Linked(row.entry()),
                    Cell.day(row.date()),
                    new Cell.Who(row.recipient()),
                    new Cell.Money(row.amount()),
                    new Cell.Evidence(row.evidence())))
            .toList();
    return table("grantPayments", columns, cells);
  }

  /** Money that came into one fund. */
  public Table moneyIn(List<MoneyInRow> rows) {
    List<Column> columns =
        List.of(column("entry"), column("date"), column("kind"), column("from"), figures("amount"));
    List<List<Cell>> cells =
        rows.stream()
            .map(row ->
                List.of(
                    new Cell.Linked(row.entry()),
                    Cell.day(row.date()),
                    new Cell.Label(row.kind()),
                    new Cell.Who(row.from()),
                    new Cell.Money(row.amount())))
            .toList();
    return table("moneyIn", columns, cells);
  }

  /** Donations of several funds. */
  public Table donations(List<MoneyInRow> rows) {
    List<Column> columns =
        List.of(
            column("donation"), column("date"), column("fund"), column("from"), figures("amount"));
    List<List<Cell>> cells =
        rows.stream()
            .map(row ->
                List.of(
                    new Cell.Linked(row.entry()),
                    Cell.day(row.date()),
                    new Cell.Linked(row.fund()),
                    new Cell.Who(row.from()),
                    new Cell.Money(row.amount())))
            .toList();
    return table("donations", columns, cells);
  }

  /** Entries of any kind. */
  public Table entries(List<EntryRow> rows) {
    List<Column> columns =
        List.of(
            column("entry"),
            column("kind"),
            column("date"),
            column("fund"),
            column("otherSide"),
            figures("amount"),
            column("statedBy"));
    List<List<Cell>> cells =
        rows.stream()
            .map(row ->
                List.of(
                    new Cell.Linked(row.entry()),
                    new Cell.Label(row.kind()),
                    Cell.day(row.date()),
                    row.fund() == null
                        ? new Cell.Missing(Absence.NOT_APPLICABLE)
                        : new Cell.Linked(row.fund()),
                    row.party() == null
                        ? new Cell.Missing(Absence.NOT_APPLICABLE)
                        : new Cell.Who(row.party()),
                    Cell.money(row.amount(), Absence.NOT_APPLICABLE),
                    new Cell.Who(row.statedBy())))
            .toList();
    return table("entries", columns, cells);
  }

  /** Organisations, with the entries that registered them. */
  public Table organisations(List<OrganisationRow> rows) {
    List<Column> columns =
        List.of(column("organisation"), column("id"), column("entry"), column("statedBy"));
    List<List<Cell>> cells =
        rows.stream()
            .map(row ->
                List.<Cell>of(
                    new Cell.Who(row.organisation()),
                    new Cell.Text(row.organisation().id()),
                    new Cell.Linked(row.entry()),
                    new Cell.Who(row.statedBy())))
            .toList();
    return table("organisations", columns, cells);
  }

  /** Other services over the same ledger. */
  public Table others(List<OtherRow> rows) {
    List<Column> columns =
        List.of(
            column("service"),
            column("agreement"),
            figures("sameBlocks"),
            figures("sameEntries"),
            column("since"));
    return table("others", columns, rows.stream().map(Tables::other).toList());
  }

  private static List<Cell> other(OtherRow row) {
    Cell stand = new Cell.Stand(row.agreement());
    return List.of(
        row.service(),
        row.note().isEmpty() ? stand : new Cell.Many(List.of(stand, new Cell.Text(row.note()))),
        new Cell.Text(row.blocks()),
        new Cell.Text(row.entries()),
        new Cell.Day(row.since()));
  }

  /** Grants of several funds. */
  public Table grants(List<GrantRow> rows) {
    return grants("grants", rows, true, true);
  }

  /** Grants of one fund. */
  public Table grantsOfFund(List<GrantRow> rows) {
    return grants("grants", rows, false, true);
  }

  /** Grants that one organisation received. */
  public Table grantsReceived(List<GrantRow> rows) {
    return grants("grantsReceived", rows, true, false);
  }

  /** Corrections, with their reasons. */
  public Table corrections(List<CorrectionRow> rows) {
    return corrections("corrections", rows);
  }

  /** Corrections that were recorded after the size of the log that a page shows. */
  public Table correctionsSince(List<CorrectionRow> rows) {
    return corrections("correctionsSince", rows);
  }

  private Table corrections(String name, List<CorrectionRow> rows) {
    List<Column> columns =
        List.of(
            column("entry"),
            column("date"),
            column("corrects"),
            column("reason"),
            figures("change"),
            column("statedBy"));
    List<List<Cell>> cells =
        rows.stream()
            .map(row ->
                List.of(
                    new Cell.Linked(row.entry()),
                    Cell.day(row.date()),
                    Cell.link(row.target()),
                    new Cell.Text(row.reason()),
                    new Cell.Money(row.change()),
                    new Cell.Who(row.statedBy())))
            .toList();
    return table(name, columns, cells);
  }

  /** Amendments of a grant. */
  public Table amendments(List<AmendmentRow> rows) {
    List<Column> columns =
        List.of(
            column("entry"),
            column("date"),
            figures("change"),
            column("reason"),
            column("statedBy"));
    List<List<Cell>> cells =
        rows.stream()
            .map(row ->
                List.of(
                    new Cell.Linked(row.entry()),
                    Cell.day(row.date()),
                    new Cell.Money(row.change()),
                    new Cell.Words(row.reason()),
                    new Cell.Who(row.statedBy())))
            .toList();
    return table("amendments", columns, cells);
  }

  /** Confirmations by the receiving side. */
  public Table confirmations(List<ConfirmationRow> rows) {
    List<Column> columns =
        List.of(
            column("entry"),
            column("date"),
            column("confirmedBy"),
            figures("amount"),
            column("payment"));
    List<List<Cell>> cells =
        rows.stream()
            .map(row ->
                List.of(
                    new Cell.Linked(row.entry()),
                    Cell.day(row.date()),
                    new Cell.Who(row.by()),
                    new Cell.Money(row.amount()),
                    Cell.link(row.payment())))
            .toList();
    return table("confirmations", columns, cells);
  }

  /** Tranches of a grant. */
  public Table tranches(List<TrancheRow> rows) {
    List<Column> columns =
        List.of(
            column("tranche"),
            figures("amount"),
            column("due"),
            column("conditions"),
            column("state"));
    return table("tranches", columns, rows.stream().map(Tables::tranche).toList());
  }

  /** What this fund paid, beside what the receivers state. */
  public Table matchesOut(List<MatchRow> rows) {
    return matches("matchesOut", rows);
  }

  /** What this fund received, beside what the givers state. */
  public Table matchesIn(List<MatchRow> rows) {
    return matches("matchesIn", rows);
  }

  private Table matches(String name, List<MatchRow> rows) {
    List<Column> columns =
        List.of(
            column("otherSide"),
            figures("here"),
            figures("there"),
            figures("difference"),
            column("match"),
            column("entries"));
    List<List<Cell>> cells =
        rows.stream()
            .map(row ->
                List.of(
                    new Cell.Who(row.other()),
                    new Cell.Money(row.here()),
                    Cell.money(row.there(), Absence.NOT_STATED),
                    Cell.money(row.difference(), Absence.NOT_APPLICABLE),
                    new Cell.Match(row.state()),
                    new Cell.Linked(row.entries())))
            .toList();
    return table(name, columns, cells);
  }

  /** Postings of an entry. */
  public Table postings(List<Posting> rows) {
    return accounts("postings", "change", rows);
  }

  /** Balances of the accounts an entry touched, after it. */
  public Table balances(List<Posting> rows) {
    return accounts("balances", "balance", rows);
  }

  private Table accounts(String name, String figure, List<Posting> rows) {
    List<List<Cell>> cells =
        rows.stream()
            .map(row -> List.<Cell>of(new Cell.Text(row.account()), new Cell.Money(row.amount())))
            .toList();
    return table(name, List.of(column("account"), figures(figure)), cells);
  }

  private Table payments(String name, List<PaymentRow> rows, boolean withFund) {
    List<Column> columns = new ArrayList<>(List.of(column("entry"), column("date")));
    if (withFund) {
      columns.add(column("fund"));
    }
    columns.addAll(List.of(column("to"), figures("amount"), column("evidence"), column("grant")));
    return table(name, columns, rows.stream().map(row -> payment(row, withFund)).toList());
  }

  private static List<Cell> payment(PaymentRow row, boolean withFund) {
    List<Cell> cells = new ArrayList<>();
    cells.add(new Cell.Linked(row.entry()));
    cells.add(Cell.day(row.date()));
    if (withFund) {
      cells.add(new Cell.Linked(row.fund()));
    }
    boolean own = row.kind() != EntryKind.DISBURSEMENT;
    cells.add(
        own
            ? new Cell.Many(List.of(new Cell.Who(row.recipient()), new Cell.Label(row.kind())))
            : new Cell.Who(row.recipient()));
    cells.add(new Cell.Money(row.amount()));
    cells.add(new Cell.Evidence(row.evidence()));
    cells.add(
        row.grant() == null
            ? new Cell.Missing(own ? Absence.NOT_APPLICABLE : Absence.NOT_STATED)
            : new Cell.Linked(row.grant()));
    return cells;
  }

  private Table grants(String name, List<GrantRow> rows, boolean withFund, boolean withRecipient) {
    List<Column> columns = new ArrayList<>(List.of(column("grant")));
    if (withRecipient) {
      columns.add(column("recipient"));
    }
    if (withFund) {
      columns.add(column("fund"));
    }
    columns.addAll(List.of(column("awardedOn"), figures("awarded"), figures("paidOut")));
    return table(
        name, columns, rows.stream().map(row -> grant(row, withFund, withRecipient)).toList());
  }

  private static List<Cell> grant(GrantRow row, boolean withFund, boolean withRecipient) {
    List<Cell> cells = new ArrayList<>();
    cells.add(
        row.title() instanceof PublicText.Shown title
            ? new Cell.Many(
                List.of(
                    new Cell.Linked(new Link(title.text(), row.grant().href())),
                    new Cell.Text(row.grant().label())))
            : new Cell.Many(List.of(new Cell.Linked(row.grant()), new Cell.Words(row.title()))));
    if (withRecipient) {
      cells.add(new Cell.Who(row.recipient()));
    }
    if (withFund) {
      cells.add(new Cell.Linked(row.fund()));
    }
    cells.add(Cell.day(row.awardedOn()));
    cells.add(new Cell.Money(row.awarded()));
    cells.add(Cell.money(row.paidOut(), Absence.NOT_STATED));
    return cells;
  }

  private static List<Cell> fund(FundRow row) {
    return List.of(
        new Cell.Many(List.of(new Cell.Linked(row.fund()), new Cell.Label(row.mode()))),
        new Cell.Who(row.owner()),
        Cell.money(row.received(), Absence.NOT_APPLICABLE),
        Cell.money(row.awarded(), Absence.NOT_APPLICABLE),
        Cell.money(row.paidOut(), Absence.NOT_APPLICABLE),
        Cell.money(row.free(), Absence.NOT_STATED),
        Cell.day(row.lastMovement()));
  }

  private static List<Cell> tranche(TrancheRow row) {
    List<Cell> conditions = row.conditions().stream().<Cell>map(Cell.Text::new).toList();
    return List.of(
        new Cell.Text(row.number()),
        new Cell.Money(row.amount()),
        Cell.day(row.dueOn()),
        conditions.isEmpty() ? new Cell.Missing(Absence.NOT_APPLICABLE) : new Cell.Many(conditions),
        new Cell.Label(row.state()));
  }

  private Column column(String name) {
    return Column.of(texts.text("column." + name)).by(SORTS.get(name));
  }

  private Column figures(String name) {
    return Column.figures(texts.text("column." + name)).by(SORTS.get(name));
  }

  private Table table(String name, List<Column> columns, List<List<Cell>> rows) {
    return new Table(texts.text("table." + name), columns, rows, texts.text("empty." + name));
  }
}
