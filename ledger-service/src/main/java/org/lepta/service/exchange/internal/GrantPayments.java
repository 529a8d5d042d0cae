package org.lepta.service.exchange.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.Disbursement;
import org.lepta.ledger.entry.DisbursementBasis;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Header;
import org.lepta.ledger.entry.Party;
import org.lepta.ledger.money.Amount;
import org.lepta.ledger.money.Unit;
import org.lepta.ledger.rule.Recorded;
import org.lepta.ledger.rule.RefusedException;
import org.lepta.service.exchange.RejectCode;
import org.lepta.service.exchange.WarningCode;
import org.lepta.service.exchange.internal.GrantMapper.Common;
import org.lepta.service.exchange.internal.Parties.Reference;
import org.lepta.service.submission.Draft;
import org.lepta.service.submission.PlainText;

/**
 * The payments of one 360Giving grant: its transactions, or where it has none the one total to
 * date. Nothing is made up from the award.
 */
final class GrantPayments {

  private static final String TO_DATE = "#disbursed";

  private final Mapped record;
  private final Parties parties;
  private final Moment moment;
  private final Common common;
  private final Map<String, Integer> equals = new HashMap<>();
  private final Map<String, Entry> seen = new HashMap<>();

  GrantPayments(Mapped record, Parties parties, Moment moment, Common common) {
    this.record = record;
    this.parties = parties;
    this.moment = moment;
    this.common = common;
  }

  void add(GrantRecord grant, Amount awarded) {
    Amount paid = Amount.ZERO;
    List<Map<String, String>> payments = grant.list("disbursementTransaction");
    boolean any = false;
    for (int i = 0; i < payments.size(); i++) {
      String at = record.position() + ".disbursementTransaction[" + i + "]";
      if (!payments.get(i).isEmpty()) {
        any = true;
        paid = plus(paid, payment(payments.get(i), at));
      }
    }
    Amount total = total(grant.value("amountDisbursed"), any);
    if (any && total != null && !total.equals(paid)) {
      record.warn(WarningCode.PAID_DIFFERS, record.position());
    }
    Amount known = any || total == null ? paid : total;
    if (known.compareTo(awarded) > 0) {
      record.warn(WarningCode.PAID_OVER_AWARD, record.position());
    }
  }

  private static Amount plus(Amount sum, @Nullable Amount more) {
    return more == null ? sum : sum.plus(more);
  }

  private @Nullable Amount total(@Nullable String literal, boolean hasPayments) {
    if (literal == null) {
      return null;
    }
    String at = record.position();
    try {
      Quantity total = Quantity.read(literal);
      if (total.negative()) {
        record.warn(WarningCode.AMOUNT_IGNORED, at);
      } else if (!hasPayments && total.amount().signum() > 0) {
        List<PlainText> texts = new ArrayList<>();
        moment.rounded(total, literal, at, texts);
        Disbursement body =
            body(common.unit(), total.amount(), common.recipient(), DisbursementBasis.TO_DATE);
        record.add(line(common.key().id() + TO_DATE, null, body, texts, at, false));
      }
      return total.amount();
    } catch (RejectedLine e) {
      record.reject(at + ".amountDisbursed", e);
      return null;
    }
  }

  private @Nullable Amount payment(Map<String, String> payment, String at) {
    try {
      String literal = payment.get("value");
      if (literal == null) {
        throw new RejectedLine(RejectCode.AMOUNT_MISSING, "the payment has no value");
      }
      String currency = payment.get("currency");
      Unit unit = currency == null ? common.unit() : Quantity.unit(currency);
      Quantity quantity = Quantity.read(literal);
      if (quantity.negative()) {
        throw new RejectedLine(RejectCode.AMOUNT_NEGATIVE, "the payment is negative");
      }
      List<PlainText> texts = new ArrayList<>();
      moment.rounded(quantity, literal, at, texts);
      String written = payment.get("transactionDate");
      LocalDate date = moment.happened(written, at, texts);
      Disbursement body = body(unit, quantity.amount(), receiver(payment, at, texts), null);
      String id = id(payment, written, literal, unit);
      Line line = line(id, date, body, texts, at, true);
      if (isFirst(line, at)) {
        record.add(line);
      }
      return unit.equals(common.unit()) ? quantity.amount() : null;
    } catch (RejectedLine e) {
      record.reject(at, e);
      return null;
    }
  }

  private @Nullable Party receiver(Map<String, String> payment, String at, List<PlainText> texts) {
    String ref = payment.get("recipient");
    if (ref == null || common.individual()) {
      return common.recipient();
    }
    return parties.party(new Reference(ref, null, List.of(), "receiver"), null, at, texts);
  }

  private String id(Map<String, String> payment, @Nullable String date, String value, Unit unit) {
    String own = payment.get("id");
    String grant = common.key().id();
    if (own != null) {
      return LineIds.given(grant + LineIds.OWN_PAYMENT + own);
    }
    String base = LineIds.payment(grant, date, value, unit.code());
    return base + '.' + equals.merge(base, 1, Integer::sum);
  }

  private boolean isFirst(Line line, String at) {
    Entry entry = line.draft().entry();
    Entry first = seen.putIfAbsent(entry.id(), entry);
    if (first == null) {
      return true;
    }
    try {
      Recorded.requireSame(first, entry);
      record.warn(WarningCode.LINE_REPEATED, at);
      return false;
    } catch (RefusedException e) {
      throw new RejectedLine(
          RejectCode.ID_REPEATED, "the payment's id stands twice: " + e.detail() + " differs");
    }
  }

  private Disbursement body(
      Unit unit, Amount amount, @Nullable Party receiver, @Nullable DisbursementBasis basis) {
    return new Disbursement(
        common.fund(), unit, amount, common.key().id(), null, receiver, null, basis, null);
  }

  private Line line(
      String id,
      @Nullable LocalDate date,
      Disbursement body,
      List<PlainText> texts,
      String at,
      boolean counted) {
    Header header = Header.of(id, common.key().statedBy()).happened(date);
    return new Line(new Draft(Checked.entry(new Entry(header, body)), texts), at, counted);
  }
}
