package org.lepta.service.sample;

import static org.lepta.service.sample.Desk.Part.RECEIVED;
import static org.lepta.service.sample.Desk.Part.REPORTED;
import static org.lepta.service.sample.FundCard.EUR;

import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lepta.ledger.entry.Donation;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Header;
import org.lepta.ledger.entry.Party;
import org.lepta.ledger.entry.PassOn;
import org.lepta.ledger.money.Amount;

/**
 * Money that goes through four hands on this ledger: Lantern pays Orchard, Orchard pays Pier, Pier
 * pays a workshop, the workshop passes a part on to a courtyard kitchen outside.
 */
final class Chain {

  private static final Bilingual TITLE =
      new Bilingual("Книги и тепло для школьных мастерских", "Books and heat for school workshops");

  private final House lantern;
  private final House orchard;
  private final House pier;

  /** What the hop before passed on, until its receiver records it as a gift. */
  private @Nullable Entry underWay;

  Chain(House lantern, House orchard, House pier) {
    this.lantern = lantern;
    this.orchard = orchard;
    this.pier = pier;
  }

  /** The first gifts of the fund in which the chain begins. */
  void begin(YearMonth month) {
    FundCard libraries = lantern.desk().card.fund("libraries");
    lantern.gifts().person(month.atDay(1), libraries, EUR, Amount.ofUnits(500));
    lantern.gifts().organisation(month.atDay(2), libraries, EUR, Amount.ofUnits(15_000));
  }

  /** The chain's part of a month in one house, before anything else is decided there. */
  void month(int number, YearMonth month, House house) {
    if (number == 1 && house.equals(lantern)) {
      hop(lantern, "libraries", 12_000, orchard, "orchards", 12_000, month);
    } else if (number == 2 && house.equals(orchard)) {
      receive(orchard, "orchards", month);
      hop(orchard, "orchards", 9_000, pier, "warm-home", 9_000, month);
    } else if (number == 3 && house.equals(pier)) {
      receive(pier, "warm-home", month);
      lastHop(month);
    }
  }

  private void hop(
      House giver,
      String fund,
      int units,
      House receiver,
      String toFund,
      int passedOn,
      YearMonth month) {
    FundCard from = giver.desk().card.fund(fund);
    String to = receiver.desk().card.fund(toFund).id();
    Party party = Party.organisation(receiver.desk().card.id());
    Award award =
        giver
            .awards()
            .scripted(from, EUR, Amount.ofUnits(units), party, to, month, TITLE.as("title"));
    giver.payments().next(award, month, true);
    underWay = passOn(giver, award, passedOn, party, to, month);
  }

  private static Entry passOn(
      House giver, Award award, int units, Party receiver, @Nullable String to, YearMonth month) {
    return giver
        .desk()
        .write(
            REPORTED,
            Header.of(award.id + "-pass-on", award.speaker(giver.desk().card.id()))
                .happened(month.atDay(27)),
            new PassOn(award.fund.id(), EUR, Amount.ofUnits(units), award.id, receiver, to));
  }

  private void receive(House house, String fund, YearMonth month) {
    if (underWay == null || !(underWay.body() instanceof PassOn passOn)) {
      throw new IllegalStateException("nothing is under way");
    }
    house
        .desk()
        .write(
            RECEIVED,
            house.desk().fact(house.desk().nextGiftId(), month.atDay(1)),
            new Donation(
                house.desk().card.fund(fund).id(),
                EUR,
                passOn.amount(),
                Party.organisation(giverOf(passOn)),
                underWay.id(),
                passOn.fund(),
                null),
            List.of());
  }

  private String giverOf(PassOn passOn) {
    return passOn.fund().startsWith(lantern.desk().card.id())
        ? lantern.desk().card.id()
        : orchard.desk().card.id();
  }

  private void lastHop(YearMonth month) {
    FundCard fund = pier.desk().card.fund("warm-home");
    Party workshop = Party.organisation(pier.desk().card.grantees().getFirst().id());
    Award award =
        pier.awards()
            .scripted(fund, EUR, Amount.ofUnits(7_500), workshop, null, month, TITLE.as("title"));
    pier.payments().next(award, month, true);
    Party courtyard = Party.organisation(Cast.LAST_HOP.id());
    passOn(pier, award, 4_000, courtyard, null, month);
    pier.reports().spend(award, Amount.ofUnits(3_500), month.atDay(28));
  }
}
