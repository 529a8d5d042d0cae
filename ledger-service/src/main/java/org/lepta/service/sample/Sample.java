package org.lepta.service.sample;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.ApprovalBand;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Fund;
import org.lepta.ledger.entry.FundMode;
import org.lepta.ledger.entry.Header;
import org.lepta.ledger.entry.Organisation;
import org.lepta.ledger.money.Amount;
import org.lepta.service.submission.Draft;

/**
 * The whole sample, made in memory: what is registered, then the life of three foundations month by
 * month. Immutable.
 *
 * @param organisations to be recorded first
 * @param members organisations that then join the ledger as members
 * @param chapters everything else, in order
 */
public record Sample(Chapter organisations, List<String> members, List<Chapter> chapters) {

  /** The seed of the sample that {@code demo} loads; its figures are pinned by a test. */
  public static final long SEED = 20_230_701;

  /** A gift with a trail over four hops. */
  public static final String DONATION = Cast.LANTERN.id() + "-gift-00001";

  /** A fund that was short for two weeks and was covered. */
  public static final String FUND = Cast.ORCHARD.id() + "-schools";

  /** A foundation. */
  public static final String ORGANISATION = Cast.PIER.id();

  private static final YearMonth FIRST = YearMonth.of(2023, 7);
  private static final int MONTHS = 24;

  /** IATI codes of OrganisationType: foundation, national NGO, private sector. */
  private static final String FOUNDATION = "60";

  private static final String NGO = "22";
  private static final String COMPANY = "70";

  public Sample {
    members = List.copyOf(members);
    chapters = List.copyOf(chapters);
  }

  /** The sample that {@code demo} loads. */
  public static Sample standard() {
    return of(SEED);
  }

  /** The sample of a seed; the same one every time, save the salts that are drawn later. */
  public static Sample of(long seed) {
    List<House> houses = new ArrayList<>();
    Cast.FOUNDATIONS.forEach(card -> houses.add(House.of(card, seed)));
    Chain chain = new Chain(houses.get(2), houses.get(1), houses.get(0));
    List<Incidents> incidents = houses.stream().map(Incidents::new).toList();
    List<Chapter> chapters = new ArrayList<>();
    houses.forEach(house -> chapters.add(registrations(house.desk())));
    chain.begin(FIRST);
    for (int number = 0; number < MONTHS; number++) {
      YearMonth month = FIRST.plusMonths(number);
      for (int i = 0; i < houses.size(); i++) {
        live(houses.get(i), chain, incidents.get(i), number, month);
        chapters.add(houses.get(i).desk().close(month));
      }
    }
    return new Sample(
        allOrganisations(), Cast.FOUNDATIONS.stream().map(FoundationCard::id).toList(), chapters);
  }

  /** How many entries it has, the members' included. */
  public int size() {
    return organisations.drafts().size()
        + members.size()
        + chapters.stream().mapToInt(chapter -> chapter.drafts().size()).sum();
  }

  private static void live(
      House house, Chain chain, Incidents incidents, int number, YearMonth month) {
    incidents.before(number, month);
    int gifts = house.desk().card.gifts();
    house.gifts().month(month, gifts * (number + 1) / MONTHS - gifts * number / MONTHS);
    house.costs().month(number, month);
    incidents.between(number, month);
    new Changes(house).month(number, month);
    chain.month(number, month, house);
    house.awards().month(number, month, number == MONTHS - 1);
    house.reports().month(month, house.awards().all());
  }

  private static Chapter allOrganisations() {
    List<Draft> drafts = new ArrayList<>();
    for (FoundationCard card : Cast.FOUNDATIONS) {
      drafts.add(organisation(card.id(), card.id(), card.name(), FOUNDATION));
    }
    for (FoundationCard.Named other : Cast.others()) {
      boolean company = Cast.GIVERS.contains(other) || Cast.VENDORS.contains(other);
      drafts.add(organisation(other.id(), Cast.PIER.id(), other.name(), company ? COMPANY : NGO));
    }
    return new Chapter("Organisations", drafts);
  }

  private static Draft organisation(String id, String statedBy, Bilingual name, String type) {
    return new Draft(
        new Entry(Header.of(id, statedBy).decided(before()), new Organisation(type)),
        name.as("name"));
  }

  private static Chapter registrations(Desk desk) {
    List<Draft> drafts = new ArrayList<>();
    for (FundCard card : desk.card.funds()) {
      List<org.lepta.service.submission.PlainText> texts = new ArrayList<>();
      texts.addAll(card.name().as("name"));
      texts.addAll(card.purpose().as("description"));
      drafts.add(new Draft(new Entry(desk.decision(card.id(), before()), fund(desk, card)), texts));
    }
    desk.people.forEach(person -> drafts.add(Draft.of(person.registration(before()))));
    return new Chapter(desk.card.name().english() + ", funds and devices", drafts);
  }

  private static Fund fund(Desk desk, FundCard card) {
    @Nullable Integer limit = card.limitDays();
    return new Fund(
        desk.card.id(),
        FundMode.MANAGED,
        card.units(),
        card.restriction(),
        card.code(),
        FIRST.atDay(1),
        null,
        Amount.ofUnits(12),
        card.approvals() == 0
            ? List.of()
            : List.of(new ApprovalBand(null, null, card.approvals(), List.of())),
        limit,
        limit,
        null,
        List.of());
  }

  private static LocalDate before() {
    return FIRST.atDay(1).minusDays(1);
  }
}
