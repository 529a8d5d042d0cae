package org.lepta.service.testing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.Amendment;
import org.lepta.ledger.entry.AmendmentReason;
import org.lepta.ledger.entry.Body;
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
import org.lepta.ledger.entry.Hash;
import org.lepta.ledger.entry.Header;
import org.lepta.ledger.entry.Income;
import org.lepta.ledger.entry.IncomeType;
import org.lepta.ledger.entry.Opening;
import org.lepta.ledger.entry.Party;
import org.lepta.ledger.entry.PassOn;
import org.lepta.ledger.entry.Refund;
import org.lepta.ledger.entry.Release;
import org.lepta.ledger.entry.Return;
import org.lepta.ledger.entry.SpendClass;
import org.lepta.ledger.money.Amount;
import org.lepta.ledger.money.Unit;

/** Entries of all kinds that move money, by chance but the same for the same seed. */
public final class RandomEntries {

  public static final String GRANTEE = "XI-TEST-GRANTEE";
  public static final List<String> MANAGED = List.of("m1", "m2");
  public static final List<String> REPORTED = List.of("r1", "r2");

  private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 1);
  private static final Unit EUR = new Unit("EUR");

  private final Random random;
  private final List<Entry> made = new ArrayList<>();

  public RandomEntries(long seed) {
    this.random = new Random(seed);
  }

  /** Organisations and funds that the others touch. */
  public static List<Entry> registered() {
    List<Entry> entries = new ArrayList<>();
    entries.add(Samples.organisation(Samples.KEEPER));
    entries.add(Samples.organisation(GRANTEE));
    MANAGED.forEach(id -> entries.add(Samples.fund(id, Samples.KEEPER, FundMode.MANAGED)));
    REPORTED.forEach(id -> entries.add(Samples.fund(id, Samples.KEEPER, FundMode.REPORTED)));
    return entries;
  }

  /** The next entries; some of them may be refused by the ledger. */
  public Entry[] next(int count) {
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Entry entry = next();
      made.add(entry);
      entries.add(entry);
    }
    return entries.toArray(Entry[]::new);
  }

  private Entry next() {
    boolean managed = random.nextBoolean();
    String fund = pick(managed ? MANAGED : REPORTED);
    Body body = body(fund, managed ? Samples.RUB : random.nextBoolean() ? Samples.RUB : EUR);
    String statedBy = body instanceof Confirmation ? GRANTEE : Samples.KEEPER;
    LocalDate day = FIRST_DAY.plusDays(random.nextInt(60));
    Header header = Header.of("e" + made.size(), statedBy);
    boolean decision =
        body instanceof Grant || body instanceof Amendment || body instanceof Release;
    return new Entry(decision ? header.decided(day) : header.happened(day), body);
  }

  private Body body(String fund, Unit unit) {
    Amount amount = new Amount(1 + random.nextInt(2_000_000));
    Amount large = new Amount(50_000_000 + random.nextInt(10_000_000));
    return switch (random.nextInt(19)) {
      case 0 -> new Opening(fund, unit, large);
      case 1, 2 -> new Donation(fund, unit, large, Party.organisation(GRANTEE), null, null, null);
      case 3 -> new Fee(fund, unit, amount, null, null);
      case 4 -> new Refund(fund, unit, amount, "d", "chargeback", null);
      case 5 -> new Income(fund, unit, amount, IncomeType.INTEREST);
      case 6 -> new Exchange(fund, unit, amount, new Unit("USD"), amount, null, null, null);
      case 7, 8 -> grant(fund, unit, large);
      case 9 ->
          new Amendment(
              fund, unit, amount, grantOf(fund, unit), AmendmentReason.MORE, null, null, List.of());
      case 10 ->
          new Release(
              fund, unit, amount, orNone(grantOf(fund, unit)), null, new Hash("a".repeat(64)));
      case 11, 12 ->
          new Disbursement(
              fund,
              unit,
              amount,
              grantOf(fund, unit),
              releaseOf(fund, unit),
              Party.organisation(GRANTEE),
              null,
              null,
              null);
      case 13 -> new PassOn(fund, unit, amount, orNone(grantOf(fund, unit)), null, null);
      case 14 -> new Return(fund, unit, amount, grantOf(fund, unit), null, null);
      case 15 ->
          new Expenditure(
              fund, unit, amount, pick(List.of(SpendClass.values())), null, null, null, null);
      case 16 ->
          new Expenditure(
              fund, unit, amount, SpendClass.PROGRAMME, grantOf(fund, unit), null, null, null);
      case 17 -> confirmation(fund, unit, amount);
      default -> correction(fund, unit);
    };
  }

  private static Grant grant(String fund, Unit unit, Amount amount) {
    return new Grant(
        fund, unit, amount, Party.organisation(GRANTEE), null, List.of(), null, null, null);
  }

  private Body confirmation(String fund, Unit unit, Amount amount) {
    Entry paid = find(Disbursement.class, fund, unit);
    String of = paid == null ? "disbursement:none" : paid.qualifiedId();
    return new Confirmation(fund, of, unit, amount, Party.organisation(GRANTEE), null, null);
  }

  private Body correction(String fund, Unit unit) {
    Entry target = find(random.nextBoolean() ? Disbursement.class : Donation.class, fund, unit);
    if (target == null) {
      return new Donation(
          fund, unit, new Amount(10_000), Party.organisation(GRANTEE), null, null, null);
    }
    return new Correction(target.id(), "mistake", (Flow) target.body());
  }

  private @Nullable String grantOf(String fund, Unit unit) {
    Entry grant = find(Grant.class, fund, unit);
    return grant == null ? null : grant.id();
  }

  private @Nullable String releaseOf(String fund, Unit unit) {
    Entry release = random.nextBoolean() ? find(Release.class, fund, unit) : null;
    return release == null ? null : release.id();
  }

  private static String orNone(@Nullable String id) {
    return id == null ? "none" : id;
  }

  private @Nullable Entry find(Class<? extends Flow> type, String fund, Unit unit) {
    List<Entry> fitting =
        made.stream()
            .filter(entry -> type.isInstance(entry.body()))
            .filter(entry -> entry.body() instanceof Flow f && f.fund().equals(fund))
            .filter(entry -> entry.body() instanceof Flow f && f.unit().equals(unit))
            .toList();
    return fitting.isEmpty() ? null : pick(fitting);
  }

  private <T> T pick(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
