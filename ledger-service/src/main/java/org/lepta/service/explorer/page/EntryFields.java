package org.lepta.service.explorer.page;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
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
import org.lepta.ledger.entry.Device;
import org.lepta.ledger.entry.Disbursement;
import org.lepta.ledger.entry.Donation;
import org.lepta.ledger.entry.Draw;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Epoch;
import org.lepta.ledger.entry.Exchange;
import org.lepta.ledger.entry.Expenditure;
import org.lepta.ledger.entry.Fee;
import org.lepta.ledger.entry.Flow;
import org.lepta.ledger.entry.Fund;
import org.lepta.ledger.entry.Genesis;
import org.lepta.ledger.entry.Grant;
import org.lepta.ledger.entry.Hash;
import org.lepta.ledger.entry.Header;
import org.lepta.ledger.entry.Hold;
import org.lepta.ledger.entry.Income;
import org.lepta.ledger.entry.Kind;
import org.lepta.ledger.entry.LogKey;
import org.lepta.ledger.entry.Member;
import org.lepta.ledger.entry.Opening;
import org.lepta.ledger.entry.Organisation;
import org.lepta.ledger.entry.Outcome;
import org.lepta.ledger.entry.PassOn;
import org.lepta.ledger.entry.PeriodClose;
import org.lepta.ledger.entry.Pledge;
import org.lepta.ledger.entry.Publication;
import org.lepta.ledger.entry.Refund;
import org.lepta.ledger.entry.Release;
import org.lepta.ledger.entry.Report;
import org.lepta.ledger.entry.Return;
import org.lepta.ledger.entry.RuleCard;
import org.lepta.ledger.entry.Statement;
import org.lepta.ledger.entry.TransferIn;
import org.lepta.ledger.entry.TransferOut;
import org.lepta.ledger.entry.Withdrawal;
import org.lepta.ledger.entry.Words;
import org.lepta.ledger.money.Amount;
import org.lepta.ledger.money.Unit;
import org.lepta.ui.format.CountFormat;
import org.lepta.ui.format.HashText;
import org.lepta.ui.view.Cell;
import org.lepta.ui.view.Field;
import org.lepta.ui.view.FieldName;
import org.lepta.ui.view.Party;

/** The fields of an entry that its sentence does not say, in the order of its record. */
final class EntryFields {

  private final View view;
  private final List<Field> fields = new ArrayList<>();

  private EntryFields(View view) {
    this.view = view;
  }

  static List<Field> of(View view, Entry entry) {
    EntryFields all = new EntryFields(view);
    all.text(FieldName.ID, entry.qualifiedId());
    all.common(entry);
    all.own(entry.body());
    all.hashes(FieldName.DOCUMENTS, entry.header().evidence());
    return all.fields;
  }

  /** Dates, amount, fund and other side. */
  private void common(Entry entry) {
    Header header = entry.header();
    if (entry.body() instanceof Flow flow) {
      money(FieldName.AMOUNT, flow.unit(), flow.amount());
    }
    day(FieldName.HAPPENED_ON, header.happenedOn());
    day(FieldName.DECIDED_ON, header.decidedOn());
    day(FieldName.BOOKED_ON, header.bookedOn());
    if (entry.body() instanceof Flow flow) {
      add(FieldName.FUND, new Cell.Linked(view.fund(flow.fund())));
    }
    Party other = OtherSide.of(entry.body()).shown(view);
    if (other != null) {
      add(FieldName.OTHER_SIDE, new Cell.Who(other));
    }
  }

  private void own(Body body) {
    switch (body) {
      case Flow flow -> flow(flow);
      case Fund b -> fund(b);
      case Genesis b -> organisation(FieldName.OWNER, b.organisation());
      case Organisation b -> text(FieldName.TYPE, b.type());
      case Member b -> text(FieldName.CODE, b.msp());
      case LogKey b -> text(FieldName.CODE, b.vkey());
      case RuleCard b -> {
        fund(b.fund());
        hash(FieldName.HASH, b.document());
        day(FieldName.STARTS_ON, b.validFrom());
      }
      case Hold b -> {
        fund(b.fund());
        id(FieldName.GRANT, Kind.GRANT, b.grant(), b.fund());
        text(FieldName.REASON, b.reason());
        day(FieldName.PERIOD_TO, b.until());
      }
      case Epoch b -> hash(FieldName.HASH, b.chaincode());
      case PeriodClose b -> {
        fund(b.fund());
        day(FieldName.PERIOD_TO, b.upTo());
      }
      case Confirmation n -> {
        fund(n.fund());
        money(FieldName.AMOUNT, n.unit(), n.amount());
        target(n.of(), n.fund());
        id(FieldName.GRANT, Kind.GRANT, n.grant(), n.fund());
        number(FieldName.TRANCHE, n.tranche());
      }
      case Approval n -> {
        fund(n.fund());
        id(FieldName.RELEASE, Kind.RELEASE, n.release(), n.fund());
        id(FieldName.DEVICE, Kind.DEVICE, n.device(), null);
        hash(FieldName.HASH, n.hash());
      }
      case Device n -> organisation(FieldName.OWNER, n.organisation());
      case Attestation n -> {
        fund(n.fund());
        text(FieldName.TYPE, n.scope());
        text(FieldName.CODE, n.result());
        text(FieldName.LOG_SIZE, CountFormat.number(view.language(), n.logSize()));
        hash(FieldName.HASH, n.logRoot());
        period(n.periodFrom(), n.periodTo());
      }
      case Statement n -> {
        fund(n.fund());
        period(n.periodFrom(), n.periodTo());
        hash(FieldName.HASH, n.account());
      }
      case Pledge n -> {
        fund(n.fund());
        money(FieldName.AMOUNT, n.unit(), n.amount());
        day(FieldName.DUE_ON, n.dueOn());
      }
      case Report n -> {
        fund(n.fund());
        id(FieldName.GRANT, Kind.GRANT, n.grant(), n.fund());
        period(n.periodFrom(), n.periodTo());
      }
      case Application n -> {
        fund(n.fund());
        text(FieldName.TYPE, n.stage());
      }
      case Assessment n -> {
        fund(n.fund());
        id(FieldName.APPLICATION, Kind.APPLICATION, n.application(), n.fund());
        id(FieldName.GRANT, Kind.GRANT, n.grant(), n.fund());
        number(FieldName.TRANCHE, n.tranche());
        word(FieldName.CODE, n.result());
      }
      case Challenge n -> {
        target(n.of(), null);
        text(FieldName.REASON, n.reason());
      }
      case Withdrawal n -> {
        hash(FieldName.HASH, n.text());
        text(FieldName.REASON, n.reason());
      }
      case Draw n -> {
        fund(n.fund());
        text(FieldName.TYPE, n.scope());
        hash(FieldName.HASH, n.commitment());
      }
      case Publication n -> {
        text(FieldName.TYPE, n.role());
        text(FieldName.CODE, n.version());
        hash(FieldName.HASH, n.sha256());
      }
      case Outcome n -> {
        fund(n.fund());
        text(FieldName.TYPE, n.measure());
        money(FieldName.AMOUNT, n.unit(), n.amount());
        id(FieldName.GRANT, Kind.GRANT, n.grant(), n.fund());
      }
    }
  }

  private void flow(Flow flow) {
    String fund = flow.fund();
    switch (flow) {
      case Opening f -> {}
      case Donation f -> {
        id(FieldName.PASS_ON, Kind.PASS_ON, f.from(), null);
        text(FieldName.FROM_FUND, f.fromFund());
        text(FieldName.EARMARK, f.earmark());
      }
      case Fee f -> {
        id(FieldName.DONATION, Kind.DONATION, f.donation(), fund);
        id(FieldName.STATEMENT, Kind.STATEMENT, f.statement(), null);
      }
      case Refund f -> {
        id(FieldName.DONATION, Kind.DONATION, f.donation(), fund);
        text(FieldName.REASON, f.reason());
      }
      case Income f -> word(FieldName.TYPE, f.type());
      case TransferOut f -> {
        id(FieldName.TRANSFER, Kind.TRANSFER_IN, f.transferIn(), f.toFund());
        text(FieldName.BASIS, f.basis());
      }
      case TransferIn f -> {
        id(FieldName.TRANSFER, Kind.TRANSFER_OUT, f.transferOut(), f.fromFund());
        text(FieldName.BASIS, f.basis());
      }
      case Exchange f -> {
        money(FieldName.BOUGHT_AMOUNT, f.boughtUnit(), f.boughtAmount());
        text(FieldName.RATE, f.rate());
      }
      case Grant f -> {
        text(FieldName.TO_FUND, f.toFund());
        day(FieldName.STARTS_ON, f.startsOn());
        day(FieldName.ENDS_ON, f.endsOn());
      }
      case Amendment f -> {
        id(FieldName.GRANT, Kind.GRANT, f.grant(), fund);
        word(FieldName.REASON, f.reason());
      }
      case Release f -> {
        id(FieldName.GRANT, Kind.GRANT, f.grant(), fund);
        number(FieldName.TRANCHE, f.tranche());
        hash(FieldName.HASH, f.payee());
      }
      case Disbursement f -> {
        id(FieldName.GRANT, Kind.GRANT, f.grant(), fund);
        id(FieldName.RELEASE, Kind.RELEASE, f.release(), fund);
        text(FieldName.TO_FUND, f.toFund());
        word(FieldName.BASIS, f.basis());
        id(FieldName.EARMARK, Kind.DONATION, f.earmark(), fund);
      }
      case PassOn f -> {
        id(FieldName.GRANT, Kind.GRANT, f.grant(), fund);
        text(FieldName.TO_FUND, f.toFund());
      }
      case Return f -> {
        id(FieldName.GRANT, Kind.GRANT, f.grant(), fund);
        text(FieldName.FROM_FUND, f.fromFund());
      }
      case Expenditure f -> {
        add(
            FieldName.SPEND_CLASS,
            new Cell.Text(
                view.texts().label(org.lepta.ui.view.SpendClass.valueOf(f.spendClass().name()))));
        id(FieldName.GRANT, Kind.GRANT, f.grant(), fund);
      }
      case Correction f -> {
        id(FieldName.TARGET, Kind.of(f.reverses()), f.target(), fund);
        text(FieldName.REASON, f.reason());
        flow(f.reverses());
      }
    }
  }

  private void fund(Fund fund) {
    organisation(FieldName.OWNER, fund.owner());
    add(FieldName.MODE, new Cell.Label(org.lepta.ui.view.FundMode.valueOf(fund.mode().name())));
    fields.addAll(FundFields.of(view, fund));
  }

  private void fund(@Nullable String id) {
    if (id != null) {
      add(FieldName.FUND, new Cell.Linked(view.fund(id)));
    }
  }

  private void organisation(FieldName name, String id) {
    add(name, new Cell.Who(view.organisation(id)));
  }

  private void period(@Nullable LocalDate from, @Nullable LocalDate to) {
    day(FieldName.PERIOD_FROM, from);
    day(FieldName.PERIOD_TO, to);
  }

  private void target(String qualified, @Nullable String fund) {
    int colon = qualified.indexOf(':');
    Kind kind = colon < 0 ? null : Kind.ofLabel(qualified.substring(0, colon)).orElse(null);
    if (kind == null || colon + 1 == qualified.length()) {
      text(FieldName.TARGET, qualified);
    } else {
      id(FieldName.TARGET, kind, qualified.substring(colon + 1), fund);
    }
  }

  private void id(FieldName name, Kind kind, @Nullable String id, @Nullable String fund) {
    if (id != null) {
      add(name, new Cell.Linked(view.byId(kind, id, fund)));
    }
  }

  private void text(FieldName name, @Nullable String text) {
    if (text != null) {
      add(name, new Cell.Text(text));
    }
  }

  private void word(FieldName name, @Nullable Words word) {
    text(name, word == null ? null : word.word());
  }

  private void number(FieldName name, @Nullable Integer number) {
    text(name, number == null ? null : BigDecimal.valueOf(number).toPlainString());
  }

  private void day(FieldName name, @Nullable LocalDate date) {
    if (date != null) {
      add(name, Cell.day(view.day(date)));
    }
  }

  private void money(FieldName name, Unit unit, Amount amount) {
    add(name, new Cell.Money(view.money(unit, amount)));
  }

  private void hash(FieldName name, @Nullable Hash hash) {
    if (hash != null) {
      add(name, new Cell.Digest(HashText.of(hash.hex())));
    }
  }

  private void hashes(FieldName name, Collection<Hash> hashes) {
    if (!hashes.isEmpty()) {
      add(
          name,
          new Cell.Many(
              hashes.stream().<Cell>map(h -> new Cell.Digest(HashText.of(h.hex()))).toList()));
    }
  }

  private void add(FieldName name, Cell value) {
    fields.add(view.fields().of(name, value));
  }
}
