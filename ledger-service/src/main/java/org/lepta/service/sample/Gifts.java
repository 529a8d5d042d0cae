package org.lepta.service.sample;

import static org.lepta.service.sample.Desk.Part.RECEIVED;
import static org.lepta.service.sample.Desk.Part.SETTLED;
import static org.lepta.service.sample.FundCard.EUR;
import static org.lepta.service.sample.FundCard.HOURS;
import static org.lepta.service.sample.FundCard.RUB;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.lepta.ledger.entry.Donation;
import org.lepta.ledger.entry.Entry;
import org.lepta.ledger.entry.Fee;
import org.lepta.ledger.entry.Hash;
import org.lepta.ledger.entry.Party;
import org.lepta.ledger.money.Amount;
import org.lepta.ledger.money.Unit;
import org.lepta.service.kernel.Sha256;
import org.lepta.service.submission.PlainText;

/**
 * Gifts as they come to a small foundation: many small and round ones, some odd ones, a few large
 * ones from people and from organisations; most of them less a processor's fee.
 */
final class Gifts {

  /** Hundredths of a unit; what stands twice comes twice as often. */
  private static final Map<Unit, List<Integer>> USUAL =
      Map.of(
          RUB,
          List.of(
              10_000, 10_000, 15_000, 20_000, 25_000, 30_000, 30_000, 33_333, 50_000, 50_000,
              50_000, 50_000, 70_000, 77_700, 100_000, 100_000, 100_000, 100_000, 111_111, 150_000,
              200_000, 250_000, 300_000, 300_000, 500_000, 500_000, 700_000, 1_000_000, 1_500_000),
          EUR,
          List.of(
              300, 500, 500, 500, 700, 1_000, 1_000, 1_000, 1_250, 1_500, 2_000, 2_000, 2_500,
              2_500, 3_000, 3_333, 5_000, 5_000, 5_000, 7_500, 10_000, 10_000, 15_000, 25_000),
          HOURS,
          List.of(100, 150, 200, 200, 250, 300, 300, 400, 400, 500, 600, 800, 800, 1_200));

  private static final List<Bilingual> MESSAGES =
      List.of(
          new Bilingual("В память о бабушке. {}", "In memory of my grandmother. {}"),
          new Bilingual("Вместо цветов на день рождения: {}", "Instead of birthday flowers: {}"),
          new Bilingual("Спасибо за вашу работу! {}", "Thank you for the work you do! {}"),
          new Bilingual("От всего нашего двора, собирал(а) {}", "From our whole street, by {}"),
          new Bilingual("На добрые дела от семьи {}", "For good deeds, the family of {}"));

  private static final byte[] DONOR = "lepta/donor/v1\0".getBytes(StandardCharsets.US_ASCII);

  private final Desk desk;
  private final Dice dice;

  Gifts(Desk desk) {
    this.desk = desk;
    this.dice = desk.dice;
  }

  /** A month's gifts by chance, in the order of their days. */
  void month(YearMonth month, int count) {
    List<LocalDate> days = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      days.add(dice.day(month, 1, 31));
    }
    Collections.sort(days);
    days.forEach(this::chance);
  }

  private void chance(LocalDate day) {
    int point = dice.below(100);
    for (FundCard fund : desk.card.funds()) {
      for (int i = 0; i < fund.units().size(); i++) {
        point -= fund.weights().get(i);
        if (point < 0) {
          give(day, fund, fund.units().get(i));
          return;
        }
      }
    }
    throw new IllegalStateException("the weights of " + desk.card.id() + " are below a hundred");
  }

  private void give(LocalDate day, FundCard fund, Unit unit) {
    int luck = dice.below(1_000);
    if (luck < 8 && !unit.equals(HOURS)) {
      int units = dice.between(100, 500);
      organisation(
          day, fund, unit, Amount.ofUnits(unit.equals(RUB) ? units * 1_000L : units * 30L));
    } else if (luck < 28 && !unit.equals(HOURS)) {
      int units = dice.between(25, 150);
      person(day, fund, unit, Amount.ofUnits(unit.equals(RUB) ? units * 1_000L : units * 20L));
    } else {
      person(
          day, fund, unit, new Amount(dice.pick(Objects.requireNonNull(USUAL.get(unit))) * 100L));
    }
  }

  /** A gift of an organisation, by bank and so without a fee. */
  Entry organisation(LocalDate day, FundCard fund, Unit unit, Amount amount) {
    Party donor = Party.organisation(dice.pick(Cast.GIVERS).id());
    return donation(day, fund, unit, amount, donor, List.of());
  }

  /** A gift of a person who is known here by a commitment only. */
  Entry person(LocalDate day, FundCard fund, Unit unit, Amount amount) {
    boolean russian = dice.percent(unit.equals(RUB) ? 90 : 30);
    String name = russian ? Names.russian(dice) : Names.english(dice);
    List<PlainText> texts = List.of();
    if (dice.percent(12)) {
      Bilingual message = dice.pick(MESSAGES).with(new Bilingual(name, name));
      texts =
          List.of(
              russian
                  ? new PlainText("message", "ru", message.russian())
                  : new PlainText("message", "en", message.english()));
    }
    Entry gift = donation(day, fund, unit, amount, donor(name), texts);
    if (!unit.equals(HOURS)) {
      fee(gift, day, fund, unit, amount);
    }
    return gift;
  }

  private Entry donation(
      LocalDate day, FundCard fund, Unit unit, Amount amount, Party donor, List<PlainText> texts) {
    return desk.write(
        RECEIVED,
        desk.fact(desk.nextGiftId(), day),
        new Donation(fund.id(), unit, amount, donor, null, null, null),
        texts);
  }

  private Party donor(String name) {
    byte[] record = name.getBytes(StandardCharsets.UTF_8);
    return Party.person(new Hash(Sha256.digest(DONOR, dice.bytes("donor"), record).hex()));
  }

  private void fee(Entry gift, LocalDate day, FundCard fund, Unit unit, Amount amount) {
    int channel = dice.below(100);
    int tenThousandths = channel < 60 ? 240 : channel < 90 ? 70 : 0;
    Amount fee = Sums.share(amount, tenThousandths);
    if (fee.signum() > 0) {
      desk.write(
          SETTLED,
          desk.fact(gift.id() + "-fee", day),
          new Fee(fund.id(), unit, fee, gift.id(), null));
    }
  }
}
