package org.lepta.ledger.rule;

import static org.lepta.ledger.rule.TestLedger.BOOKS;
import static org.lepta.ledger.rule.TestLedger.EUR;
import static org.lepta.ledger.rule.TestLedger.GBP;
import static org.lepta.ledger.rule.TestLedger.REPORTED;
import static org.lepta.ledger.rule.TestLedger.SCHOOL;
import static org.lepta.ledger.rule.TestLedger.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.Samples;
import org.lepta.ledger.entry.Amendment;
import org.lepta.ledger.entry.AmendmentReason;
import org.lepta.ledger.entry.Assessment;
import org.lepta.ledger.entry.AssessmentResult;
import org.lepta.ledger.entry.Body;
import org.lepta.ledger.entry.Condition;
import org.lepta.ledger.entry.ConditionType;
import org.lepta.ledger.entry.Confirmation;
import org.lepta.ledger.entry.Correction;
import org.lepta.ledger.entry.Disbursement;
import org.lepta.ledger.entry.Donation;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Exchange;
import org.lepta.ledger.entry.Expenditure;
import org.lepta.ledger.entry.Fee;
import org.lepta.ledger.entry.Flow;
import org.lepta.ledger.entry.FundMode;
import org.lepta.ledger.entry.Grant;
import org.lepta.ledger.entry.Income;
import org.lepta.ledger.entry.IncomeType;
import org.lepta.ledger.entry.Kind;
import org.lepta.ledger.entry.Opening;
import org.lepta.ledger.entry.PassOn;
import org.lepta.ledger.entry.Refund;
import org.lepta.ledger.entry.Release;
import org.lepta.ledger.entry.Return;
import org.lepta.ledger.entry.SpendClass;
import org.lepta.ledger.entry.Tranche;
import org.lepta.ledger.entry.TransferIn;
import org.lepta.ledger.entry.TransferOut;
import org.lepta.ledger.money.Amount;
import org.lepta.ledger.money.Unit;

/** Seeded entries of all kinds over two managed funds and a reported one; many break a rule. */
final class RandomEntries {

  private static final List<String> FUNDS = List.of(SCHOOL, BOOKS, REPORTED);

  private final Random random;
  private final List<Entry> accepted = new ArrayList<>();
  private int next;

  RandomEntries(Random random) {
    this.random = random;
  }

  void accepted(Entry entry) {
    accepted.add(entry);
  }

  static FundMode mode(String fund) {
    return fund.equals(REPORTED) ? FundMode.REPORTED : FundMode.MANAGED;
  }

  /** One entry, or the two halves of a transfer. */
  List<Entry> next() {
    String id = "n-" + next++;
    int die = random.nextInt(100);
    if (die < 12) {
      return transfer(id);
    }
    if (die < 30 && !accepted.isEmpty()) {
      return correction(id);
    }
    if (die < 36 && !accepted.isEmpty()) {
      return List.of(changed(accepted.get(random.nextInt(accepted.size()))));
    }
    return List.of(entry(id, body(FUNDS.get(random.nextInt(3)))));
  }

  /** The same entry again, or another amount under its id. */
  private Entry changed(Entry entry) {
    return entry.body() instanceof Flow flow && random.nextBoolean()
        ? entry(entry.id(), withAmount(flow, amount()))
        : entry;
  }

  private Body body(String fund) {
    Unit unit = random.nextInt(5) == 0 ? EUR : GBP;
    Amount amount = amount();
    String grant = pick(Kind.GRANT);
    return switch (random.nextInt(20)) {
      case 0 -> new Opening(fund, unit, amount);
      case 1, 2, 3, 4 -> new Donation(fund, unit, amount, null, maybe("p-1"), null, null);
      case 5 -> new Fee(fund, unit, amount, null, null);
      case 6 -> new Refund(fund, unit, amount, "d-1", "chargeback", maybe("p-1"));
      case 7 -> new Income(fund, unit, amount, IncomeType.INTEREST);
      case 8, 9 -> grant(fund, unit, amount);
      case 10, 18, 19 -> amendment(fund, unit, amount, grant);
      case 11, 12 -> release(fund, unit, amount);
      case 13, 14 -> payment(fund, unit, amount);
      case 15 ->
          random.nextBoolean()
              ? new PassOn(fund, unit, amount, grant, null, maybe("XM-LEPTA-2/appeal"))
              : new Return(fund, unit, amount, maybe(grant), null, null);
      case 16 -> spending(fund, unit, amount, grant);
      default -> note(fund, unit, amount, grant);
    };
  }

  /** Mostly a part of a grant that is there. */
  private Body release(String fund, Unit unit, Amount amount) {
    Entry known = one(accepted(Kind.GRANT));
    if (known != null && random.nextInt(5) > 0) {
      Grant grant = (Grant) known.body();
      Integer tranche = grant.tranches().isEmpty() ? null : Integer.valueOf(1 + random.nextInt(2));
      return new Release(
          grant.fund(), grant.unit(), part(grant), known.id(), tranche, Samples.hash("account"));
    }
    return new Release(fund, unit, amount, pick(Kind.GRANT), tranche(), Samples.hash("account"));
  }

  /** Mostly a part of a release that is there. */
  private Body payment(String fund, Unit unit, Amount amount) {
    Entry known = one(accepted(Kind.RELEASE));
    if (known != null && random.nextInt(3) > 0) {
      Release r = (Release) known.body();
      return new Disbursement(
          r.fund(), r.unit(), part(r), r.grant(), known.id(), null, null, null, null);
    }
    String release = maybe(pick(Kind.RELEASE));
    String grant = maybe(pick(Kind.GRANT));
    return new Disbursement(fund, unit, amount, grant, release, null, null, null, null);
  }

  private Amount part(Flow whole) {
    return new Amount(whole.amount().tenThousandths() / (1 + random.nextInt(3)));
  }

  private Body note(String fund, Unit unit, Amount amount, String grant) {
    Integer tranche = tranche();
    return random.nextBoolean()
        ? new Confirmation(fund, "disbursement:n-1", unit, amount, null, grant, tranche)
        : new Assessment(fund, null, grant, tranche, one(AssessmentResult.values()));
  }

  private Body spending(String fund, Unit unit, Amount amount, String grant) {
    SpendClass spendClass = one(SpendClass.values());
    return new Expenditure(fund, unit, amount, spendClass, maybe(grant), null, null, null);
  }

  private Body grant(String fund, Unit unit, Amount amount) {
    List<Tranche> tranches =
        random.nextInt(3) == 0 && amount.tenThousandths() > 1 ? halves(amount) : List.of();
    return new Grant(fund, unit, amount, null, null, tranches, null, null, null);
  }

  private List<Tranche> halves(Amount amount) {
    Amount first = new Amount(amount.tenThousandths() / 2);
    List<Condition> conditions =
        random.nextBoolean()
            ? List.of()
            : List.of(
                new Condition(
                    one(ConditionType.MILESTONE, ConditionType.CONFIRMATION), null, null));
    return List.of(
        new Tranche(1, first, null, List.of()),
        new Tranche(2, amount.minus(first), null, conditions));
  }

  private Body amendment(String fund, Unit unit, Amount amount, String grant) {
    Entry known = one(accepted(Kind.GRANT));
    if (known != null && random.nextInt(4) > 0) {
      Grant g = (Grant) known.body();
      Amount change = random.nextBoolean() ? part(g) : part(g).negated();
      AmendmentReason reason = AmendmentReason.MORE;
      return new Amendment(g.fund(), g.unit(), change, known.id(), reason, null, null, List.of());
    }
    Amount change = random.nextBoolean() ? amount : amount.negated();
    List<Tranche> tranches = random.nextInt(4) == 0 ? halves(Amount.ofUnits(10)) : List.of();
    AmendmentReason reason = AmendmentReason.CONDITIONS;
    return new Amendment(fund, unit, change, grant, reason, null, null, tranches);
  }

  private List<Entry> transfer(String id) {
    String other = "n-" + next++;
    Amount amount = amount();
    boolean there = random.nextBoolean();
    String from = there ? SCHOOL : BOOKS;
    String to = random.nextInt(10) == 0 ? REPORTED : there ? BOOKS : SCHOOL;
    Amount arrives = random.nextInt(8) == 0 ? amount() : amount;
    Entry out = entry(id, new TransferOut(from, GBP, amount, to, other, "board"));
    Entry in = entry(other, new TransferIn(to, GBP, arrives, from, id, "board"));
    return switch (random.nextInt(10)) {
      case 0 -> List.of(in);
      case 1 -> List.of(in, out);
      default -> List.of(out, in);
    };
  }

  private List<Entry> correction(String id) {
    Entry target = accepted.get(random.nextInt(accepted.size()));
    if (!(target.body() instanceof Flow flow) || flow instanceof Correction) {
      return List.of(entry(id, body(SCHOOL)));
    }
    Amount part =
        random.nextBoolean() ? flow.amount() : new Amount(flow.amount().tenThousandths() / 2);
    List<Entry> all = new ArrayList<>();
    all.add(correct(id, target, part));
    if (flow instanceof TransferOut out) {
      accepted.stream()
          .filter(entry -> entry.id().equals(out.transferIn()))
          .findFirst()
          .ifPresent(in -> all.add(correct("n-" + next++, in, part)));
    }
    return all;
  }

  private static Entry correct(String id, Entry target, Amount part) {
    return entry(
        id, new Correction(target.id(), "typing-error", withAmount((Flow) target.body(), part)));
  }

  private String pick(Kind kind) {
    Entry known = one(accepted(kind));
    return known == null || random.nextInt(12) == 0 ? "unknown" : known.id();
  }

  private List<Entry> accepted(Kind kind) {
    return accepted.stream().filter(entry -> entry.kind() == kind).toList();
  }

  private @Nullable Entry one(List<Entry> some) {
    return some.isEmpty() ? null : some.get(random.nextInt(some.size()));
  }

  @SafeVarargs
  private final <T> T one(T... values) {
    return values[random.nextInt(values.length)];
  }

  private @Nullable String maybe(String text) {
    return random.nextBoolean() ? text : null;
  }

  private @Nullable Integer tranche() {
    return random.nextBoolean() ? null : Integer.valueOf(1 + random.nextInt(2));
  }

  private Amount amount() {
    return new Amount(random.nextInt(20) == 0 ? 0 : 1 + random.nextInt(400_000));
  }

  /** The same flow with another amount. */
  static Flow withAmount(Flow flow, Amount a) {
    return switch (flow) {
      case Opening f -> new Opening(f.fund(), f.unit(), a);
      case Donation f ->
          new Donation(f.fund(), f.unit(), a, f.donor(), f.from(), f.fromFund(), f.earmark());
      case Fee f -> new Fee(f.fund(), f.unit(), a, f.donation(), f.statement());
      case Refund f -> new Refund(f.fund(), f.unit(), a, f.donation(), f.reason(), f.from());
      case Income f -> new Income(f.fund(), f.unit(), a, f.type());
      case TransferOut f ->
          new TransferOut(f.fund(), f.unit(), a, f.toFund(), f.transferIn(), f.basis());
      case TransferIn f ->
          new TransferIn(f.fund(), f.unit(), a, f.fromFund(), f.transferOut(), f.basis());
      case Exchange f -> throw new IllegalStateException("not in this rules version");
      case Grant f -> new Grant(f.fund(), f.unit(), a, null, null, List.of(), null, null, null);
      case Amendment f ->
          new Amendment(f.fund(), f.unit(), a, f.grant(), f.reason(), null, null, f.tranches());
      case Release f -> new Release(f.fund(), f.unit(), a, f.grant(), f.tranche(), f.payee());
      case Disbursement f ->
          new Disbursement(
              f.fund(), f.unit(), a, f.grant(), f.release(), null, null, f.basis(), f.earmark());
      case PassOn f -> new PassOn(f.fund(), f.unit(), a, f.grant(), f.receiver(), f.toFund());
      case Return f -> new Return(f.fund(), f.unit(), a, f.grant(), f.by(), f.fromFund());
      case Expenditure f ->
          new Expenditure(f.fund(), f.unit(), a, f.spendClass(), f.grant(), null, null, null);
      case Correction f -> new Correction(f.target(), f.reason(), withAmount(f.reverses(), a));
    };
  }
}
