package org.lepta.service.exchange.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.codec.EntryCodec;
import org.lepta.ledger.entry.Amendment;
import org.lepta.ledger.entry.AmendmentReason;
import org.lepta.ledger.entry.Correction;
import org.lepta.ledger.entry.Disbursement;
import org.lepta.ledger.entry.DisbursementBasis;
import org.lepta.ledger.entry.Donation;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Expenditure;
import org.lepta.ledger.entry.Flow;
import org.lepta.ledger.entry.Grant;
import org.lepta.ledger.entry.Header;
import org.lepta.ledger.entry.Party;
import org.lepta.ledger.entry.Return;
import org.lepta.ledger.entry.SpendClass;
import org.lepta.ledger.money.Unit;
import org.lepta.ledger.rule.Lexicon;
import org.lepta.service.exchange.Draft;
import org.lepta.service.exchange.LineKey;
import org.lepta.service.exchange.PlainText;
import org.lepta.service.exchange.RejectCode;
import org.lepta.service.exchange.WarningCode;
import org.lepta.service.exchange.internal.Activity.Side;
import org.lepta.service.exchange.internal.Activity.Transaction;

/** Maps the transactions of one activity. */
final class IatiMovement {

  private final Activity activity;
  private final LineKey key;
  private final Mapped record;
  private final Parties parties;
  private final Moment moment;

  IatiMovement(Activity activity, LineKey key, Mapped record, Parties parties, Moment moment) {
    this.activity = activity;
    this.key = key;
    this.record = record;
    this.parties = parties;
    this.moment = moment;
  }

  /** A transaction as an entry that waits for its number among equals. */
  static final class Stated {
    private final String idWithoutNumber;
    private final Draft draft;
    private final String position;
    private int number = 1;

    Stated(String idWithoutNumber, Draft draft, String position) {
      this.idWithoutNumber = idWithoutNumber;
      this.draft = draft;
      this.position = position;
    }

    String idWithoutNumber() {
      return idWithoutNumber;
    }

    Line line() {
      Header header = draft.entry().header();
      Header named =
          Header.of(idWithoutNumber + '.' + number, header.statedBy())
              .happened(header.happenedOn());
      return new Line(
          new Draft(new Entry(named, draft.entry().body()), draft.texts()), position, true);
    }

    private String content() {
      return EntryCodec.toTree(draft.entry()).toString();
    }
  }

  /** Numbers equal transactions; by content first, so that their order in the file is the same. */
  static void number(List<Stated> equals) {
    if (equals.size() > 1) {
      equals.sort(Comparator.comparing(Stated::content));
    }
    for (int i = 0; i < equals.size(); i++) {
      equals.get(i).number = i + 1;
    }
  }

  /**
   * Maps one transaction.
   *
   * @throws RejectedLine if it cannot be recorded
   */
  Stated map(Transaction t, String at) {
    if (t.value() == null || t.value().isEmpty()) {
      throw new RejectedLine(RejectCode.AMOUNT_MISSING, "there is no value");
    }
    String currency = t.currency() == null ? activity.currency() : t.currency();
    Unit unit = Quantity.unit(currency);
    Quantity quantity = Quantity.read(t.value());
    String type = IatiTypes.number(t.type());
    if (t.ambiguous() || !IatiTypes.isMoney(type)) {
      throw new RejectedLine(
          RejectCode.TYPE_UNKNOWN,
          t.ambiguous()
              ? "type, date or value stand there twice"
              : "the type is missing or unknown");
    }
    if (IatiTypes.isLetter(t.type())) {
      record.warn(WarningCode.TYPE_LETTER, at);
    }
    List<PlainText> texts = new ArrayList<>();
    t.descriptions().forEach(n -> texts.add(new PlainText("description", n.language(), n.text())));
    moment.rounded(quantity, t.value(), at, texts);
    LocalDate date = moment.happened(t.date(), at, texts);
    Flow flow = signed(flow(type, t, unit, quantity, at, texts), quantity);
    String id = LineIds.transaction(key.id(), t, currency);
    Entry entry = new Entry(Header.of(id + ".1", key.statedBy()).happened(date), flow);
    return new Stated(id, new Draft(Checked.entry(entry), IatiMapper.capped(texts)), at);
  }

  /** A negative commitment says itself that it is one; of other kinds it takes back. */
  private static Flow signed(Flow flow, Quantity quantity) {
    if (!quantity.negative() || flow instanceof Amendment) {
      return flow;
    }
    return new Correction(null, "negative-value", flow);
  }

  private Flow flow(
      String type, Transaction t, Unit unit, Quantity q, String at, List<PlainText> texts) {
    return switch (type) {
      case IatiTypes.INCOMING -> donation(t, unit, q, at, texts);
      case IatiTypes.COMMITMENT -> commitment(t, unit, q, at, texts);
      case IatiTypes.DISBURSEMENT -> paid(t, unit, q, null, at, texts);
      case IatiTypes.EXPENDITURE -> spent(t, unit, q, at, texts);
      default ->
          isReporter(t.receiver()) && !isReporter(t.provider())
              ? returned(t, unit, q, at, texts)
              : paid(t, unit, q, DisbursementBasis.REIMBURSEMENT, at, texts);
    };
  }

  private Flow donation(Transaction t, Unit unit, Quantity q, String at, List<PlainText> texts) {
    // A publisher that names itself as the giver does not state who gave.
    Party donor = isReporter(t.provider()) ? null : party(t.provider(), "provider", at, texts);
    String from = fund(t.provider(), "provider", at, texts);
    return new Donation(key.id(), unit, q.magnitude(), donor, null, from, null);
  }

  private Flow commitment(Transaction t, Unit unit, Quantity q, String at, List<PlainText> texts) {
    Party recipient = party(t.receiver(), "receiver", at, texts);
    String to = fund(t.receiver(), "receiver", at, texts);
    if (q.negative()) {
      return new Amendment(
          key.id(), unit, q.amount(), null, AmendmentReason.LESS, recipient, to, List.of());
    }
    if (q.amount().signum() == 0) {
      record.warn(WarningCode.AWARD_ZERO, at);
    }
    return new Grant(key.id(), unit, q.amount(), recipient, to, List.of(), null, null, null);
  }

  private Flow paid(
      Transaction t,
      Unit unit,
      Quantity q,
      @Nullable DisbursementBasis basis,
      String at,
      List<PlainText> texts) {
    Party receiver = party(t.receiver(), "receiver", at, texts);
    String to = fund(t.receiver(), "receiver", at, texts);
    return new Disbursement(key.id(), unit, q.magnitude(), null, null, receiver, to, basis, null);
  }

  private Flow spent(Transaction t, Unit unit, Quantity q, String at, List<PlainText> texts) {
    Party payee = party(t.receiver(), "receiver", at, texts);
    return new Expenditure(
        key.id(), unit, q.magnitude(), SpendClass.PROGRAMME, null, payee, null, null);
  }

  private Flow returned(Transaction t, Unit unit, Quantity q, String at, List<PlainText> texts) {
    Party by = party(t.provider(), "provider", at, texts);
    String from = fund(t.provider(), "provider", at, texts);
    return new Return(key.id(), unit, q.magnitude(), null, by, from);
  }

  private @Nullable Party party(
      @Nullable Side side, String role, String at, List<PlainText> texts) {
    return side == null
        ? null
        : parties.party(IatiMapper.reference(side, role), key.statedBy(), at, texts);
  }

  /** The other side's activity, as given. */
  private @Nullable String fund(
      @Nullable Side side, String role, String at, List<PlainText> texts) {
    if (side == null || side.activity() == null) {
      return null;
    }
    String other = side.activity();
    if (Parties.isPersonal(other)) {
      record.warn(WarningCode.REFERENCE_PERSONAL, at);
      return null;
    }
    if (!Lexicon.isId(other)) {
      record.warn(WarningCode.ACTIVITY_REFERENCE_INVALID, at);
      texts.add(PlainText.of(role + "-activity", other));
      return null;
    }
    return other;
  }

  /** The same reference, or where there is none the same name. */
  private boolean isReporter(@Nullable Side side) {
    Side reporter = activity.reporter();
    if (side == null || reporter == null) {
      return false;
    }
    if (side.ref() != null) {
      return OrgIds.normal(side.ref()).equals(OrgIds.normal(key.statedBy()));
    }
    return side.names().stream()
        .anyMatch(name ->
            reporter.names().stream()
                .anyMatch(own -> comparable(own.text()).equals(comparable(name.text()))));
  }

  private static String comparable(String name) {
    return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }
}
