package org.lepta.service.exchange.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.Amendment;
import org.lepta.ledger.entry.Correction;
import org.lepta.ledger.entry.Disbursement;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Flow;
import org.lepta.ledger.entry.Fund;
import org.lepta.ledger.entry.FundMode;
import org.lepta.ledger.entry.Grant;
import org.lepta.ledger.entry.Header;
import org.lepta.ledger.rule.Lexicon;
import org.lepta.service.exchange.LineKey;
import org.lepta.service.exchange.RejectCode;
import org.lepta.service.exchange.WarningCode;
import org.lepta.service.exchange.internal.Activity.Side;
import org.lepta.service.exchange.internal.Activity.Transaction;
import org.lepta.service.exchange.internal.IatiMovement.Stated;
import org.lepta.service.exchange.internal.Parties.Reference;
import org.lepta.service.submission.Draft;
import org.lepta.service.submission.PlainText;

/**
 * Maps an IATI activity to a reported fund and its entries (postings section 5). What it states is
 * a function of the activity alone; only the spellings of names depend on the rest of the file.
 */
final class IatiMapper {

  private static final int MAX_PARENTS = 64;

  private final Dates dates;
  private final NameBook book;

  IatiMapper(Dates dates, NameBook book) {
    this.dates = dates;
    this.book = book;
  }

  Mapped map(Activity activity) {
    String at = "activity[" + activity.number() + "]";
    Mapped record = new Mapped(at);
    if (activity.transactions().isEmpty()) {
      return record;
    }
    List<Transaction> ours = new ArrayList<>();
    for (Transaction t : activity.transactions()) {
      String type = IatiTypes.number(t.type());
      if (IatiTypes.isExcluded(type) && !t.ambiguous()) {
        record.exclude("iati-type-" + type);
      } else {
        ours.add(t);
      }
    }
    try {
      String id = LineIds.given(activity.id());
      String publisher = publisher(activity.reporter());
      movements(record, activity, new LineKey(publisher, id), ours);
    } catch (RejectedLine e) {
      ours.forEach(t -> record.reject(position(at, t), e));
    }
    return record;
  }

  private static String position(String at, Transaction t) {
    return at + "/transaction[" + t.number() + "]";
  }

  private static String publisher(@Nullable Side reporter) {
    String ref = reporter == null ? null : reporter.ref();
    if (ref == null || !Lexicon.isId(ref) || Parties.isPersonal(ref)) {
      throw new RejectedLine(RejectCode.FUNDER_MISSING, "no reporting organisation by an id");
    }
    return ref;
  }

  private void movements(Mapped record, Activity activity, LineKey key, List<Transaction> ours) {
    Parties parties = new Parties(book, record);
    IatiMovement mapping =
        new IatiMovement(activity, key, record, parties, new Moment(dates, record));
    Map<String, List<Stated>> equals = new TreeMap<>();
    List<Stated> inOrder = new ArrayList<>();
    for (Transaction t : ours) {
      String at = position(record.position(), t);
      try {
        Stated stated = mapping.map(t, at);
        equals.computeIfAbsent(stated.idWithoutNumber(), id -> new ArrayList<>()).add(stated);
        inOrder.add(stated);
      } catch (RejectedLine e) {
        record.reject(at, e);
      }
    }
    if (inOrder.isEmpty() && record.excluded().isEmpty()) {
      return;
    }
    // Only a complete statement tells which recorded lines are no longer in it.
    if (record.rejects().isEmpty()) {
      record.markWhole();
    }
    record.stated(key);
    fund(record, activity, key, parties);
    equals.values().forEach(IatiMovement::number);
    if (OrgIds.isIrregular(key.id())) {
      record.warn(WarningCode.REFERENCE_IRREGULAR, record.position());
    }
    inOrder.forEach(stated -> record.add(stated.line()));
    if (isOverpaid(record.lines())) {
      record.warn(WarningCode.PAID_OVER_AWARD, record.position());
    }
  }

  /** Whether in some unit more was paid than committed, where anything was committed. */
  private static boolean isOverpaid(List<Line> lines) {
    Map<String, BigDecimal> committed = new TreeMap<>();
    Map<String, BigDecimal> paid = new TreeMap<>();
    for (Line line : lines) {
      Flow flow = (Flow) line.entry().body();
      Flow plain = flow instanceof Correction correction ? correction.reverses() : flow;
      BigDecimal amount = plain.amount().toBigDecimal();
      if (plain instanceof Grant || plain instanceof Amendment) {
        committed.merge(plain.unit().code(), amount, BigDecimal::add);
      } else if (plain instanceof Disbursement) {
        BigDecimal signed = flow instanceof Correction ? amount.negate() : amount;
        paid.merge(plain.unit().code(), signed, BigDecimal::add);
      }
    }
    return committed.entrySet().stream()
        .anyMatch(unit ->
            unit.getValue().signum() > 0
                && paid.getOrDefault(unit.getKey(), BigDecimal.ZERO).compareTo(unit.getValue())
                    > 0);
  }

  private void fund(Mapped record, Activity activity, LineKey key, Parties parties) {
    String at = record.position();
    List<PlainText> texts = new ArrayList<>();
    activity.titles().forEach(n -> texts.add(new PlainText("name", n.language(), n.text())));
    activity
        .descriptions()
        .forEach(n -> texts.add(new PlainText("description", n.language(), n.text())));
    if (activity.titles().isEmpty()) {
      record.warn(WarningCode.TITLE_MISSING, at);
    }
    parties.party(reference(activity.reporter(), "owner"), key.statedBy(), at, texts);
    // Those who take part are known by name, but what they are called here says nothing of the
    // fund.
    List<PlainText> unused = new ArrayList<>();
    for (Side side : activity.participants()) {
      if (side.ref() != null) {
        parties.party(reference(side, "participant"), key.statedBy(), at, unused);
      }
    }
    List<String> parents = parents(record, activity, key.id());
    Fund fund = Fund.of(key.statedBy(), FundMode.REPORTED, List.of(), parents);
    Entry entry = new Entry(Header.of(key.id(), key.statedBy()), fund);
    Narrative name = activity.titles().isEmpty() ? null : activity.titles().getFirst();
    record.in(
        new Line(new Draft(entry, capped(texts)), at, false),
        new Mention(key.id(), null, name, at));
  }

  private static List<String> parents(Mapped record, Activity activity, String self) {
    List<String> parents = new ArrayList<>();
    for (String parent : activity.parents()) {
      if (!Lexicon.isId(parent) || Parties.isPersonal(parent)) {
        record.warn(WarningCode.ACTIVITY_REFERENCE_INVALID, record.position());
      } else if (!parent.equals(self)
          && !parents.contains(parent)
          && parents.size() < MAX_PARENTS) {
        parents.add(parent);
      }
    }
    return parents.stream().sorted().toList();
  }

  static Reference reference(@Nullable Side side, String role) {
    return side == null
        ? new Reference(null, null, List.of(), role)
        : new Reference(side.ref(), side.type(), side.names(), role);
  }

  /** The ledger takes a bounded number of texts on one entry. */
  static List<PlainText> capped(List<PlainText> texts) {
    return texts.size() <= org.lepta.ledger.rule.EntryChecks.MAX_HASHES
        ? texts
        : texts.subList(0, org.lepta.ledger.rule.EntryChecks.MAX_HASHES);
  }
}
