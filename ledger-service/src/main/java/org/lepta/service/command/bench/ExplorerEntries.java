package org.lepta.service.command.bench;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.Body;
import org.lepta.ledger.entry.Confirmation;
import org.lepta.ledger.entry.Correction;
import org.lepta.ledger.entry.Disbursement;
import org.lepta.ledger.entry.Donation;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Expenditure;
import org.lepta.ledger.entry.Fund;
import org.lepta.ledger.entry.FundMode;
import org.lepta.ledger.entry.Grant;
import org.lepta.ledger.entry.Hash;
import org.lepta.ledger.entry.Header;
import org.lepta.ledger.entry.Organisation;
import org.lepta.ledger.entry.Party;
import org.lepta.ledger.entry.SpendClass;
import org.lepta.ledger.entry.TextHash;
import org.lepta.ledger.money.Amount;
import org.lepta.ledger.money.Unit;
import org.lepta.service.transparency.SaltedText;
import org.lepta.service.transparency.TextStore;

/**
 * Entries of many publishers, always the same ones: most funds small and a few of them large, as in
 * published files. Not thread-safe.
 */
final class ExplorerEntries {

  private static final int ORGANISATIONS = 25;
  private static final int FUNDS = 10;
  private static final List<Unit> UNITS =
      List.of(new Unit("GBP"), new Unit("GBP"), new Unit("EUR"), new Unit("RUB"));
  private static final List<String> WORDS =
      List.of("Water", "School", "Harbour", "Relief", "Valley", "Garden", "Bridge", "Lantern");
  private static final LocalDate FIRST_DAY = LocalDate.of(2016, 1, 1);
  private static final int DAYS = 3_900;

  private record Known(String id, String fund, String owner, Unit unit, Amount amount) {}

  private final Random random = new Random(20_261_127);

  /** Another one, so that what is asked for does not change what is recorded next. */
  private final Random asked = new Random(20_261_128);

  private final SecureRandom salts = new SecureRandom();
  private final TextStore texts;
  private final String keeper;
  private final List<String> organisations = new ArrayList<>();
  private final List<String> funds = new ArrayList<>();
  private final List<String> owners = new ArrayList<>();
  private final List<String> gifts = new ArrayList<>();
  private final List<String> grants = new ArrayList<>();
  private @Nullable Known lastGift;
  private @Nullable Known lastPayment;
  private int next;

  /**
   * Begins anew.
   *
   * @param keeper the member that records, and owns every tenth fund
   */
  ExplorerEntries(TextStore texts, String keeper) {
    this.texts = texts;
    this.keeper = keeper;
  }

  List<String> organisations() {
    return organisations;
  }

  List<String> funds() {
    return funds;
  }

  /** Some gift's id. */
  String gift() {
    return gifts.get(asked.nextInt(gifts.size()));
  }

  /** Some grant's id. */
  String grant() {
    return grants.get(asked.nextInt(grants.size()));
  }

  /** The organisations and funds that the next facts are about. */
  List<Entry> registrations() {
    List<Entry> made = new ArrayList<>();
    for (int i = 0; i < ORGANISATIONS; i++) {
      made.add(organisation());
    }
    for (int i = 0; i < FUNDS; i++) {
      made.add(fund());
    }
    texts.sync();
    return made;
  }

  private Entry organisation() {
    int number = organisations.size();
    String id = "XI-BENCH-" + number;
    organisations.add(id);
    String name =
        WORDS.get(number % WORDS.size()) + " Fund of " + Integer.toString(number, 36) + "ton";
    return named(new Entry(Header.of(id, keeper), new Organisation(null)), name);
  }

  private Entry fund() {
    int number = funds.size();
    boolean managed = number % 10 == 9;
    String owner = managed ? keeper : any(organisations);
    String id = owner + "/fund-" + number;
    funds.add(id);
    owners.add(owner);
    FundMode mode = managed ? FundMode.MANAGED : FundMode.REPORTED;
    List<Unit> units = managed ? List.of(UNITS.getFirst()) : List.of();
    return named(
        new Entry(Header.of(id, owner), Fund.of(owner, mode, units, List.of())),
        WORDS.get(number % WORDS.size()) + " appeal " + number);
  }

  private Entry named(Entry entry, String name) {
    SaltedText text = SaltedText.salted(name, "en", salts);
    texts.put(text);
    Hash hash = new Hash(text.commitment().hex());
    return new Entry(entry.header().with(List.of(new TextHash("name", hash))), entry.body());
  }

  /** Facts about what is registered, without decisions. */
  List<Entry> facts(int count) {
    List<Entry> made = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      made.add(fact());
    }
    return made;
  }

  private Entry fact() {
    int number = (int) (funds.size() * Math.pow(random.nextDouble(), 3));
    String fund = funds.get(number);
    String owner = owners.get(number);
    String id = owner + '/' + next++;
    boolean managed = owner.equals(keeper);
    Unit unit = managed ? UNITS.getFirst() : UNITS.get(random.nextInt(UNITS.size()));
    long whole = (long) Math.pow(10, 1 + 5 * random.nextDouble());
    Amount amount = Amount.parse(whole + "." + (1 + random.nextInt(9)));
    Known known = new Known(id, fund, owner, unit, amount);
    int kind = managed ? 0 : random.nextInt(100);
    if (kind < 35) {
      return gift(known);
    }
    if (kind < 60) {
      return grant(known);
    }
    return kind < 95 ? payment(known, kind) : said(known, kind);
  }

  /** One in a hundred is enough to ask for. */
  private void keep(List<String> ids, String id) {
    if (ids.size() < 1_000 || random.nextInt(100) == 0) {
      ids.add(id);
    }
  }

  private Entry gift(Known k) {
    keep(gifts, k.id());
    lastGift = k;
    Party donor = random.nextInt(4) == 0 ? Party.organisation(any(organisations)) : null;
    return dated(k, new Donation(k.fund(), k.unit(), k.amount(), donor, null, null, null));
  }

  private Entry grant(Known k) {
    keep(grants, k.id());
    Party to = Party.organisation(any(organisations));
    return dated(
        k, new Grant(k.fund(), k.unit(), k.amount(), to, null, List.of(), null, null, null));
  }

  private Entry payment(Known k, int kind) {
    if (kind >= 90) {
      return dated(
          k,
          new Expenditure(
              k.fund(), k.unit(), k.amount(), SpendClass.RUNNING, null, null, null, null));
    }
    lastPayment = k;
    Party to = Party.organisation(any(organisations));
    return dated(
        k, new Disbursement(k.fund(), k.unit(), k.amount(), null, null, to, null, null, null));
  }

  private Entry said(Known k, int kind) {
    Known of = kind < 98 ? lastPayment : lastGift;
    if (of == null) {
      return gift(k);
    }
    Body body =
        kind < 98
            ? new Confirmation(
                of.fund(), "disbursement:" + of.id(), of.unit(), of.amount(), null, null, null)
            : new Correction(
                of.id(),
                "wrong-amount",
                new Donation(of.fund(), of.unit(), Amount.parse("1"), null, null, null, null));
    String by = kind < 98 ? any(organisations) : of.owner();
    return new Entry(Header.of(by + "/said-" + k.id(), by).happened(day()), body);
  }

  private Entry dated(Known k, Body body) {
    return new Entry(Header.of(k.id(), k.owner()).happened(day()), body);
  }

  private LocalDate day() {
    return FIRST_DAY.plusDays(random.nextInt(DAYS));
  }

  private String any(List<String> of) {
    return of.get(random.nextInt(of.size()));
  }
}
